"""ALTERNATIVES-COUNT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap


@rule("ALTERNATIVES-COUNT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Alternatives are two or more.

    What:
        `alternatives` and `citation-alternatives` hold two elements or more.
    Why:
        One thing alone is no alternative to anything. PMC refuses it.
    Fix:
        Take the tags around it away, or add the other form.
    Bad:
        <fig id="F1"><label>Figure 1</label><alternatives><graphic xlink:href="f1.tif"/></alternatives></fig>
    Bad:
        <ref id="R1"><citation-alternatives><mixed-citation publication-type="book">Lind A. Rivers.</mixed-citation></citation-alternatives></ref>
    Good:
        <fig id="F1"><label>Figure 1</label><alternatives><graphic xlink:href="f1.tif"/><graphic xlink:href="f1.jpg"/></alternatives></fig>
    Source:
        PMC Tagging Guidelines, alternatives and citation-alternatives; JATS tag library, alternatives.
    """
    for wrapper in document.all("alternatives", "citation-alternatives"):
        count = sum(1 for _ in wrapper.iterchildren("*"))
        if count == 1:
            repair = Repair(f"Take the tags of <{wrapper.tag!s}> away", (Unwrap(wrapper),))
            yield Fault(wrapper, f"<{wrapper.tag!s}> holds one alternative only", repair=repair)
        elif not count:
            yield Fault(wrapper, f"<{wrapper.tag!s}> is empty", "Take it away, or fill it.")
