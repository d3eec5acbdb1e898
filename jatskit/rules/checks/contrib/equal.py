"""CONTRIB-EQUAL."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("CONTRIB-EQUAL")
def look(document: Document) -> Iterator[Fault]:
    """Equal contribution is that of two contributors at least.

    What:
        If one `contrib` has `equal-contrib="yes"`, another one has it, too.
    Why:
        One alone is equal to nobody: the mark of the other was lost.
    Fix:
        Mark the others who contributed equally, or take the mark away.
    Bad:
        <contrib-group><contrib contrib-type="author" equal-contrib="yes"><name><surname>Karasu</surname></name></contrib>
            <contrib contrib-type="author"><name><surname>Diaz</surname></name></contrib></contrib-group>
    Good:
        <contrib-group><contrib contrib-type="author" equal-contrib="yes"><name><surname>Karasu</surname></name></contrib>
            <contrib contrib-type="author" equal-contrib="yes"><name><surname>Diaz</surname></name></contrib></contrib-group>
    Source:
        JATS4R, authors and affiliations.
    """
    for meta in document.metas:
        equal = [contrib for contrib in meta.iter("contrib") if contrib.get("equal-contrib") == "yes"]
        if len(equal) == 1:
            repair = Repair("Take equal-contrib away", (SetAttribute(equal[0], "equal-contrib", None),))
            message = "one contributor alone is said to have contributed equally"
            yield Fault(equal[0], message, "Mark the others, too, or take it away.", "equal-contrib", "yes", "", repair)
