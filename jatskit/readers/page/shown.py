"""A page as it is shown: without the marks of Markdown, with the way back to the source.

An extractor that writes Markdown puts links, emphasis and headings into marks. What is between the marks is the
page; where each stretch of it stands in the source is kept, so that a value is still a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from jatskit.protocols import Span

_TARGET = re.compile(
    r"\]\((?:<[^>\n]{0,800}>|[^()\s]{0,800}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?)(?:\s\"[^\"\n]{0,300}\")?\s?\)"
)
_HEADING = re.compile(r"^[ \t]{0,40}(#{1,6})[ \t]{1,4}", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]{0,60}[*+-][ \t]{1,4}(?=\S)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{2,4}|_{2,4}|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\(?=[-.+()#*_\[\]!`>|])")
_ADDRESS = re.compile(r"<(?=https?://)|(?<=[\w/])>(?=[\s.,;]|$)", re.MULTILINE)
_BRACKET = re.compile(r"!?\[|" + _TARGET.pattern + r"|\n")
#: Links and headings from which on a text is Markdown.
_LINKS, _HEADINGS = 3, 2


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that a page shows; `headings` are the levels of headings, by the offset where their words start.

    `starts` and `sources` say of each stretch of the text where it starts, here and in the source.
    """

    text: str
    headings: dict[int, int]
    starts: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    marks: tuple[Span, ...] = ()

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where in the source the text from `start` to `end` stands."""
        if not self.starts:
            return ((start, end),)
        found: list[Span] = []
        piece = max(0, bisect_right(self.starts, start) - 1)
        while start < end:
            following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
            stop = min(end, following)
            if start < stop:
                at = self.sources[piece] + start - self.starts[piece]
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], at + stop - start)
                else:
                    found.append((at, at + stop - start))
                start = stop
            piece += 1
        return tuple(found)

    def at(self, offset: int) -> int:
        """Return where in the source the character at `offset` stands."""
        if not self.starts:
            return offset
        piece = max(0, bisect_right(self.starts, offset) - 1)
        return self.sources[piece] + offset - self.starts[piece]


def shown(source: str) -> Shown:
    """Return what a page shows."""
    if len(_TARGET.findall(source)) < _LINKS and len(_HEADING.findall(source)) < _HEADINGS:
        return Shown(source, {})
    marks = [*_brackets(source)]
    levels = {match.end(): len(match[1]) for match in _HEADING.finditer(source)}
    for pattern in (_HEADING, _BULLET, _EMPHASIS, _ESCAPE, _ADDRESS):
        marks += [match.span() for match in pattern.finditer(source)]
    pieces: list[Span] = []
    at = 0
    left_out: list[Span] = []
    for start, end in sorted(marks):
        if start > at:
            pieces.append((at, start))
        if end > at:
            left_out.append((max(at, start), end))
            at = end
    if at < len(source):
        pieces.append((at, len(source)))
    starts, length = [], 0
    for start, end in pieces:
        starts.append(length)
        length += end - start
    text = "".join(source[a:b] for a, b in pieces)
    result = Shown(text, {}, tuple(starts), tuple(a for a, _ in pieces), tuple(left_out))
    for place, level in levels.items():
        piece = bisect_right(result.sources, place) - 1
        # The words may start behind more marks; then they start with the next piece.
        inside = piece >= 0 and place < pieces[piece][1]
        if inside or piece + 1 < len(starts):
            result.headings[starts[piece] + place - pieces[piece][0] if inside else starts[piece + 1]] = level
    return result


def _brackets(source: str) -> list[Span]:
    """Return the marks of links and images."""
    marks: list[Span] = []
    opened: list[tuple[int, int, bool]] = []
    for match in _BRACKET.finditer(source):
        if match[0] == "\n":
            opened.clear()
        elif match[0].endswith("["):
            opened.append((*match.span(), match[0][0] == "!"))
        elif opened:
            start, end, image = opened.pop()
            marks.append((start, match.end()) if image else (start, end))
            marks.append(match.span())
        else:
            marks.append(match.span())
    return marks
