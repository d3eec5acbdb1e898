"""SCHEMA-CONTENT."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.CONTENT)
def page() -> None:
    """Every element stands where the schema lets it stand, in its order, and none that is required is missing.

    What:
        The children of an element are those that its content model has, in that order and number.
    Why:
        Programs look for a fact in its place only. One that stands elsewhere is lost without a word.
    Fix:
        Move the element, or add the one that is missing, as the message says.
    Bad:
        <sec><p>We caught trout.</p><title>Methods</title></sec>
    Bad:
        <list list-type="bullet"/>
    Good:
        <sec><title>Methods</title><p>We caught trout.</p></sec>
    Source:
        The DTD of the document's tag set; XML 1.0, 3 (validity constraint: element valid).
    """
