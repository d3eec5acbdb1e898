"""Let rules look at a document, and tell what they find with its place, and with the edits that mend it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from jatskit.findings import Finding, Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import Rule, declared
from jatskit.schema.edits import fix_of
from jatskit.schema.faults import Fault
from jatskit.schema.places import Places


@cache
def rules() -> dict[str, Rule]:
    """Return all rules, by id: those of every module in `jatskit.rules.checks`."""
    from jatskit.rules import checks

    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        importlib.import_module(module.name)
    return declared()


def check(document: Document, chosen: Iterable[tuple[Rule, Severity]]) -> list[Finding]:
    """Return what the chosen rules find, each at the severity that is given with it, in the order of the document."""
    teller = Teller(document)
    findings = [teller.finding(fault, rule.id, severity) for rule, severity in chosen for fault in rule.look(document)]
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


class Teller:
    """Tells faults of one document as findings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = Places.of(document.data, document.tree, document.name) if document.data else None

    def finding(self, fault: Fault, kind: str, severity: Severity) -> Finding:
        """Return a fault as a finding of this kind; what was made in memory has a path in the tree and no place."""
        places = self._places
        xpath = self._document.tree.getpath(fault.element)
        return Finding(
            kind,
            severity,
            fault.message,
            place=places.place_of(fault.element, fault.attribute) if places else None,
            advice=fault.advice or (f"{fault.repair.what}." if fault.repair else ""),
            xpath=f"{xpath}/@{fault.attribute}" if fault.attribute else xpath,
            value=fault.value,
            expected=fault.expected,
            fix=fix_of(fault.repair, places) if places else None,
        )
