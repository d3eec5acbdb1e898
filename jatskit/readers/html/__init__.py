"""Reads the HTML of an article's page: its tags, its data, and what people see."""

from __future__ import annotations

from jatskit.errors import NotAnArticle
from jatskit.protocols import Reading, Source
from jatskit.readers.html.frame import close_accounts
from jatskit.readers.html.meta import offer_tags, read_tags
from jatskit.readers.html.refusal import refuse
from jatskit.readers.html.settling import settle
from jatskit.readers.html.tree import Page
from jatskit.readers.html.view import View
from jatskit.readers.html.visible import offer_visible
from jatskit.readers.report import report_source, report_unassigned
from jatskit.readers.sheet import Sheet

_CHECK = "Check that it is the article's own page, not a list, an error page or a browser check."


def read_html(source: Source) -> Reading:
    """Return the article whose HTML page `source` is, with the accounts of the page.

    Raises NotAnArticle for a page that is a browser check, a listing or a search, or that shows no title and next to
    nothing else that belongs to an article.
    """
    page = Page(source.text)
    sheet = Sheet(source)
    tags = read_tags(page)
    view = View(page)
    refuse(source, page, tags)
    offer_tags(sheet, tags)
    references = offer_visible(sheet, view)
    settle(sheet, view)
    if not sheet.has("title"):
        raise NotAnArticle(f"{source.name} is not the page of an article: nothing on it says a title.", _CHECK)
    close_accounts(sheet, view, references)
    article = sheet.article()
    accounts = sheet.accounts()
    report_source(sheet)
    report_unassigned(sheet, accounts.unassigned)
    return Reading(article, source, sheet.evidence(), accounts, tuple(sheet.findings), tuple(sheet.alternatives))
