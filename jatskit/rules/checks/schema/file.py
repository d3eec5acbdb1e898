"""SCHEMA-FILE."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.FILE)
def page() -> None:
    """The document is as a schema that was given demands.

    What:
        With `--schema`, documents are validated against a DTD, a RELAX NG grammar or an XML Schema instead of the one that
        they name, or have to meet the assertions of a Schematron as well. The message is the schema's.
    Why:
        A house has rules of its own: elements that it never uses, or files that come with each article.
    Fix:
        Ask whoever wrote the schema what is meant, if the message does not say it.
    Bad:
        <p>A trout without an id, if a Schematron asks that each paragraph has one</p>
    Good:
        <p id="p1">A trout</p>
    Source:
        The schema itself; ISO/IEC 19757-2 and 19757-3; W3C XML Schema.
    """
