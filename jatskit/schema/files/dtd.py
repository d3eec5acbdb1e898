"""A DTD that a user brings. Its errors are explained like those of the official ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from jatskit.errors import UnusableSchema
from jatskit.findings import Finding
from jatskit.schema.files.reading import Folder
from jatskit.schema.gate import verdict_of
from jatskit.schema.grammar import Grammar


class _Inside(etree.Resolver):
    """Hands the parser the files of one folder, and keeps what was refused."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.refused: UnusableSchema | None = None

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
        try:
            real = self._folder.inside(system_url or "", self._folder.file)
            return self.resolve_string(self._folder.read(real), context, base_url=Path(real).as_uri())
        except UnusableSchema as error:
            self.refused = self.refused or error
            return self.resolve_empty(context)


class DtdFile:
    """A DTD in a file."""

    replaces = True

    def __init__(self, name: str) -> None:
        self.name = name
        folder = Folder(name)
        folder.read(folder.file)
        inside = _Inside(folder)
        parser = etree.XMLParser(load_dtd=True, no_network=True, resolve_entities=False)
        parser.resolvers.add(inside)
        address = Path(folder.file).as_uri()
        try:
            root: Any = etree.fromstring(f'<!DOCTYPE a SYSTEM "{address}"><a/>'.encode(), parser)
        except etree.XMLSyntaxError as error:
            raise inside.refused or UnusableSchema(f"{name} is no DTD: {error.msg}") from None
        if inside.refused:
            raise inside.refused
        self._dtd: Any = root.getroottree().docinfo.externalDTD
        if self._dtd is None or not self._dtd.elements():
            raise UnusableSchema(f"{name} is no DTD: it declares no element")
        self._grammar = Grammar(self._dtd)

    def findings(self, tree: etree._ElementTree, data: bytes, name: str) -> list[Finding]:
        """Return what the DTD has against a document."""
        return verdict_of(self._dtd, self._grammar, tree, name, data)
