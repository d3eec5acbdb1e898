"""CREDIT-UNTAGGED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.credit import HOME, TERMS, address_of, term_of
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("CREDIT-UNTAGGED", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A role that has the name of a CRediT role is marked as that.

    What:
        A `role` of a contributor whose words are those of one of the fourteen roles of CRediT has the attributes that say so.
    Why:
        The words are for readers; Crossref and ORCID take the role from the attributes.
    Fix:
        `--unsafe-fixes` writes the attributes of the document's version.
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name><role>Formal analysis</role></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Formal analysis"
            vocab-term-identifier="https://credit.niso.org/contributor-roles/formal-analysis/">Formal analysis</role></contrib>
    Good:
        <contrib contrib-type="editor"><name><surname>Karasu</surname></name><role>Reviewing editor</role></contrib>
    Source:
        JATS4R, CRediT; ANSI/NISO Z39.104.
    """
    for role in document.all("role"):
        parent = role.getparent()
        if parent is None or parent.tag not in ("contrib", "collab", "contrib-group"):
            continue
        if role.get("vocab") or role.get("vocab-term") or role.get("content-type"):
            continue
        term = term_of(words(role))
        if term is None:
            continue
        if document.before("1.2"):
            values = {"content-type": address_of(term)}
        else:
            values = {
                "vocab": "credit", "vocab-identifier": HOME, "vocab-term": TERMS[term],
                "vocab-term-identifier": address_of(term),
            }  # fmt: skip
        repair = Repair(f"Mark it as {TERMS[term]}", tuple(SetAttribute(role, *pair) for pair in values.items()))
        message = f"“{words(role)}” is a role of CRediT, and is not marked as one"
        yield Fault(role, message, value=words(role), expected=address_of(term), repair=repair)
