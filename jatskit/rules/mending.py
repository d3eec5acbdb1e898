"""Make the fixes that findings offer, and only those that leave the document no worse by its schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jatskit.errors import UnreadableSource
from jatskit.findings import Edit, Finding, Fix, Severity
from jatskit.schema.edits import applied
from jatskit.schema.gate import validate_document
from jatskit.schema.parsing import decoded, parse

#: How often a document is looked at again after fixes were made; one fix may make room for another.
MOST_ROUNDS = 10

Check = Callable[[bytes], Sequence[Finding]]

_DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.\-]+)["']""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
          (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its fixes: its bytes, the findings that were mended, and those that are left, in its own places."""

    data: bytes
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(data: bytes, name: str, check: Check, *, unsafe: bool = False) -> Mended:
    """Make the safe fixes of what `check` finds in a document, or with `unsafe` all; a second time changes nothing.

    A fix is made if the document is well-formed after it, and has no more errors by its schema than before: a valid
    document stays valid. What is not mended stays as it is, to the byte. Raises UnreadableSource if it is no XML.
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
    before = _errors(data, name)
    after, done = _made(data, name, findings)
    if done and _errors(after, name) <= before:
        return after, done
    for finding in findings:
        after, done = _made(data, name, [finding])
        if done and _errors(after, name) <= before:
            return after, done
    return data, []


def _made(data: bytes, name: str, findings: list[Finding]) -> tuple[bytes, list[Finding]]:
    text = decoded(data, parse(data, name))
    newline = "\r\n" if "\r\n" in text else "\n"
    fixes = {_with_newlines(finding.fix, newline): finding for finding in findings if finding.fix}
    after, done = applied(text, fixes)
    return _encoded(after, data), [fixes[fix] for fix in done]


def _with_newlines(fix: Fix, newline: str) -> Fix:
    return Fix(fix.what, tuple(Edit(e.start, e.end, e.text.replace("\n", newline)) for e in fix.edits), fix.safe)


def _encoded(text: str, before: bytes) -> bytes:
    """Return a text in the encoding that a document had before; what that cannot say is a character reference."""
    for mark, codec in _MARKS:
        if before.startswith(mark):
            return text.encode(codec, "xmlcharrefreplace")
    declared = _DECLARED.match(before)
    return text.encode(declared[1].decode() if declared else "utf-8", "xmlcharrefreplace")


def _errors(data: bytes, name: str) -> float:
    """Return how many errors a document has by its schema: infinitely many if it is not well-formed."""
    try:
        found: Any = validate_document(data, name)
    except UnreadableSource:
        return float("inf")
    return sum(finding.severity is Severity.ERROR for finding in found)
