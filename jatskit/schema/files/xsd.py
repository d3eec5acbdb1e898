"""An XML Schema (XSD 1.0 or 1.1) that a user brings."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lxml import etree

from jatskit.errors import UnusableSchema
from jatskit.findings import Finding, Severity
from jatskit.schema.files.reading import Folder
from jatskit.schema.files.telling import Error, findings
from jatskit.schema.gate import MOST_FINDINGS


class XsdFile:
    """An XML Schema in a file."""

    replaces = True

    def __init__(self, name: str) -> None:
        import xmlschema

        self.name = name
        folder = Folder(name)
        newer = b"minVersion" in folder.read(folder.file)
        reader = xmlschema.XMLSchema11 if newer else xmlschema.XMLSchema10
        try:
            self._schema = reader(folder.file, base_url=folder.path, allow="sandbox", defuse="always")
        except (xmlschema.XMLSchemaException, OSError, ValueError, SyntaxError) as error:
            words = " ".join(str(error).split())[:200]
            raise UnusableSchema(f"{name} is no XML Schema that can be used: {words}") from None

    def findings(self, tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
        """Return what the schema has against a document."""
        errors: list[Error] = []
        source: Any = tree  # lxml's trees are read like others, and their elements are those of the errors
        for error in islice(self._schema.iter_errors(source, use_location_hints=False), MOST_FINDINGS + 1):
            child = getattr(error, "invalid_child", None)  # of an element with a child that cannot be there
            at = child if isinstance(child, etree._Element) else error.elem
            element = at if isinstance(at, etree._Element) else error.path or ""
            errors.append((element, error.sourceline or 0, error.reason or error.message, "", Severity.ERROR))
        return findings(errors, tree, data, name)
