"""SUBARTICLE-DOI."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SUBARTICLE-DOI", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """An article inside another can be cited by a DOI of its own.

    What:
        `front-stub` (or `front`) of a `sub-article` has an `article-id` of type `doi`, if the article itself has one.
    Why:
        A review or a translation is a publication of its own; without a DOI it cannot be cited or credited.
    Fix:
        Register a DOI for it, and add it.
    Bad:
        <article article-type="research-article"><front><article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id></article-meta>
            </front><sub-article article-type="translation"><front-stub/></sub-article></article>
    Good:
        <article article-type="research-article"><front><article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id></article-meta>
            </front><sub-article article-type="translation"><front-stub><article-id pub-id-type="doi">10.1234/salmo.5.de</article-id>
            </front-stub></sub-article></article>
    Source:
        SciELO PS, sub-article; JATS4R, peer review; Crossref, peer reviews and translations.
    """
    meta = document.article_meta
    if meta is None or not any(id.get("pub-id-type") == "doi" for id in document.children(meta, "article-id")):
        return
    for article in document.all("sub-article"):
        ids = [*document.at(article, "front-stub/article-id"), *document.at(article, "front/article-meta/article-id")]
        if not any(id.get("pub-id-type") == "doi" for id in ids):
            type = article.get("article-type") or "article"
            yield Fault(article, f"this {type} has no DOI of its own", 'Add <article-id pub-id-type="doi">.')
