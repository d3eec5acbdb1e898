"""Make a document of the XML in a rule's page: an article, or an element that is put in its usual place in one."""

from __future__ import annotations

import re

from jatskit.errors import UnreadableSource
from jatskit.findings import Finding
from jatskit.rules.document import Document
from jatskit.schema.gate import not_well_formed, target_of_document, validate_document
from jatskit.schema.parsing import NAMESPACES, parse

#: Where an element usually stands: the element that holds it. What is not here stands in a paragraph.
HOMES = {
    "front": "article", "body": "article", "back": "article", "floats-group": "article", "sub-article": "article",
    "response": "article", "processing-meta": "article",
    "journal-meta": "front", "article-meta": "front", "front-stub": "sub-article",
    "journal-id": "journal-meta", "journal-title-group": "journal-meta", "issn": "journal-meta", "publisher": "journal-meta",
    "journal-title": "journal-title-group", "publisher-name": "publisher",
    "article-id": "article-meta", "article-categories": "article-meta", "title-group": "article-meta",
    "article-title": "title-group", "trans-title-group": "title-group", "subj-group": "article-categories",
    "contrib-group": "article-meta", "aff": "article-meta", "author-notes": "article-meta", "pub-date": "article-meta",
    "aff-alternatives": "article-meta", "pub-date-not-available": "article-meta", "pub-history": "article-meta",
    "volume": "article-meta", "issue": "article-meta", "fpage": "article-meta", "elocation-id": "article-meta",
    "history": "article-meta", "permissions": "article-meta", "self-uri": "article-meta", "related-article": "article-meta",
    "related-object": "article-meta", "abstract": "article-meta", "trans-abstract": "article-meta",
    "kwd-group": "article-meta", "funding-group": "article-meta", "counts": "article-meta", "supplement": "article-meta",
    "custom-meta-group": "article-meta", "award-group": "funding-group", "license": "permissions",
    "copyright-statement": "permissions", "copyright-year": "permissions", "copyright-holder": "permissions",
    "contrib": "contrib-group", "date": "history", "corresp": "author-notes", "event": "pub-history",
    "sec": "body", "p": "body", "fig": "body", "table-wrap": "body", "boxed-text": "body", "fig-group": "body",
    "table-wrap-group": "body", "list": "body", "disp-formula": "body", "disp-quote": "body", "media": "body",
    "supplementary-material": "body", "ack": "back", "ref-list": "back", "fn-group": "back", "app-group": "back",
    "notes": "back", "glossary": "back", "ref": "ref-list", "element-citation": "ref", "mixed-citation": "ref", "app": "app-group",
    "nlm-citation": "ref",
}  # fmt: skip

_ROOT = re.compile(r"\s*(?:<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>|<!--.*?-->|\s)*<([\w:.-]+)")
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def article(snippet: str) -> str:
    """Return the XML of an article that holds a snippet; an article, and what has a DOCTYPE, is returned as it is."""
    xml = snippet
    match = _ROOT.match(snippet)
    assert match, f"no element in {snippet!r}"
    name = match[1]
    if name == "article" or "<!DOCTYPE" in match[0]:
        return xml
    while name != "article":
        name = HOMES.get(name, "p")
        extra = (
            f' article-type="research-article" dtd-version="1.3" xml:lang="en" {_DECLARED}' if name == "article" else ""
        )
        xml = f"<{name}{extra}>{xml}</{name}>"
    return xml


def document(snippet: str) -> Document:
    """Return a snippet as a document that rules can look at."""
    data = article(snippet).encode()
    tree = parse(data, "article.xml")
    return Document(tree, target_of_document(tree), data)


def complaints(snippet: str) -> list[Finding]:
    """Return what the parser and the schema have against a snippet, put into a document as it is."""
    front = "<front><article-meta><title-group><article-title/></title-group></article-meta></front>"
    whole = article(snippet)
    if "<front" not in whole:
        whole = re.sub("(<article [^>]*[^/])>", rf"\1>{front}", whole, count=1)
    try:
        return validate_document(whole.encode(), "article.xml")
    except UnreadableSource as error:
        return [not_well_formed(error, "article.xml")]
