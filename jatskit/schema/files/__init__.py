"""Schemas that a user brings: DTD, RELAX NG, XSD and Schematron. None reads a file outside its own folder.

A DTD, a grammar or an XSD takes the place of the document's own schema; Schematron comes on top of it.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from lxml import etree

from jatskit.errors import UnusableSchema
from jatskit.findings import Finding


class SchemaFile(Protocol):
    """A schema that was read; `replaces` says whether it takes the place of the document's own."""

    name: str
    replaces: bool

    def findings(self, tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
        """Return what the schema has against a document, parsed from these bytes."""


#: How each kind of schema is read: by the end of its name, the module here and the class in it.
_KINDS = {
    ".dtd": ("dtd", "DtdFile"),
    ".rng": ("relaxng", "RelaxNgFile"),
    ".xsd": ("xsd", "XsdFile"),
    ".sch": ("schematron", "schematron"),
}
_OTHERS = {".rnc": "Convert it to the XML form of RELAX NG (.rng) first."}


@cache
def schema_file(name: str) -> SchemaFile:
    """Return the schema in a file, read once; raise UnusableSchema if there is none, or it cannot be used."""
    ending = Path(name).suffix.lower()
    if ending not in _KINDS:
        advice = _OTHERS.get(ending, f"A schema's name ends in {', '.join(_KINDS)}.")
        raise UnusableSchema(f"{name}: this kind of schema is not known", advice)
    module, reader = _KINDS[ending]
    return cast("SchemaFile", getattr(importlib.import_module(f"{__name__}.{module}"), reader)(name))
