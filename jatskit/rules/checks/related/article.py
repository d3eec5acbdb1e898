"""RELATED-ARTICLE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import doi
from jatskit.rules.document import HREF, Document, words, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: Which kinds of article are about another one, and what that one is called in `related-article-type`.
_NOTICES = {
    "addendum": ("addended-article", "corrected-article", "updated-article"),
    "correction": ("corrected-article",),
    "corrected-article": ("corrected-article",),
    "expression-of-concern": ("object-of-concern", "expression-of-concern"),
    "partial-retraction": ("partial-retraction", "partially-retracted-article", "retracted-article"),
    "removal": ("removed-article", "retracted-article"),
    "retraction": ("retracted-article",),
    "withdrawal": ("withdrawn-article", "retracted-article"),
}


@rule("RELATED-ARTICLE")
def look(document: Document) -> Iterator[Fault]:
    """A correction, a retraction and an expression of concern lead to the article that they are about.

    What:
        Such an article has a `related-article` (or `related-object`) whose type says what it does, with the DOI of the other article.
        Every `related-article` of the metadata says of what type it is; one with `ext-link-type="doi"` holds a DOI; none is the
        article's own.
    Why:
        PubMed and Crossref mark the retracted article by this link alone. Without it readers go on citing it.
    Fix:
        Add `<related-article related-article-type="retracted-article" ext-link-type="doi" xlink:href="10.…"/>`.
    Bad:
        <article article-type="retraction"><front><article-meta><title-group><article-title>Retraction</article-title></title-group>
            </article-meta></front></article>
    Bad:
        <article article-type="correction" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
            <article-id pub-id-type="doi">10.1234/salmo.5</article-id><related-article related-article-type="corrected-article"
            ext-link-type="doi" xlink:href="10.1234/salmo.5"/></article-meta></front></article>
    Bad:
        <related-article related-article-type="companion" ext-link-type="doi" xlink:href="https://doi.org/10.1234/salmo.4"/>
    Bad:
        <related-article related-article-type="companion" ext-link-type="doi" xlink:href="salmo.4"/>
    Good:
        <article article-type="retraction" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><related-article
            related-article-type="retracted-article" ext-link-type="doi" xlink:href="10.1234/salmo.4"/></article-meta></front></article>
    Source:
        PMC Tagging Guidelines, related-article; Crossref, updates; SciELO PS, related-article.
    """
    meta = document.article_meta
    if meta is not None and document.type in _NOTICES:
        yield from _target(meta, document.type, document)
    own = {meta: _dois(meta, document) for meta in document.metas}
    for related in document.all("related-article"):
        parent = related.getparent()
        if parent is None or parent.tag not in ("article-meta", "front-stub"):
            continue
        if not related.get("related-article-type", "").strip():
            yield Fault(related, "it is not said how this article is related", "Write related-article-type.")
        href = related.get(HREF, "").strip()
        if related.get("ext-link-type") == "doi" and href:
            yield from _link(related, href)
        # A review leads to the article that it stands in, so that its own metadata alone count.
        if href and related.get("ext-link-type") in (None, "doi") and _bare(href) in own[parent]:
            message = f"{href} is the DOI of this article itself"
            yield Fault(related, message, "Write that of the other article.", written(related, HREF), href)


def _target(meta: etree._Element, type: str, document: Document) -> Iterator[Fault]:
    wanted = _NOTICES[type]
    found = [*document.children(meta, "related-article"), *document.children(meta, "related-object")]
    advice = f'Add <related-article related-article-type="{wanted[0]}" ext-link-type="doi" xlink:href="10.…"/>.'
    if not found:
        yield Fault(meta, f"this {type} does not lead to the article that it is about", advice)
        return
    kinds = {element.get("related-article-type") or element.get("link-type") or "" for element in found}
    if not kinds & {*wanted, type} and all(element.tag == "related-article" for element in found):
        listed = " and ".join(sorted(f"“{kind}”" for kind in kinds))
        message = f"this {type} leads to {listed}, which does not say what it is about"
        yield Fault(found[0], message, f"Write {wanted[0]}.", "related-article-type", "", wanted[0])
    elif not any(element.get(HREF) or words(element) for element in found):
        yield Fault(found[0], f"this {type} does not say which article it is about", "Write its DOI into xlink:href.")


def _link(related: etree._Element, href: str) -> Iterator[Fault]:
    name = written(related, HREF)
    try:
        right = doi(href)
    except ValueError as error:
        yield Fault(related, str(error), "Write the DOI alone.", name, href)
        return
    if right != href:
        repair = Repair(f"Write {right}", (SetAttribute(related, name, right),), safe=True)
        yield Fault(related, f"“{href[:80]}” is an address, and the DOI is {right}", "", name, href, right, repair)


def _bare(href: str) -> str:
    try:
        return doi(href).lower()
    except ValueError:
        return ""


def _dois(meta: etree._Element, document: Document) -> set[str]:
    """Return the DOIs that metadata state, in small letters."""
    return {
        (id.text or "").strip().lower()
        for id in document.children(meta, "article-id")
        if id.get("pub-id-type") == "doi"
    }
