"""JMETA-ID-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_JOURNAL = frozenset(
    {"aggregator", "archive", "coden", "doi", "hwp", "index", "iso-abbrev", "issn", "nlm-journal-id", "nlm-ta", "pmc",
     "publisher-id", "pubmed-jr-id", "sc"}
)  # fmt: skip


@rule("JMETA-ID-TYPE", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """The kinds of the journal's identifiers and of its ISSNs are those that PMC knows.

    What:
        `journal-id-type` is one of PMC's list; `pub-type` of an `issn` is “epub” or “ppub”.
    Why:
        PMC reports the others as errors, so that the deposit stops.
    Fix:
        Take one of the list; what is left is `publisher-id`. The linking ISSN stands in `issn-l`.
    Bad:
        <journal-meta><journal-id journal-id-type="ojs">trout</journal-id></journal-meta>
    Bad:
        <journal-meta><issn pub-type="linking">0317-8471</issn></journal-meta>
    Good:
        <journal-meta><journal-id journal-id-type="publisher-id">trout</journal-id><issn pub-type="epub">0317-8471</issn></journal-meta>
    Source:
        PMC Tagging Guidelines, journal-id and issn.
    """
    meta = document.journal_meta
    if meta is None:
        return
    for id in document.children(meta, "journal-id"):
        type = id.get("journal-id-type", "")
        if type and type not in _JOURNAL:
            message = f"PMC does not know “{type[:40]}” as a kind of journal identifier"
            yield Fault(id, message, "Use publisher-id.", "journal-id-type", type)
    for issn in document.children(meta, "issn"):
        type = issn.get("pub-type", "")
        if type and type not in ("epub", "ppub"):
            message = f"PMC does not know “{type[:40]}” as a kind of ISSN"
            yield Fault(issn, message, "Use epub, ppub or <issn-l>.", "pub-type", type)
