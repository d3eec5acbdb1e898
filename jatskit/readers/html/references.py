"""The reference list that people see: its entries, their labels, without the links behind them."""

from __future__ import annotations

import re

from jatskit.layouts import LabelMatch, furniture_in
from jatskit.protocols import Span
from jatskit.protocols.markup import INLINE, words
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.link_words import are_link_words
from jatskit.readers.html.reference_entries import LABEL, LEAST_LETTERS, are_references, listed
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

#: Characters of source beyond which an element of an entry holds more than words for links.
_LONGEST_LINKS = 4000
_MOST = 5000


def offer_list(sheet: Sheet, view: View, labels: dict[int, LabelMatch]) -> Span | None:
    """Offer the reference list of the page, and return where it stands."""
    best = listed(view, labels)
    if not best:
        return _offer_lines(sheet, view, labels)
    _offer(sheet, view, best[:_MOST])
    return best[0].start, best[-1].end


def _offer_lines(sheet: Sheet, view: View, labels: dict[int, LabelMatch]) -> Span | None:
    """Offer the entries that line breaks part, in one block below the label."""
    page = view.page
    for index, label in reversed(labels.items()):
        if label.field != "references" or index + 1 >= len(view.lines):
            continue
        block = _block(page.around(view.lines[index + 1].start))
        entries: list[list[Span]] = []
        numbered = False
        for line in view.lines[index + 1 : index + 1 + _MOST]:
            if block is None or line.start >= block.end or line.index in labels or line.is_long:
                break
            number = LABEL.match(line.text)
            starts = number is not None and bool(number[1])
            numbered = numbered or (starts and not entries)
            if numbered and not starts and entries:
                entries[-1].append((line.start, line.end))
            else:
                entries.append([(line.start, line.end)])
        texts = [words(page.text[spans[0][0] : spans[-1][1]]) for spans in entries]
        if len(entries) > 1 and are_references(texts) and all(len(text) > LEAST_LETTERS for text in texts):
            _offer_spans(sheet, view, entries)
            return entries[0][0][0], entries[-1][-1][1]
    return None


def _block(element: Element | None) -> Element | None:
    while element is not None and element.tag in INLINE:
        element = element.parent
    return element if element is not None and element.tag not in ("body", "html") else None


def _offer(sheet: Sheet, view: View, entries: list[Element]) -> None:
    links: dict[str, bool] = {}
    _offer_spans(sheet, view, [spans for entry in entries if (spans := _pieces(entry, links))])


def _offer_spans(sheet: Sheet, view: View, entries: list[list[Span]]) -> None:
    """Offer entries, each by where its text stands; the label at its beginning is told apart."""
    page = view.page
    candidate = sheet.offer("references", SourceKind.BODY)
    number = 0
    for spans in entries:
        label = None
        if not _NO_LABEL.match(page.text, *spans[0]) and (
            match := LABEL.match((text := Text(page.text, *spans[0])).text)
        ):
            if match.end() and match.end() < len(text.text):
                end = len(match[0].rstrip())
                label = text.span(0, end)
                rest = text.span(match.end(), len(text.text))
                spans = [page.trimmed(*rest) or rest, *spans[1:]]
            elif match.end() == len(text.text) and len(spans) > 1:
                label, spans = spans[0], spans[1:]
        base = ("references", number)
        candidate.set((*base, "id"), f"ref{number + 1}")
        if label:
            candidate.quote((*base, "label"), label, normalisation="html", reason="the label before the entry")
        normalisation = "rich html" if len(spans) == 1 else "html"
        candidate.quote((*base, "raw"), *spans, normalisation=normalisation, reason="an entry of the reference list")
        number += 1
    if not number:
        candidate.values.clear()


_OPENING = re.compile(r"[\[(](?:\s|&nbsp;|&#160;|&#xa0;){0,6}$", re.IGNORECASE)
_CLOSING = re.compile(r"(?:\s|&nbsp;|&#160;|&#xa0;){0,6}[\])]", re.IGNORECASE)
_DASHES = re.compile(r"(?:\s|&nbsp;)*[-–—](?:\s|&nbsp;)*$")


#: Behind tags and blanks, what begins no label.
_NO_LABEL = re.compile(
    r"(?:<[a-zA-Z/][^<>\"']*+(?:\"[^\"<>]*+\"[^<>\"']*+|'[^'<>]*+'[^<>\"']*+)*+>|\s++)*+[^<\s&\d\[（(［【]"
)
#: A letter or digit that no more than inline tags and marks stand before: then there are words.
_LETTER_FIRST = re.compile(r"(?:</?(?:a|b|cite|em|i|span|strong|sub|sup)(?:\s[^<>]*+)?>|[^<>&\w]++|_++)*+\w")


def _with_brackets(page: Page, start: int, end: int) -> Span:
    """Return a hole with the brackets around it, if there is one on either side."""
    before = _OPENING.search(page.text, max(0, start - 40), start)
    after = _CLOSING.match(page.text, end, end + 40)
    return (before.start(), after.end()) if before and after else (start, end)


def _is_links(source: str) -> bool:
    """Whether a piece of an entry is words for links only, or the site's."""
    text = words(source)
    return bool(text) and (are_link_words(text) or furniture_in(text) is not None)


def _pieces(entry: Element, links: dict[str, bool]) -> list[Span]:
    """Return where an entry's text stands, without the links that the site put behind it.

    `links` holds which pieces of the list are links; most are said for each entry.
    """
    page = entry.page
    holes: list[Span] = []
    for element in entry.within():
        if holes and element.start < holes[-1][1]:
            continue
        if element.tag in ("script", "style", "button", "svg", "img", "input", "select"):
            holes.append((element.start, element.end))
        elif element.tag in ("a", "span", "div", "p", "ul", "small", "cite", "section"):
            source = page.text[element.inner : element.inner_end]
            if len(source) > _LONGEST_LINKS:
                continue
            if source not in links:
                links[source] = _is_links(source)
            if links[source]:
                holes.append(_with_brackets(page, element.start, element.end))
    spans: list[Span] = []
    at = entry.inner
    for start, end in [*holes, (entry.inner_end, entry.inner_end)]:
        span = page.trimmed(at, start)
        if (
            span
            and start < entry.inner_end
            and (dash := _DASHES.search(page.text, max(span[0], span[1] - 40), span[1]))
        ):
            # A dash joins the entry to the link.
            span = page.trimmed(span[0], dash.start())
        if span and (_LETTER_FIRST.match(page.text, *span) or words(page.text[slice(*span)]).strip(" []().,;|·-–—")):
            spans.append(span)
        at = max(at, end)
    return spans
