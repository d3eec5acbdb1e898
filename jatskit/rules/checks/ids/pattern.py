"""ID-PATTERN."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KINDS = {"ref": "references", "fig": "figures", "table-wrap": "tables"}
_LETTERS = re.compile(r"[^\W\d]+[^\w]?(?=\d)")
#: The fewest elements that show a scheme, and the share of them that must follow it.
_FEWEST, _SHARE = 5, 0.8


@rule("ID-PATTERN", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """The ids of a kind of elements follow one scheme: letters that name the kind, and a number.

    What:
        Where most references (figures, tables) of an article are called R1, R2, …, all of them are.
    Why:
        Scripts of publishers and archives find elements by the scheme; one that leaves it was often put in by hand,
        and may lack more than the id.
    Fix:
        Give the element an id of the scheme, and change the references to it.
    Bad:
        <ref-list><ref id="R1"><mixed-citation>A 2001.</mixed-citation></ref><ref id="R2"><mixed-citation>B 2002.</mixed-citation></ref>
        <ref id="R3"><mixed-citation>C 2003.</mixed-citation></ref><ref id="R4"><mixed-citation>D 2004.</mixed-citation></ref>
        <ref id="new5"><mixed-citation>E 2005.</mixed-citation></ref></ref-list>
    Good:
        <ref-list><ref id="R1"><mixed-citation>A 2001.</mixed-citation></ref><ref id="R2"><mixed-citation>B 2002.</mixed-citation></ref>
        <ref id="R3"><mixed-citation>C 2003.</mixed-citation></ref><ref id="R4"><mixed-citation>D 2004.</mixed-citation></ref>
        <ref id="R5"><mixed-citation>E 2005.</mixed-citation></ref></ref-list>
    Source:
        PMC Tagging Guidelines, id attributes in manuscripts.
    """
    for tag, many in _KINDS.items():
        found = [(element, _prefix(element.get("id", ""))) for element in document.all(tag) if element.get("id")]
        if len(found) < _FEWEST:
            continue
        [(usual, times)] = Counter(prefix for _, prefix in found).most_common(1)
        if not usual or times < _SHARE * len(found):
            continue
        for element, prefix in found:
            if prefix != usual:
                id = element.get("id", "")
                yield Fault(
                    element,
                    f"“{id}” is called otherwise than the other {many}, whose ids begin with “{usual}”",
                    "Give it an id of the same scheme.",
                    "id",
                    id,
                    f"{usual}…",
                )


def _prefix(id: str) -> str:
    """Return the letters before the first number of an id."""
    match = _LETTERS.match(id)
    return match[0] if match else ""
