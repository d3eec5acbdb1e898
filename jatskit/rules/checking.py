"""Let rules look at a document, and tell what they find with its place, and with the edits that mend it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from itertools import islice

from jatskit.findings import Finding, Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import Entry, Rule, declared
from jatskit.schema.faults import Fault
from jatskit.schema.telling import Teller

#: The most findings of one rule in one document.
MOST_OF_A_RULE = 1000


@cache
def entries() -> dict[str, Entry]:
    """Return what there is a page of, by id: the rules, and what the parser and the schema find."""
    from jatskit.rules import checks

    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        importlib.import_module(module.name)
    return declared()


@cache
def rules() -> dict[str, Rule]:
    """Return all rules, by id: those of every module in `jatskit.rules.checks`."""
    return {id: entry for id, entry in entries().items() if isinstance(entry, Rule)}


def check(document: Document, chosen: Iterable[tuple[Rule, Severity]]) -> list[Finding]:
    """Return what the chosen rules find, each at the severity that is given with it, in the order of the document."""
    teller = Teller(document.tree, document.name, document.data, document.ordered)
    findings = [
        teller.finding(fault, rule.id, severity) for rule, severity in chosen for fault in _faults(rule, document)
    ]
    return sorted(findings, key=_order)


def _faults(rule: Rule, document: Document) -> list[Fault]:
    """Return what a rule finds; if that is more than anybody reads, only the first of it, and that there is more.

    The path of an element takes as long to tell as it has elements before it.
    """
    found = list(islice(rule.look(document), MOST_OF_A_RULE + 1))
    if len(found) > MOST_OF_A_RULE:
        more = "more of this kind is not listed, because there is so much"
        found[-1] = Fault(found[-1].element, more, "Mend the rest first.")
    return found


def _order(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)
