"""AFF-XREF."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap


@rule("AFF-XREF")
def look(document: Document) -> Iterator[Fault]:
    """An affiliation does not refer to an affiliation.

    What:
        `aff` holds no `xref` of the type “aff”. Its own mark is a `label`.
    Why:
        References lead from authors to affiliations. One that leads from an affiliation to itself has its mark in the wrong
        element.
    Fix:
        Put the mark into `label`.
    Bad:
        <aff id="a1"><xref ref-type="aff" rid="a1">1</xref>University of Graz</aff>
    Good:
        <aff id="a1"><label>1</label>University of Graz</aff>
    Source:
        PMC Tagging Guidelines, aff.
    """
    for aff in document.all("aff"):
        for xref in aff.iter("xref"):
            if xref.get("ref-type") == "aff":
                repair = Repair("Take the tags of <xref> away", (Unwrap(xref),))
                message = f"the affiliation refers to an affiliation, “{words(xref)[:20]}”"
                yield Fault(xref, message, "Put the mark into <label>.", repair=repair)
