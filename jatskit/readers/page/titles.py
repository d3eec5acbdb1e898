"""Lines that may be a title, and where a page says a title that is known: what all who look for titles share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from jatskit.language import HAN, has_han, is_dense, width
from jatskit.layouts import PARTS, furniture_in
from jatskit.layouts.frame import COUNTS, NOTICES
from jatskit.layouts.head import AFFILIATION, AFTER_NAMES, BETWEEN, JOURNAL, PLATFORM
from jatskit.layouts.menus import is_path
from jatskit.layouts.places import MONTH, states_a_place
from jatskit.names import looks_like_a_name
from jatskit.protocols import Certainty, Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import cut_names, is_affiliated, is_list_of_names

_PARTING = re.compile(
    rf"\s+[|｜·•]\s+|\s+[-–—]{{1,2}}\s+|\s*::\s*|(?<=[A-Za-z]):\s+|(?<=[{HAN}])[-–](?=\w)|\s*[_|｜](?=\S)|\t-?\s*|\s+»\s+"
)
_NAME_MARKS = re.compile(rf"[;*†‡]|(?<=[a-z{HAN}])\d|(?<=[{HAN}]{{2}})\s\d(?=[\s,，;；]|$)")
#: What a page glues before a title: a date, or the journal with its year. Such a line is more than a title.
_BEFORE_TITLE = re.compile(
    rf"\d{{1,2}}\s{MONTH}\s(?:19|20)\d\d\b|{MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d\b|(?:[^\W\d_]{{1,12}}\.?\s){{0,5}}[^\W\d_]{{1,12}}\.?,\s(?:19|20)\d\d,\s",
    re.IGNORECASE,
)
#: A heading that is numbered, or an item.
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s")
_FOOTNOTES = " *†‡§¶☆★⋆✩"
_GLUED_NUMBER = re.compile(r"[^\W\d_]\d\Z")
_DOI = re.compile(r"(?:doi[:.\s]|doi\.org/)\s{0,3}10\.", re.IGNORECASE)
_LONGEST_PLACE = 260
_FIRST_LINES, _SEGMENTS, _TORN = 8, 8, 14
#: Letters and words from which on a part of a document's title is looked for inside of lines.
_INSIDE, _FEW = 30, 3
#: Words that the title of a journal has at most.
_JOURNAL_WORDS = 7
#: Columns that a name on a line of its own has at most.
_NAME = 40
_SHORTEST, _LEAST, _LEAST_HAN, _LONGEST = 5, 15, 7, 600


def could_be_title(draft: Draft, line: Line) -> bool:
    """Whether a line might be a title, whatever stands around it."""
    text = line.text
    return (
        line.index not in draft.labels
        and width(text) <= _LONGEST
        and _long_enough(text, folded(text))
        and len(text.split()) > (0 if has_han(text) else 2)
        and not furniture_in(text)
        and not is_path(text)
        and not BETWEEN.whole(text)
        and not AFTER_NAMES.starts(text)
        and not PLATFORM.whole(text)
        and not (AFFILIATION.within(text) and ("," in text or text[0].isdigit()))
        and not (text[0].isdigit() and is_affiliated(text))
        and not _BEFORE_TITLE.match(text)
        and not PARTS["volume"].within(text)
        and "://" not in text
        and "©" not in text
        and not is_of_the_frame(text)
        and not _DOI.search(text)
        and not _is_list_of_names(text)
        and not is_list_of_names(draft, text)
        and text[0] not in "<>"
        and not _NUMBERED.match(text)
        and not (len(text) < _LONGEST_PLACE and states_a_place(text))
    )


def is_of_the_frame(text: str) -> bool:
    """Whether a line that looks like a title is the page's: a count, a label with its value, a notice, a button."""
    return COUNTS.starts(text) or NOTICES.starts(text)


def _is_list_of_names(text: str) -> bool:
    """Whether a line parts names by marks or semicolons, as only a byline does."""
    return len(_NAME_MARKS.findall(text)) > 1 and len(cut_names(text)) > 1


def _long_enough(text: str, known: str) -> bool:
    return len(known) >= (_LEAST_HAN if has_han(text) else _LEAST)


def runs_of(draft: Draft, known: str) -> list[tuple[int, int]]:
    """Return the runs of whole lines that say a title which is known, folded."""
    runs: list[tuple[int, int]] = []
    if not known:
        return runs
    header = draft.marks.get("header", -1)
    for line in draft.lines:
        if line.index <= header:
            continue
        at, place = line.index, 0
        while at < len(draft.lines) and at - line.index < _TORN:
            piece = draft.folded(draft.lines[at])
            if not known.startswith(piece, place) or (not piece and at == line.index):
                break
            place += len(piece)
            if place == len(known):
                runs.append((line.index, at))
                break
            at += 1
    return runs


def offer_run(draft: Draft, runs: Sequence[Span], reason: str) -> None:
    """Offer the lines of the first of these runs as the title, and take all of them."""
    first, last = runs[0]
    _take(draft, first, last, runs)
    pieces = _without_mark(draft, draft.joined(first, last))
    if first == last < _FIRST_LINES:
        pieces = (without_site(draft, *pieces[0]),)
    draft.cite(
        draft.offer("title", SourceKind.HEADING),
        (),
        *pieces,
        reason=reason,
        normalisation="pieces" if len(pieces) > 1 else "line",
        certainty=Certainty.LAID_OUT,
    )


def _without_mark(draft: Draft, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut off the mark of a footnote, and a number that is glued to a title if the page says the title without it, too."""
    *before, (start, end) = pieces
    if bare := len(draft.text[start:end].rstrip(_FOOTNOTES)):
        end = start + bare
        pieces = (*before, (start, end))
    if not _GLUED_NUMBER.search(draft.text, max(start, end - 2), end):
        return pieces
    known = folded("".join(draft.text[a:b] for a, b in pieces))
    if any(known[:-1] in draft.folded(line) and known not in draft.folded(line) for line in draft.lines):
        return (*before, (start, end - 1))
    return pieces


def _take(draft: Draft, first: int, last: int, runs: Sequence[Span]) -> None:
    draft.marks["title"] = first
    draft.marks["title-end"] = last
    for a, b in runs:
        for line in draft.lines[a : b + 1]:
            if draft.is_free(line):
                draft.take(line, "title" if a == first else "repeated-title")


def document_title(draft: Draft) -> tuple[list[Span], set[str], bool]:
    """Return where the page says again what one of its first lines says, and what else that line says, folded.

    The third value says whether it is sure: where the line says something longer that the page does not say by itself,
    what it does say may be the journal. Both are returned where the page says the start of the line and something longer.
    """
    best = _Said()
    leading = _Said()
    longer = 0
    # A list of references may cite one work twice.
    head = draft.lines[: min(_FIRST_LINES, draft.marks.get("references", len(draft.lines)))]
    first = [line for line in head if _LEAST_HAN <= len(line.text) <= _LONGEST]
    for text, own in [*((line.text, (line.index, line.index)) for line in first), *_joined_first(draft)]:
        parts = _parts(text)
        for a in range(len(parts)):
            for b in range(a + 1, len(parts) + 1):
                piece = text[parts[a][0] : parts[b - 1][1]]
                known = folded(piece)
                small = len(known) <= best.length and (a or len(known) <= leading.length)
                whole = a == 0 and b == len(parts)
                # Before the name of a site stands the title, however short.
                before_site = (
                    a == 0 and not whole and PLATFORM.whole(text[slice(*parts[-1])]) and len(known) >= _SHORTEST
                )
                if small or not (before_site or _long_enough(text, known)):
                    continue
                if is_of_the_frame(piece) or PLATFORM.whole(piece) or _is_of_people(piece):
                    continue
                if is_of_a_site(piece):
                    continue
                runs = [run for run in runs_of(draft, known) if whole or run[0] > own[1]]
                if not any(run[0] > own[1] and not _by_parts(draft, run, text, parts[a:b]) for run in runs):
                    continue
                others = {folded(text[c:d]) for n, (c, d) in enumerate(parts) if not a <= n < b}
                said = _Said(len(known), runs, others)
                if a == 0 and len(known) > leading.length:
                    leading = said
                if len(known) > best.length:
                    best, longer = said, max(map(len, others), default=0)
    if leading.runs and leading.length < best.length and not set(leading.runs) & set(best.runs):
        return [*leading.runs, *best.runs], best.others & leading.others, False
    return best.runs, best.others, longer <= best.length


def without_site(draft: Draft, start: int, end: int, sites: Set[str] = frozenset()) -> Span:
    """Return a title without the names of sites and journals that a document's title has before and behind it.

    `sites` are such names that are known, folded.
    """
    text = draft.text[start:end]
    parts = _parts(text) if len(text) <= _LONGEST else [(0, len(text))]

    def of_a_site(part: Span) -> bool:
        return is_of_a_site(text[slice(*part)]) or folded(text[slice(*part)]) in sites

    while len(parts) > 1 and of_a_site(parts[-1]):
        parts.pop()
    while len(parts) > 1 and of_a_site(parts[0]):
        parts.pop(0)
    return start + parts[0][0], start + parts[-1][1]


def is_of_a_site(piece: str) -> bool:
    """Whether a part of a document's title, or a line, names a site or, by its words, a journal."""
    name = piece.strip(" >»›")
    return PLATFORM.whole(name) or (JOURNAL.starts(name) and len(name.split()) <= _JOURNAL_WORDS)


def said_inside(draft: Draft, end: int) -> tuple[Span, Line] | None:
    """Return where, in a line before the line `end`, the title stands that one of the first lines says, among other words."""
    for first in draft.lines[:_FIRST_LINES]:
        if len(first.text) > _LONGEST:
            continue
        parts = _parts(first.text)
        for a in range(len(parts)):
            for b in range(len(parts), a, -1):
                piece = first.text[parts[a][0] : parts[b - 1][1]].strip()
                if len(piece) < _INSIDE or len(piece.split()) < _FEW or (a == 0 and b == len(parts)):
                    continue
                if (
                    is_of_the_frame(piece)
                    or is_of_a_site(piece)
                    or _is_subtitle(first.text, parts[a][0], parts[b - 1][1])
                ):
                    continue
                for line in draft.lines[first.index + 1 : end]:
                    if piece in line.text and draft.is_free(line):
                        start = line.start + line.text.index(piece)
                        return (start, start + len(piece)), line
    return None


def _is_subtitle(text: str, start: int, end: int) -> bool:
    """Whether a colon parts a stretch from the rest: a title from its subtitle."""
    return text[end : end + 1] == ":" or text[:start].rstrip().endswith(":")


@dataclass(slots=True)
class _Said:
    """What a page says again: how long it is, where, and what else its line says."""

    length: int = 0
    runs: list[Span] = field(default_factory=list)
    others: set[str] = field(default_factory=set)


def _is_of_people(text: str) -> bool:
    """Whether a line that a page says twice is a name, or where somebody works."""
    return ("," in text and is_affiliated(text)) or (width(text) < _NAME and looks_like_a_name(text.strip()))


def _by_parts(draft: Draft, run: Span, text: str, parts: Sequence[Span]) -> bool:
    """Whether the lines of a run are the parts of a document's title one by one, and so not one title."""
    said = {folded(text[start:end]) for start, end in parts}
    return run[1] > run[0] and len(said) > 1 and folded(draft.lines[run[0]].text) in said


def _joined_first(draft: Draft) -> list[tuple[str, Span]]:
    """Return the first lines put together, for a document's title that is broken."""
    lines = list(takewhile(lambda line: len(line.text) <= _LONGEST, draft.lines[:5]))
    return [(" ".join(line.text for line in lines[:n]), (0, n - 1)) for n in range(2, len(lines) + 1)]


def _parts(text: str) -> list[Span]:
    cuts = [m.span() for m in _PARTING.finditer(text)][: _SEGMENTS - 1]
    return list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True))


def journals_of(draft: Draft) -> Iterable[Span]:
    """Yield the other parts of a document's title that stand on the page as lines of their own."""
    lines = {draft.folded(line) for line in draft.lines[1:]}
    title = folded(draft.offers("title")[0].quoted) if draft.offers("title") else ""
    for line in draft.lines[:_FIRST_LINES]:
        if len(line.text) > _LONGEST or not title or folded(line.text) == title:
            continue
        about = title in folded(line.text)
        for start, end in _parts(line.text):
            text = line.text[start:end]
            known = folded(text)
            if (
                known
                and known not in title
                and len(_parts(line.text)) > 1
                and (known in lines if about else JOURNAL.expression.match(text.strip()))
                and not PLATFORM.whole(text.strip())
                and not text.strip().isdigit()
                # The other title of a page in two languages is no journal.
                and (is_dense(text) == is_dense(draft.offers("title")[0].quoted) or JOURNAL.within(text) is not None)
            ):
                yield line.start + start, line.start + end
