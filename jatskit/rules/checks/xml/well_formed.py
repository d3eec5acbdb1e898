"""XML-WF."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.WELL_FORMED)
def page() -> None:
    """The document is well-formed XML, and every prefix in it is declared.

    What:
        Every tag that is opened is closed, in the right order; attributes stand in quotation marks and once in a tag;
        `&` and `<` are written as `&amp;` and `&lt;`; no prefix is used that no `xmlns:` declares.
    Why:
        No program reads XML that is not well-formed: it stops at the first such place. All else can be checked only then.
    Fix:
        Mend the place that is named, and check again: what follows it was not looked at.
    Bad:
        <p>Trout & salmon</p>
    Bad:
        <p>Trout <italic>and salmon</p>
    Good:
        <p>Trout &amp; <italic>salmon</italic></p>
    Source:
        XML 1.0, 2.1; Namespaces in XML 1.0, 7.
    """
