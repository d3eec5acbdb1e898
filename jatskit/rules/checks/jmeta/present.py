"""JMETA-PRESENT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("JMETA-PRESENT")
def look(document: Document) -> Iterator[Fault]:
    """The document says which journal the article stands in.

    What:
        `front` holds `journal-meta` before `article-meta`. It counts for destinations that take articles of journals:
        a preprint or a manuscript has no journal.
    Why:
        The other rules of the journal look at what stands in it. Without it nobody knows where the article was published.
    Fix:
        Add `journal-meta` with the journal's identifier, title, ISSN and publisher.
    Bad:
        <article article-type="research-article"><front><article-meta/></front></article>
    Good:
        <journal-meta><journal-id journal-id-type="publisher-id">salmo</journal-id></journal-meta>
    Source:
        PMC Tagging Guidelines, journal-meta; Crossref deposit schema, journal_metadata; SciELO PS, journal-meta.
    """
    if document.journal_meta is None:
        front = document.child(document.root, "front")
        yield Fault(
            document.root if front is None else front,
            "nothing says which journal the article stands in",
            "Add <journal-meta> with the journal's title and ISSN.",
        )
