"""Reads the text of an article's page, as a scraper or a person's copy leaves it."""

from __future__ import annotations

import re

from jatskit.errors import NotAnArticle, UnreadableSource
from jatskit.findings import Kind, Severity
from jatskit.protocols import Reading, Source
from jatskit.readers.page.draft import Draft, lines_of
from jatskit.readers.page.recognisers import RECOGNISERS

UNASSIGNED = Kind(
    "page-unassigned",
    Severity.INFO,
    "Text of the page that jatskit could not assign to any field and does not know as furniture. It is not in the "
    "article.",
)
ENCODING_GUESSED = Kind(
    "page-encoding-guessed",
    Severity.INFO,
    "The page does not state its encoding and is not UTF-8, so the encoding was told by its bytes.",
)
BYTES_DAMAGED = Kind(
    "page-bytes-damaged",
    Severity.WARNING,
    "Some bytes of the page belong to no character of its encoding. Each stands as U+FFFD in the text.",
)

_HTML = re.compile(
    r"\s*<(?:\?xml[^>]*>\s*<)?(?:!--.{0,2000}?-->\s*<)?(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
#: A page with none of these is a listing, an error page or a challenge.
_ANCHORS = ("journal", "ids", "contributors", "abstracts", "keywords", "references")
_LEAST_ANCHORS = 2
_SHOWN = 8


def read_page(source: Source) -> Reading:
    """Return the article whose page `source` is, with the accounts of the page.

    Raises UnreadableSource for HTML, and NotAnArticle for a text that shows no title, or a title and next to
    nothing that belongs to an article.
    """
    if _HTML.match(source.text[:4096]):
        raise UnreadableSource(
            f"{source.name} is HTML, and jatskit reads the text of a page.",
            "Open it in a browser, select all, and save the copied text; or extract the text with a scraper.",
        )
    draft = Draft(source, lines=lines_of(source.text))
    for recognise in RECOGNISERS:
        recognise(draft)
    if not draft.has("title"):
        raise NotAnArticle(
            f"{source.name} is not the page of an article: no line of it stands where a title would.",
            "Check that it is the article's own page, not a list, an error page or a browser check.",
        )
    if (shown := sum(map(draft.has, _ANCHORS))) < _LEAST_ANCHORS:
        raise NotAnArticle(
            f"{source.name} is not the page of an article: beside what may be a title it shows "
            f"{shown} of: journal, identifier, authors, abstract, keywords, references.",
            "Check that it is the article's own page, not a list, an error page or a browser check.",
        )
    article = draft.article()
    accounts = draft.accounts()
    _report_source(draft)
    _report_unassigned(draft, accounts.unassigned)
    return Reading(article, source, draft.evidence(), accounts, tuple(draft.findings), tuple(draft.alternatives))


def _report_source(draft: Draft) -> None:
    source = draft.source
    if not source.encoding.startswith("utf-"):
        draft.find(ENCODING_GUESSED, f"The page was read as {source.encoding}: {source.reason}.")
    if source.damage:
        draft.find(
            BYTES_DAMAGED,
            f"{len(source.damage)} place(s) of the page could not be decoded as {source.encoding}.",
            offset=source.damage[0],
        )


def _report_unassigned(draft: Draft, spans: tuple[tuple[int, int], ...]) -> None:
    for start, end in spans[:_SHOWN]:
        text = " ".join(draft.source.text[start:end].split())
        shown = text if len(text) <= 60 else f"{text[:57]}…"
        draft.find(UNASSIGNED, f"Not assigned ({end - start} characters): {shown}", offset=start)
    if len(spans) > _SHOWN:
        rest = sum(end - start for start, end in spans[_SHOWN:])
        message = f"{len(spans) - _SHOWN} more stretches of the page are not assigned ({rest} characters)."
        draft.find(UNASSIGNED, message, offset=spans[_SHOWN][0])
