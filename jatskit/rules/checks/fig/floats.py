"""FLOATS-POSITION."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("FLOATS-POSITION", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """What is gathered as floating is said to float.

    What:
        The elements in `floats-group` have `position="float"` (which is what they have if nothing is written, but PMC asks for it), and it is
        not empty.
    Why:
        An object that stands apart from the text and is said to be anchored in it can be shown nowhere.
    Fix:
        Write `position="float"`.
    Bad:
        <floats-group><fig id="F1" position="anchor"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig></floats-group>
    Good:
        <floats-group><fig id="F1" position="float"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig></floats-group>
    Source:
        PMC Tagging Guidelines, floats-group.
    """
    for group in document.all("floats-group"):
        children = list(group.iterchildren("*"))
        if not children:
            yield Fault(group, "<floats-group> is empty", "Take it away, or fill it.")
        for child in children:
            position = child.get("position")
            if position not in (None, "float"):
                repair = Repair("Write float", (SetAttribute(child, "position", "float"),), safe=True)
                message = f"<{child.tag!s}> in <floats-group> is said to be “{position}”"
                yield Fault(child, message, "", "position", position or "", "float", repair)
