"""XREF-TYPE-MATCH."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document
from jatskit.rules.kinds import ELEMENTS, TYPES
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("XREF-TYPE-MATCH")
def look(document: Document) -> Iterator[Fault]:
    """The type that a cross-reference states is the type of what it refers to.

    What:
        `ref-type` is there, and agrees with the element whose id is in `rid`: “bibr” for a `ref`, “fig” for a
        `fig`, “table” for a `table-wrap`, “aff” for an `aff`, and so on.
    Why:
        Platforms decide by the type how a reference looks and what a click on it shows. A type that is wrong mostly
        means that one of the two, type or target, was copied from elsewhere.
    Fix:
        See which of the two is meant, and mend the other one.
    Bad:
        <body><fig id="f1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
        <p>See <xref ref-type="table" rid="f1">Figure 1</xref>.</p></body>
    Bad:
        <body><sec id="s1"><title>Methods</title><p>See <xref rid="s1">Methods</xref>.</p></sec></body>
    Good:
        <body><fig id="f1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
        <p>See <xref ref-type="fig" rid="f1">Figure 1</xref>.</p></body>
    Source:
        JATS tag library, xref/@ref-type; PMC Tagging Guidelines, Cross References; JATS4R, Authors and affiliations.
    """
    ids = document.by_id
    right: set[tuple[str, str]] = set()
    for xref, rid, stated, *_ in document.xrefs:
        if (stated, rid) in right:
            continue
        fitting = ELEMENTS.get(stated)
        if fitting == ():
            continue
        for id in rid.split():
            target = ids.get(id)
            if target is None or (fitting and target.tag in fitting):
                continue
            meant, tag = _type_of(target), str(target.tag)
            if meant and not document.takes("xref", "ref-type", meant):
                meant = ""
            if not stated:
                repair = Repair(f"Write ref-type “{meant}”", (SetAttribute(xref, "ref-type", meant),), safe=True)
                advice = "" if meant else "Add a ref-type."
                message = f"the cross-reference to the <{tag}> does not say of what type it is"
                yield Fault(xref, message, advice, expected=meant, repair=repair if meant else None)
            elif fitting or meant:
                what = "refers to" if fitting else "is no type of references; it refers to"
                repair = Repair(f"Write ref-type “{meant}”", (SetAttribute(xref, "ref-type", meant),))
                yield Fault(
                    xref,
                    f"the type “{stated}” {what} the <{tag}> “{id}”",
                    f"Write ref-type=“{meant}”, or refer to another element." if meant else "Refer to another element.",
                    "ref-type",
                    stated,
                    meant,
                    repair if meant else None,
                )
            break
        else:
            right.add((stated, rid))


def _type_of(target: etree._Element) -> str:
    """Return the type of references to an element, or "" if several or none are usual."""
    if target.tag != "fn":
        return TYPES.get(str(target.tag), "")
    holders = {str(holder.tag) for holder in target.iterancestors("table-wrap", "author-notes")}
    return "table-fn" if "table-wrap" in holders else "author-notes" if holders else "fn"
