"""RELATED-OBJECT-ARTICLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.kinds import RELATIONS
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_IDS = ("source-id", "document-id", "object-id")


@rule("RELATED-OBJECT-ARTICLE")
def look(document: Document) -> Iterator[Fault]:
    """A related object says what it is, and a related article by which number it can be found.

    What:
        `related-object` has `id`, and `source-id`, `document-id` or `object-id`. Where `document-type` is “article”, it has a `document-id` that is a
        DOI or a number of PubMed or PMC, and a `link-type`.
    Why:
        PMC makes the link from these attributes alone.
    Fix:
        Add them.
    Bad:
        <related-object id="o1">The data of the survey</related-object>
    Bad:
        <related-object document-id="10.1234/salmo.4" document-id-type="doi"/>
    Bad:
        <related-object id="o1" document-type="article" link-type="companion" document-id="17" document-id-type="isbn"/>
    Bad:
        <related-object id="o1" document-type="article" document-id="10.1234/salmo.4" document-id-type="doi"/>
    Good:
        <related-object id="o1" document-type="article" link-type="companion" document-id="10.1234/salmo.4" document-id-type="doi"/>
    Source:
        PMC Tagging Guidelines, related-object.
    """
    for related in document.all("related-object"):
        if not related.get("id"):
            yield Fault(related, "this related object has no id", "Add one.")
        if not any(related.get(name) for name in _IDS):
            yield Fault(related, "it is not said what this is related to", "Add document-id and document-id-type.")
        elif related.get("document-type") == "article":
            kind = related.get("document-id-type", "")
            if not related.get("document-id"):
                yield Fault(related, "the related article has no number", "Add document-id.")
            elif kind not in ("doi", "pmid", "pmcid"):
                message = f"the related article is told by “{kind[:40]}”, which PMC does not look for"
                yield Fault(related, message, "Write its DOI.", "document-id-type" if kind else "", kind)
            if related.get("link-type", "") not in RELATIONS:
                type = related.get("link-type", "")
                message = (
                    f"“{type[:40]}” is no usual way of being related"
                    if type
                    else "it is not said how the article is related"
                )
                yield Fault(related, message, "Write link-type, such as companion.", "link-type" if type else "", type)
