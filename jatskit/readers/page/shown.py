"""A page as it is shown: without the marks of Markdown, with the way back to the source.

An extractor that writes Markdown puts links, emphasis and headings into marks. What is between the marks is the
page; where each stretch of it stands in the source is kept, so that a value is still a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from jatskit.protocols import Span

_TARGET = re.compile(
    r"\]\((?:<[^>\n]{0,800}>|[^()\s]{0,800}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?)(?:\s\"[^\"\n]{0,300}\")?\s?\)"
)
_HEADING = re.compile(r"^[ \t]{0,40}(#{1,6})[ \t]{1,4}", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]{0,60}[*+-][ \t]{1,4}(?=\S)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{2,4}|_{2,4}|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
#: Words between single stars; a star that a name or a number has for a note stands behind it.
_SINGLE_STARS = re.compile(r"(?<![\w*\\])(\*)(?=[^\W_]|[\"“‘'(\[])[^*\n]{1,200}(?<=[^\s*,;\\])(\*)(?![\w*])")
_LIST_ITEM = re.compile(r"^[ \t]{0,60}[-*+•‣▪●][ \t]{1,4}(?=\S)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[-.+()#*_\[\]!`>|])")
_ESCAPED_BRACKET = re.compile(r"\\\[[^\n\\]{1,12}\\\]")
#: Tags of raised and lowered letters, which some extractors leave.
_RAISED = re.compile(r"</?su[bp]>", re.IGNORECASE)
_ADDRESS = re.compile(r"<(?=https?://)|(?<=[\w/])>(?=[\s.,;]|$)", re.MULTILINE)
_BRACKET = re.compile(r"!?\[|" + _TARGET.pattern + r"|\n")
#: Links, headings and escaped brackets from which on a text is Markdown, and items from which on stars and dots are bullets of lists.
_LINKS, _HEADINGS, _BRACKETS, _ITEMS = 3, 1, 2, 3

#: The measures at which lines are broken.
_LEAST_MEASURE, _MOST_MEASURE = 60, 110
#: Such a page has many lines that nearly reach the measure: at least this many, and one in so many of all longer lines.
_FULL_LINES, _FULL_SHARE, _RAGGED = 8, 4, 12
#: For so many lines that nearly reach the measure, one may go a little beyond it.
_BEYOND = 20
#: The measure of a block of its own, such as a title, from which on its lines count as broken.
_LEAST_BLOCK = 40
#: A line that starts something of its own, whatever stands before it.
_STARTS = re.compile(r"\s*(?:[*+•‣▪●·|>#-]\s|#{1,6}\s|\[\d|\(?\d{1,3}[.)\]]?\s|\||\[\S|!\[|-{3})")
_LONG_TOKEN = re.compile(r"\S{40}")


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


def _is_markdown(source: str) -> bool:
    """Whether a page is written in Markdown: links, headings or brackets that are escaped tell."""
    return (
        len(_TARGET.findall(source)) >= _LINKS
        or len(_HEADING.findall(source)) >= _HEADINGS
        or len(_ESCAPED_BRACKET.findall(source)) >= _BRACKETS
    )


def shown(source: str) -> Shown:
    """Return what a page shows."""
    source = _unwrapped(source)
    marks: list[Span] = []
    levels: dict[int, int] = {}
    if _is_markdown(source):
        marks += _brackets(source)
        levels = {match.end(): len(match[1]) for match in _HEADING.finditer(source)}
        for pattern in (_HEADING, _BULLET, _EMPHASIS, _ESCAPE, _ADDRESS, _RAISED):
            marks += [match.span() for match in pattern.finditer(source)]
        marks += [match.span(star) for match in _SINGLE_STARS.finditer(source) for star in (1, 2)]
    elif len(items := [match.span() for match in _LIST_ITEM.finditer(source)]) >= _ITEMS:
        marks = items
    if not marks:
        return Shown(source, {})
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


def _unwrapped(source: str) -> str:
    """Return the text with a blank for every line break that only the measure of its lines made; no offset moves.

    Whoever breaks lines takes as many words as fit. So a break is the measure's where the next line's first word
    would not have fitted, and somebody's own where it would.
    """
    lines = source.split("\n")
    if not (measure := _measure([len(line.rstrip()) for line in lines if not _LONG_TOKEN.search(line)])):
        return source
    out: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
            continue
        out += _joined(block, measure)
        out.append(line)
        block = []
    return "\n".join(out[:-1])


def _measure(lengths: list[int]) -> int:
    """Return the measure at which the lines of these lengths were broken; 0 if they were not.

    Many lines nearly reach it, and next to none goes a little beyond it. List items and tables may be left whole, so
    there may be lines that go far beyond it.
    """
    count = Counter(lengths)
    best, measure = 0, 0
    for candidate in range(_LEAST_MEASURE, _MOST_MEASURE + 1):
        full = sum(count[length] for length in range(candidate - _RAGGED, candidate + 1))
        beyond = sum(count[length] for length in range(candidate + 1, candidate + 1 + 2 * _RAGGED))
        written = sum(number for length, number in count.items() if length > _LEAST_BLOCK)
        if full >= max(_FULL_LINES, written // _FULL_SHARE) and beyond <= full // _BEYOND and full > best:
            best, measure = full, candidate
    return measure


def _joined(block: list[str], most: int) -> list[str]:
    """Return the lines of a block, those put together that only its measure parted."""
    measure = max(
        (n for line in block if (n := len(line.rstrip())) <= most and not _LONG_TOKEN.search(line)), default=0
    )
    out: list[str] = []
    previous = ""
    for line in block:
        words = line.split(maxsplit=1)
        fits = len(previous.rstrip()) + 1 + len(words[0]) <= measure
        if out and measure >= _LEAST_BLOCK and not fits and not _STARTS.match(line):
            out[-1] += " " + line
        else:
            out.append(line)
        previous = line
    return out


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
