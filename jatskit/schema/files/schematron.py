"""Schematron (ISO/IEC 19757-3) that a user brings: with XPath 1 through lxml, with XPath 2 and 3 through SaxonC.

What a schema's expressions may do is bounded: they read no file and write none, and nothing is included from outside of
the schema's folder.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from lxml import etree, isoschematron

from jatskit.errors import UnusableSchema
from jatskit.findings import Finding, Severity
from jatskit.schema.files.reading import Folder
from jatskit.schema.files.telling import Error, findings

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
#: What may stand in a schema of XSLT itself: what computes, and nothing that reads or writes.
_XSLT = frozenset(
    "function param variable sequence value-of choose when otherwise if for-each key sort text perform-sort analyze-string "
    "matching-substring non-matching-substring for-each-group copy-of".split()
)
_NEWER = frozenset({"xslt2", "xslt3", "xpath2", "xpath3", "xpath31", "xslt30", "xslt20"})


def schematron(name: str) -> SchematronFile:
    """Return the Schematron in a file; raise UnusableSchema if it cannot be used."""
    folder = Folder(name)
    tree = _whole(folder, folder.file, folder.parse(folder.file), ())
    root = tree.getroot()
    if root.tag != f"{SCH}schema":
        raise UnusableSchema(f"{name} is no ISO Schematron: its root element is <{etree.QName(root).localname}>")
    for element in root.iter(f"{XSL}*"):
        if etree.QName(element).localname not in _XSLT:
            raise UnusableSchema(f"{name} uses <xsl:{etree.QName(element).localname}>, which is not run")
    if root.get("queryBinding", "xslt").lower() in _NEWER:
        from jatskit.schema.files.schematron2 import Schematron2File

        return Schematron2File(name, root)
    return _Schematron1File(name, tree)


def _whole(folder: Folder, real: str, tree: etree._ElementTree, above: tuple[str, ...]) -> etree._ElementTree:
    """Put what a schema includes in the place of the instructions to include it."""
    if real in above:
        raise UnusableSchema(f"{real} includes itself")
    for include in list(tree.iter(f"{SCH}include")):
        other = folder.inside(include.get("href", ""), real)
        found = _whole(folder, other, folder.parse(other), (*above, real)).getroot()
        parent = include.getparent()
        if parent is None:
            raise UnusableSchema(f"{real} is nothing but an include")
        found.tail = include.tail
        parent.replace(include, found)
    return tree


class SchematronFile(ABC):
    """Schematron in a file."""

    replaces = False

    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def errors(self, tree: etree._ElementTree, data: bytes) -> list[Error]:
        """Return the assertions that failed, and the reports that were made."""

    def findings(self, tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
        """Return what the schema has against a document."""
        return findings(self.errors(tree, data), tree, data, name)


class _Schematron1File(SchematronFile):
    def __init__(self, name: str, tree: etree._ElementTree) -> None:
        super().__init__(name)
        try:
            made: Any = isoschematron.Schematron(tree, include=False, store_report=False, store_xslt=True)
            self._run = etree.XSLT(made.validator_xslt, access_control=etree.XSLTAccessControl.DENY_ALL)
        except (etree.LxmlError, ValueError) as error:
            words = " ".join(str(error).split())[:200]
            raise UnusableSchema(f"{name} is no Schematron that can be used: {words}") from None

    def errors(self, tree: etree._ElementTree, data: bytes) -> list[Error]:
        try:
            report = self._run(tree)
        except etree.XSLTError as error:
            raise UnusableSchema(f"{self.name} cannot be run: {' '.join(str(error).split())[:200]}") from None
        said: list[Error] = []
        for each in report.getroot().iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report"):
            text = each.find(f"{_SVRL}text")
            words = "".join(text.itertext()) if text is not None else each.get("test", "")
            role = each.get("role") or ""
            said.append((each.get("location", ""), 0, words or each.get("test", ""), "", severity_of(role)))
        return said


def severity_of(role: str) -> Severity:
    """Return how severe what has this role is; without one that is known, an error."""
    role = role.lower()
    if role in ("info", "information", "informational", "note"):
        return Severity.INFO
    return Severity.WARNING if role in ("warn", "warning", "caution") else Severity.ERROR
