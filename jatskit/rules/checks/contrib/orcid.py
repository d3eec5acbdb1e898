"""CONTRIB-ORCID."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import orcid as bare
from jatskit.rules.document import Document, article_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("CONTRIB-ORCID")
def look(document: Document) -> Iterator[Fault]:
    """Each ORCID iD is one that can exist, says that it is one, and is one person's.

    What:
        `contrib-id` has `contrib-id-type`. If that is `orcid`, its content is an ORCID iD with a right check digit, and no two
        contributors of an article have the same.
    Why:
        A wrong digit credits a stranger with the article. Two people with one iD mostly come from copying a row.
    Fix:
        Ask the author, and let him or her log in at ORCID, which supplies the iD as it is.
    Bad:
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Bad:
        <contrib contrib-type="author"><contrib-id>https://orcid.org/0000-0002-1825-0097</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Good:
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Source:
        ORCID, structure of the identifier (ISO 7064, MOD 11-2); JATS4R, authors and affiliations; PMC Tagging Guidelines, contrib-id.
    """
    seen: dict[tuple[etree._Element | None, str], str] = {}
    for id in document.all("contrib-id"):
        text = " ".join((id.text or "").split())
        type = id.get("contrib-id-type", "")
        looks = "orcid.org/" in text.lower()
        if not type:
            repair = (
                Repair("Write orcid", (SetAttribute(id, "contrib-id-type", "orcid"),), safe=True) if looks else None
            )
            advice = "" if repair else "Add contrib-id-type."
            yield Fault(id, f"it is not said what kind of identifier “{text[:60]}” is", advice, repair=repair)
        if type.lower() != "orcid" and not looks:
            continue
        try:
            right = bare(text)
        except ValueError as error:
            advice = "Ask the author for it." if text else "Take the element out."
            yield Fault(id, str(error) if text else "the ORCID iD is empty", advice, value=text)
            continue
        contrib = id.getparent()
        if (
            contrib is not None
            and document.child(contrib, "collab") is not None
            and document.child(contrib, "name") is None
        ):
            yield Fault(id, f"{right} is a person's, and the contributor is a group", "See whose it is.", value=right)
        group = contrib.getparent() if contrib is not None else None
        name = _name(contrib)
        other = seen.setdefault((article_of(id), right), name)
        if other != name and group is not None:
            message = f"“{name[:60]}” has the ORCID iD of “{other[:60]}”"
            yield Fault(id, message, "See whose it is.", value=right)


def _name(contrib: etree._Element | None) -> str:
    surname = contrib.find(".//surname") if contrib is not None else None
    return " ".join((surname.text or "").split()) if surname is not None else ""
