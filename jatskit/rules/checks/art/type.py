"""ART-TYPE."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.rules.document import ARTICLES, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: What PMC and the JATS tag library list, with JATS4R's kinds of review and what SciELO adds.
TYPES = frozenset(
    {"abstract", "addendum", "admin", "advert", "aggregated-review-documents", "announcement", "article-commentary", "author-comment",
     "book-review", "books-received", "brief-report", "calendar", "case-report", "clinical-instruction", "clinical-trial",
     "collection", "community-comment", "corrected-article", "correction", "cover", "data-article", "data-paper", "discussion",
     "dissertation", "editor-report", "editorial", "editorial-material", "expression-of-concern", "filler", "guideline", "in-brief", "index",
     "interview", "introduction", "letter", "meeting-report", "methods-article", "news", "obituary", "oration", "other",
     "partial-retraction", "preprint", "product-review", "protocol", "rapid-communication", "referee-report",
     "registered-report", "reply", "report", "reprint", "response", "research-article", "retracted-article", "retraction", "review-article",
     "reviewer-report", "short-communication", "systematic-review", "technical-report", "toc", "translation", "tutorial", "decision-letter",
     "removal", "withdrawal"}
)  # fmt: skip


@rule("ART-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """The type of the article is one of the known ones.

    What:
        `article-type` on `article`, `sub-article` and `response` is one of the types that the JATS tag library and PMC list:
        `research-article`, `review-article`, `case-report`, `letter`, `editorial`, `correction`, `retraction` and so on.
    Why:
        By its type PMC and Crossref decide what must be there, whether it is counted as research, and what a correction
        corrects.
    Fix:
        Take the type that the message proposes, or the nearest one of the list. What the journal itself calls such articles
        is the subject of the heading.
    Bad:
        <article article-type="reserch-article"/>
    Bad:
        <article article-type="Original Article"/>
    Bad:
        <article article-type=""/>
    Good:
        <article article-type="research-article"/>
    Source:
        JATS tag library, article-type; PMC Tagging Guidelines, article.
    """
    for article in document.all(*ARTICLES):
        name = "response-type" if article.tag == "response" else "article-type"
        type = article.get(name)
        if type in TYPES or (type is None and article.tag != "article"):
            continue
        if not type:
            attribute = "" if type is None else name
            yield Fault(article, f"the type of the <{article.tag!s}> is not stated", f"Write {name}.", attribute)
            continue
        if article.tag == "response":
            continue  # JATS gives no list for responses.
        folded = "-".join(type.lower().replace("_", " ").split())
        close = [_ALSO[folded]] if folded in _ALSO else difflib.get_close_matches(folded, sorted(TYPES), 1, 0.75)
        repair = None
        if close:
            repair = Repair(f"Write {close[0]}", (SetAttribute(article, name, close[0]),), safe=folded == close[0])
        advice = f"Did you mean {close[0]}?" if close else "Take the nearest type of the list."
        message = f"“{type[:60]}” is no known type of article"
        yield Fault(article, message, advice, name, type, close[0] if close else "", repair)


#: What publishers call the types.
_ALSO = {
    "original-article": "research-article",
    "original-paper": "research-article",
    "original-research": "research-article",
    "article": "research-article",
    "full-length-article": "research-article",
    "review": "review-article",
    "erratum": "correction",
    "corrigendum": "correction",
    "commentary": "article-commentary",
    "case-study": "case-report",
    "meta-analysis": "systematic-review",
    "meeting-abstract": "abstract",
}
