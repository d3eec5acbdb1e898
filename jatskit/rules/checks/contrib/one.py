"""CONTRIB-ONE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("CONTRIB-ONE")
def look(document: Document) -> Iterator[Fault]:
    """A contributor is a person or a group, not both.

    What:
        A `contrib` does not hold a `name` and a `collab`.
    Why:
        PMC prints one of the two, and refuses both. “On behalf of” a group is a contributor of its own, or `on-behalf-of`.
    Fix:
        Give the group a `contrib` of its own, or write it as `on-behalf-of`.
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name><collab>Salmon Watch</collab></contrib>
    Good:
        <contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
            <contrib contrib-type="author"><collab>Salmon Watch</collab></contrib></contrib-group>
    Source:
        PMC Tagging Guidelines, contrib.
    """
    for collab in document.all("collab"):
        contrib = collab.getparent()
        if contrib is not None and contrib.tag == "contrib" and (name := document.child(contrib, "name")) is not None:
            message = f"“{spaced(name)[:40]}” and “{spaced(collab)[:40]}” are one contributor"
            yield Fault(contrib, message, "Give the group a <contrib> of its own.")
