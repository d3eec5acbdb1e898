"""The stretch of a file's text that a finding is about, cut to a size that can be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jatskit.findings import Finding

#: The most characters before, in and after the part that is marked.
MOST = 200


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line: what is `before` and `after` the part that a finding marks.

    `cut_before` and `cut_after` say that the line goes on there; `more` that the marked part goes on in other lines, or
    further than is shown.
    """

    line: int
    before: str
    marked: str
    after: str
    cut_before: bool = False
    cut_after: bool = False
    more: bool = False


def excerpts(text: str, findings: Iterable[Finding]) -> tuple[Excerpt | None, ...]:
    """Return the excerpt for each finding; None for one that has no place in the text."""
    starts: list[int] = []
    found: list[Excerpt | None] = []
    for finding in findings:
        place = finding.place
        if place is None or place.line < 1:
            found.append(None)
            continue
        starts = starts or _line_starts(text)
        if place.line > len(starts):
            found.append(None)
            continue
        begin = starts[place.line - 1]
        end = starts[place.line] if place.line < len(starts) else len(text)
        found.append(_excerpt(text, begin, end, finding))
    return tuple(found)


def _excerpt(text: str, begin: int, end: int, finding: Finding) -> Excerpt:
    place = finding.place
    assert place is not None  # noqa: S101  the caller has looked
    while end > begin and text[end - 1] in "\r\n":
        end -= 1
    if not place.column:
        line = text[begin : min(end, begin + MOST)]
        bare = line.lstrip()
        indent = line[: len(line) - len(bare)]
        return Excerpt(place.line, indent, bare.rstrip(), "", cut_after=end > begin + MOST)
    at = min(begin + place.column - 1, end)
    to, more = min(at + 1, end), False
    if place.end_line == place.line and place.end_column:
        to = max(at, min(begin + place.end_column - 1, end))
    elif place.end_line > place.line:
        to, more = end, True
    more = more or to - at > MOST
    shown = min(to, at + MOST)
    first, last = max(begin, at - MOST), min(end, shown + MOST) if shown == to else shown
    return Excerpt(
        place.line, text[first:at], text[at:shown], text[shown:last], first > begin, last < end, more
    )  # fmt: skip


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
