"""FUND-ID."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import doi
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Change, Fault, Repair, SetAttribute, SetText

_REGISTRY = "10.13039/open-funder-registry"


@rule("FUND-ID")
def look(document: Document) -> Iterator[Fault]:
    """The identifier of a funder is a DOI of the Open Funder Registry, marked as one, or a ROR identifier.

    What:
        `institution-id` of type `doi` in `funding-group`, and `award-id` of type `doi`, hold the bare DOI. From JATS 1.2 on,
        `vocab="open-funder-registry"` comes with `vocab-identifier="10.13039/open-funder-registry"`, with the type `doi`, and with
        a DOI that begins with 10.13039/. ROR identifiers are looked at by AFF-INSTITUTION-ID.
    Why:
        Crossref counts a funder's articles by that DOI.
    Fix:
        Write the DOI alone, with the attributes.
    Bad:
        <award-group><funding-source><institution-wrap><institution-id institution-id-type="doi">https://doi.org/10.13039/100000001</institution-id>
            <institution>Trout Fund</institution></institution-wrap></funding-source></award-group>
    Bad:
        <award-group><funding-source><institution-wrap>
            <institution-id institution-id-type="FundRef" vocab="open-funder-registry">10.13039/100000001</institution-id>
            <institution>Trout Fund</institution></institution-wrap></funding-source></award-group>
    Good:
        <award-group><funding-source><institution-wrap><institution-id institution-id-type="doi" vocab="open-funder-registry"
            vocab-identifier="10.13039/open-funder-registry">10.13039/100000001</institution-id>
            <institution>Trout Fund</institution></institution-wrap></funding-source></award-group>
    Source:
        JATS4R, funding; Crossref, Open Funder Registry.
    """
    for id in document.all("institution-id"):
        if next(id.iterancestors("funding-group"), None) is None:
            continue
        if id.get("institution-id-type", "").lower() == "doi":
            yield from _doi(id)
        if id.get("vocab") == "open-funder-registry" and not document.before("1.2"):
            yield from _registered(id)
    for id in document.all("award-id"):
        if id.get("award-id-type") == "doi":
            yield from _doi(id)


def _doi(id: etree._Element) -> Iterator[Fault]:
    text = (id.text or "").strip()
    try:
        right = doi(text)
    except ValueError as error:
        yield Fault(id, str(error), "Write the DOI alone.", value=text)
        return
    if right != text:
        repair = Repair(f"Write {right}", (SetText(id, right),), safe=True)
        yield Fault(
            id, f"“{text[:80]}” is an address, and the DOI is {right}", value=text, expected=right, repair=repair
        )


def _registered(id: etree._Element) -> Iterator[Fault]:
    wanted = {"vocab-identifier": _REGISTRY, "institution-id-type": "doi"}
    wrong = [name for name, right in wanted.items() if id.get(name) != right]
    if wrong:
        one = wrong[0]
        has = f"is “{id.get(one)}”" if id.get(one) else "is missing"
        changes: tuple[Change, ...] = tuple(SetAttribute(id, name, wanted[name]) for name in wrong)
        repair = Repair(f"Write {' and '.join(wrong)}", changes, safe=True)
        message = f"{one} of an identifier of the Open Funder Registry {has}"
        attribute = one if id.get(one) else ""
        yield Fault(id, message, "", attribute, id.get(one, ""), wanted[one], repair)
    if "10.13039/" not in (id.text or ""):
        text = (id.text or "").strip()
        message = f"“{text[:60]}” is no DOI of the Open Funder Registry"
        yield Fault(id, message, "They begin with 10.13039/.", value=text)
