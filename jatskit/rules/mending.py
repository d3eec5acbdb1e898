"""Make the fixes that findings offer, and only those that leave the document no worse by its schema."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jatskit.errors import NotWellFormed
from jatskit.findings import Edit, Finding, Fix, Severity
from jatskit.schema.edits import applied
from jatskit.schema.gate import validate_document
from jatskit.schema.text import encoded, text_of
from jatskit.schema.well_formed import offset_of

#: How often a document is looked at again after fixes were made; one fix may make room for another.
MOST_ROUNDS = 10

Check = Callable[[bytes], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its fixes: its bytes, the findings that were mended, and those that are left, in its own places."""

    data: bytes
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(data: bytes, name: str, check: Check, *, unsafe: bool = False) -> Mended:
    """Make the safe fixes of what `check` finds in a document, or with `unsafe` all; a second time changes nothing.

    A fix is made if the parser gets further after it, and the document has no more errors by its schema than before: a
    valid document stays valid. What is not mended stays as it is, to the byte. Raises UnreadableSource if it is no XML.
    """
    made: list[Finding] = []
    seen = {data}
    findings = check(data)
    for _ in range(MOST_ROUNDS):
        after, done = _round(data, name, [f for f in findings if f.fix and (f.fix.safe or unsafe)])
        if not done or after in seen:
            break
        seen.add(after)
        made += done
        data = after
        findings = check(data)
    return Mended(data, tuple(made), tuple(findings))


def _round(data: bytes, name: str, findings: list[Finding]) -> tuple[bytes, list[Finding]]:
    """Make the fixes that can be made together; if the document is worse after them, one after the other."""
    if not findings:
        return data, []
    before = _badness(data, name)
    for some in (findings, *([finding] for finding in findings)):
        after, done = _made(data, some)
        now = _badness(after, name)
        if done and (now < before if before[0] else now <= before):
            return after, done
    return data, []


def _made(data: bytes, findings: list[Finding]) -> tuple[bytes, list[Finding]]:
    text = text_of(data)
    newline = "\r\n" if "\r\n" in text else "\n"
    fixes = {_with_newlines(finding.fix, newline): finding for finding in findings if finding.fix}
    after, done = applied(text, fixes)
    return encoded(after, data), [fixes[fix] for fix in done]


def _with_newlines(fix: Fix, newline: str) -> Fix:
    return Fix(fix.what, tuple(Edit(e.start, e.end, e.text.replace("\n", newline)) for e in fix.edits), fix.safe)


def _badness(data: bytes, name: str) -> tuple[int, int]:
    """Return how bad a document is: how much of it the parser cannot reach, then how many errors it has by its schema."""
    try:
        found = validate_document(data, name)
    except NotWellFormed as error:
        text = text_of(data)
        return len(text) - offset_of(text, error) + 1, 0
    return 0, sum(finding.severity is Severity.ERROR for finding in found)
