"""XREF-COMMA."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("XREF-COMMA", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A cross-reference does not end with the comma that parts it from the next one.

    What:
        The words of an `xref` in the text do not end with a comma or a semicolon. (Those of contributors are looked at by CONTRIB-XREF-MARK.)
    Why:
        The comma becomes part of the link, and is doubled where the page writes commas itself.
    Fix:
        Write the comma behind the `xref`.
    Bad:
        <body><p>Salmon <xref ref-type="fig" rid="F1">1,</xref> spawn.</p><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/>
            </fig></body>
    Good:
        <body><p>Salmon <xref ref-type="fig" rid="F1">1</xref>, spawn.</p><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/>
            </fig></body>
    Source:
        PMC Tagging Guidelines, xref.
    """
    for xref in document.xrefs:
        if xref.text and xref.text[-1] in ",;" and len(xref.text) > 1:
            holder = xref.element.getparent()
            if holder is None or holder.tag != "contrib":
                message = f"the cross-reference “{xref.text[:30]}” ends with a “{xref.text[-1]}”"
                yield Fault(xref.element, message, "Write it behind the <xref>.", value=xref.text)
