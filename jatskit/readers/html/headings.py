"""The title: the heading that people see, and the title of the document."""

from __future__ import annotations

import re

from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_K = SourceKind
_FOOTNOTES = re.compile(
    r"(?:\s|<sup[^>]{0,200}>(?:(?!</sup>).){0,200}</sup>|[†‡§¶]|\*(?!\w)|"
    r"<a [^>]{0,300}>\s*(?:<[^>]{0,100}>)?[†*‡§¶#]\s*(?:<[^>]{0,100}>)?\s*</a>|<(?:br|/span|span[^>]{0,100})/?>)+$",
    re.DOTALL,
)


def main_heading(page: Page) -> Element | None:
    """Return the heading that is the article's title, if one is told by the document's title or by being alone."""
    title = next((folded(e.words) for e in page.all("title") if e.words), "")
    found: list[tuple[int, Element]] = []
    for element in page.all("h1", "h2", "h3")[:60]:
        if element.end - element.start > 6000 or any(a.tag in ("nav", "footer", "aside") for a in element.ancestors()):
            continue
        text = folded(element.words)
        if len(text) < 4:
            continue
        marked = bool(re.search(r"title|headline|citation", element.marked)) and element.tag != "h3"
        inside = text in title or (len(title) > 20 and title in text)
        # The journal is in the document's title too, behind the article's or before it.
        score = (4 if inside and len(text) > 20 else 1 if inside else 0) + (2 if element.tag == "h1" else 0) + marked
        if inside and 2 * len(text) >= len(title):
            score += 2
        if score >= 3:
            found.append((score, element))
    if found:
        return max(found, key=lambda item: (item[0], -item[1].index))[1]
    alone = [e for e in page.all("h1") if e.words]
    return alone[0] if len(alone) == 1 and len(alone[0].words) > 12 else None


def offer_headings(sheet: Sheet, view: View) -> None:
    page = view.page
    if (heading := main_heading(page)) and (span := without_footnotes(page, *heading.content)):
        sheet.offer("title", _K.HEADING).quote((), span, normalisation="rich html")
    for element in page.all("title")[:1]:
        if element.words and (span := without_site(page, *element.content)):
            sheet.offer("title", _K.TITLE_TAG).quote((), span, normalisation="html")


_SITE = re.compile(r"\s+[|·•–—]\s+|\s+-\s+|\s*\|\s*")


def without_site(page: Page, start: int, end: int) -> Span | None:
    """Return the document's title without the names of the site around it."""
    text = page.text[start:end]
    pieces: list[Span] = []
    at = 0
    for match in [*_SITE.finditer(text), None]:
        stop = match.start() if match else len(text)
        pieces.append((at, stop))
        at = match.end() if match else stop
    longest = max(pieces, key=lambda piece: piece[1] - piece[0])
    return page.trimmed(start + longest[0], start + longest[1])


def without_footnotes(page: Page, start: int, end: int) -> Span | None:
    """Return a heading's content without the marks of footnotes at its end."""
    text = page.text[start:end]
    tail = text[-600:]
    match = _FOOTNOTES.search(tail)
    if match and words(text[: len(text) - len(tail) + match.start()]):
        cut = words(tail[match.start() :])
        if len(cut) <= 6 and not re.search(r"[^\W\d_]{2}", cut):
            end = start + len(text) - len(tail) + match.start()
    return page.trimmed(start, end)
