"""SCHEMA-ID."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ID)
def page() -> None:
    """Every id is a proper name, and is had by one element.

    What:
        An `id` begins with a letter or an underscore, holds letters, digits, points, hyphens and underscores only, and
        occurs once in the document.
    Why:
        If two elements have one id, a reference to it may lead to either.
    Fix:
        Give the second element an id of its own, and see which of the references mean it.
    Bad:
        <sec><title>Methods</title><p id="p1">We caught trout.</p><p id="p1">We let them go.</p></sec>
    Bad:
        <p id="1">We caught trout.</p>
    Good:
        <sec><title>Methods</title><p id="p1">We caught trout.</p><p id="p2">We let them go.</p></sec>
    Source:
        XML 1.0, 3.3.1 (validity constraint: ID).
    """
