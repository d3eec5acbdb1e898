"""XREF-RID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("XREF-RID")
def look(document: Document) -> Iterator[Fault]:
    """A cross-reference names what it refers to.

    What:
        An `xref` has a `rid`, which holds the `id` of an element of the document, or several of them.
        (That there is an element of this id is the schema's own demand: see SCHEMA-IDREF.)
    Why:
        A reader who follows the reference arrives nowhere, and citations of works are not counted.
    Fix:
        Write the id of the target into `rid`. Where the target is no part of the document, use `ext-link`.
    Bad:
        <p>As shown before <xref ref-type="bibr">[3]</xref>.</p>
    Bad:
        <p>As shown before <xref ref-type="bibr" rid="">[3]</xref>.</p>
    Good:
        <p id="p1">See <xref ref-type="other" rid="p1">above</xref>.</p>
    Source:
        JATS tag library, xref; PMC Tagging Guidelines, Cross References.
    """
    for xref in document.xrefs:
        if not xref.rid or xref.rid.isspace():
            message = f"the cross-reference “{xref.text[:60]}” names no target"
            yield Fault(xref.element, message, "Give it a rid with the id of what it refers to.")
