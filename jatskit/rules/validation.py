"""Everything that there is to say about a document in JATS: the schema's verdict, and what the rules find."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from jatskit.findings import Finding, Path, Severity
from jatskit.rules.checking import check, entries, rules
from jatskit.rules.document import Document
from jatskit.rules.rule import Rule
from jatskit.rules.selection import EVERYTHING, Selection
from jatskit.rules.suppression import suppressed, unknown
from jatskit.rules.targets import Demands
from jatskit.schema import kinds
from jatskit.schema.catalogue import Target
from jatskit.schema.gate import target_of_document, unknown_doctype, verdict
from jatskit.schema.parsing import parse

if TYPE_CHECKING:
    from jatskit.schema.files import SchemaFile

#: What a document that was never a file has no say in: how it is encoded, and what it declares.
_OF_THE_FILE = ("XML", "DOCTYPE", "NS")
#: What is told even if it is not selected, because nothing else can be looked for then.
_ALWAYS = (kinds.WELL_FORMED.id, kinds.ROOT.id)


class Validated(NamedTuple):
    """What was found, the schema that the document was validated against, and whether that accepts it."""

    findings: list[Finding]
    schema: Target
    valid: bool


def schema_of(tree: etree._ElementTree, demands: Demands) -> Target:
    """Return the schema that a document is validated against."""
    return demands.schema or target_of_document(tree)


@lru_cache(maxsize=64)
def chosen(demands: Demands, selection: Selection = EVERYTHING) -> tuple[tuple[Rule, Severity], ...]:
    """Return the rules that count, each with the severity of its findings."""
    found = []
    for rule in rules().values():
        severity = demands.severity(rule.id, rule.severity)
        if severity is None and demands.column and selection.names(rule.id):
            severity = rule.severity
        if severity is not None and selection.wants(rule.id):
            found.append((rule, severity))
    return tuple(found)


def validate_xml(data: bytes, name: str, demands: Demands, selection: Selection = EVERYTHING) -> list[Finding]:
    """Return what is wrong with a document, in its order.

    Without rules to count (the target `schema`) that is the bare verdict of its own schema, and neither a selection nor
    the document itself can change it. Raises UnreadableSource if the bytes are not well-formed XML.
    """
    return validate_tree(parse(data, name), data, name, demands, selection).findings


def validate_tree(
    tree: etree._ElementTree,
    data: bytes,
    name: str,
    demands: Demands,
    selection: Selection = EVERYTHING,
    schemas: Sequence[SchemaFile] = (),
) -> Validated:
    """As `validate_xml`, of a document that was parsed; and by schemas that the user brings.

    Rules look at articles only.
    """
    # So many elements are looked at once that looking for cycles among them, where there are none, would take a fifth.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _validated(tree, data, name, demands, selection, schemas)
    finally:
        if collecting:
            gc.enable()


def _validated(
    tree: etree._ElementTree,
    data: bytes,
    name: str,
    demands: Demands,
    selection: Selection,
    schemas: Sequence[SchemaFile],
) -> Validated:
    schema = schema_of(tree, demands)
    said = [finding for each in schemas for finding in each.findings(tree, data, name)]
    if not any(each.replaces for each in schemas):
        said += verdict(tree, schema, name, data=data)
    valid = all(finding.severity < Severity.ERROR for finding in said)
    if demands.schema is None and not schemas:
        said = unknown_doctype(tree.docinfo.public_id, schema, name) + said
    if not demands.column or tree.getroot().tag != "article":
        return Validated(said, schema, valid)
    rules_ = chosen(demands, selection)
    found = check(Document(tree, schema, data, name), rules_)
    said = [_weighed(finding, demands) for finding in said if selection.wants(finding.kind) or finding.kind in _ALWAYS]
    merged = said + _not_told(found, said)
    if b"<?jatskit" in data:
        others = (id for id in entries() if id not in rules() and selection.wants(id))
        merged = suppressed(merged, tree, data, name, [*(rule.id for rule, _ in rules_), *others])
        merged += [finding for finding in unknown(tree, data, name, entries()) if selection.wants(finding.kind)]
    return Validated(sorted(merged, key=_order), schema, valid)


def _not_told(found: list[Finding], said: list[Finding]) -> list[Finding]:
    """Return what rules found and the schema did not say: the same fault is one at the same place with the same fix."""
    told = {(finding.xpath, finding.fix.edits) for finding in said if finding.fix}
    if not told:
        return found
    return [finding for finding in found if not finding.fix or (finding.xpath, finding.fix.edits) not in told]


def check_written(
    data: bytes, schema: Target, locate: Callable[[str], Path], demands: Demands, selection: Selection = EVERYTHING
) -> list[Finding]:
    """Return what the rules find in JATS that was written in memory, at paths in the model instead of places in a file."""
    document = Document(parse(data, "article.xml"), schema)
    about = [(rule, severity) for rule, severity in chosen(demands, selection) if rule.group not in _OF_THE_FILE]
    return [
        replace(finding, path=locate(finding.xpath.partition("/@")[0]), place=None, fix=None)
        for finding in check(document, about)
    ]


def _weighed(finding: Finding, demands: Demands) -> Finding:
    severity = demands.severity(finding.kind, finding.severity)
    return finding if severity in (None, finding.severity) else replace(finding, severity=severity)


def _order(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)
