"""What there is to report on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jatskit.findings import Finding
    from jatskit.model import Article
    from jatskit.protocols import Reading
    from jatskit.rules.readiness import Readiness
    from jatskit.schema.catalogue import Target


class Outcome(Protocol):
    """The end of the road, as a report sees it; `jatskit.pipeline.Result` is one."""

    @property
    def article(self) -> Article | None:
        """The article with the profile's facts, or None if there is none."""

    @property
    def reading(self) -> Reading:
        """What the reader read."""

    @property
    def target(self) -> Target | None:
        """The schema that was written for, if it was JATS."""

    @property
    def data(self) -> bytes:
        """What was written; nothing if nothing may be."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that there is to say."""

    @property
    def readiness(self) -> tuple[Readiness, ...]:
        """What each destination still needs."""
