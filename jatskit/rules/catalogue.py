"""Everything that can be said about a document: what has a page, and what the suppressions find."""

from __future__ import annotations

from dataclasses import dataclass

from jatskit.findings import KINDS, Severity
from jatskit.rules import checking, rule

#: The first parts of the ids of the kinds that have no page.
_GROUPS = ("suppression-",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One id that findings have: how severe it is, a sentence, and what it has a page of, if it has one."""

    id: str
    severity: Severity
    summary: str
    rule: rule.Entry | None = None

    @property
    def group(self) -> str:
        """The first part of the id, in capitals."""
        return self.id.partition("-")[0].upper()


def catalogue() -> dict[str, Entry]:
    """Return all entries, by id, those with a page first."""
    from jatskit.rules import suppression

    assert suppression  # noqa: S101  it declares its kinds when it is imported
    found = {
        entry.id: Entry(entry.id, entry.severity, entry.page.summary, entry) for entry in checking.entries().values()
    }
    kinds = (kind for id, kind in sorted(KINDS.items()) if id.startswith(_GROUPS))
    return found | {kind.id: Entry(kind.id, kind.severity, kind.meaning) for kind in kinds}


def ids() -> list[str]:
    """Return the ids of all entries, without making their pages."""
    from jatskit.rules import suppression

    assert suppression  # noqa: S101  it declares its kinds when it is imported
    return [*checking.entries(), *(id for id in sorted(KINDS) if id.startswith(_GROUPS))]
