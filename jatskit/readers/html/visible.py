"""What people see on the page, offered as candidates."""

from __future__ import annotations

from jatskit.layouts import LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.html.abstracts import offer_abstracts
from jatskit.readers.html.byline import offer_byline, offer_orcids
from jatskit.readers.html.citation import offer_citations, offer_site_names
from jatskit.readers.html.headings import main_heading, offer_headings
from jatskit.readers.html.history import offer_dates
from jatskit.readers.html.identifiers import offer_dois, offer_issns, offer_licence
from jatskit.readers.html.keywords import offer_keywords
from jatskit.readers.html.references import offer_list
from jatskit.readers.html.settling import distrust_strangers
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet


def offer_visible(sheet: Sheet, view: View) -> Span | None:
    """Offer what the page shows; return where its reference list stands."""
    offer_headings(sheet, view)
    distrust_strangers(sheet)
    labels = _labels(view)
    references = offer_list(sheet, view, labels)
    heading = main_heading(view.page) or _title_line(sheet, view)
    offer_dates(sheet, view, references)
    offer_dois(sheet, view, references, view.line_at(heading.inner) if heading else 0)
    offer_citations(sheet, view, view.line_at(heading.inner) if heading else 0, references)
    offer_site_names(sheet, view)
    offer_byline(sheet, view, heading)
    offer_orcids(sheet, view)
    offer_abstracts(sheet, view, labels, references)
    offer_keywords(sheet, view, labels, references)
    offer_licence(sheet, view.page)
    offer_issns(sheet, view.page)
    return references


def _title_line(sheet: Sheet, view: View) -> Element | None:
    """Return the element that holds the line which repeats the title, on a page without a heading for it."""
    titles = {folded(candidate.quoted) for candidate in sheet.offers("title")}
    for line in view.lines:
        if not line.is_long and len(line.text) > 15 and folded(line.text) in titles:
            return view.page.around(line.start)
    return None


def _labels(view: View) -> dict[int, LabelMatch]:
    found: dict[int, LabelMatch] = {}
    for line in view.lines:
        if not line.is_long and (label := label_in(line.text)):
            found[line.index] = label
    return found
