"""Tell the errors of a validator that gives lines and XPaths."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from jatskit.findings import Finding, Place, Severity
from jatskit.schema.faults import Fault
from jatskit.schema.gate import MOST_FINDINGS
from jatskit.schema.kinds import FILE
from jatskit.schema.telling import Teller, clip

#: An error: the element, or its XPath, or ""; the line, or 0; a sentence; what to do about it; how severe it is.
Error = tuple[etree._Element | str, int, str, str, Severity]


def findings(errors: Iterable[Error], tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
    """Return errors as findings at their elements; at their lines, if no element is known."""
    teller = Teller(tree, name, data)
    told = []
    for where, line, message, advice, severity in errors:
        message = clip(" ".join(message.split()).rstrip("."), 300)
        element = _found(where, tree)
        if element is not None:
            told.append(teller.finding(Fault(element, message, advice), FILE.id, severity))
        else:
            told.append(Finding(FILE.id, severity, message, place=Place(name, line or 1), advice=advice))
        if len(told) == MOST_FINDINGS:
            more = "more errors are not listed, because the document has so many"
            told.append(FILE(more, place=Place(name, 1), advice="Mend these first."))
            break
    return told


def _found(where: etree._Element | str, tree: etree._ElementTree) -> etree._Element | None:
    if not isinstance(where, str):
        return where
    try:
        found = tree.xpath(where) if where else None
    except etree.XPathError:
        return None
    if isinstance(found, list) and found:
        first = found[0]
        if isinstance(first, etree._Element):
            return first
        if isinstance(first, etree._ElementUnicodeResult):
            return first.getparent()
    return None
