"""The page as lines, and the draft of an article that the recognisers fill in.

A recogniser takes a block of lines under the rule's name, and quotes from it, or offers what it read as a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jatskit.layouts import LabelMatch, label_in
from jatskit.readers.sheet import Sheet

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank: its number among them, its text without outer blanks, its span."""

    index: int
    text: str
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if stripped := match[0].strip():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Line(len(lines), stripped, start, start + len(stripped)))
    return lines


@dataclass(slots=True)
class Draft(Sheet):
    """An article in the making, and the accounts of its page of lines.

    `labels` are the labels that lines start with, by the index of the line. `marks` is what recognisers tell
    each other: the index of the line that a part starts or ends at, by name.
    """

    lines: Sequence[Line] = ()
    marks: dict[str, int] = field(default_factory=dict)
    labels: dict[int, LabelMatch] = field(default_factory=dict)
    _taken: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.labels = {line.index: label for line in self.lines if (label := label_in(line.text))}

    # -- what is free ---------------------------------------------------------------------------------------

    def is_free(self, line: Line) -> bool:
        """Whether no recogniser has taken the line."""
        return line.index not in self._taken

    def free(self, start: int = 0, end: int | None = None) -> Iterable[Line]:
        """Yield the free lines from one index up to another."""
        return (line for line in self.lines[start:end] if line.index not in self._taken)

    # -- taking and quoting ---------------------------------------------------------------------------------

    def take(self, line: Line, rule: str) -> None:
        """Put the whole line down to `rule`; its parts may be quoted."""
        self._taken[line.index] = rule
        self.take_span(line.start, line.end, rule)
