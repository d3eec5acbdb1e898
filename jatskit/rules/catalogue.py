"""Everything that can be said about a document: the rules, and what the schema and the suppressions find."""

from __future__ import annotations

from dataclasses import dataclass

from jatskit.findings import KINDS, Severity
from jatskit.rules.checking import rules
from jatskit.rules.rule import Rule

#: The first parts of the ids of the kinds that are no rules.
_GROUPS = ("schema-", "suppression-")


@dataclass(frozen=True, slots=True)
class Entry:
    """One id that findings have: how severe it is, a sentence, and the rule, if it is one."""

    id: str
    severity: Severity
    summary: str
    rule: Rule | None = None

    @property
    def group(self) -> str:
        """The first part of the id, in capitals."""
        return self.id.partition("-")[0].upper()


def catalogue() -> dict[str, Entry]:
    """Return all entries, by id, rules first."""
    from jatskit.rules import suppression
    from jatskit.schema import gate

    assert gate and suppression  # noqa: S101  they declare their kinds when they are imported
    found = {rule.id: Entry(rule.id, rule.severity, rule.page.summary, rule) for rule in rules().values()}
    kinds = (kind for id, kind in sorted(KINDS.items()) if id.startswith(_GROUPS))
    return found | {kind.id: Entry(kind.id, kind.severity, kind.meaning) for kind in kinds if kind.id not in found}


def ids() -> list[str]:
    """Return the ids of all entries, without making the rules' pages."""
    from jatskit.rules import suppression
    from jatskit.schema import gate

    assert gate and suppression  # noqa: S101  they declare their kinds when they are imported
    return [*rules(), *(id for id in sorted(KINDS) if id.startswith(_GROUPS))]
