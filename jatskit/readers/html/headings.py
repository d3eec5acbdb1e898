"""The title: the heading that people see, and the title of the document."""

from __future__ import annotations

import re
from collections.abc import Collection

from jatskit.language import has_han
from jatskit.layouts import label_in
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_K = SourceKind
_FOOTNOTES = re.compile(
    r"(?:\s|(?<!\d)<sup[^>]{0,200}>(?:(?!</sup>).){0,200}</sup>|[†‡§¶☆★✩]|\*(?!\w)|"
    r"<a [^>]{0,300}>\s*(?:<[^>]{0,100}>)?[†*‡§¶#☆★✩]\s*(?:<[^>]{0,100}>)?\s*</a>|<(?:br|/span|span[^>]{0,100})/?>)+$",
    re.DOTALL,
)


def _is_a_label(text: str) -> bool:
    label = label_in(text)
    return label is not None and label.end == len(text)


#: Classes of headings that are titles, and those that are the article's.
_OF_TITLES = re.compile(
    r"(?P<article>article[\s_-]?title|citation__title|hlfld-title|class\s?=\s?[\"']title[\"'])|title|headline|citation"
)
#: A publishing house's name, which is no article's title.
_HOUSE = re.compile(r"(?:[A-Z][\w&.]*\s){1,4}(?:PUBLISHING|Publishing|PRESS|Press|Publishers|Publications|Verlag)")


def is_a_house(text: str) -> bool:
    """Whether a text is the name of a publishing house."""
    return _HOUSE.fullmatch(text) is not None


#: Headings of the first level that are looked at, to tell whether one is alone.
_MOST_HEADINGS = 20


def main_heading(page: Page, journals: Collection[str] = ()) -> Element | None:
    """Return the heading that is the article's title, if one is told by the document's title or by being alone.

    `journals` are the folded names that tags give to the journal; a heading that is one is not the article's.
    """
    title = next((folded(e.words) for e in page.all("title") if e.words), "")
    found: list[tuple[int, Element]] = []
    for element in page.all("h1", "h2", "h3")[:60]:
        if element.end - element.start > 6000 or any(a.tag in ("nav", "footer", "aside") for a in element.ancestors()):
            continue
        said = element.words
        if (label := label_in(said)) and label.field == "title":
            said = said[label.end :]
        text = folded(said)
        if len(text) < 4 or text in journals or _is_a_label(element.words):
            continue
        if is_a_house(element.words) and text != title:
            continue
        marked = 0
        if element.tag != "h3" and (mark := _OF_TITLES.search(element.marked)):
            marked = 2 if mark["article"] else 1
        inside = text in title or (len(title) > 20 and title in text)
        # The journal is in the document's title too, behind the article's or before it.
        score = (4 if inside and len(text) > 20 else 1 if inside else 0) + (2 if element.tag == "h1" else 0) + marked
        if inside and 2 * len(text) >= len(title):
            score += 2
        if score >= 3:
            found.append((score, element))
    if found:
        return max(found, key=lambda item: (item[0], -item[1].index))[1]
    alone = [e for e in page.all("h1")[:_MOST_HEADINGS] if e.words and not _is_a_label(e.words)]
    alone = [e for e in alone if folded(e.words) not in journals]
    return alone[0] if len(alone) == 1 and len(alone[0].words) > 12 else None


_TITLE_PART = re.compile(
    r"(?:^|[\s_-])(?:title-?text|article-?title|hlfld-title|maintitle|title)(?:$|[\s_-])", re.IGNORECASE
)
#: What sites put into the heading behind the title, in an element of its own.
_BADGE = re.compile(
    r"(?:open access|free(?: access| article)?|full access|pdf|html|new!?|被引(?:量|次数|频次)?.{0,8}|浏览.{0,8}|下载.{0,8}|收藏|引用|分享|"
    r"增强出版|网络首发|check for updates|doi:?.{0,60}|\[?(?:pdf|html|full text).{0,12}\]?|share|cite|print|edit|in english)",
    re.IGNORECASE,
)


def _title_in(heading: Element) -> Span | None:
    """Return where the title stands in its heading: in the part that is marked as it, without badges and footnotes."""
    page = heading.page
    span = heading.content
    within = heading.within()[:200]
    first = next((e for e in within if e.words), None)
    if first and first.start == span[0] and (label := label_in(first.words)) and label.end == len(first.words):
        # `<span>Title:</span>` before it.
        span = page.trimmed(first.end, span[1]) or span
    elif (label := label_in(heading.words)) and label.field == "title" and label.end < len(heading.words):
        text = Text(page.text, *span)
        span = text.span(label.end, len(text.text))
    marked = [e for e in within if _TITLE_PART.search(e.get("class")) and 2 * len(e.words) > len(heading.words)]
    if marked:
        span = marked[0].content
    else:
        for element in reversed(within):
            rest = words(page.text[element.end : span[1]]).strip()
            if element.end <= span[1] and not rest and _BADGE.fullmatch(element.words):
                span = page.trimmed(span[0], element.start) or span
    return without_footnotes(page, *span)


def offer_headings(sheet: Sheet, view: View) -> Element | None:
    """Offer the main heading and the title of the document; return the main heading."""
    page = view.page
    journals = {folded(c.quoted) for c in sheet.offers("journal-title")}
    if (heading := main_heading(page, journals)) and (span := _title_in(heading)):
        sheet.offer("title", _K.HEADING).quote((), span, normalisation="rich html")
    for element in [e for e in page.all("title") if e.words][:1]:
        # Of letters that fold to more than themselves there are few in a line.
        longest = min(600, 2 * len(element.words) + 100)
        lines = {line.folded for line in view.lines if not line.is_long and len(line.text) < longest}
        shown = _shown_piece(page, *element.content, lines)
        if span := shown or without_site(page, *element.content):
            candidate = sheet.offer("title", _K.TITLE_TAG).quote((), span, normalisation="html")
            if shown is None or _is_a_label(element.words):
                candidate.distrusted = "no line of the page says it"
    return heading


_SITE = re.compile(r"\s+[|·•–—]\s+|\s+-\s+|\s*\|\s*")


#: Marks between an article's title and what a site puts around it, without regard to what they may be inside of it.
_MARK = re.compile(r"\s*(?:\||·|•|[–—]{1,2}|_|(?<=\s)[-:]|-(?=\s|[【《])|(?<=[\u3400-\u9fff])[-:：])\s*")
_MOST_PIECES = 8


def _shown_piece(page: Page, start: int, end: int, lines: set[str]) -> Span | None:
    """Return the longest part of the document's title, between two marks, that is a line of the page."""
    text = page.text[start:end]
    marks = list(_MARK.finditer(text))[: _MOST_PIECES - 1]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    found = [
        (b - a, start + a, start + b)
        for number, a in enumerate(starts)
        for b in ends[number:]
        if (said := folded(words(text[a:b]))) and len(said) >= (6 if has_han(said) else 12) and said in lines
    ]
    return page.trimmed(*max(found)[1:]) if found else None


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
