"""Reads the HTML of an article's page: its tags, its data, and what people see."""

from __future__ import annotations

import gc
import re

from jatskit.errors import NotAnArticle, UnreadableSource
from jatskit.protocols import Reading, Source
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.data import offer_data
from jatskit.readers.html.frame import close_accounts
from jatskit.readers.html.islands import offer_islands
from jatskit.readers.html.meta import offer_tags, read_tags, stated_languages
from jatskit.readers.html.microdata import offer_microdata
from jatskit.readers.html.own_citation import offer_cited_tags
from jatskit.readers.html.refusal import names_an_issue, refuse
from jatskit.readers.html.settling import settle
from jatskit.readers.html.tree import Page
from jatskit.readers.html.view import View
from jatskit.readers.html.visible import offer_visible
from jatskit.readers.report import report_source, report_unassigned
from jatskit.readers.sheet import Sheet

#: A page with next to none of these is no article's.
_ANCHORS = ("journal", "ids", "contributors", "abstracts", "keywords", "references", "volume")
#: A page with more tags is none: each takes up to 1.2 KB while it is read.
MOST_TAGS = 1_000_000
_CHECK = "Check that it is the article's own page, not a list, an error page or a browser check."


def read_html(source: Source) -> Reading:
    """Return the article whose HTML page `source` is, with the accounts of the page.

    Raises NotAnArticle for a page that is a browser check, a listing or a search, or that shows no title and next to
    nothing else that belongs to an article; UnreadableSource for one of more tags than any page has.
    """
    if (tags := source.text.count("<")) > MOST_TAGS:
        raise UnreadableSource(
            f"{source.name} has {tags:,} tags: at most {MOST_TAGS:,} are read",
            "Give the page of one article at a time, as its site sends it.",
        )
    # All that is made of a page lives until it is read: to look for garbage among it, again and again, finds none.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _read(source)
    finally:
        if collects:
            gc.enable()


def _read(source: Source) -> Reading:
    page = Page(source.text)
    sheet = Sheet(source)
    tags = read_tags(page)
    view = View(page)
    refuse(source, page, tags)
    offer_tags(sheet, tags)
    offer_cited_tags(sheet, tags)
    offer_data(sheet, page)
    offer_islands(sheet, page)
    offer_microdata(sheet, page)
    references = offer_visible(sheet, view)
    settle(sheet, stated_languages(page, tags))
    if not sheet.has("title"):
        raise NotAnArticle(f"{source.name} is not the page of an article: nothing on it says a title.", _CHECK)
    _refuse_what_is_none(sheet, page)
    close_accounts(sheet, view, references)
    article = sheet.article()
    accounts = sheet.accounts()
    report_source(sheet)
    report_unassigned(sheet, accounts.unassigned, html=True)
    return Reading(article, source, sheet.evidence(), accounts, tuple(sheet.findings), tuple(sheet.alternatives))


#: What stands behind a journal's name in the title of an issue's page.
_AN_ISSUE = re.compile(r"[\s|:,–—-]{1,5}(?:vol(?:ume|\.)?|issue|no\.?|number)\s?\d{1,4}\b[^|]{0,60}$", re.IGNORECASE)


def _refuse_what_is_none(sheet: Sheet, page: Page) -> None:
    """Raise NotAnArticle for a listing, and for a page that has a title and next to nothing else of an article."""
    name = sheet.source.name
    title = next(iter(sheet.offers("title"))).quoted
    by_tags = any(c.kind in _FOR_INDEXERS for c in sheet.offers("byline"))
    if names_an_issue(title) and not by_tags:
        raise NotAnArticle(f"{name} lists the articles of an issue (“{title}”), and is none itself.", _CHECK)
    document = next((words for element in page.all("title") if (words := element.words)), "")
    rest = document[len(title) :] if document.startswith(title) else ""
    if _AN_ISSUE.match(rest) and not by_tags:
        raise NotAnArticle(f"{name} lists the articles of an issue (“{document}”), and is none itself.", _CHECK)
    journals = {folded(c.quoted) for c in sheet.offers("journal-title")}
    if folded(title) in journals and not by_tags and not sheet.has("ids"):
        raise NotAnArticle(f"{name} is the page of a journal (“{title}”), and not of an article.", _CHECK)
    if any(c.kind in _FOR_INDEXERS and not c.distrusted for c in sheet.offers("title")):
        if not any(map(sheet.has, _ANCHORS)):
            raise NotAnArticle(
                f"{name} is not the page of an article: it shows a title and nothing else of one.", _CHECK
            )
        return
    labelled = any(c.kind is SourceKind.LABEL for c in sheet.offers("abstract"))
    by_people = sheet.has("contributors") and any(map(sheet.has, ("abstracts", "ids", "keywords", "references")))
    by_label = labelled and any(map(sheet.has, ("ids", "keywords", "volume")))
    # A listing has no list of references.
    by_list = sheet.has("references") and sheet.has("abstracts")
    if not (by_people or by_label or by_list):
        shown = [field for field in _ANCHORS if sheet.has(field)]
        raise NotAnArticle(
            f"{name} is not the page of an article: no tag of it names one, and beside what may be a title it shows "
            f"{', '.join(shown) or 'nothing'}.",
            _CHECK,
        )


_FOR_INDEXERS = (
    SourceKind.HIGHWIRE,
    SourceKind.EPRINTS,
    SourceKind.BEPRESS,
    SourceKind.PRISM,
    SourceKind.DUBLIN_CORE,
    SourceKind.JSON_LD,
    SourceKind.PAGE_DATA,
    SourceKind.MICRODATA,
)
