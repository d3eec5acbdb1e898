"""What passes along the road: a `Reader` gives a `Reading`, a `Writer` takes an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from jatskit.findings import Finding, Path
from jatskit.model import Article
from jatskit.protocols.evidence import Accounts, Alternative, Evidence
from jatskit.protocols.source import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, where each of its values was read, and what there is to say about it.

    `accounts` partitions the text of a page; it is None for an input that is not a page. `evidence` holds
    what the page, the profile and inference vouch for; `alternatives` what other sources of the page say.
    """

    article: Article
    source: Source
    evidence: tuple[Evidence, ...] = ()
    accounts: Accounts | None = None
    findings: tuple[Finding, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, source: Source) -> Reading:
        """Return what the source says; raise UnreadableSource if it is not of the format, or no article."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article in a format: the bytes, empty if it could not be written, and the findings that say why.

    For XML, `paths` holds the model path of each element that stands for a value, by XPath; it may be made only when
    it is asked for.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()
    paths: Mapping[str, Path] = field(default_factory=dict)
