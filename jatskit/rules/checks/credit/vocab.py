"""CREDIT-VOCAB."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.credit import HOME, TERMS, address_of, term_of, term_of_address
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Change, Fault, Repair, SetAttribute

_NAMES = ("vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier")
_PLACES = ("contrib", "collab", "contrib-group")


@rule("CREDIT-VOCAB")
def look(document: Document) -> Iterator[Fault]:
    """A role of CRediT is marked as one, in all the ways that belong together.

    What:
        From JATS 1.2 on, `role` has `vocab="credit"`, the taxonomy's address in `vocab-identifier`, the term in `vocab-term` and
        its address in `vocab-term-identifier`, and all name one role. Before, the term's address stands in `content-type`.
    Why:
        Crossref and ORCID take the roles from these attributes. An address that leads to the taxonomy's front page says
        nothing of what an author did.
    Fix:
        Write all four; `--unsafe-fixes` does it if the term is one of the fourteen.
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Analysis"
            vocab-term-identifier="https://credit.niso.org/contributor-roles/formal-analysis/">Analysis</role></contrib>
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <role vocab="CRediT" vocab-term="Methodology">Methodology</role></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Methodology"
            vocab-term-identifier="https://credit.niso.org/contributor-roles/methodology/">Methodology</role></contrib>
    Source:
        JATS4R, CRediT; ANSI/NISO Z39.104.
    """
    old = document.before("1.2")
    for role in document.all("role"):
        parent = role.getparent()
        if parent is None or parent.tag not in _PLACES:
            continue
        type = role.get("content-type", "")
        if any(role.get(name) for name in _NAMES):
            yield from _new(role)
        elif "credit.niso.org" in type.lower() or "casrai.org" in type.lower():
            yield from _old(role, type, old)


def _new(role: etree._Element) -> Iterator[Fault]:
    """Look at a role with the attributes of 1.2."""
    vocab, _, term, address = (role.get(name, "") for name in _NAMES)
    told = term_of(term) or term_of_address(address)
    if vocab.lower() != "credit" and not told:
        return  # the roles of another vocabulary
    if told is None:
        told = term_of(words(role))
    if told is None:
        message = f"“{(term or words(role))[:60]}” is no role of CRediT"
        yield Fault(role, message, f"Take one of {', '.join(TERMS.values())}.", "vocab-term" if term else "", term)
        return
    right = dict(zip(_NAMES, ("credit", HOME, TERMS[told], address_of(told)), strict=True))
    wrong = [name for name in _NAMES if not _same(name, role.get(name, ""), right[name])]
    if wrong:
        one = wrong[0]
        has = f"is “{role.get(one, '')[:60]}”" if role.get(one) else "is missing"
        changes: tuple[Change, ...] = tuple(SetAttribute(role, name, right[name]) for name in wrong)
        listed = " and ".join(wrong)
        # What contradicts itself cannot be mended without knowing which of the two is meant.
        contrary = term_of(term) and term_of_address(address) and term_of(term) != term_of_address(address)
        repair = None if contrary else Repair(f"Write {listed}", changes)
        message = f"{one} of the role “{TERMS[told]}” {has}"
        advice = f"{TERMS[told]} has {one}=“{right[one]}”." if contrary else ""
        yield Fault(role, message, advice, one if role.get(one) else "", role.get(one, ""), right[one], repair)


def _same(name: str, found: str, right: str) -> bool:
    if name == "vocab-term":
        return term_of(found) == term_of(right)
    if name == "vocab":
        return found == right
    return found.strip().lower().replace("http://", "https://").rstrip("/") == right.rstrip("/")


def _old(role: etree._Element, type: str, old: bool) -> Iterator[Fault]:
    """Look at a role with an address in `content-type`."""
    if term_of_address(type) is not None:
        return
    told = term_of(words(role))
    changes: tuple[Change, ...] = ()
    if told and old:
        changes = (SetAttribute(role, "content-type", address_of(told)),)
    elif told:
        values = ("credit", HOME, TERMS[told], address_of(told))
        pairs = zip(_NAMES, values, strict=True)
        changes = (
            SetAttribute(role, "content-type", None),
            *(SetAttribute(role, name, value) for name, value in pairs),
        )
    repair = Repair(f"Name the role {TERMS[told]}", changes) if told else None
    message = f"“{type[:80]}” leads to the taxonomy, not to a role of it"
    expected = address_of(told) if told else ""
    yield Fault(
        role, message, "" if repair else "Write the address of the role.", "content-type", type, expected, repair
    )
