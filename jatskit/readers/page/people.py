"""The names below a title, however a page's lines are broken: all in one, one a line, or torn into pieces.

The lines from the title to the end of the names are cut at what parts names: commas, "and", marks of footnotes and
affiliations, lines that name a place of work. What is left between two cuts is a name, if it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jatskit.language import HAN, has_han, width
from jatskit.layouts import PARTS, furniture_in
from jatskit.layouts.head import (
    AFFILIATION,
    AFTER_NAMES,
    AFTER_NAMES_ONLY,
    BEFORE_NAMES,
    BEHIND_NAMES,
    BETWEEN,
    PLATFORM,
)
from jatskit.layouts.labels import BESIDE_NAMES
from jatskit.layouts.menus import is_menu, is_path
from jatskit.layouts.places import COUNTRIES, place_behind
from jatskit.names import (
    COMPOUND_SURNAMES,
    NOT_NAMES,
    TITLES,
    is_organisation,
    looks_like_a_name,
    split,
    split_off_degrees,
    surnames_told,
)
from jatskit.protocols import Certainty, Span
from jatskit.readers.candidates import Candidate
from jatskit.readers.page.draft import Draft, Line
from jatskit.references.chinese.vocabulary import SURNAMES

_MARK = r"(?:(?<!\d)\d{1,2}(?!\d)|(?<=[^\W\d_])\d{3,8}(?!\d)|[*†‡§¶#∗＊✉⁎¹²³⁴⁵⁶⁷⁸⁹⁰☆★⨯×])"
#: What parts names inside of a line: separators, and marks behind a name with what follows them.
_CUT = re.compile(
    rf"[\s\u200b]*(?:[,，、;；،؛]|(?<=\s)[|·/&](?=\s))\s*(?:(?:and|&|et|und|y|e|ve|и|и|with|و)(?:\s+|$))?|\s+(?:and|&|et|und|y|e|ve|и|with|و)(?:\s+|$)|\s+\.(?:\s+|$)"
    rf"|[\s\u200b]*{_MARK}+(?:(?<=[*†‡§¶#∗⁎])[a-h]{{1,4}}(?![^\W\d_]))?(?:\s*[,，]\s*(?:{_MARK}+|[a-h](?=[\s,]|$)))*\s*[,，、،;；]?\s*(?:(?:and|&|y|e|et|und|и|و)(?:\s+|$))?"
    rf"|\s+\(?[a-h](?:\s*,\s*[a-h*∗])*\)?(?=\s*(?:[,;&]|and\s|$))\s*[,;]?\s*(?:(?:and|&)(?:\s+|$))?"
    # A Latin letter behind a word of another script is a mark.
    rf"|(?<=[\u0370-\u1dff{HAN}가-힣])[a-h](?:\s?,\s?[a-h*∗])*(?![^\W_])\s*[,;]?\s*"
    rf"|\s*[(（\[][^()（）\[\]]{{0,80}}[)）\]]\s*|\s+(?:orcid|ORCID)\b.{{0,60}}$"
)
_LEAD = re.compile(rf"\s*(?:{BEFORE_NAMES.expression.pattern})\s+", re.IGNORECASE)
#: What stands in brackets behind a name: the place of work, or the name in other letters.
_BRACKETED = re.compile(r"[(（][^()（）]{0,120}[)）]")
_SEMICOLONS = re.compile(r"\s*[;；؛]\s*")
_HAN_ONLY = re.compile(rf"[{HAN}](?:[{HAN}\s\u3000·•・,，、;；\d*†‡#()（）\[\]¹²³⁴⁵⁶⁷⁸⁹]){{1,400}}")
_HAN_SPACED = re.compile(f"(?<=[{HAN}]{{2}})[ \u3000]+(?=[{HAN}]{{2}})|(?<=[{HAN}]{{3}})[ \u3000]+(?=[{HAN}])")
_HAN_COMMA = re.compile("[,，、;；]")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.")
_INITIAL_END = re.compile(r"(?:^|[\s.\-])[^\W\d_]{1,2}$")
_LINK = re.compile(r"\[([^\[\]]{2,60})\]")
_BETWEEN_LINKS = re.compile(r"(?:[\s\d,;*†‡§&.|]|and\b|et\b|y\b|und\b)*")
#: A name, and where the person works behind a wide blank.
_NAME_AND_PLACE = re.compile(r"([^\s,;\d](?:[^\s,;\d]|\s(?!\s)){2,60})\s{2,}(?=\S)")
_LEADING_MARKS = re.compile(r"[,，、;；\s]+")
#: The dot between the names of a person whose name is written by its sound.
_DOTTED = re.compile("[·•・]")
_KANA = re.compile("[\u3041-\u3096]")
#: A word cut short, as in the titles of journals; titles and generations of people are, too.
_ABBREVIATED = re.compile(
    r"(?<![\w.])(?!(?:jr|sr|dr|mr|mrs|prof|st|ste|ph|chr|wm|th)\.)[^\W\d_]{3,}\.(?=\s)", re.IGNORECASE
)
#: The year, with numbers beside it, of a line that says where the article stands, and is no byline.
_PLACE = re.compile(r"(?<![\d/.-])(?:1[89]|20)\d\d(?!\d).{0,20}\d|\d.{0,20}(?<![\d/.-])(?:1[89]|20)\d\d(?!\d)")
_NAME_WIDTH = 40
_LONG_LINE, _LINES, _STRANGE = 260, 200, 3
#: Columns of a line beyond which it holds no names.
_LONGEST = 3000


@dataclass(slots=True)
class Names:
    """The names that were found, as spans of the page's text, and the lines from the first to the last."""

    spans: list[Span] = field(default_factory=list)
    parts: list[tuple[Span, Span]] = field(default_factory=list)
    first: int = -1
    last: int = -1


def names_below(
    draft: Draft, start: int, *, most: int = 12, others: frozenset[str] = frozenset(), end: int | None = None
) -> Names:
    """Return the names that begin within `most` lines from the line `start` on.

    `others` are lines that are known to be none, such as the journal's title, folded; `end` is a line that they stand
    before.
    """
    found = Names()
    since_place: set[str] = set()
    chunks: list[list[tuple[Line, int, int]]] = []
    open_chunk: list[tuple[Line, int, int]] = []
    strange = 0

    def close() -> None:
        nonlocal open_chunk
        if open_chunk:
            chunks.append(open_chunk)
        open_chunk = []

    for line in draft.lines[start : min(start + _LINES, len(draft.lines) if end is None else end)]:
        button = BEHIND_NAMES.within(line.text) if len(line.text) <= _LONG_LINE else None
        text = line.text[: button.start()] if button and button.start() else line.text
        if (
            (before := _NAME_AND_PLACE.match(text))
            and looks_like_a_name(before[1])
            and is_affiliated(text[before.end() :])
        ):
            text = before[1]
        if _ends(draft, line):
            if found.first >= 0 or _begins_text(draft, line):
                break
            continue
        if found.first < 0 and line.index - start >= most:
            break
        label = draft.labels.get(line.index)
        if label is None and (is_menu(text) or is_path(text)):
            close()
            continue
        announced = label is not None and label.field not in ("authors", "title")
        if announced or BETWEEN.whole(text) or draft.folded(line) in others or PLATFORM.whole(text):
            if text not in ("x", "X"):
                strange = 0
            close()
            continue
        if is_affiliated(text) and not _named_with_places(text):
            close()
            if len(since_place) > 1:
                break
            since_place.clear()
            strange = 0
            continue
        if line.heading and (line.heading < 3 or text.isupper()):
            # A heading is a section's; a name may be one of a lower level.
            break
        pieces = cut_names(text, japanese=draft.japanese) if width(text) <= _LONGEST else []
        if len(pieces) == 1 and found.first >= 0 and _is_journal(draft, line):
            break
        if pieces and has_han(text) and not _han_people(draft, text, pieces):
            pieces = []
        if found.first < 0 and pieces and not is_byline(text, pieces):
            if line.index - start >= most:
                break
            continue
        if not pieces:
            close()
            if found.first >= 0:
                strange += 1
                if strange > _STRANGE:
                    break
            continue
        strange = 0
        if found.first >= 0 and has_han(draft.lines[found.first].text) != has_han(text):
            # The same people in the other language.
            break
        if found.first < 0:
            found.first = line.index
        found.last = line.index
        since_place |= {text[a:b].casefold() for a, b in pieces if " " in text[a:b]}
        for number, (a, b) in enumerate(pieces):
            if number or _parts_before(text, a):
                close()
            open_chunk.append((line, a, b))
        if _CUT.fullmatch(text[pieces[-1][1] :].strip() or "x") or text[pieces[-1][1] :].strip(" .") != "":
            close()
    close()
    _join(draft, chunks, found)
    _without_roman_marks(draft, found)
    return found


def _is_journal(draft: Draft, line: Line) -> bool:
    """Whether a line is the title of a journal, with the article's place behind it."""
    return place_behind(draft.text[line.start : line.end + 80], line.end - line.start)


def is_one_of_names(draft: Draft, line: Line) -> bool:
    """Whether a line is one name of a byline that prints one a line; the first line of a page is none."""
    if not line.index or width(line.text) >= _NAME_WIDTH or not looks_like_a_name(line.text):
        return False
    around = [draft.lines[line.index - 1], *draft.lines[line.index + 1 : line.index + 2]]
    return any(looks_like_a_name(other.text) and width(other.text) < _NAME_WIDTH for other in around)


def is_byline_start(text: str) -> bool:
    """Whether a line starts with a name that has a mark behind it, or with names alone: `Jane Doe1,2*, John`."""
    first = _CUT.search(text) if len(text) <= _LONG_LINE else None
    if first is None or not looks_like_a_name(text[: first.start()].strip()):
        return False
    return re.search(_MARK, first[0]) is not None or len(cut_names(text)) > 0


def is_list_of_names(draft: Draft, text: str) -> bool:
    """Whether a line is nothing but names, by how they are written: with initials, semicolons or Chinese surnames."""
    pieces = cut_names(text, japanese=draft.japanese) if len(text) <= _LONG_LINE else []
    if len(pieces) < 2:
        return False
    if has_han(text):
        return _han_people(draft, text, pieces)
    return ";" in text or all(_INITIAL.search(text[a:b]) for a, b in pieces)


def _named_with_places(text: str) -> bool:
    """Whether a line names people each with their place of work: `Name, Place; Name, Place`."""
    items = [item for item in _SEMICOLONS.split(text) if item.strip()]
    return len(items) > 1 and all(looks_like_a_name(item.split(",")[0].strip()) for item in items)


def _begins_text(draft: Draft, line: Line) -> bool:
    """Whether the head of the page is over with a line, names or none."""
    label = draft.labels.get(line.index)
    if label and label.field not in BESIDE_NAMES:
        return label.field in ("abstract", "keywords", "references")
    return not (AFTER_NAMES_ONLY.starts(line.text) or _PLACE.search(line.text) or PARTS["volume"].within(line.text))


def _ends(draft: Draft, line: Line) -> bool:
    label = draft.labels.get(line.index)
    if label and label.field not in BESIDE_NAMES:
        return True
    text = line.text
    if width(text) > _LONG_LINE and text.count(",") + text.count("，") + text.count(";") < 4:
        return True
    return any((AFTER_NAMES.starts(text), PARTS["volume"].within(text), _PLACE.search(text)))


def _parts_before(text: str, start: int) -> bool:
    return text[:start].strip() != ""


def _han_people(draft: Draft, text: str, pieces: Sequence[Span]) -> bool:
    """Whether most of these words in Han letters start with a Chinese surname; words of a menu do not.

    A page with Japanese syllables is not judged by it.
    """
    if _KANA.search(draft.text):
        return True
    named = sum(
        text[a] in SURNAMES or text[a : a + 2] in COMPOUND_SURNAMES or _DOTTED.search(text, a, b) is not None
        for a, b in pieces
    )
    return 3 * named >= 2 * len(pieces)


def is_byline(text: str, pieces: Sequence[Span]) -> bool:
    """Whether the pieces that a line was cut into are mostly names, and most of the line."""
    named = sum(looks_like_a_name(_turned(text[a:b])) or _one_word(text[a:b]) for a, b in pieces)
    return 5 * named >= 3 * len(pieces) and sum(width(text[a:b]) for a, b in pieces) * 2 >= width(
        _BRACKETED.sub("", text).strip()
    )


def _one_word(text: str) -> bool:
    return (
        len(text) > 1
        and " " not in text
        and text[0].isupper()
        and text.replace("-", "").isalpha()
        and text.lower() not in NOT_NAMES
    )


def cut_names(text: str, *, japanese: bool = False) -> list[Span]:
    """Return where the names in a line may stand; an empty list if something in it is no name."""
    if len(text) > _LONGEST:
        return []
    if linked := _linked(text):
        return linked
    lead = _LEAD.match(text) or _LEADING_MARKS.match(text)
    at = lead.end() if lead else 0
    if has_han(text):
        return _cut_han(text, at, japanese)
    if AFFILIATION.within(text) and _named_with_places(text):
        return [
            _first_item(text, start)
            for start in [at, *(m.end() for m in _SEMICOLONS.finditer(text, at))]
            if text[start:].strip()
        ]
    if len(_SEMICOLONS.findall(text)) and "," in text and not AFFILIATION.within(text):
        cuts = [m.span() for m in _SEMICOLONS.finditer(text, at)]
    else:
        cuts = [m.span() for m in _CUT.finditer(text, at)]
    spans: list[Span] = []
    for start, end in zip([at, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True):
        piece = text[start:end]
        if not (inner := piece.strip(" \t.,;:*†‡§¶#−-\u200b\ufeff")):
            continue
        first = start + piece.index(inner)
        stop = first + len(inner)
        if title := TITLES.match(text, first, stop):
            first = title.end()
        if text[stop : stop + 1] == "." and _INITIAL_END.search(inner):
            stop += 1
        stop = first + split_off_degrees(text[first:stop])
        name = text[first:stop]
        if not name or _is_degree(name):
            continue
        if _ABBREVIATED.search(name):
            return spans if spans and is_affiliated(text[first:]) else []
        if not looks_like_a_name(_turned(name)) and not _one_word(name) and not _is_group(name):
            return spans if spans and is_affiliated(text[first:]) else []
        spans.append((first, stop))
    return spans


def _linked(text: str) -> list[Span]:
    """Return the names in square brackets, which an extractor left of links, if a line is nothing but these."""
    links = list(_LINK.finditer(text)) if text.startswith("[") else []
    if not links or furniture_in(text) or _BETWEEN_LINKS.fullmatch(_LINK.sub("", text)) is None:
        return []
    names = [link for link in links if not BEHIND_NAMES.whole(link[1])]
    return (
        [link.span(1) for link in names]
        if names and all(looks_like_a_name(link[1]) and not PLATFORM.whole(link[1]) for link in names)
        else []
    )


def _is_group(text: str) -> bool:
    """Whether an item is a group among authors; a place of work is none."""
    return text[:1].isupper() and is_organisation(text) and AFFILIATION.within(text) is None


def _first_item(text: str, start: int) -> Span:
    stop = min((i for i in (text.find(",", start), text.find(";", start)) if i > 0), default=len(text))
    return start, start + len(text[start:stop].rstrip())


def is_affiliated(text: str) -> bool:
    """Whether what follows a name is where the person works."""
    return AFFILIATION.within(text) is not None or (
        "," in text and text.rpartition(",")[2].strip(" .\t").casefold() in COUNTRIES
    )


def _turned(name: str) -> str:
    surname, comma, given = name.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma else name


def _is_degree(text: str) -> bool:
    return split_off_degrees(f"A B, {text}") == 3


def _cut_han(text: str, at: int, japanese: bool) -> list[Span]:
    if not _HAN_ONLY.fullmatch(text, at):
        return []
    cuts = sorted({m.span() for m in _CUT.finditer(text, at)})
    # Where commas part the names, a blank stands inside of one: 山田 太郎, 鈴木 花子.
    if not japanese and not _HAN_COMMA.search(text, at):
        cuts = sorted({*cuts, *(m.span() for m in _HAN_SPACED.finditer(text, at))})
    spans: list[Span] = []
    for start, end in zip([at, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True):
        piece = text[start:end] if start < end else ""
        if inner := piece.strip(" \u3000,，、;；"):
            if not looks_like_a_name(inner):
                return []
            first = start + piece.index(inner)
            spans.append((first, first + len(inner)))
    return spans


def _join(draft: Draft, chunks: Sequence[Sequence[tuple[Line, int, int]]], found: Names) -> None:
    """Make names of what stands between two cuts: one a line, or given names and surname on a line each."""
    pairs = [c for c in chunks if len(c) == 2 and not all(looks_like_a_name(line.text[a:b]) for line, a, b in c)]
    torn = len(pairs) >= 2 and 4 * len(pairs) >= 3 * len(chunks)
    single = len(chunks) >= 1 and all(len(c) <= 2 for c in chunks) and any(_torn(c) for c in chunks)
    seen: dict[str, int] = {}
    for chunk in chunks:
        if len(chunk) == 2 and (torn or single or _torn(chunk)):
            (one, a, b), (other, c, d) = chunk
            if torn or _torn(chunk):
                given, surname = (one.start + a, one.start + b), (other.start + c, other.start + d)
                name = " ".join(draft.text[given[0] : surname[1]].split())
                if name.casefold() not in seen:
                    seen[name.casefold()] = one.index
                    found.spans.append((given[0], surname[1]))
                    found.parts.append((given, surname))
                continue
        for line, a, b in chunk:
            name = line.text[a:b]
            if _one_word(name) and not has_han(name) and len(chunks) > 1 and name.casefold() in " ".join(seen):
                continue
            # A page that says a name twice says it on two lines; namesakes stand on one.
            if seen.get(name.casefold(), line.index) == line.index and (
                looks_like_a_name(_turned(name)) or _is_group(name)
            ):
                seen[name.casefold()] = line.index
                found.spans.append((line.start + a, line.start + b))
                found.parts.append(((0, 0), (0, 0)))


#: A number of a place of work that looks like the generation of a family.
_ROMAN_MARK = re.compile(r"\s+(I{1,3}|IV|VI{0,3})$")


def _without_roman_marks(draft: Draft, found: Names) -> None:
    """Cut off Roman numbers behind names, if they differ: nobody's family tells its generations in one byline."""
    marks = [_ROMAN_MARK.search(draft.text[slice(*span)]) for span in found.spans]
    if len({mark[1] for mark in marks if mark}) > 1:
        found.spans = [
            (a, a + mark.start()) if mark and part[0] == part[1] else (a, b)
            for (a, b), mark, part in zip(found.spans, marks, found.parts, strict=True)
        ]


def _torn(chunk: Sequence[tuple[Line, int, int]]) -> bool:
    """Whether the two lines between two cuts are the given names and the surname of one person."""
    if len(chunk) != 2:
        return False
    if all(looks_like_a_name(line.text[a:b]) for line, a, b in chunk):
        return False
    words = [line.text[a:b].split() for line, a, b in chunk]
    return len(words[0]) == 1 or len(words[1]) == 1


def offer_names(draft: Draft, candidate: Candidate, names: Names, certainty: Certainty = Certainty.LAID_OUT) -> None:
    """Let a candidate for the byline name these people."""
    told = surnames_told([draft.text[slice(*span)] for span in names.spans])
    for number, (span, parts) in enumerate(zip(names.spans, names.parts, strict=True)):
        candidate.infer(("contributors", number, "type"), "author", "the byline names the authors")
        base = ("contributors", number, "names", 0)
        if parts[0] != parts[1]:
            candidate.infer((*base, "style"), "western", "the surname stands on the second line")
            draft.cite(candidate, (*base, "given"), parts[0], certainty=certainty)
            draft.cite(candidate, (*base, "surname"), parts[1], certainty=certainty)
            continue
        offer_name(draft, candidate, base, span, certainty, told[number])


def offer_name(
    draft: Draft,
    candidate: Candidate,
    base: tuple[str | int, ...],
    span: Span,
    certainty: Certainty,
    surnames: frozenset[str] = frozenset(),
) -> None:
    """Let a candidate quote one name, split if it tells how, or if the order of the others tells its surname."""
    if title := TITLES.match(draft.text, *span):
        span = title.end(), span[1]
    name = draft.text[slice(*span)]
    if is_organisation(name):
        draft.cite(candidate, (*base, "organisation"), span, reason="its words are an organisation's")
        return
    parts = (split(name, surnames) if surnames else None) or split(name, japanese=draft.japanese)
    if parts is None:
        draft.cite(candidate, (*base, "unsplit"), span, certainty=certainty)
        return
    where = "first" if parts.style == "eastern" or "," in name else "last"
    candidate.infer((*base, "style"), parts.style, f"the surname is printed {where}")
    for part, place in (("surname", parts.surname), ("given", parts.given), ("suffix", parts.suffix)):
        if place:
            draft.cite(
                candidate,
                (*base, part),
                (span[0] + place[0], span[0] + place[1]),
                reason=f"an item of the byline; its surname is printed {where}",
                certainty=Certainty.INFERRED,
            )
