"""RELATED-OBJECT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("RELATED-OBJECT")
def look(document: Document) -> Iterator[Fault]:
    """Each identifier of a related object says what kind of identifier it is.

    What:
        `related-object` with `source-id`, `document-id` or `object-id` has `source-id-type`, `document-id-type` or `object-id-type`.
    Why:
        “NCT012345” means nothing without the registry that gave it.
    Fix:
        Add the type: “doi”, “pmid”, “registry-name”.
    Bad:
        <p>Registered as <related-object document-id="NCT012345">NCT012345</related-object>.</p>
    Good:
        <p>See <related-object document-id="10.1234/salmo.4" document-id-type="doi">our first report</related-object>.</p>
    Source:
        PMC Tagging Guidelines, related-object; JATS tag library, document-id-type.
    """
    for related in document.all("related-object"):
        for name in ("source-id", "document-id", "object-id"):
            value = related.get(name)
            if value and not related.get(f"{name}-type"):
                yield Fault(
                    related,
                    f"it is not said what kind of identifier “{value[:60]}” is",
                    f"Add {name}-type.",
                    name,
                    value,
                )
