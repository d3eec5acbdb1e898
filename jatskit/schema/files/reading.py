"""Read a schema's files: those of its own folder, and no other."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from jatskit.errors import UnusableSchema

#: The most bytes that a file of a schema may have.
MOST = 20 * 1024 * 1024


class Folder:
    """The folder of a schema, beyond which nothing is read."""

    def __init__(self, name: str) -> None:
        self.file = os.path.realpath(name)
        self.path = os.path.dirname(self.file)  # noqa: PTH120  real names are texts

    def inside(self, reference: str, base: str) -> str:
        """Return the real name of a file that is referred to from another; raise UnusableSchema if it is outside."""
        parts = urlsplit(reference)
        if parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost"):
            raise UnusableSchema(f"{self.file} refers to {reference[:200]}, which is not read", _ADVICE)
        name = unquote(parts.path) if parts.scheme else unquote(reference.partition("#")[0])
        real = os.path.realpath(os.path.join(os.path.dirname(base), name))  # noqa: PTH118, PTH120  real names are texts
        if os.path.commonpath([real, self.path]) != self.path:
            raise UnusableSchema(f"{self.file} refers to {reference[:200]}, which is outside of its folder", _ADVICE)
        return real

    def read(self, real: str) -> bytes:
        """Return the bytes of a file in the folder."""
        try:
            with Path(real).open("rb") as file:
                data = file.read(MOST + 1)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or str(error)
            raise UnusableSchema(f"{real} cannot be read: {said}") from None
        if len(data) > MOST:
            raise UnusableSchema(f"{real} is too large for a schema: at most {MOST // 1024 // 1024} MB are read")
        return data

    def parse(self, real: str) -> etree._ElementTree:
        """Return a file in the folder as a tree. Its DOCTYPE and its entities bring nothing in."""
        settings: dict[str, Any] = {"resolve_entities": False, "load_dtd": False, "no_network": True}
        try:
            return etree.parse(BytesIO(self.read(real)), etree.XMLParser(**settings), base_url=real)
        except etree.XMLSyntaxError as error:
            raise UnusableSchema(f"{real} is not well-formed: {error.msg}") from None


_ADVICE = "Put all files of the schema into one folder, or folders in it."
