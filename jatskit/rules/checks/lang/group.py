"""LANG-GROUP."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("LANG-GROUP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The titles of a translation are in its language, and translate what there is.

    What:
        `trans-title` and `trans-subtitle` in a `trans-title-group` have no other `xml:lang` than the group, and a `trans-subtitle` stands only where
        the title has a `subtitle`.
    Why:
        Programs take the language from the group, and would show the title to the wrong readers.
    Fix:
        Write the language on the group alone.
    Bad:
        <trans-title-group xml:lang="de"><trans-title xml:lang="fr">Saumons</trans-title></trans-title-group>
    Bad:
        <title-group><article-title>Salmon</article-title><trans-title-group xml:lang="de"><trans-title>Lachse</trans-title>
            <trans-subtitle>Eine Studie</trans-subtitle></trans-title-group></title-group>
    Good:
        <trans-title-group xml:lang="de"><trans-title>Lachse</trans-title></trans-title-group>
    Source:
        PMC Tagging Guidelines, trans-title-group.
    """
    for group in document.all("trans-title-group"):
        own = group.get(LANG)
        holder = group.getparent()
        for child in group.iterchildren("*"):
            lang = child.get(LANG)
            if own and lang and lang != own:
                message = f"<{child.tag!s}> is in “{lang}”, and its group in “{own}”"
                yield Fault(child, message, "See which of them is right.", "xml:lang", lang)
            if child.tag == "trans-subtitle" and holder is not None and _lacks(holder, document):
                yield Fault(child, f"“{words(child)[:60]}” translates a subtitle that there is not", "Add <subtitle>.")


def _lacks(holder: etree._Element, document: Document) -> bool:
    return document.child(holder, "subtitle") is None and document.child(holder, "journal-subtitle") is None
