"""What people see on the page, offered as candidates."""

from __future__ import annotations

from jatskit.layouts import LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.readers.html.abstracts import offer_abstracts
from jatskit.readers.html.byline import offer_byline
from jatskit.readers.html.citation import offer_citations
from jatskit.readers.html.headings import main_heading, offer_headings
from jatskit.readers.html.history import offer_dates
from jatskit.readers.html.identifiers import offer_dois, offer_issns, offer_licence
from jatskit.readers.html.keywords import offer_keywords
from jatskit.readers.html.references import offer_list
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet


def offer_visible(sheet: Sheet, view: View) -> Span | None:
    """Offer what the page shows; return where its reference list stands."""
    offer_headings(sheet, view)
    labels = _labels(view)
    references = offer_list(sheet, view, labels)
    heading = main_heading(view.page)
    offer_dates(sheet, view, references)
    offer_dois(sheet, view, references)
    offer_citations(sheet, view, view.line_at(heading.inner) if heading else 0, references)
    offer_byline(sheet, view, heading)
    offer_abstracts(sheet, view, labels, references)
    offer_keywords(sheet, view, labels, references)
    offer_licence(sheet, view.page)
    offer_issns(sheet, view.page)
    return references


def _labels(view: View) -> dict[int, LabelMatch]:
    found: dict[int, LabelMatch] = {}
    for line in view.lines:
        if not line.is_long and (label := label_in(line.text)):
            found[line.index] = label
    return found
