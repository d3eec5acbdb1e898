"""The authors' names, in the line after the title or behind a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jatskit.findings import Kind, Severity
from jatskit.language import HAN
from jatskit.names import looks_like_a_name, split
from jatskit.protocols import Certainty
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import Names, cut_names, is_byline, names_below, offer_names

NAME_UNSPLIT = Kind(
    "name-unsplit",
    Severity.WARNING,
    "A name does not tell which part of it is the surname. It is kept whole, as printed; PMC and Crossref want a "
    "surname.",
)
NAME_CUT_OFF = Kind(
    "name-cut-off",
    Severity.WARNING,
    "A name of one word in lower case may be what is left of a longer one that the scraper cut off. It is kept as "
    "printed.",
)

MARKS_NOT_READ = Kind(
    "byline-marks-not-read",
    Severity.WARNING,
    "The names carry marks, which tie them to affiliations or tell the corresponding author. What they tell is not in "
    "the article.",
)

_MARKS = r"[0-9*†‡§¶#∗＊✉⁎¹²³⁴⁵⁶⁷⁸⁹⁰]"
_MARK_RUN = re.compile(rf"\s*{_MARKS}+(?:\s*[,，]\s*{_MARKS}+)*")
_SEPARATOR = re.compile(r"\s*[,，、;；،؛]\s*(?:(?:and|&)\s+)?|\s+(?:and|und|et|e|y|ve|и|та|و|&)\s+|\s*[|]\s*")
_SEMICOLON = re.compile(r"\s*[;；]\s*")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_HAN_WORDS = re.compile(f"[{HAN}]{{1,4}}(?:[ \u3000]+[{HAN}]{{1,4}})+")
#: A Han name among others; one of two letters may be padded with a blank (余 涛).
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}](?![{HAN}])|[{HAN}]")
_CONTINUED = re.compile(rf"{_MARKS}+(?:\s*[,，]\s*{_MARKS}+)*$|[,，、;；&]|and\b")
_LONGEST = 600
_CUT_OFF = re.compile(r"[^\W\d_]{2,20}")


@dataclass(frozen=True, slots=True)
class Item:
    """A name in a byline: its half-open span, and whether it looks like one."""

    start: int
    end: int
    named: bool


def byline_items(text: str, *, japanese: bool = False) -> list[Item] | None:
    """Return the names in a line, or None if the line is no byline.

    A line is one if most of its items look like names and each of the others is a single word, which may be
    a name too.
    """
    if len(text) > 3000:
        return None
    items: list[Item] = []
    for start, end in _spans(text, japanese):
        named = looks_like_a_name(_unmarked(text[start:end]))
        if not named and not _CUT_OFF.fullmatch(text, start, end):
            return None
        items.append(Item(start, end, named))
    if not items or 5 * sum(item.named for item in items) < 3 * len(items):
        return None
    if len(items) == 1 and len(text.split()) > 4:
        return None
    return items


def _unmarked(text: str) -> str:
    surname, comma, given = text.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma and ";" not in text else text


def _spans(text: str, japanese: bool) -> list[tuple[int, int]]:
    """Cut a byline at its separators, and cut the marks off its names."""
    text = text.rstrip(" 。,，;；،")
    if not _INITIAL.search(text):
        text = text.rstrip(" .")
    if _HAN_WORDS.fullmatch(text) and not japanese:
        return [match.span() for match in _HAN_NAME.finditer(text)]
    if _SEMICOLON.search(text) and text.count(",") + text.count("，") >= len(_SEMICOLON.findall(text)):
        separator = _SEMICOLON
    else:
        separator = _SEPARATOR
    # Marks may hold the separator ("1,2,*"), so they go first; blanks keep every offset.
    bare = _MARK_RUN.sub(lambda match: " " * len(match[0]), text)
    cuts = [match.span() for match in separator.finditer(bare)]
    spans = []
    for start, end in zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(bare)], strict=True):
        piece = bare[start:end]
        if name := piece.strip():
            at = start + piece.index(name)
            spans.append((at, at + len(name)))
    return spans


def recognise(draft: Draft) -> None:
    """Read the names behind a label, or in one of the three lines after the title."""
    if draft.has("contributors"):
        return
    for line in draft.free(0, draft.marks.get("references")):
        label = draft.labels.get(line.index)
        if (
            label
            and label.field == "authors"
            and (items := byline_items(line.text[label.end :], japanese=draft.japanese))
        ):
            _take(draft, line, label.end, items, Certainty.STATED)
            return
        if label and label.field == "authors" and label.end < len(line.text) and len(line.text) < _LONGEST:
            # Names with their places of work in brackets, or that dots part.
            pieces = cut_names(line.text[label.end :], japanese=draft.japanese)
            if pieces and is_byline(line.text[label.end :], pieces):
                at = line.start + label.end
                found = Names([(at + a, at + b) for a, b in pieces], [((0, 0), (0, 0))] * len(pieces))
                found.first = found.last = line.index
                draft.marks.setdefault("byline", line.index)
                draft.take(line, "byline")
                offer_names(draft, draft.offer("byline", SourceKind.LABEL), found, Certainty.STATED)
                return
        if (
            label
            and label.field == "authors"
            and label.end == len(line.text)
            and label.end > 2
            # “Authors” alone may be a menu's; in other languages than English it is not.
            and (":" in _half(line.text) or label.language != "en")
        ):
            names = names_below(draft, line.index + 1, most=1)
            if names.spans:
                draft.marks.setdefault("byline", names.first)
                for other in [line, *draft.free(names.first, names.last + 1)]:
                    draft.take(other, "byline")
                offer_names(draft, draft.offer("byline", SourceKind.LABEL), names, Certainty.STATED)
                return
    if "title" not in draft.marks:
        return
    title = draft.marks["title"]
    for line in list(draft.free(title + 1, title + 4)):
        if line.index in draft.labels or not (items := byline_items(line.text, japanese=draft.japanese)):
            continue
        if _goes_on(draft, line):
            return
        # Two capitalised words may be anything; between the title and the masthead they are a name.
        if len(items) > 1 or (line.index == title + 1 and draft.marks.get("masthead") == line.index + 1):
            _take(draft, line, 0, items, Certainty.LAID_OUT)
        return


def _half(text: str) -> str:
    return text.replace("：", ":")


def recognise_below(draft: Draft) -> None:
    """Offer the names below the title, if they are broken over lines or marked."""
    if draft.has("contributors") or "title" not in draft.marks:
        return
    names = names_below(draft, draft.marks.get("title-end", draft.marks["title"]) + 1, most=5)
    if not names.spans:
        return
    draft.marks.setdefault("byline", names.first)
    for line in draft.free(names.first, names.last + 1):
        draft.take(line, "byline")
    offer_names(draft, draft.offer("byline", SourceKind.BYLINE), names)


def _goes_on(draft: Draft, line: Line) -> bool:
    """Whether the byline is broken over several lines, so that this one is not all of it."""
    following = draft.lines[line.index + 1 : line.index + 2]
    return any(_CONTINUED.match(after.text) for after in following) or line.text.endswith((",", "，", "、"))


def _take(draft: Draft, line: Line, offset: int, items: list[Item], certainty: Certainty) -> None:
    draft.take(line, "byline")
    draft.marks["byline"] = line.index
    if marks := _MARK_RUN.search(line.text, offset):
        message = f"The marks after the names, such as {marks[0].strip()!r}, are not read."
        draft.find(MARKS_NOT_READ, message, offset=draft.page.at(line.start + marks.start()))
    for number, item in enumerate(items):
        start, end = line.start + offset + item.start, line.start + offset + item.end
        draft.infer(("contributors", number, "type"), "author", "the byline names the authors")
        quote_name(draft, (number, 0), start, end, certainty)


def quote_name(
    draft: Draft,
    place: tuple[int, int],
    start: int,
    end: int,
    certainty: Certainty,
    surnames: frozenset[str] = frozenset(),
) -> None:
    """Quote a name, split if it tells how.

    `place` is the number of the contributor, and of the name among theirs; `surnames` are the spellings of a
    surname that another script tells.
    """
    name = draft.text[start:end]
    base = ("contributors", place[0], "names", place[1])
    parts = split(name, surnames, japanese=draft.japanese)
    if parts is None:
        path = (*base, "unsplit")
        draft.quote(path, (start, end), reason="an item of the byline", certainty=certainty)
        if name[0].islower() and " " not in name:
            draft.find(
                NAME_CUT_OFF,
                f"“{name}” may be cut off: it is one word in lower case.",
                path=path,
                advice="Compare with the printed article.",
            )
        else:
            draft.find(NAME_UNSPLIT, f"“{name}” cannot be split into surname and given names.", path=path)
        return
    first = "first" if parts.style == "eastern" else "last"
    draft.infer((*base, "style"), parts.style, f"the surname is printed {first}")
    for field, span in (("surname", parts.surname), ("given", parts.given), ("suffix", parts.suffix)):
        if span:
            draft.quote(
                (*base, field),
                (start + span[0], start + span[1]),
                reason=f"an item of the byline; its surname is printed {first}",
                certainty=Certainty.INFERRED,
            )
