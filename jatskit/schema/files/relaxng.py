"""A RELAX NG grammar, in its XML form, that a user brings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from lxml import etree

from jatskit.errors import UnusableSchema
from jatskit.findings import Finding, Severity
from jatskit.schema.files.reading import Folder
from jatskit.schema.files.telling import Error, findings
from jatskit.schema.parsing import LogEntry

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class RelaxNgFile:
    """A grammar in a file."""

    replaces = True

    def __init__(self, name: str) -> None:
        self.name = name
        folder = Folder(name)
        tree = folder.parse(folder.file)
        _look_at_references(folder, folder.file, tree, set())
        try:
            self._schema = etree.RelaxNG(tree)
        except etree.RelaxNGParseError as error:
            raise UnusableSchema(f"{name} is no RELAX NG grammar: {' '.join(str(error).split())[:200]}") from None

    def findings(self, tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
        """Return what the grammar has against a document."""
        if self._schema.validate(tree):
            return []
        log = cast("Iterable[LogEntry]", self._schema.error_log)
        errors: list[Error] = [(e.path or "", e.line, e.message, "", Severity.ERROR) for e in log]
        return findings(dict.fromkeys(errors), tree, data, name)


def _look_at_references(folder: Folder, real: str, tree: etree._ElementTree, seen: set[str]) -> None:
    """Raise UnusableSchema if a grammar, or one that it includes, refers to a file outside of the folder."""
    seen.add(real)
    for element in tree.iter(f"{_RNG}include", f"{_RNG}externalRef"):
        if element.get(_BASE) is not None or any(up.get(_BASE) is not None for up in element.iterancestors()):
            raise UnusableSchema(f"{real} uses xml:base, which is not read", "Write the whole names in href.")
        other = folder.inside(element.get("href", ""), real)
        if other not in seen:
            _look_at_references(folder, other, folder.parse(other), seen)
