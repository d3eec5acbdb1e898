"""CONTRIB-DUPLICATE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("CONTRIB-DUPLICATE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """No contributor is listed twice.

    What:
        No two contributors of one type have the same surname and given names in one article, unless both have an ORCID iD and
        these differ.
    Why:
        The second one is mostly a row that was copied and not changed: an author is missing.
    Fix:
        See in the manuscript who is meant.
    Bad:
        <contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
            <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib></contrib-group>
    Good:
        <contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
            <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Deniz</given-names></name></contrib></contrib-group>
    Source:
        Crossref deposit schema, contributors; good sense.
    """
    for meta in document.metas:
        seen: dict[tuple[str, ...], etree._Element] = {}
        for contrib in document.at(meta, "contrib-group/contrib"):
            name = document.child(contrib, "name")
            if name is None:
                continue
            parts = {part.tag: " ".join((part.text or "").split()) for part in name}
            given, surname, suffix = (parts.get(tag, "") for tag in ("given-names", "surname", "suffix"))
            if len(given.strip(" .")) < 2 or not surname:
                continue
            key = (contrib.get("contrib-type", ""), surname.casefold(), given.casefold(), suffix)
            other = seen.setdefault(key, contrib)
            if other is not contrib and not _differ(other, contrib, document):
                message = f"“{given} {surname}” is listed before (line {other.sourceline})"
                yield Fault(contrib, message, "See who is meant.", value=f"{given} {surname}")


def _differ(one: etree._Element, other: etree._Element, document: Document) -> bool:
    """Whether their identifiers tell them apart, or one is the same person in another part that he or she had."""
    ids = [
        {" ".join((id.text or "").split()) for id in document.children(contrib, "contrib-id")}
        for contrib in (one, other)
    ]
    roles = [{spaced(role) for role in document.children(contrib, "role")} for contrib in (one, other)]
    return (bool(ids[0] and ids[1]) and ids[0] != ids[1]) or roles[0] != roles[1]
