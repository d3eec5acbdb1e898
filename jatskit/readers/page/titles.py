"""Lines that may be a title, and where a page says a title that is known: what all who look for titles share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from jatskit.language import HAN, has_han, width
from jatskit.layouts import PARTS, furniture_in
from jatskit.layouts.frame import COUNTS, NOTICES
from jatskit.layouts.head import AFFILIATION, AFTER_NAMES, BETWEEN, JOURNAL, PLATFORM
from jatskit.layouts.menus import is_path
from jatskit.layouts.places import states_a_place
from jatskit.protocols import Certainty, Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import cut_names

_PARTING = re.compile(
    rf"\s+[|｜·•]\s+|\s+[-–—]{{1,2}}\s+|\s*::\s*|(?<=[A-Za-z]):\s+|(?<=[{HAN}])[-–](?=\w)|\s*[_|｜](?=\S)|\t-?\s*|\s+»\s+"
)
_NAME_MARKS = re.compile(rf"[;*†‡]|(?<=[a-z{HAN}])\d")
_DOI = re.compile(r"(?:doi[:.\s]|doi\.org/)\s{0,3}10\.", re.IGNORECASE)
_LONGEST_PLACE = 260
_FIRST_LINES, _SEGMENTS, _TORN = 8, 8, 14
_LEAST, _LEAST_HAN, _LONGEST = 15, 7, 600


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
        and not (AFFILIATION.within(text) and "," in text)
        and not PARTS["volume"].within(text)
        and "://" not in text
        and "©" not in text
        and not is_of_the_frame(text)
        and not _DOI.search(text)
        and not _is_list_of_names(text)
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
    pieces = draft.joined(first, last)
    draft.cite(
        draft.offer("title", SourceKind.HEADING),
        (),
        *pieces,
        reason=reason,
        normalisation="pieces" if len(pieces) > 1 else "line",
        certainty=Certainty.LAID_OUT,
    )


def _take(draft: Draft, first: int, last: int, runs: Sequence[Span]) -> None:
    draft.marks["title"] = first
    draft.marks["title-end"] = last
    for a, b in runs:
        for line in draft.lines[a : b + 1]:
            if draft.is_free(line):
                draft.take(line, "title" if a == first else "repeated-title")


def document_title(draft: Draft) -> tuple[list[Span], set[str]]:
    """Return where the page says again what one of its first lines says, and what else that line says, folded."""
    best: tuple[int, list[Span], set[str]] = (0, [], set())
    first = [line for line in draft.lines[:_FIRST_LINES] if _LEAST_HAN <= len(line.text) <= _LONGEST]
    joined = _joined_first(draft)
    for text, own in [*((line.text, (line.index, line.index)) for line in first), *joined]:
        parts = _parts(text)
        for a in range(len(parts)):
            for b in range(a + 1, len(parts) + 1):
                known = folded(text[parts[a][0] : parts[b - 1][1]])
                if len(known) <= best[0] or not _long_enough(text, known):
                    continue
                whole = a == 0 and b == len(parts)
                runs = [run for run in runs_of(draft, known) if whole or run[0] > own[1]]
                piece = text[parts[a][0] : parts[b - 1][1]]
                if JOURNAL.expression.match(piece.strip()) and len(piece.split()) <= 7 and not whole:
                    continue
                again = [run for run in runs if run[0] > own[1] and not _by_parts(draft, run, text, parts[a:b])]
                if again and not PLATFORM.whole(text[parts[a][0] : parts[b - 1][1]]):
                    others = {folded(text[c:d]) for n, (c, d) in enumerate(parts) if not a <= n < b}
                    best = (len(known), runs, others)
    return best[1], best[2]


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
            ):
                yield line.start + start, line.start + end
