"""Who holds the rights, the licence, and who paid, where the page says so of the article."""

from __future__ import annotations

import re

from jatskit.language import width
from jatskit.layouts.rights import (
    COPYRIGHT,
    LICENCE_ADDRESS,
    LICENCE_NAME,
    NO_HOLDER,
    OF_THE_ARTICLE,
    OF_THE_SITE,
    licence_address,
)
from jatskit.protocols import Certainty, Span
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.recognisers.abstract import is_ended
from jatskit.readers.sheet import Sheet

#: Characters of a line that may state rights, and the columns that a statement of funding has at least and at most.
_LONGEST, _LEAST, _MOST = 1500, 24, 3000
#: Characters before a licence in which it is said whose it is.
_NEAR = 100
#: Lines that an extractor breaks a statement into, at most.
_LINES = 30


def recognise(draft: Draft) -> None:
    """Read the licence, the line of copyright and the statement of funding, once each."""
    lines = [
        line
        for line in draft.lines
        if len(line.text) <= _LONGEST and draft.rule(line) not in ("reference-list", "abstract")
    ]
    _read_licence(draft, lines)
    _read_copyright(draft, lines)
    _read_funding(draft)


def _read_licence(draft: Draft, lines: list[Line]) -> None:
    """Infer the address of the licence that the page names, if all that it names is one."""
    found: dict[str, tuple[Span, ...]] = {}
    for line in lines:
        for match in (*LICENCE_ADDRESS.finditer(line.text), *LICENCE_NAME.finditer(line.text)):
            if not OF_THE_SITE.within(line.text[max(0, match.start() - _NEAR) : match.start()]):
                span = line.start + match.start(), line.start + match.end()
                found.setdefault(str(licence_address(match[0])), draft.page.spans(*span))
    if not found and draft.page.starts:
        # The targets of links are not shown.
        source = draft.source.text
        for match in LICENCE_ADDRESS.finditer(source):
            before = source[max(0, match.start() - 2 * _NEAR) : match.start()]
            if OF_THE_ARTICLE.within(before) and not OF_THE_SITE.within(before):
                found.setdefault(str(licence_address(match[0])), (match.span(),))
    if len(found) == 1:
        (spans,) = found.values()
        path = ("permissions", "licences", 0, "url")
        reason = "the licence that is named here; its address as Creative Commons writes it"
        Sheet.quote(draft, path, *spans, reason=reason, normalisation="licence", certainty=Certainty.STATED)
        for line in lines:
            if draft.is_free(line) and OF_THE_ARTICLE.within(line.text) and _names_licence(line):
                draft.take(line, "licence")


def _names_licence(line: Line) -> bool:
    return LICENCE_ADDRESS.search(line.text) is not None or LICENCE_NAME.search(line.text) is not None


def _read_copyright(draft: Draft, lines: list[Line]) -> None:
    """Quote the year and the holder, if the year is the article's; the line at the foot has the site's."""
    years = {value for path, value in draft.values() if path[0] == "publication_dates" and path[-1] == "year"}
    years = {int(str(year)) for year in years}
    found: dict[str, tuple[Line, re.Match[str]]] = {}
    for line in lines:
        match = COPYRIGHT.search(line.text[:200])
        if match is None or OF_THE_SITE.within(line.text) or int(match["year"]) not in years:
            continue
        if NO_HOLDER.starts(match["holder"]) or "http" in match["holder"]:
            continue
        found.setdefault(draft.folded(line)[:40], (line, match))
    holders = {match["holder"].casefold().rstrip(" .,") for _, match in found.values()}
    if len(holders) != 1:
        return
    line, match = next(iter(found.values()))
    year = line.start + match.start("year"), line.start + match.end("year")
    holder = line.start + match.start("holder"), line.start + match.start("holder") + len(match["holder"].rstrip(" ,"))
    if any(_overlap(draft, span) for span in (year, holder)):
        return
    reason = "the line of copyright, whose year is the article's"
    draft.quote(("permissions", "years", 0), year, reason=reason, normalisation="number", certainty=Certainty.STATED)
    draft.quote(("permissions", "holders", 0), holder, reason=reason, certainty=Certainty.STATED)
    if draft.is_free(line):
        draft.take(line, "copyright")


def _overlap(draft: Draft, span: Span) -> bool:
    """Whether something is quoted from a stretch of the page already."""
    start, end = draft.page.at(span[0]), draft.page.at(span[1] - 1) + 1
    return any(a < end and start < b for a, b in draft.quoted_spans())


def _read_funding(draft: Draft) -> None:
    """Quote the first statement of funding that a label announces."""
    for line in list(draft.free()):
        label = draft.labels.get(line.index)
        if label is None or label.field != "funding" or draft.has("funding_statements"):
            continue
        path = ("funding_statements", 0)
        if label.end < len(line.text):
            if width(line.text[label.end :]) >= _LEAST:
                draft.take(line, "label")
                span = (line.start + label.end, line.end)
                draft.quote(path, span, reason="behind its label", certainty=Certainty.STATED)
            continue
        below = _below(draft, line)
        if below:
            for part in (line, *below):
                draft.take(part, "label" if part is line else "funding")
            spans = draft.joined(below[0].index, below[-1].index)
            draft.quote(path, *spans, reason="below its label", normalisation="pieces", certainty=Certainty.STATED)


def _below(draft: Draft, label: Line) -> list[Line]:
    """Return the lines of the sentence or sentences below a label; none if they have no end."""
    below: list[Line] = []
    for line in draft.lines[label.index + 1 : label.index + 1 + _LINES]:
        if not draft.is_free(line) or line.index in draft.labels or line.heading:
            break
        below.append(line)
        following = draft.lines[line.index + 1].text if line.index + 1 < len(draft.lines) else ""
        if is_ended(line.text) and not (following[:1].islower() or following[:1] in tuple(",.;:)")):
            break
    size = sum(width(line.text) for line in below)
    return below if below and _LEAST <= size <= _MOST and is_ended(below[-1].text) else []
