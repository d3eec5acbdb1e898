"""Which tag sets and versions of JATS, and of NLM before it, there are, their identifiers, and where their DTDs lie.

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

_DATES = {
    "1.0": "20120330",
    "1.1d1": "20130915",
    "1.1d2": "20140930",
    "1.1d3": "20150301",
    "1.1": "20151215",
    "1.2d1": "20170631",
    "1.2d2": "20180401",
    "1.2": "20190208",
    "1.3d1": "20190831",
    "1.3d2": "20201130",
    "1.3": "20210610",
    "1.4d1": "20240201",
    "1.4": "20241031",
}
#: Versions whose files do not have the number in their names, of those after 1.0.
_UNNUMBERED = ("1.0", "1.1", "1.2", "1.3d1")
#: The suite before JATS: dates, and file names. Its Publishing tag set only, with MathML 2.
_NLM = {"nlm-2.3": ("20070202", "journalpublishing.dtd"), "nlm-3.0": ("20080202", "journalpublishing3.dtd")}
#: The versions that articles are written for.
_WRITTEN = ("1.2", "1.3", "1.4")


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
    """One schema: a tag set in a version, with OASIS tables or without, with MathML 3 or (`mathml3=False`) MathML 2.

    A version is one of JATS (`1.1d3` is a draft of 1.1), or one of NLM before JATS, such as `nlm-3.0`.
    """

    tag_set: TagSet
    version: str = DEFAULT_VERSION
    oasis: bool = False
    mathml3: bool = True

    def __post_init__(self) -> None:
        if not self._exists():
            raise UnknownTarget(f"there is no schema {self.name}", _advice(self.name))

    def _exists(self) -> bool:
        if self.is_nlm:
            return self.tag_set is TagSet.PUBLISHING and not self.oasis and not self.mathml3
        if (self.tag_set, self.oasis) not in _STEMS:
            return False
        return self.version in _DATES and not (self.mathml3 and self.version == "1.0")

    @property
    def is_nlm(self) -> bool:
        """Whether it is of the suite before JATS."""
        return self.version in _NLM

    @property
    def dtd_version(self) -> str:
        """What `article/@dtd-version` says."""
        return self.version.removeprefix("nlm-")

    @property
    def name(self) -> str:
        """The name that `parse` understands: `archiving-1.3`, `publishing-1.2-oasis`, `publishing-nlm-3.0`.

        `-mathml2` is said where there is MathML 3 as well.
        """
        old = not self.mathml3 and not self.is_nlm and self.version != "1.0"
        return f"{self.tag_set}-{self.version}{'-oasis' * self.oasis}{'-mathml2' * old}"

    @property
    def public_id(self) -> str:
        """The public identifier of its DOCTYPE."""
        if self.is_nlm:
            return f"-//NLM//DTD Journal Publishing DTD v{self.dtd_version} {_NLM[self.version][0]}//EN"
        tables = " with OASIS Tables" * self.oasis
        math = " with MathML3" * self.mathml3
        title = _TITLES[self.tag_set]
        return f"-//NLM//DTD JATS (Z39.96) {title} DTD{tables}{math} v{self.version} {_DATES[self.version]}//EN"

    @property
    def system_id(self) -> str:
        """The system identifier of its DOCTYPE: the bare name of the DTD's file."""
        if self.is_nlm:
            return _NLM[self.version][1]
        bare = self.version in _UNNUMBERED or self.version.startswith(("1.1d", "1.2d"))
        number = "" if bare else "-" + self.version.partition(".")[2]
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
        full = "-".join(filter(None, (tag_set, DEFAULT_VERSION, rest)))
        for target in KNOWN:
            if target.name in (name, full):
                return target
        raise UnknownTarget(f"there is no schema {text!r}", _advice(name))


#: Every schema that documents are checked against.
KNOWN: tuple[Target, ...] = (
    *(
        Target(tag_set, version, oasis, mathml3)
        for mathml3 in (True, False)
        for tag_set, oasis in _STEMS
        for version in _DATES
        if not mathml3 or version != "1.0"
    ),
    *(Target(TagSet.PUBLISHING, version, mathml3=False) for version in _NLM),
)
#: Every schema that articles are written for.
WRITABLE: tuple[Target, ...] = tuple(t for t in KNOWN if t.mathml3 and not t.oasis and t.version in _WRITTEN)

_BY_PUBLIC_ID = {target.public_id: target for target in KNOWN}


def _advice(name: str) -> str:
    """Say what there is, and what was probably meant."""
    close = difflib.get_close_matches(name, [t.name for t in KNOWN] + list(TagSet), 1)
    listed = ", ".join(
        t.name for t in KNOWN if not t.oasis and not t.name.endswith("-mathml2") and "d" not in t.version
    )
    guess = f"Did you mean {close[0]}? " if close else ""
    return f"{guess}There are: {listed}; jatskit schemas lists the others."


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
