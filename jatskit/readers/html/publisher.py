"""The publisher, where the page prints it: “Published by”, a labelled cell, a copyright line with a publishing house."""

from __future__ import annotations

from jatskit.layouts.imprint import PUBLISHED_BY, PUBLISHER_LABEL, RIGHTS
from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_LONGEST = 600


def offer_publisher(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the publisher that a line of the page names, unless a tag does."""
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
