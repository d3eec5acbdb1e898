"""CONTRIB-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_OF_GROUPS = {"authors": "author", "author": "author", "editors": "editor", "editor": "editor"}


@rule("CONTRIB-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Each contributor of an article says as what: author, editor, reviewer.

    What:
        `contrib` in the article's own `contrib-group` has `contrib-type`. Members of a collaboration need none.
    Why:
        Crossref and PMC list authors and editors apart. Without a type an editor becomes an author.
    Fix:
        Add `contrib-type="author"`, or what the contributor is.
    Bad:
        <contrib-group><contrib><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib></contrib-group>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
    Source:
        PMC Tagging Guidelines, contrib; JATS4R, authors and affiliations.
    """
    for meta in document.metas:
        for group in document.children(meta, "contrib-group"):
            type = _OF_GROUPS.get(group.get("content-type", ""))
            for contrib in document.children(group, "contrib"):
                if contrib.get("contrib-type"):
                    continue
                repair = (
                    Repair(f"Write {type}", (SetAttribute(contrib, "contrib-type", type),), safe=True) if type else None
                )
                advice = "" if repair else 'Add contrib-type="author", or what he or she is.'
                yield Fault(contrib, "it is not said as what he or she contributed", advice, repair=repair)
