"""LANG-TRANSLATED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import CITATIONS, LANG, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: Languages that are written in several scripts, or standards, so that one is a translation of the other.
_SEVERAL = frozenset({"az", "kk", "mn", "no", "pa", "sr", "tg", "uz", "zh"})


@rule("LANG-TRANSLATED")
def look(document: Document) -> Iterator[Fault]:
    """A translation is in another language, not in another country's form of the same.

    What:
        The language of `trans-abstract` and `trans-title` is not that of the article with another country (“en-GB” in an article in
        “en”), and `trans-source` in a citation says its language.
    Why:
        PMC takes both for English, and refuses two abstracts in one language.
    Fix:
        See which language it is.
    Bad:
        <trans-abstract xml:lang="en-GB"><p>Salmon colour.</p></trans-abstract>
    Bad:
        <element-citation publication-type="book"><source>Реки</source><trans-source>Rivers</trans-source></element-citation>
    Good:
        <trans-abstract xml:lang="de"><p>Lachse.</p></trans-abstract>
    Source:
        PMC Tagging Guidelines, trans-abstract and trans-title.
    """
    own = document.root.get(LANG) or "en"
    for element in document.all("trans-abstract", "trans-title-group", "trans-title"):
        lang = element.get(LANG, "")
        primary = lang.partition("-")[0].lower()
        if not lang or lang == own or primary != own.partition("-")[0].lower() or primary in _SEVERAL:
            continue
        if next(element.iterancestors(*CITATIONS, "product", "sub-article", "response"), None) is None:
            message = f"this translation is in “{lang}”, and the article in “{own}”"
            yield Fault(element, message, "See which language it is.", "xml:lang", lang)
    for source in document.all("trans-source"):
        if not source.get(LANG):
            yield Fault(source, f"“{words(source)[:60]}” does not say in which language it is", "Add xml:lang.")
