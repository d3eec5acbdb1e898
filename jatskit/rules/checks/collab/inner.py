"""COLLAB-INNER."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("COLLAB-INNER")
def look(document: Document) -> Iterator[Fault]:
    """The members of a group are people.

    What:
        A `contrib` in the `contrib-group` of a `collab` is no `collab` itself.
    Why:
        PMC lists the members below the group, in one level only.
    Fix:
        List the people, or give the inner group a `contrib` beside the other.
    Bad:
        <contrib contrib-type="author"><collab>Salmon Watch<contrib-group><contrib><collab>Redd Watch</collab></contrib></contrib-group></collab>
            </contrib>
    Good:
        <contrib contrib-type="author"><collab>Salmon Watch<contrib-group><contrib><name><surname>Karasu</surname></name></contrib></contrib-group>
            </collab></contrib>
    Source:
        PMC Tagging Guidelines, collab.
    """
    for collab in document.all("collab"):
        contrib = collab.getparent()
        group = contrib.getparent() if contrib is not None else None
        outer = group.getparent() if group is not None else None
        if outer is not None and outer.tag == "collab":
            message = f"the group “{spaced(collab)[:40]}” is a member of a group"
            yield Fault(collab, message, "Give it a <contrib> beside the other.")
