"""LABEL-SUP."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap


@rule("LABEL-SUP", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """A label is the mark alone: that it is raised is the page's affair.

    What:
        A `label` does not consist of one `sup` alone. One finding tells how many do.
    Why:
        The page raises the marks of notes and affiliations itself. One that is raised twice is too small, and one that is raised here is compared in
        vain with the mark beside the author.
    Fix:
        Take `sup` away.
    Bad:
        <aff id="aff1"><label><sup>1</sup></label>University of Hull, UK</aff>
    Good:
        <aff id="aff1"><label>1</label>University of Hull, UK</aff>
    Source:
        PMC Tagging Guidelines, Formatting, and label.
    """
    found = [label[0] for label in document.all("label") if _is_raised(label)]
    if found:
        many = f"{len(found)} labels are" if len(found) > 1 else "the label is"
        message = (
            f"{many} raised, as is “{words(found[0])[:20]}”"
            if len(found) > 1
            else f"{many} raised, “{words(found[0])[:20]}”"
        )
        repair = Repair("Take <sup> away", tuple(Unwrap(sup) for sup in found if not sup.get("id")))
        yield Fault(found[0], message, repair=repair if repair.changes else None)


def _is_raised(label: etree._Element) -> bool:
    if len(label) != 1 or label[0].tag != "sup":
        return False
    return not (label.text or "").strip() and not (label[0].tail or "").strip()
