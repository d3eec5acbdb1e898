"""Reads the text of an article's page, as a scraper or a person's copy leaves it."""

from __future__ import annotations

import re

from jatskit.errors import NotAnArticle, UnreadableSource
from jatskit.protocols import Reading, Source
from jatskit.readers.page.draft import Draft
from jatskit.readers.page.recognisers import RECOGNISERS
from jatskit.readers.page.refusal import refuse
from jatskit.readers.report import report_source, report_unassigned

_HTML = re.compile(
    r"\s*<(?:\?xml[^>]*>\s*<)?(?:!--.{0,2000}?-->\s*<)?(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
#: A page with more lines is none: each takes up to 400 bytes, beside its text, while it is read.
MOST_LINES = 1_000_000
#: A page with none of these is a listing, an error page or a challenge.
_ANCHORS = ("journal", "ids", "contributors", "abstracts", "keywords", "references")
_LEAST_ANCHORS = 2


def read_page(source: Source) -> Reading:
    """Return the article whose page `source` is, with the accounts of the page.

    Raises UnreadableSource for HTML and for a text of more lines than any page has, and NotAnArticle for a text that
    shows no title, or a title and next to nothing that belongs to an article.
    """
    if _HTML.match(source.text[:4096]):
        raise UnreadableSource(
            f"{source.name} is HTML, and jatskit reads the text of a page.",
            "Open it in a browser, select all, and save the copied text; or extract the text with a scraper.",
        )
    if (lines := max(map(source.text.count, "\n\r\v\f\x85\u2028\u2029"))) > MOST_LINES:
        raise UnreadableSource(
            f"{source.name} has {lines:,} lines: at most {MOST_LINES:,} are read",
            "Give the page of one article at a time.",
        )
    draft = Draft(source)
    refuse(draft)
    for recognise in RECOGNISERS:
        recognise(draft)
    if not draft.has("title"):
        raise NotAnArticle(
            f"{source.name} is not the page of an article: no line of it stands where a title would.",
            "Check that it is the article's own page, not a list, an error page or a browser check.",
        )
    announced = {label.field for label in draft.labels.values()} & {"abstract", "references"}
    if (shown := max(sum(map(draft.has, _ANCHORS)), len(announced))) < _LEAST_ANCHORS:
        raise NotAnArticle(
            f"{source.name} is not the page of an article: beside what may be a title it shows "
            f"{shown} of: journal, identifier, authors, abstract, keywords, references.",
            "Check that it is the article's own page, not a list, an error page or a browser check.",
        )
    draft.close_offers()
    article = draft.article()
    accounts = draft.accounts()
    report_source(draft)
    report_unassigned(draft, accounts.unassigned)
    return Reading(article, source, draft.evidence(), accounts, tuple(draft.findings), tuple(draft.alternatives))
