"""JMETA-PUBLISHER."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("JMETA-PUBLISHER", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The publisher is named.

    What:
        `publisher/publisher-name` in `journal-meta`, and it is not empty.
    Why:
        PMC demands it, and who is responsible for an article is a part of what a reader has to know of it.
    Fix:
        Write the publisher's name; `publisher-loc` for its place may follow.
    Bad:
        <journal-meta><issn>0317-8471</issn></journal-meta>
    Bad:
        <publisher><publisher-name/></publisher>
    Good:
        <publisher><publisher-name>Trout Society</publisher-name></publisher>
    Source:
        PMC Tagging Guidelines, journal-meta; SciELO PS, publisher.
    """
    meta = document.journal_meta
    if meta is None:
        return
    name = meta.find("publisher/publisher-name")
    if name is None:
        advice = "Add <publisher><publisher-name>…</publisher-name></publisher>."
        yield Fault(meta, "the publisher is not named", advice)
    elif not words(name):
        yield Fault(name, "the name of the publisher is empty", "Write the publisher's name.")
