"""REF-ALTERNATIVES."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("REF-ALTERNATIVES", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Two forms of one cited work stand in `citation-alternatives`.

    What:
        Where a `ref` has both an `element-citation` and a `mixed-citation`, the two are in `citation-alternatives`.
        (SciELO PS has them side by side, and does not ask for this.)
    Why:
        Citations side by side are different works: the reference is shown and counted twice.
    Fix:
        Put `citation-alternatives` around the two.
    Bad:
        <ref id="R1"><mixed-citation>Lind A. Roe. 2001.</mixed-citation><element-citation publication-type="book">
        <source>Roe</source><year>2001</year></element-citation></ref>
    Good:
        <ref id="R1"><citation-alternatives><mixed-citation>Lind A. Roe. 2001.</mixed-citation><element-citation
        publication-type="book"><source>Roe</source><year>2001</year></element-citation></citation-alternatives></ref>
    Source:
        PMC Tagging Guidelines, References; JATS tag library, citation-alternatives.
    """
    for mixed in document.all("mixed-citation"):
        ref = mixed.getparent()
        if ref is None or ref.tag != "ref":
            continue
        if document.child(ref, "element-citation") is not None and document.child(ref, "mixed-citation") is mixed:
            yield Fault(
                mixed,
                "the text and the marked-up form of a work stand side by side",
                "Put <citation-alternatives> around them.",
            )
