"""Stretches of HTML as plain text, each character of which knows where in the source it stands."""

from __future__ import annotations

import re
from html import unescape

from jatskit.protocols import Span
from jatskit.protocols.markup import ATTRIBUTES, INLINE

_PIECE = re.compile(
    rf"&(?:\#[0-9]{{1,7}};?|\#[xX][0-9a-fA-F]{{1,6}};?|[a-zA-Z][a-zA-Z0-9]{{1,30}};)|"
    rf"<!--.{{0,5000}}?-->|</?([a-zA-Z][^\s/>]*+){ATTRIBUTES}>|[ \t\r\n\f\u00a0]{{2,}}|[\t\r\n\f\u00a0]",
    re.DOTALL,
)


#: A digit, behind whatever tags.
_DIGIT_NEXT = re.compile(r"(?:<[^<>]{0,300}>){0,4}\d")


class Text:
    """The text of a stretch of the source; `span` gives back where a part of it stands."""

    __slots__ = ("_ends", "_starts", "base", "text")

    def __init__(self, source: str, start: int, end: int) -> None:
        raw = source[start:end]
        self.base = start
        self._starts: list[int] | None = None
        self._ends: list[int] = []
        if not _PIECE.search(raw):
            self.text = raw
            return
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for match in _PIECE.finditer(raw):
            out.append(raw[at : match.start()])
            starts.extend(range(at, match.start()))
            ends.extend(range(at + 1, match.start() + 1))
            at = match.end()
            if match[0][0] == "&":
                value = unescape(match[0]).replace("\u00a0", " ").replace("\u00ad", "")
            elif match[0][0] == "<":
                value = "" if match[1] is None or match[1].lower() in INLINE else " "
                # `<span>2016</span><b>3</b>` are two numbers, `10<sup>3</sup>` reads as one.
                if not value and match[1] and match[1].lower() not in ("sub", "sup") and _DIGIT_NEXT.match(raw, at):
                    before = next((piece[-1] for piece in reversed(out) if piece), " ")
                    value = " " if before.isdigit() else ""
            else:
                value = " "
            if value == " " and next((piece[-1] for piece in reversed(out) if piece), " ") == " ":
                value = ""
            out.append(value)
            starts.extend([match.start()] * len(value))
            ends.extend([at] * len(value))
        out.append(raw[at:])
        starts.extend(range(at, len(raw)))
        ends.extend(range(at + 1, len(raw) + 1))
        self.text = "".join(out)
        self._starts, self._ends = starts, ends

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from `start` up to `end`, at least one, stand in the source."""
        if self._starts is None:
            return self.base + start, self.base + end
        return self.base + self._starts[start], self.base + self._ends[end - 1]
