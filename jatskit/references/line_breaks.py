"""Blanks between Han letters: a line break that fell into a word, or a real blank?

Chinese is set without blanks, so a PDF's line break is all that can put one between two Han letters, unless
the author put one between two clauses of a title. A printed list has one measure: the blanks that its line
breaks left stand at about the same column of every entry. That column is what tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from jatskit.language import HAN, width

_GAP = re.compile(f"(?<=[{HAN}])[ \t\r\n]+(?=[{HAN}])")
_RUN_BEFORE = re.compile(f"[{HAN}]+$")
_RUN_AFTER = re.compile(f"[{HAN}]+")

#: Half ems by which a ragged line may miss the measure: two letters, and the label's width.
_TOLERANCE = 5
#: A run of at most this many letters is a piece of a word, not a clause.
_SHORT = 3
#: What stands apart from the name before it.
_ROLES = ("译", "著", "编", "主编", "编著", "校", "校注", "注", "译注", "整理", "等", "譯", "編", "主編")


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank between two Han letters: where it stands, whether a line break left it, and why we think so."""

    start: int
    end: int
    is_break: bool
    reason: str


def han_gaps(texts: Sequence[str]) -> list[list[Gap]]:
    """Return the gaps of each entry of one list, judged by the measure that the whole list shows."""
    found = [list(_GAP.finditer(text)) for text in texts]
    columns = [_columns(text, gaps) for text, gaps in zip(texts, found, strict=True)]
    last = [of_entry[-1] for of_entry in columns if of_entry]
    measure = median(last) if last else 0
    agreeing = sum(abs(column - measure) <= _TOLERANCE for column in last)
    if agreeing < 3 or 2 * agreeing < len(last):
        measure = 0
    return [
        [_judged(text, gap, column, measure) for gap, column in zip(gaps, of_entry, strict=True)]
        for text, gaps, of_entry in zip(texts, found, columns, strict=True)
    ]


def _columns(text: str, gaps: Sequence[re.Match[str]]) -> list[int]:
    """Return the column of each gap, in one pass over the text."""
    columns: list[int] = []
    at, column = 0, 0
    for gap in gaps:
        column += width(text[at : gap.start()])
        at = gap.start()
        columns.append(column)
    return columns


def _judged(text: str, gap: re.Match[str], column: int, measure: float) -> Gap:
    if "\n" in gap[0] or "\r" in gap[0]:
        return Gap(*gap.span(), True, "the page breaks the line here")
    if measure and abs(column - measure * max(1, round(column / measure))) <= _TOLERANCE:
        return Gap(*gap.span(), True, f"the list's lines break at about column {measure:.0f}, and it stands there")
    # One letter more than a short run has is enough to tell that it is none.
    before = _RUN_BEFORE.search(text[max(0, gap.start() - _SHORT - 1) : gap.start()])
    after = _RUN_AFTER.match(text, gap.end(), gap.end() + _SHORT + 1)
    shortest = min(len(before[0]) if before else 0, len(after[0]) if after else 0)
    if shortest <= _SHORT and not (after and after[0] in _ROLES):
        return Gap(*gap.span(), True, "it parts a piece of a word from the rest")
    return Gap(*gap.span(), False, "it stands between two clauses, away from where the list's lines break")
