"""What people see on the page, offered as candidates."""

from __future__ import annotations

import re

from jatskit.language import has_han
from jatskit.layouts import LabelMatch, begins_with_label, label_in
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.html.abstracts import offer_abstracts
from jatskit.readers.html.byline import offer_byline, offer_orcids
from jatskit.readers.html.cells import offer_cells
from jatskit.readers.html.citation import offer_citations
from jatskit.readers.html.headings import offer_headings
from jatskit.readers.html.history import offer_dates
from jatskit.readers.html.identifiers import offer_address, offer_dois, offer_issns, offer_licence
from jatskit.readers.html.journal import offer_journal_names
from jatskit.readers.html.keywords import offer_keywords
from jatskit.readers.html.own_citation import offer_own_citation
from jatskit.readers.html.publisher import offer_publisher
from jatskit.readers.html.references import offer_list
from jatskit.readers.html.settling import distrust_strangers
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet


def offer_visible(sheet: Sheet, view: View) -> Span | None:
    """Offer what the page shows; return where its reference list stands."""
    shown = offer_headings(sheet, view)
    distrust_strangers(sheet)
    labels = _labels(view)
    references = offer_list(sheet, view, labels)
    heading = shown or _title_line(sheet, view)
    offer_dates(sheet, view, references)
    offer_dois(sheet, view, references, view.line_at(heading.inner) if heading else 0)
    offer_citations(sheet, view, view.line_at(heading.inner) if heading else 0, references)
    offer_cells(sheet, view, references)
    offer_own_citation(sheet, view, references)
    offer_journal_names(sheet, view, heading, references)
    offer_publisher(sheet, view, references)
    offer_byline(sheet, view, heading, labels, references)
    offer_orcids(sheet, view)
    offer_abstracts(sheet, view, labels, references)
    offer_keywords(sheet, view, labels, references)
    offer_address(sheet, view.page)
    offer_licence(sheet, view.page)
    offer_issns(sheet, view.page)
    return references


def _title_line(sheet: Sheet, view: View) -> Element | None:
    """Return the element that holds the line which repeats the title, on a page without a heading for it."""
    titles = {folded(candidate.quoted) for candidate in sheet.offers("title")}
    for line in view.lines:
        if not line.is_long and len(line.text) > (6 if has_han(line.text) else 15) and line.folded in titles:
            return view.page.around(line.start)
    return None


def _labels(view: View) -> dict[int, LabelMatch]:
    found: dict[int, LabelMatch] = {}
    for line in view.lines:
        if not line.is_long and (
            label := label_in(line.text)
            or _counted(line.text)
            or _doubled(line.text)
            or _run_in(line.text)
            or _marked(view, line)
        ):
            found[line.index] = label
    return found


_DESCRIPTION = re.compile(r"(?:description|beschreibung|descripción|descrição|描述)\s{0,2}[:：]?", re.IGNORECASE)
#: How many entries there are below a heading, or in which language the text below it is.
_COUNT = re.compile(r"\s?(?:[(（\[]\s?\d{1,4}\s?[)）\]]|\[[a-z]{2,3}\])$")


def _counted(text: str) -> LabelMatch | None:
    """Return the label of a heading that says how many entries follow, or in which language: `References (32)`, `Abstract [sv]`."""
    if len(text) <= 20 and text.endswith(".") and (label := label_in(text[:-1])) and label.end == len(text) - 1:
        return LabelMatch(label.field, label.language, len(text))
    if len(text) > 40 or text[-1:] not in ")）]" or not (count := _COUNT.search(text)):
        return None
    label = label_in(text[: count.start()])
    return LabelMatch(label.field, label.language, len(text)) if label and label.end == count.start() else None


#: Labels in Han letters that a blank parts from what they announce.
_RUN_IN = re.compile(r"(摘\s?要|关\s?键\s?词)\s{1,4}(?=\S)")


def _run_in(text: str) -> LabelMatch | None:
    """Return the label that a line begins with which only a blank parts from the rest."""
    match = _RUN_IN.match(text[:20])
    label = label_in(match[1]) if match else None
    # `关键词 作者 摘要` are the fields of a search.
    if match is None or label is None or any(label_in(word) for word in text[match.end() : match.end() + 60].split()):
        return None
    return LabelMatch(label.field, label.language, match.end())


#: What joins a label and its translation: `参考文献(References)`, `摘要/Abstract`, `关键词 Key words`.
_JOINED = re.compile(
    r"([^()（）/|:：]{2,20}?)\s{0,2}(?:[(（/|]|\s(?=[A-Z])|(?<=[\u3400-\u9fff])(?=[A-Z]))\s{0,2}([^()（）/|:：]{2,20}?)[)）]?\s{0,2}[:：]?\s{0,2}"
)


def _doubled(text: str) -> LabelMatch | None:
    """Return the label that a line is which says one twice, in two languages."""
    if len(text) > 50 or not begins_with_label(text) or not (match := _JOINED.fullmatch(text)):
        return None
    one, other = label_in(match[1]), label_in(match[2])
    if (
        one is None
        or other is None
        or one.field != other.field
        or one.end != len(match[1])
        or other.end != len(match[2])
    ):
        return None
    return LabelMatch(one.field, one.language, len(text))


def _marked(view: View, line: Line) -> LabelMatch | None:
    """Return the label that a line's first element is: `<b>摘要</b>text`, without a colon."""
    page = view.page
    if _DESCRIPTION.fullmatch(line.text) and view.heading_of(page.around(line.start)):
        # What repositories call the abstract.
        return LabelMatch("abstract", "", len(line.text))
    if page.text[line.start] != "<" or not begins_with_label(line.text):
        return None
    for element in page.elements[page.after(line.start) : page.after(line.start) + 3]:
        if element.start > line.start + 300 or element.inner_end > line.end:
            return None
        words = element.words if element.inner_end - element.inner < 200 else ""
        if words and (label := label_in(words)) and label.end == len(words) and line.text.startswith(words):
            rest = line.text[len(words) :]
            return LabelMatch(label.field, label.language, len(words) + len(rest) - len(rest.lstrip(" :：")))
    return None
