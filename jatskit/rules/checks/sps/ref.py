"""SPS-REF."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-REF")
def look(document: Document) -> Iterator[Fault]:
    """Each reference is given as the article prints it, and in its parts.

    What:
        `ref` has a `mixed-citation` and an `element-citation`. One finding tells how many lack the one or the other.
    Why:
        SciELO shows the text, and links by the parts.
    Fix:
        Add what lacks.
    Bad:
        <ref id="B1"><element-citation publication-type="book"><source>Rios</source></element-citation></ref>
    Bad:
        <ref id="B1"><mixed-citation>Lima A. Rios.</mixed-citation></ref>
    Good:
        <ref id="B1"><mixed-citation>Lima A. Rios.</mixed-citation><element-citation publication-type="book"><source>Rios</source>
            </element-citation></ref>
    Source:
        SciELO PS, ref.
    """
    refs = document.all("ref")
    for name, what in (("mixed-citation", "as text"), ("element-citation", "in parts")):
        without = [ref for ref in refs if next(ref.iter(name), None) is None]
        if without:
            many = f"{len(without)} of the {len(refs)} references are" if len(refs) > 1 else "the reference is"
            yield Fault(without[0], f"{many} not given {what}", f"Add <{name}>.")
