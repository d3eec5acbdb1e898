"""SCHEMA-TEXT."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.TEXT)
def page() -> None:
    """Words stand only where the schema allows words.

    What:
        An element that holds other elements only, such as `sec` or `front`, has no text of its own between them.
    Why:
        Such words belong to nothing: they are neither paragraph nor title, and are dropped by most readers.
    Fix:
        Put the words into the element that they belong to, often a `p`.
    Bad:
        <sec><title>Methods</title>We caught trout.</sec>
    Good:
        <sec><title>Methods</title><p>We caught trout.</p></sec>
    Source:
        The DTD of the document's tag set; XML 1.0, 3 (validity constraint: element valid).
    """
