"""RELATED-REPLY."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What a reply, a commentary and a short notice are about is called so in `related-article-type`.
_ABOUT = {"reply": "letter", "article-commentary": "commentary-article", "in-brief": "article-reference"}


@rule("RELATED-REPLY", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A reply leads to the letter, a commentary to the article that it is about.

    What:
        An article of the type `reply` has a `related-article` of the type “letter”, one of the type `article-commentary` one of the type
        “commentary-article”; what an `in-brief` leads to is an “article-reference”.
    Why:
        PMC shows the link on both pages, so that readers of the one find the other.
    Fix:
        Add `<related-article related-article-type="commentary-article" ext-link-type="doi" xlink:href="10.…"/>`.
    Bad:
        <article article-type="reply" dtd-version="1.3" xml:lang="en"><front><article-meta/></front></article>
    Bad:
        <article article-type="in-brief" dtd-version="1.3" xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
            <related-article id="ra1" related-article-type="companion" ext-link-type="doi" xlink:href="10.1234/salmo.4"/></article-meta></front>
                </article>
    Good:
        <article article-type="reply" dtd-version="1.3" xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><related-article
            id="ra1" related-article-type="letter" ext-link-type="doi" xlink:href="10.1234/salmo.4"/></article-meta></front></article>
    Source:
        PMC Tagging Guidelines, Article types and related-article.
    """
    wanted = _ABOUT.get(document.type)
    meta = document.article_meta
    if not wanted or meta is None:
        return
    related = document.all("related-article", "related-object")
    if document.type == "in-brief" and not related:
        return
    if not any(wanted in (each.get("related-article-type"), each.get("link-type")) for each in related):
        message = f"this {document.type} does not say which article it is about"
        yield Fault(meta, message, f'Add <related-article related-article-type="{wanted}">.')
