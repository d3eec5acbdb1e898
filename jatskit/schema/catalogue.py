"""Which tag sets and versions of JATS there are, their identifiers, and where their DTDs lie.

Identifiers and file names follow a pattern without exception, so they are made here and not read from the
catalogue file; a test compares the two.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from jatskit.errors import JatskitError, UnknownTarget

#: The version meant when none is named.
DEFAULT_VERSION = "1.3"

_DATES = {"1.1": "20151215", "1.2": "20190208", "1.3": "20210610", "1.4": "20241031"}


class TagSet(StrEnum):
    """The three tag sets of JATS."""

    ARCHIVING = "archiving"
    PUBLISHING = "publishing"
    AUTHORING = "authoring"


_TITLES = {
    TagSet.ARCHIVING: "Journal Archiving and Interchange",
    TagSet.PUBLISHING: "Journal Publishing",
    TagSet.AUTHORING: "Article Authoring",
}
_STEMS = {
    (TagSet.ARCHIVING, False): "archivearticle1",
    (TagSet.ARCHIVING, True): "archive-oasis-article1",
    (TagSet.PUBLISHING, False): "journalpublishing1",
    (TagSet.PUBLISHING, True): "journalpublishing-oasis-article1",
    (TagSet.AUTHORING, False): "articleauthoring1",
}


@dataclass(frozen=True, slots=True)
class Target:
    """One schema: a tag set in a version, with OASIS tables or without, with MathML 3 or (`mathml3=False`) MathML 2."""

    tag_set: TagSet
    version: str = DEFAULT_VERSION
    oasis: bool = False
    mathml3: bool = True

    def __post_init__(self) -> None:
        if self.version not in _DATES or (self.tag_set, self.oasis) not in _STEMS:
            raise UnknownTarget(f"there is no schema {self.name}", _advice(self.name))

    @property
    def name(self) -> str:
        """The name that `parse` understands: `archiving-1.3`, `publishing-1.2-oasis`, `authoring-1.1-mathml2`."""
        return f"{self.tag_set}-{self.version}{'-oasis' * self.oasis}{'-mathml2' * (not self.mathml3)}"

    @property
    def public_id(self) -> str:
        """The public identifier of its DOCTYPE."""
        tables = " with OASIS Tables" * self.oasis
        math = " with MathML3" * self.mathml3
        title = _TITLES[self.tag_set]
        return f"-//NLM//DTD JATS (Z39.96) {title} DTD{tables}{math} v{self.version} {_DATES[self.version]}//EN"

    @property
    def system_id(self) -> str:
        """The system identifier of its DOCTYPE: the bare name of the DTD's file."""
        number = "" if self.version in ("1.1", "1.2") else "-" + self.version.partition(".")[2]
        return f"JATS-{_STEMS[self.tag_set, self.oasis]}{number}{'-mathml3' * self.mathml3}.dtd"

    @property
    def dtd_file(self) -> Path:
        """Where its DTD lies on this machine."""
        return schema_root() / self.version / self.system_id

    @classmethod
    def parse(cls, text: str) -> Target:
        """Return the target of a name such as `archiving` or `publishing-1.4`; raise `UnknownTarget` if none has it."""
        name = text.strip().lower()
        tag_set, _, rest = name.partition("-")
        if tag_set in tuple(TagSet) and (not rest or not rest[0].isdigit()):
            name = "-".join(filter(None, (tag_set, DEFAULT_VERSION, rest)))
        for target in KNOWN:
            if target.name == name:
                return target
        raise UnknownTarget(f"there is no schema {text!r}", _advice(name))


#: Every schema that documents are checked against.
KNOWN: tuple[Target, ...] = tuple(
    Target(tag_set, version, oasis, mathml3)
    for mathml3 in (True, False)
    for tag_set, oasis in _STEMS
    for version in _DATES
)
#: Every schema that articles are written for.
WRITABLE: tuple[Target, ...] = tuple(t for t in KNOWN if t.mathml3 and not t.oasis and t.version != "1.1")

_BY_PUBLIC_ID = {target.public_id: target for target in KNOWN}


def _advice(name: str) -> str:
    """Say what there is, and what was probably meant."""
    close = difflib.get_close_matches(name, [t.name for t in KNOWN] + list(TagSet), 1)
    listed = ", ".join(t.name for t in KNOWN if t.mathml3 and not t.oasis)
    guess = f"Did you mean {close[0]}? " if close else ""
    return f"{guess}There are: {listed}; all but authoring also with -oasis (OASIS tables)."


def target_of(public_id: str | None) -> Target | None:
    """Return the target that a DOCTYPE's public identifier names, whatever its white space, or None."""
    return _BY_PUBLIC_ID.get(" ".join(public_id.split())) if public_id else None


@lru_cache(maxsize=1)
def schema_root() -> Path:
    """Return the folder of the official schemas: inside the installed package, or at the root of a checkout."""
    here = Path(__file__).resolve()
    for folder in (here.parent / "official", here.parents[2] / "schemas"):
        if (folder / "SHA256SUMS").is_file():
            return folder
    raise JatskitError("the official schemas are not where they should be", "Install jatskit again.")


def checksums() -> Iterator[tuple[str, bool]]:
    """Yield the name of every schema file, and whether it is there and as it was fetched."""
    import hashlib  # loads OpenSSL, which nothing else here needs

    root = schema_root()
    for line in (root / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        file = root / name
        yield name, file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest
