"""The publisher, where the page prints it: “Published by”, a labelled cell, a copyright line with a publishing house."""

from __future__ import annotations

import re

from jatskit.layouts.imprint import PUBLISHED_BY, PUBLISHER_LABEL, PUBLISHER_WORD, RIGHTS
from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_LONGEST = 600


_CELL = re.compile(r"[^\W\d_][^;|:\n]{1,100}")


def _offer_below_label(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the publisher from the cell behind a cell with the word for it."""
    for line in view.lines:
        if line.is_long or len(line.text) > 20 or not PUBLISHER_WORD.fullmatch(line.text) or line.inside(references):
            continue
        element = view.page.around(line.start)
        following = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
        if following is None or following.is_long or not any(e.tag in _CELLS for e in _around(element)):
            continue
        if value := _CELL.fullmatch(following.text.strip(" ,;")):
            at = following.text.index(value[0])
            span = following.content.span(at, at + len(value[0]))
            sheet.offer("publisher", SourceKind.FURNITURE).quote((), span, normalisation="html")
            return


_CELLS = frozenset(("dt", "th", "td"))


def _around(element: Element | None) -> list[Element]:
    return [element, *list(element.ancestors())[:2]] if element else []


def offer_publisher(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the publisher that a line of the page names, unless a tag does."""
    if sheet.offers("publisher"):
        return
    _offer_below_label(sheet, view, references)
    if sheet.offers("publisher"):
        return
    for way in (PUBLISHER_LABEL, PUBLISHED_BY, RIGHTS):
        for line in view.lines:
            if line.end - line.start > 4 * _LONGEST or line.inside(references) or len(line.text) > _LONGEST:
                continue
            if match := way.expression.search(line.text):
                span = line.content.span(*match.span("name"))
                sheet.offer("publisher", SourceKind.FURNITURE).quote((), span, normalisation="html")
                return
