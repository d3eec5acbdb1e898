"""The page as lines, and the draft of an article that the recognisers fill in.

A recogniser takes a block of lines under the rule's name, and quotes from it, or offers what it read as a candidate.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jatskit.findings import Path
from jatskit.language import has_han, language_of
from jatskit.layouts import LabelMatch, label_in
from jatskit.protocols import Certainty, Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate
from jatskit.readers.page.shown import Shown, shown
from jatskit.readers.sheet import Sheet

#: Characters of a page that tell whether Han letters in it are Japanese.
_HEAD = 3000
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank: its number among them, its text without outer blanks, its span.

    `heading` is the level of a heading in Markdown, 0 for any other line.
    """

    index: int
    text: str
    start: int
    end: int
    heading: int = 0


def lines_of(text: str, headings: Mapping[int, int] | None = None) -> list[Line]:
    """Return the lines of a text that are not blank."""
    lines: list[Line] = []
    levels = headings or {}
    for match in _LINE.finditer(text):
        if stripped := match[0].strip():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            level = levels.get(start) or levels.get(match.start()) or 0
            lines.append(Line(len(lines), stripped, start, start + len(stripped), level))
    return lines


@dataclass(slots=True)
class Draft(Sheet):
    """An article in the making, and the accounts of its page of lines.

    `labels` are the labels that lines start with, by the index of the line. `marks` is what recognisers tell
    each other: the index of the line that a part starts or ends at, by name. On a `japanese` page a blank in a name of Han
    letters parts surname and given name; on others, names. Offsets of lines are offsets in `text`,
    the page as it is shown; whoever quotes by them is taken back to the source.
    """

    lines: Sequence[Line] = ()
    page: Shown = field(default_factory=lambda: Shown("", {}))
    marks: dict[str, int] = field(default_factory=dict)
    labels: dict[int, LabelMatch] = field(default_factory=dict)
    japanese: bool = False
    _folded: dict[int, str] = field(default_factory=dict)
    _taken: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page = shown(self.source.text)
        self.lines = lines_of(self.page.text, self.page.headings)
        for start, end in self.page.marks:
            self.take_span(start, end, "markup")
        self.japanese = language_of(self.page.text[:_HEAD]) == "ja"
        self.labels = {line.index: label for line in self.lines if (label := label_in(line.text))}

    def folded(self, line: Line) -> str:
        """Return the letters and digits of a line, in which two lines that say the same agree."""
        if (known := self._folded.get(line.index)) is None:
            known = self._folded[line.index] = folded(line.text)
        return known

    # -- what is free ---------------------------------------------------------------------------------------

    def is_free(self, line: Line) -> bool:
        """Whether no recogniser has taken the line."""
        return line.index not in self._taken

    def free(self, start: int = 0, end: int | None = None) -> Iterable[Line]:
        """Yield the free lines from one index up to another."""
        return (line for line in self.lines[start:end] if line.index not in self._taken)

    def line_at(self, offset: int) -> int:
        """Return the index of the line that an offset of the page stands in, or that starts after it."""
        return min(bisect_left(self.lines, offset, key=lambda line: line.end), max(0, len(self.lines) - 1))

    def rule(self, line: Line) -> str:
        """Return the rule under which the line is taken; an empty text if it is free."""
        return self._taken.get(line.index, "")

    def is_labelled(self, line: Line) -> bool:
        """Whether the line is a label, or the value that belongs to one."""
        return self.rule(line) in ("label", "labelled value")

    # -- taking and quoting ---------------------------------------------------------------------------------

    def take(self, line: Line, rule: str) -> None:
        """Put the whole line down to `rule`; its parts may be quoted."""
        self._taken[line.index] = rule
        for start, end in self.page.spans(line.start, line.end):
            self.take_span(start, end, rule)

    @property
    def text(self) -> str:
        """The page as it is shown."""
        return self.page.text

    def _back(self, spans: Sequence[Span], normalisation: str) -> tuple[tuple[Span, ...], str]:
        found = tuple(place for span in spans for place in self.page.spans(*span))
        # What stands between two stretches of one span is markup, and no blank.
        return found, "pieces" if normalisation == "line" and len(found) > len(spans) == 1 else normalisation

    def quote(
        self,
        path: Path,
        *spans: Span,
        reason: str,
        normalisation: str = "line",
        certainty: Certainty = Certainty.LAID_OUT,
    ) -> None:
        """Set the value at `path` to what the page shows in `spans`."""
        places, name = self._back(spans, normalisation)
        Sheet.quote(self, path, *places, reason=reason, normalisation=name, certainty=certainty)

    def infer(self, path: Path, value: object, reason: str, *spans: Span, normalisation: str = "line") -> None:
        """Set the value at `path` to an inference, drawn from what the page shows in `spans`."""
        places, name = self._back(spans, normalisation)
        Sheet.infer(self, path, value, reason, *places, normalisation=name)

    def cite(
        self,
        candidate: Candidate,
        path: Path,
        *spans: Span,
        reason: str = "",
        normalisation: str = "line",
        certainty: Certainty = Certainty.STATED,
    ) -> Candidate:
        """Let a candidate quote what the page shows in `spans`."""
        places, name = self._back(spans, normalisation)
        return candidate.quote(path, *places, reason=reason, normalisation=name, certainty=certainty)

    def joined(self, first: int, last: int) -> tuple[Span, ...]:
        """Return the spans of the words on lines that a web page broke, to be quoted as pieces.

        A line break is a blank, but not after an opening bracket, before a closing one or a comma, or between Han letters.
        """
        spans: list[Span] = []
        lines = self.lines[first : last + 1]
        for line, after in zip(lines, [*lines[1:], None], strict=True):
            if (
                after is None
                or line.text[-1] in "([“‘/"
                or after.text[0] in ")],.;:!?”’/"
                or (has_han(line.text[-1]) and has_han(after.text[0]))
            ):
                spans.append((line.start, line.end))
            else:
                spans.append((line.start, line.end + 1))
        merged: list[Span] = []
        for start, end in spans:
            if merged and merged[-1][1] == start:
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        return tuple(merged)
