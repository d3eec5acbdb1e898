"""ART-ADDRESS."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import HREF, Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-ADDRESS")
def look(document: Document) -> Iterator[Fault]:
    """The article says where it can be read: by its DOI, or by an address.

    What:
        `article-meta` has an `article-id` of `pub-id-type` “doi”, or a `self-uri` with `xlink:href`.
    Why:
        DOAJ leads readers to the full text, and takes no article that it cannot lead to.
    Fix:
        Add the DOI, or the address of the page of the article.
    Bad:
        <article-meta><article-id pub-id-type="publisher-id">17</article-id></article-meta>
    Good:
        <article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id></article-meta>
    Good:
        <article-meta><self-uri xlink:href="https://example.org/salmo/5"/></article-meta>
    Source:
        DOAJ, XML documentation (doaj.org/docs/xml), Full-text URL, which the DOI gives where it is sent alone.
    """
    meta = document.article_meta
    if meta is None:
        return
    has_doi = any(id.get("pub-id-type") == "doi" and not is_blank(id) for id in document.children(meta, "article-id"))
    if not has_doi and not any(uri.get(HREF, "").strip() for uri in document.children(meta, "self-uri")):
        yield Fault(meta, "nothing says where the article can be read", "Add its DOI, or <self-uri>.")
