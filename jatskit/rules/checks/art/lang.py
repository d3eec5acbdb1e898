"""ART-LANG."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-LANG")
def look(document: Document) -> Iterator[Fault]:
    """The document says in which language the article is.

    What:
        `article` has `xml:lang`, and it is not “und”, which says that the language is not known.
    Why:
        The DTD supplies “en” where nothing is said, so that an article in Portuguese or Chinese becomes an English one
        for all who read the DTD, and has no language for all others. Screen readers speak it accordingly.
    Fix:
        Write the language's tag: `xml:lang="pt"`.
    Bad:
        <article article-type="research-article"/>
    Bad:
        <article article-type="research-article" xml:lang=" "/>
    Bad:
        <article article-type="research-article" xml:lang="und"/>
    Good:
        <article article-type="research-article" xml:lang="pt"/>
    Source:
        JATS tag library, xml:lang; JATS4R, xml:lang; SciELO PS, xml:lang.
    """
    lang = document.root.get(LANG)
    if lang is None or lang.strip().lower() in ("", "und"):
        advice = 'Write its tag, such as xml:lang="en".'
        yield Fault(
            document.root, "the language of the article is not stated", advice, "" if lang is None else "xml:lang"
        )
