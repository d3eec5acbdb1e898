"""COLLAB-ID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("COLLAB-ID")
def look(document: Document) -> Iterator[Fault]:
    """A group has no identifier of a person.

    What:
        A `contrib` whose name is a `collab` has no `contrib-id`.
    Why:
        PMC takes identifiers of contributors for those of people, and refuses them with groups.
    Fix:
        Take it out. An identifier of the institution stands in `institution-id`.
    Bad:
        <contrib contrib-type="author"><contrib-id contrib-id-type="group">17</contrib-id><collab>Salmon Watch</collab></contrib>
    Good:
        <contrib contrib-type="author"><collab>Salmon Watch</collab></contrib>
    Source:
        PMC Tagging Guidelines, contrib-id.
    """
    for collab in document.all("collab"):
        contrib = collab.getparent()
        if (
            contrib is not None
            and contrib.tag == "contrib"
            and (id := document.child(contrib, "contrib-id")) is not None
        ):
            message = f"the group “{spaced(collab)[:40]}” has the identifier {words(id)[:60]}"
            yield Fault(id, message, "Take it out.", value=words(id))
