"""SPS-JOURNAL."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-JOURNAL")
def look(document: Document) -> Iterator[Fault]:
    """The journal has SciELO's acronym and the publisher's short title.

    What:
        `journal-meta` has a `journal-id` of `journal-id-type` “publisher-id” and an `abbrev-journal-title` of `abbrev-type` “publisher”.
    Why:
        SciELO finds the journal by the one and names its files and references by the other.
    Fix:
        Add them.
    Bad:
        <journal-meta><journal-id journal-id-type="nlm-ta">Rev Rios</journal-id><journal-title-group><journal-title>Revista dos rios</journal-title>
            </journal-title-group></journal-meta>
    Good:
        <journal-meta><journal-id journal-id-type="publisher-id">rios</journal-id><journal-title-group><journal-title>Revista dos rios</journal-title>
            <abbrev-journal-title abbrev-type="publisher">Rev. rios</abbrev-journal-title></journal-title-group></journal-meta>
    Source:
        SciELO PS, journal-id and abbrev-journal-title.
    """
    meta = document.journal_meta
    if meta is None:
        return
    if not any(id.get("journal-id-type") == "publisher-id" for id in document.children(meta, "journal-id")):
        yield Fault(meta, "the journal has no publisher-id", 'Add <journal-id journal-id-type="publisher-id">.')
    titles = document.at(meta, "journal-title-group/abbrev-journal-title")
    if not any(title.get("abbrev-type") == "publisher" for title in titles):
        advice = 'Add <abbrev-journal-title abbrev-type="publisher">.'
        yield Fault(meta, "the journal has no short title of the publisher", advice)
