"""AFF-LABEL."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Rename, Repair

#: The most characters of a mark: “1”, “a”, “†”, “12”, “a,b”.
LONGEST = 3
_AROUND = " \t\n.,;:()[]"


@rule("AFF-LABEL")
def look(document: Document) -> Iterator[Fault]:
    """The mark of an affiliation is its label, and references to it show the same mark.

    What:
        A number or letter before an affiliation stands in `label`, not in `sup`; an `xref` with a mark of its own leads to an
        affiliation that has that mark.
    Why:
        In `sup`, the mark is a part of the institution's name for all programs: “1University of Graz”. A reference
        with another mark leads readers to the wrong institution.
    Fix:
        Write `<label>1</label>`; see which of the two marks is right.
    Bad:
        <aff id="a1"><sup>1</sup>University of Graz</aff>
    Bad:
        <article-meta><contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <xref ref-type="aff" rid="a1">2</xref></contrib></contrib-group>
            <aff id="a1"><label>1</label>University of Graz</aff></article-meta>
    Bad:
        <article-meta><contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <xref ref-type="aff" rid="a1">1</xref></contrib></contrib-group><aff id="a1">University of Graz</aff></article-meta>
    Good:
        <article-meta><contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib></contrib-group>
            <aff id="a1"><label>1</label>University of Graz</aff></article-meta>
    Source:
        JATS4R, authors and affiliations; PMC Tagging Guidelines, aff.
    """
    affs = document.all("aff")
    bare = set()
    for aff in affs:
        first = next(aff.iterchildren("*"), None)
        if first is None or (aff.text or "").strip():
            continue
        if first.tag == "sup" and len(words(first)) <= LONGEST:
            bare.add(aff)
            repair = Repair("Call it <label>", (Rename(first, "label"),), safe=True)
            yield Fault(first, f"the mark “{words(first)}” of the affiliation stands in <sup>", repair=repair)
    for aff in affs:
        yield from _references(aff, document, aff in bare)


def _references(aff: etree._Element, document: Document, is_bare: bool) -> Iterator[Fault]:
    label = document.child(aff, "label")
    mark = words(label).strip(_AROUND) if label is not None else ""
    for xref in document.xrefs_to.get(aff.get("id", ""), ()):
        parent = xref.getparent()
        if parent is None or parent.tag not in ("contrib", "collab") or " " in xref.get("rid", "").strip():
            continue
        shown = words(xref).strip(_AROUND)
        if not shown or len(shown) > LONGEST or is_bare:
            continue
        if not mark:
            message = f"a reference shows the mark “{shown}”, and the affiliation has none"
            yield Fault(aff, message, f"Add <label>{shown}</label>.", expected=shown)
            return
        if shown != mark:
            message = f"the reference shows “{shown}”, and the affiliation has the mark “{mark}”"
            yield Fault(xref, message, "See which of them is right.", value=shown, expected=mark)
