"""The journal's ISSNs and its publisher, where the page prints them: beside the journal's name, or at the foot."""

from __future__ import annotations

from jatskit.layouts.imprint import (
    ISSN_NUMBER,
    ISSN_WORD,
    PUBLISHED_BY,
    PUBLISHER_LABEL,
    PUBLISHER_WORD,
    RIGHTS,
    format_beside,
    is_house,
)
from jatskit.protocols import Certainty, Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line

_K = SourceKind
#: Characters of a line that may be an imprint, and not prose; of the words around an ISSN.
_LONGEST, _SHORT = 400, 40
#: A page that prints more numbers lists journals.
_MOST_ISSNS = 3
#: Lines below the word within which its number stands, where each has a line.
_BELOW = 2
#: Years by which a copyright line may differ from the article's own.
_YEARS = 1


def recognise(draft: Draft) -> None:
    """Offer the ISSNs and the publisher, and settle them."""
    lines = [line for line in draft.lines if len(line.text) <= _LONGEST and draft.rule(line) != "reference-list"]
    _offer_issns(draft, [line for line in lines if ISSN_WORD.search(line.text)])
    _offer_publisher(draft, lines)
    for variant in draft.variants("issn"):
        draft.settle("issn", variant)
    draft.settle("publisher")


def _offer_issns(draft: Draft, lines: list[Line]) -> None:
    found: dict[str, list[tuple[Span, str]]] = {}
    for line in lines:
        above = draft.lines[line.index - 1].text if line.index else ""
        words = above if len(above) <= _SHORT and not ISSN_NUMBER.expression.search(above) else ""
        for beside in draft.lines[line.index : line.index + _BELOW + 1]:
            if beside is not line and len(beside.text) > _SHORT:
                break
            end = 0
            for match in ISSN_NUMBER.expression.finditer(beside.text):
                before = beside.text[end : match.start()][-_SHORT:]
                said = format_beside(match["after"] or "") or format_beside(before) or format_beside(words)
                end = match.end()
                span = beside.start + match.start("issn"), beside.start + match.end("issn")
                found.setdefault(match["issn"].upper(), []).append((span, said))
                words = ""
            if end:
                _take(draft, line, beside)
                break
            words = f"{words} {beside.text}"
    if len(found) > _MOST_ISSNS:
        return
    for number, places in found.items():
        for span, said in places:
            candidate = draft.cite(draft.offer("issn", _K.LABEL, number), ("value",), span)
            if said:
                candidate.infer(("format",), said, "the word beside it")


def _take(draft: Draft, first: Line, last: Line) -> None:
    """Take the lines of an ISSN that say no more than which it is."""
    for line in draft.lines[first.index : last.index + 1]:
        if draft.is_free(line) and len(line.text) <= 2 * _SHORT:
            draft.take(line, "issn")


def _offer_publisher(draft: Draft, lines: list[Line]) -> None:
    """Offer what a label, the words “published by” or a copyright line of the article's year names."""
    years = {str(year) for year in _years(draft)}
    for line in lines:
        if match := PUBLISHER_LABEL.expression.match(line.text):
            _offer(draft, _K.LABEL, line, match.span("name"))
        elif match := PUBLISHED_BY.expression.search(line.text):
            _offer(draft, _K.BODY, line, match.span("name"))
        elif PUBLISHER_WORD.fullmatch(line.text):
            below = draft.lines[line.index + 1 : line.index + 2]
            if below and is_house(below[0].text):
                _offer(draft, _K.LABEL, below[0], (0, len(below[0].text)))
        elif (match := RIGHTS.expression.search(line.text)) and (match["year"] or match["behind"]) in years:
            _offer(draft, _K.FURNITURE, line, match.span("name"))


def _years(draft: Draft) -> set[int]:
    found = [date.get(("year",)) for date in (c.values for c in draft.offers("published"))]
    known = {year for year in found if isinstance(year, int)}
    return {year + by for year in known for by in range(-_YEARS, _YEARS + 1)}


def _offer(draft: Draft, kind: SourceKind, line: Line, span: Span) -> None:
    certainty = Certainty.INFERRED if kind is _K.FURNITURE else Certainty.STATED
    reason = "whoever holds the rights is a publishing house" if kind is _K.FURNITURE else ""
    at = line.start + span[0], line.start + span[1]
    draft.cite(draft.offer("publisher", kind), (), at, reason=reason, certainty=certainty)
