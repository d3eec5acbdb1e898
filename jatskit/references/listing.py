"""Citations among the lines of a list, read as they come, so that a list of any length will do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jatskit.layouts import REFERENCE_LABELS

_LABELS = tuple(re.compile(rf"\s*{pattern}") for pattern in REFERENCE_LABELS.values())
#: Lines that no entry of a wrapped list has.
_MOST_LINES = 50


def citations_in(lines: Iterable[str], *, wrapped: bool = False) -> Iterator[tuple[int, str]]:
    """Yield each citation of a list, with the number of its first line, from 1.

    Each line that is not blank is a citation; a line that is nothing but a label belongs to the next one, unless that
    has a label itself. In a `wrapped` list a citation starts with a label that counts on from the one before, or
    behind a blank line; the lines after it belong to it, up to fifty.
    """
    return _wrapped(lines) if wrapped else _single(lines)


def _single(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    label: tuple[int, str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        labelled = _label(line)
        if label and labelled:
            yield label
            label = None
        if labelled and labelled[2]:
            label = (number, line)
        elif label:
            yield label[0], f"{label[1]}\n{line}"
            label = None
        else:
            yield number, line
    if label:
        yield label


def _wrapped(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    entry: list[str] = []
    first, style, count = 0, -1, 0
    for number, line in enumerate(lines, 1):
        blank = not line.strip()
        labelled = None if blank else _label(line)
        follows = labelled is not None and (style < 0 or (labelled[0] == style and 1 <= labelled[1] - count <= 3))
        only_label = len(entry) == 1 and (before := _label(entry[0])) is not None and before[2]
        if entry and ((blank and not only_label) or follows or len(entry) == _MOST_LINES):
            yield first, "\n".join(entry)
            entry = []
        if labelled and follows:
            style, count = labelled[:2]
        if not blank:
            first = first if entry else number
            entry.append(line)
    if entry:
        yield first, "\n".join(entry)


def _label(line: str) -> tuple[int, int, bool] | None:
    """Return which form of label a line starts with, its number, and whether the line is nothing else."""
    for form, pattern in enumerate(_LABELS):
        if match := pattern.match(line + "\n"):
            return form, int(match[1]), match.end() >= len(line.rstrip())
    return None
