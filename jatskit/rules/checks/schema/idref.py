"""SCHEMA-IDREF."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.IDREF)
def page() -> None:
    """Every reference names an id that some element has.

    What:
        Each id in `rid`, and in the other attributes that refer to elements, is the `id` of an element of the document.
    Why:
        A link that leads nowhere: the reader who clicks on “Figure 2” stays where he is.
    Fix:
        Write the id of the element that is meant, or add the element, or take the reference away.
    Bad:
        <p>See <xref ref-type="fig" rid="f9">Figure 9</xref>.</p>
    Good:
        <sec><title>Results</title><p>See <xref ref-type="fig" rid="f9">Figure 9</xref>.</p><fig id="f9"/></sec>
    Source:
        XML 1.0, 3.3.1 (validity constraint: IDREF).
    """
