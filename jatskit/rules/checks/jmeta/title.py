"""JMETA-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("JMETA-TITLE")
def look(document: Document) -> Iterator[Fault]:
    """The journal's title is stated.

    What:
        `journal-title` in `journal-title-group` (in `journal-meta` itself before NLM 3.0), and it is not empty.
    Why:
        Crossref refuses a deposit without it, and no reader can tell from an ISSN what he is reading.
    Fix:
        Write the journal's full title, as the ISSN portal has it.
    Bad:
        <journal-meta><journal-id journal-id-type="publisher-id">trout</journal-id></journal-meta>
    Bad:
        <journal-title-group><journal-title> </journal-title></journal-title-group>
    Good:
        <journal-title-group><journal-title>Journal of Trout Science</journal-title></journal-title-group>
    Source:
        PMC Tagging Guidelines, journal-meta; Crossref deposit schema, full_title.
    """
    meta = document.journal_meta
    if meta is None:
        return
    titles = document.at(meta, "journal-title-group/journal-title") + document.children(meta, "journal-title")
    if not titles:
        advice = "Add <journal-title-group><journal-title>…</journal-title></journal-title-group>."
        yield Fault(meta, "the journal has no title", advice)
    for title in titles:
        if not words(title):
            yield Fault(title, "the title of the journal is empty", "Write the journal's full title.")
