"""FLOATS-STATED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("FLOATS-STATED")
def look(document: Document) -> Iterator[Fault]:
    """PMC wants it said of all that is gathered as floating that it floats.

    What:
        Each element in `floats-group` has `position`. (JATS takes it for “float” if nothing is written.) One finding tells how many lack it.
    Why:
        PMC reads documents without the DTD's defaults.
    Fix:
        Write `position="float"`.
    Bad:
        <floats-group><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig></floats-group>
    Good:
        <floats-group><fig id="F1" position="float"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig></floats-group>
    Source:
        PMC Tagging Guidelines, floats-group.
    """
    for group in document.all("floats-group"):
        without = [child for child in group.iterchildren("*") if child.get("position") is None]
        if without:
            changes = tuple(SetAttribute(child, "position", "float") for child in without)
            repair = Repair("Write position=“float”", changes, safe=True)
            count = len(without)
            message = (
                f"{count} elements do not say that they float" if count > 1 else "this does not say that it floats"
            )
            yield Fault(without[0], message, expected="float", repair=repair)
