"""REF-ID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\])]?\.?")


@rule("REF-ID")
def look(document: Document) -> Iterator[Fault]:
    """Every reference can be referred to, and numbered ones stand in the order of their numbers.

    What:
        Each `ref` has an `id`. In a list whose labels are numbers, each is one more than the one before it.
    Why:
        Without an id no citation can lead to the reference. A number that is missing or there twice means that a reference
        was lost or split.
    Fix:
        Give the reference an id of the scheme that the list has; put it where its number belongs.
    Bad:
        <ref-list><ref><mixed-citation>Kovar 2019.</mixed-citation></ref></ref-list>
    Bad:
        <ref-list><ref id="R1"><label>1.</label><mixed-citation>Kovar 2019.</mixed-citation></ref>
        <ref id="R3"><label>3.</label><mixed-citation>Mora 2021.</mixed-citation></ref></ref-list>
    Good:
        <ref-list><ref id="R1"><label>1.</label><mixed-citation>Kovar 2019.</mixed-citation></ref>
        <ref id="R2"><label>2.</label><mixed-citation>Lind 2020.</mixed-citation></ref></ref-list>
    Source:
        PMC Tagging Guidelines, References; JATS4R, Citations.
    """
    before: dict[etree._Element | None, int] = {}
    labels = document.labels
    for ref in document.all("ref"):
        id = ref.get("id")
        if not id:
            text = words(ref)[:60]
            yield Fault(ref, f"the reference “{text}” has no id", "Give it one, as the others have.")
        match = _NUMBER.fullmatch(labels.get(id or "", ""))
        if not match:
            continue
        number, last = int(match[1]), before.get(ref.getparent())
        before[ref.getparent()] = number
        if last is not None and number != last + 1 and (label := document.child(ref, "label")) is not None:
            yield Fault(
                label,
                f"reference {number} stands behind reference {last}",
                "See whether one was lost, split or moved.",
                value=match[1],
                expected=str(last + 1),
            )
