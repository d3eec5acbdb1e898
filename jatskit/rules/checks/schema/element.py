"""SCHEMA-ELEMENT."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ELEMENT)
def page() -> None:
    """Every element is one that the schema has.

    What:
        The name of each element is declared in the tag set and version that the document names.
    Why:
        What no schema declares has no meaning: each reader drops it, or stops.
    Fix:
        Take the element that was meant, as the message proposes, or a later version of the tag set that has it.
    Bad:
        <p>A <b>new</b> trout</p>
    Bad:
        <secc><title>Methods</title></secc>
    Good:
        <p>A <bold>new</bold> trout</p>
    Source:
        The DTD of the document's tag set; XML 1.0, 3 (validity constraint: element valid).
    """
