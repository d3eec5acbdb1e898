"""JMETA-JOURNAL-ID."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.rules.document import Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_TYPES = frozenset(
    {"archive", "coden", "doi", "hwp", "index", "iso-abbrev", "isi-abbrev", "issn", "issn-l", "nlm-journal-id", "nlm-ta",
     "ojs", "pmc", "publisher", "publisher-id", "pubmed", "pubmed-jr-id"}
)  # fmt: skip


@rule("JMETA-JOURNAL-ID")
def look(document: Document) -> Iterator[Fault]:
    """The journal has an identifier, and it is said whose it is.

    What:
        `journal-meta` has a `journal-id`, which is not empty, with a `journal-id-type`: `nlm-ta` for the abbreviation of the
        NLM Catalog, `iso-abbrev`, `publisher-id`, `pmc`.
    Why:
        PMC files an article by its journal's identifier. A name such as “Trout” alone is that of several journals.
    Fix:
        Write the identifier, with its type.
    Bad:
        <journal-meta><issn>0317-8471</issn></journal-meta>
    Bad:
        <journal-meta><journal-id journal-id-type="nlm-ta"/></journal-meta>
    Bad:
        <journal-meta><journal-id journal-id-type="NLM-TA">J Trout Sci</journal-id></journal-meta>
    Good:
        <journal-meta><journal-id journal-id-type="nlm-ta">J Trout Sci</journal-id></journal-meta>
    Source:
        PMC Tagging Guidelines, journal-id; JATS tag library, journal-id-type.
    """
    meta = document.journal_meta
    if meta is None:
        return
    ids = document.children(meta, "journal-id")
    if not ids:
        yield Fault(meta, "the journal has no identifier", 'Add <journal-id journal-id-type="publisher-id">.')
    for id in ids:
        type = id.get("journal-id-type", "")
        if is_blank(id):
            yield Fault(id, "the identifier of the journal is empty", "Write it, or take the element out.")
        elif not type:
            yield Fault(
                id, f"it is not said what kind of identifier “{(id.text or '').strip()}” is", "Add journal-id-type."
            )
        elif type not in _TYPES and (
            close := difflib.get_close_matches(type.lower().replace("_", "-"), _TYPES, 1, 0.85)
        ):
            repair = Repair(f"Write {close[0]}", (SetAttribute(id, "journal-id-type", close[0]),), safe=True)
            message = f"“{type[:40]}” is no usual kind of identifier"
            yield Fault(id, message, f"Did you mean {close[0]}?", "journal-id-type", type, close[0], repair)
