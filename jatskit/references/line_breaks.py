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
    columns = [width(text[: gaps[-1].start()]) for text, gaps in zip(texts, found, strict=True) if gaps]
    measure = median(columns) if columns else 0
    agreeing = sum(abs(column - measure) <= _TOLERANCE for column in columns)
    if agreeing < 3 or 2 * agreeing < len(columns):
        measure = 0
    return [[_judged(text, gap, measure) for gap in gaps] for text, gaps in zip(texts, found, strict=True)]


def _judged(text: str, gap: re.Match[str], measure: float) -> Gap:
    if "\n" in gap[0] or "\r" in gap[0]:
        return Gap(*gap.span(), True, "the page breaks the line here")
    column = width(text[: gap.start()])
    if measure and abs(column - measure * max(1, round(column / measure))) <= _TOLERANCE:
        return Gap(*gap.span(), True, f"the list's lines break at about column {measure:.0f}, and it stands there")
    before, after = _RUN_BEFORE.search(text[: gap.start()]), _RUN_AFTER.match(text, gap.end())
    shortest = min(len(before[0]) if before else 0, len(after[0]) if after else 0)
    if shortest <= _SHORT and not (after and after[0] in _ROLES):
        return Gap(*gap.span(), True, "it parts a piece of a word from the rest")
    return Gap(*gap.span(), False, "it stands between two clauses, away from where the list's lines break")
