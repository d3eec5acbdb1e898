"""Make the fixes that findings offer, and only those that leave the document no worse by its schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jatskit.errors import NotWellFormed
from jatskit.findings import Edit, Finding, Fix
from jatskit.schema.edits import applied
from jatskit.schema.gate import number_of_errors
from jatskit.schema.text import encoded, text_of
from jatskit.schema.well_formed import offset_of

#: How often a document is looked at again after fixes were made; one fix may make room for another. Documents of two
#: thousand errors took 86 at most.
MOST_ROUNDS = 200

Check = Callable[[bytes], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A document after its fixes: its bytes, the findings that were mended, and those that are left, in its own places.

    It is not `finished` if a second time would change more: there were too many fixes, or two that undo each other.
    """

    data: bytes
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]
    finished: bool = True


def mend(data: bytes, name: str, check: Check, *, unsafe: bool = False) -> Mended:
    """Make the safe fixes of what `check` finds in a document, or with `unsafe` all; a second time changes nothing.

    A fix is made if the parser gets further after it, and the document has no more errors by its schema than before: a
    valid document stays valid. What is not mended stays as it is, to the byte. Raises UnreadableSource if it is no XML.
    """
    made: list[Finding] = []
    seen = {data}
    # What did harm, and what mended nothing while the document was as it is.
    refused: set[_Key] = set()
    idle: set[_Key] = set()
    only = ""
    findings = check(data)
    fresh, finished = data, False
    for _ in range(MOST_ROUNDS):
        fixable = [f for f in findings if f.fix and (f.fix.safe or unsafe) and _key(f, f.fix) not in refused | idle]
        wanted = [f for f in fixable if f.kind == only] or fixable
        after, done = _some(data, name, wanted, _badness(data, name), refused)
        if not done or after in seen:
            if data == fresh:
                finished = not done
                break
            # What was refused may do no harm any more: a second run would try it again, and so does this one.
            fresh = data
            refused.clear()
            idle.clear()
            only = ""
            continue
        left = check(after)
        useless = _useless(done, findings, left)
        if useless and len({f.kind for f in done}) > 1:
            # Two fixes may be in each other's way; what one rule finds is then mended first.
            only = min(kind for kind, _, _ in useless)
            continue
        only = ""
        if useless:
            idle |= useless
            continue
        seen.add(after)
        idle.clear()
        made += done
        data, findings = after, left
    return Mended(data, tuple(made), tuple(findings), finished)


def _useless(done: list[Finding], before: Sequence[Finding], after: Sequence[Finding]) -> set[_Key]:
    """Return the fixes that were made for nothing: their rule finds as much as before.

    Of what the schema finds wrong, one may hide another, so that its count says nothing.
    """
    old, new = (Counter(finding.kind for finding in findings) for findings in (before, after))
    return {_key(f, f.fix) for f in done if f.fix and not f.kind.startswith(_HIDING) and new[f.kind] >= old[f.kind]}


_HIDING = ("SCHEMA-", "XML-")

#: What tells a fix from others in the same document: the finding's kind, where it is, and what is done.
_Key = tuple[str, str, str]


def _key(finding: Finding, fix: Fix) -> _Key:
    return finding.kind, finding.xpath, fix.what


def _some(
    data: bytes, name: str, findings: list[Finding], before: tuple[int, int], refused: set[_Key]
) -> tuple[bytes, list[Finding]]:
    """Make as many of the fixes as halving finds that do no harm together; one that harms beside them is refused."""
    after, done = data, list[Finding]()
    blocks = [findings] if findings else []
    while blocks:
        block = blocks.pop()
        tried, made = _made(data, done + block)
        now = _badness(tried, name)
        if now < before if before[0] else now <= before:
            after, done, before = tried, made, now
        elif len(block) == 1:
            refused.update(_key(f, f.fix) for f in block if f.fix)
        else:
            half = len(block) // 2
            blocks += [block[half:], block[:half]]
    return after, done


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
        return 0, number_of_errors(data, name)
    except NotWellFormed as error:
        text = text_of(data)
        return len(text) - offset_of(text, error) + 1, 0
