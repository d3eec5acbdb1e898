"""DOI, ISSN and licence, as the page shows them."""

from __future__ import annotations

import re

from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.tree import Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_K = SourceKind

_DOI_LINE = re.compile(
    r"(?:(?:article |paper )?(?:DOI|Digital Object Identifier|CrossRef DOI)(?: ?号)?\s{0,3}[:：]?\s{0,3})?"
    r"(?:https?://(?:dx\.|www\.)?doi\.org/)?(10\.\d{4,9}(?:\.\d+)*/[^\s<>\"，。；]{1,200})(?:\s{0,3}\(?(?:Paper|Article|external link)\)?.{0,60})?",
    re.IGNORECASE,
)


_DOI_IN = re.compile(r"(?:doi\.org/|\bdoi\s?[:：]?\s?)(10\.\d{4,9}(?:\.\d+)*/[^\s<>\"，。；]{1,200})", re.IGNORECASE)


def offer_dois(sheet: Sheet, view: View, references: Span | None, head: int) -> None:
    """Offer the DOIs on lines of their own, and those close to the title."""
    count = 0
    for line in view.lines:
        if line.end - line.start > 800 or line.inside(references) or "10." not in line.text:
            continue
        if len(line.text) <= 250 and (match := _DOI_LINE.fullmatch(line.text.strip())):
            offset = line.text.index(match[0])
            value = match[1].rstrip(".,;")
            span = line.content.span(offset + match.start(1), offset + match.start(1) + len(value))
            candidate = sheet.offer("doi", _K.BODY if count else _K.CITATION)
            candidate.set(("type",), "doi").quote(("value",), _before_tag(view.page.text, span), normalisation="html")
            sheet.take_span(line.start, line.end, "doi")
            count += 1
            if count >= 4:
                return
        elif len(line.text) <= 300 and head - 10 <= line.index <= head + 40 and (match := _DOI_IN.search(line.text)):
            value = match[1].rstrip(".,;)")
            span = line.content.span(match.start(1), match.start(1) + len(value))
            sheet.offer("doi", _K.BODY).set(("type",), "doi").quote(
                ("value",), _before_tag(view.page.text, span), normalisation="html"
            )


_LINK_END = re.compile(r"</?(?:a|span|strong|button)\b", re.IGNORECASE)


def _before_tag(source: str, span: Span) -> Span:
    """Return where a DOI ends whose link or element ends inside of what looks like it: other words stand behind it."""
    end = _LINK_END.search(source, *span)
    return (span[0], end.start()) if end and end.start() - span[0] > _LEAST_DOI else span


#: Characters of a DOI, at the least.
_LEAST_DOI = 8
#: A DOI in the address of a page, without what the site adds to it.
_ADDRESS = re.compile(
    r"/(10\.\d{4,9}(?:\.\d+)*/[^\s?#&<>\"]{1,150}?)/?(?:(?:/|\.)(?:full|abstract|abs|pdf|epdf|html?|full-?text|meta|summary|references|fulltext\.html?))?"
    r"(?:[?#].{0,300})?",
    re.IGNORECASE,
)


def offer_address(sheet: Sheet, page: Page) -> None:
    """Offer the DOI that stands in the page's own address, as the page states it."""
    spans = [e.span("href") for e in page.all("link") if e.get("rel").lower() == "canonical"]
    spans += [e.span("content") for e in page.all("meta") if e.get("property").lower() == "og:url"]
    for span in spans:
        if (
            span
            and (at := page.text.find("/10.", *span)) >= 0
            and (match := _ADDRESS.fullmatch(page.text, at, span[1]))
        ):
            sheet.offer("doi", _K.ADDRESS).set(("type",), "doi").quote(
                ("value",), match.span(1), normalisation="attribute"
            )
            return


_CC = re.compile(
    r"https?://creativecommons\.org/(?:licenses/[a-z-]+/\d\.\d(?:/(?!legalcode|deed)[a-z-]{2,8})?|publicdomain/[a-z]+/\d\.\d)/?"
)


def offer_licence(sheet: Sheet, page: Page) -> None:
    """Offer the first licence that the page links."""
    for element in page.all("a", "link"):
        span = element.attributes_at
        if "creativecommons.org" not in page.text[slice(*span)] or not (href := element.span("href")):
            continue
        if match := _CC.search(page.text, *href):
            sheet.offer("licence", _K.BODY).quote(("licences", 0, "url"), match.span(), reason="the licence's link")
            return


_ISSN = re.compile(
    r"(?:(?P<before>print|online|electronic|[ep])[\s-]{0,2})?\bISSN(?:[\s-]{0,2}L)?\s{0,3}(?:\((?P<inside>[^)<>]{1,20})\))?"
    r"(?:\s|[:：]|<[^<>]{0,80}>|&nbsp;){0,8}(?P<issn>\d{4}-\d{3}[\dXx])(?![\d-])(?:\s{0,3}\((?P<after>print|online|electronic)\))?",
    re.IGNORECASE,
)


_ISSN_WORD = re.compile("ISSN")


def offer_issns(sheet: Sheet, page: Page) -> None:
    """Offer the ISSNs that the page prints, with the words beside them."""
    until = 0
    for number, word in enumerate(_ISSN_WORD.finditer(page.text)):
        if number >= 40:
            return
        match = next(_ISSN.finditer(page.text, max(until, word.start() - 14), word.end() + 200), None)
        if match is None:
            continue
        until = match.end()
        around = page.around(match.start("issn"))
        if around is None or around.tag in ("script", "style", "title", "option"):
            continue
        others = list(_ISSN_BESIDE.finditer(page.text, match.end(), match.end() + 60))
        if any("reference" in a.marked or a.tag == "li" for a in [around, *list(around.ancestors())[:3]]):
            continue
        said = match["before"] or match["inside"] or match["after"] or ""
        _offer_issn(sheet, match.span("issn"), match["issn"], said)
        for other in others:
            _offer_issn(sheet, other.span("issn"), other["issn"], other["after"] or "")


_ISSN_BESIDE = re.compile(
    r"(?<=[,;/ ])(?P<issn>\d{4}-\d{3}[\dXx])(?![\d-])(?:\s{0,3}\((?P<after>print|online|electronic)\))?", re.I
)


def _offer_issn(sheet: Sheet, span: Span, issn: str, said: str) -> None:
    candidate = sheet.offer("issn", _K.FURNITURE, issn.replace("-", "").upper()).quote(("value",), span)
    said = said.lower()
    form = "electronic" if said[:1] in ("o", "e") or "online" in said else "print" if said[:1] == "p" else ""
    if form:
        candidate.infer(("format",), form, "the word beside it")
