"""Findings that the document itself asks not to be told: `<?jatskit ignore ART-DOI, REF?>`.

Before the root element it is about the whole document. Elsewhere it is about the element that follows it, with all in
it, or, if none follows in the same parent, about the parent. It names rules or groups, parted by commas or blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from jatskit.findings import Finding, Kind, Place, Severity
from jatskit.rules.targets import belongs

UNUSED = Kind(
    "SUPPRESSION-UNUSED",
    Severity.WARNING,
    "A processing instruction <?jatskit ignore …?> names a rule that finds nothing there, or one that does not exist.",
)

_INSTRUCTION = "jatskit"
_SEPARATOR = re.compile(r"[\s,]+")


@dataclass(slots=True)
class _Ignored:
    """What is ignored in one place: an XPath ("" for the whole document), and the ids that have been of use."""

    instruction: Any
    xpath: str
    ids: tuple[str, ...]
    used: set[str]


def suppressed(
    findings: Iterable[Finding], tree: etree._ElementTree, data: bytes, name: str, known: Iterable[str]
) -> list[Finding]:
    """Return the findings that the document does not ask to be silent about, and what is wrong with its asking.

    `known` are the ids of the rules that were looked for: one that was not cannot be unused.
    """
    told = list(findings)
    if b"<?jatskit" not in data:
        return told
    ignored = list(_read(tree))
    kept = [finding for finding in told if not _is_ignored(finding, ignored)]
    looked_for = tuple(known)
    for one in ignored:
        place = _place(one, name)
        if not one.ids:
            advice = "Write <?jatskit ignore ART-DOI?>, with the ids of rules or groups."
            kept.append(UNUSED("an instruction to jatskit that ignores nothing", place=place, advice=advice))
        for id in one.ids:
            if id not in one.used and any(belongs(rule, id) for rule in looked_for):
                message = f"“{id}” is ignored here, and there is nothing to ignore"
                kept.append(UNUSED(message, place=place, advice="Take it out."))
    return kept


def unknown(tree: etree._ElementTree, data: bytes, name: str, known: Iterable[str]) -> list[Finding]:
    """Return findings for the names of rules that do not exist; `known` are the ids of all that do."""
    if b"<?jatskit" not in data:
        return []
    ids = tuple(known)
    names = [(one, id) for one in _read(tree) for id in one.ids if not any(belongs(rule, id) for rule in ids)]
    advice = "jatskit explain lists all rules."
    return [
        UNUSED(f"there is no rule or group “{id[:60]}”", place=_place(one, name), advice=advice) for one, id in names
    ]


def _place(one: _Ignored, name: str) -> Place:
    return Place(name, int(one.instruction.sourceline or 1))


def _read(tree: etree._ElementTree) -> Iterable[_Ignored]:
    root: Any = tree.getroot()
    before = [node for node in root.itersiblings(preceding=True) if node.tag is etree.PI]
    for instruction in [*reversed(before), *root.iter(etree.PI)]:
        if instruction.target != _INSTRUCTION:
            continue
        order, _, rest = (instruction.text or "").strip().partition(" ")
        ids = tuple(id for id in _SEPARATOR.split(rest) if id) if order == "ignore" else ()
        parent = instruction.getparent()
        if parent is None:
            yield _Ignored(instruction, "", ids, set())
            continue
        element = next(instruction.itersiblings("*"), parent)
        yield _Ignored(instruction, tree.getpath(element), ids, set())


def _is_ignored(finding: Finding, ignored: Iterable[_Ignored]) -> bool:
    found = False
    for one in ignored:
        if one.xpath and finding.xpath != one.xpath and not finding.xpath.startswith(f"{one.xpath}/"):
            continue
        named = {id for id in one.ids if belongs(finding.kind, id)}
        one.used |= named
        found = found or bool(named)
    return found
