"""CONTRIB-XREF-MARK."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText


@rule("CONTRIB-XREF-MARK", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The mark of a contributor's reference is the mark alone.

    What:
        An `xref` in a `contrib` does not end with a comma or a semicolon that only parts it from the next one.
    Why:
        Who shows the names puts the commas himself; they would be doubled, or left at the end.
    Fix:
        Take the comma out.
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name><xref ref-type="aff" rid="a1">1,</xref></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name><xref ref-type="aff" rid="a1">1</xref></contrib>
    Source:
        PMC Tagging Guidelines, xref.
    """
    for xref in (xref for contrib in document.all("contrib") for xref in document.children(contrib, "xref")):
        text = words(xref)
        if len(text) > 1 and text[-1] in ",;":
            bare = text.rstrip(",; ")
            at = xref
            while len(at) == 1 and not (at.text or at[0].tail or "").strip():
                at = at[0]
            repair = Repair(f"Write {bare}", (SetText(at, bare),), safe=True) if bare and not len(at) else None
            advice = "" if repair else "Take it out."
            yield Fault(xref, f"the mark “{text[:20]}” ends with a “{text[-1]}”", advice, value=text, repair=repair)
