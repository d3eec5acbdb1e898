"""ART-ID."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-ID")
def look(document: Document) -> Iterator[Fault]:
    """Each identifier of the article says what it is, is not empty, and is the only one of its kind.

    What:
        `article-id` has `pub-id-type` (“doi”, “publisher-id”, “pmid”, “pmc”), holds something, and of the types that a thing
        can have only once (doi, pmid, pmcid) there is one.
    Why:
        With two DOIs nobody knows which of them is the article's.
    Fix:
        Take the wrong one out; write `pub-id-type`.
    Bad:
        <article-meta><article-id>salmo-5</article-id></article-meta>
    Bad:
        <article-meta><article-id pub-id-type="publisher-id"/></article-meta>
    Bad:
        <article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id>
            <article-id pub-id-type="doi">10.1234/salmo.6</article-id></article-meta>
    Good:
        <article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id>
            <article-id pub-id-type="publisher-id">salmo-5</article-id></article-meta>
    Source:
        PMC Tagging Guidelines, article-id; JATS tag library, pub-id-type.
    """
    seen: dict[tuple[etree._Element | None, str], str] = {}
    for id in document.all("article-id"):
        type = id.get("pub-id-type", "")
        text = (id.text or "").strip()
        if is_blank(id):
            yield Fault(id, "this identifier is empty", "Write it, or take the element out.")
        elif not type:
            yield Fault(id, f"it is not said what kind of identifier “{text[:60]}” is", "Add pub-id-type.")
        elif type in ("doi", "pmid", "pmcid"):
            other = seen.setdefault((id.getparent(), type), text)
            specific = id.get("specific-use") or id.get("assigning-authority")
            if other != text and not specific:
                message = f"there are two identifiers of type {type}, {other[:60]} and {text[:60]}"
                yield Fault(id, message, "See which of them is the article's.", value=text)
