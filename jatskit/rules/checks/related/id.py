"""RELATED-ID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("RELATED-ID", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """A related article has an id, as PMC wants it.

    What:
        `related-article` has `id`.
    Why:
        PMC refers to the link by it, and reports it if it is missing.
    Fix:
        Write an id that no other element has.
    Bad:
        <related-article related-article-type="companion" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Good:
        <related-article id="ra1" related-article-type="companion" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Source:
        PMC Tagging Guidelines, related-article.
    """
    number = 0
    for related in document.all("related-article"):
        if related.get("id"):
            continue
        number += 1
        while f"ra{number}" in document.by_id:
            number += 1
        id = f"ra{number}"
        repair = Repair(f"Write id=“{id}”", (SetAttribute(related, "id", id),), safe=True)
        yield Fault(related, "this related article has no id", expected=id, repair=repair)
