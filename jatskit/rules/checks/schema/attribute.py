"""SCHEMA-ATTR."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ATTRIBUTE)
def page() -> None:
    """Every attribute is one that its element has, with a value that it may have, and none that is required is missing.

    What:
        The attributes of each element are declared, those that are required are there, and one whose values
        are listed has one of them.
    Why:
        A misspelt attribute says nothing; a reference without its target leads nowhere.
    Fix:
        Take the name or the value that the message proposes.
    Bad:
        <fig orientaton="portrait"/>
    Bad:
        <p><graphic/></p>
    Good:
        <fig orientation="portrait"/>
    Source:
        The DTD of the document's tag set; XML 1.0, 3.3 (validity constraints: attribute value type, required attribute,
        enumeration, fixed attribute default).
    """
