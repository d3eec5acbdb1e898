"""Stretches of HTML as plain text, each character of which knows where in the source it stands."""

from __future__ import annotations

import re
from html import unescape

from jatskit.protocols import Span
from jatskit.protocols.markup import INLINE, tag_at

_PIECE = re.compile(
    r"&(?:amp;)?(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,30};)|<(?=[a-zA-Z/!])|"
    r"[ \t\r\n\f\u00a0]{2,}|[\t\r\n\f\u00a0]"
)
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
#: A digit, behind whatever tags.
_DIGIT_NEXT = re.compile(r"(?:<[^<>]{0,300}>){0,4}\d")


def _instead(tag: re.Match[str], raw: str, at: int, last: str) -> str:
    """Return what stands for a tag in the text: a blank at the border of a block, and nothing in a line."""
    name = "" if tag.re is _COMMENT else (tag[2] or "").lower()
    if name and name not in INLINE:
        return " "
    # `<span>2016</span><b>3</b>` are two numbers, `10<sup>3</sup>` reads as one.
    if name and name not in ("sub", "sup") and _DIGIT_NEXT.match(raw, at) and last.isdigit():
        return " "
    return ""


class Text:
    """The text of a stretch of the source; `span` gives back where a part of it stands.

    Without `superscripts` a blank stands for each of them, as in a byline, where they are marks.
    """

    __slots__ = ("_ends", "_starts", "base", "text")

    def __init__(self, source: str, start: int, end: int, *, superscripts: bool = True) -> None:
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
        last = " "
        while piece := _PIECE.search(raw, at):
            first = piece.start()
            out.append(raw[at:first])
            last = raw[first - 1] if at < first else last
            starts.extend(range(at, first))
            ends.extend(range(at + 1, first + 1))
            at = piece.end()
            if piece[0][0] == "&":
                value = unescape(unescape(piece[0])).replace("\u00a0", " ").replace("\u00ad", "")
            elif piece[0] == "<":
                tag = _COMMENT.match(raw, first) if raw.startswith("<!--", first) else tag_at(raw, first)
                if tag is None:
                    value = "<"
                else:
                    at = tag.end()
                    value = _instead(tag, raw, at, last)
                    if not superscripts and tag.re is not _COMMENT and not tag[1] and (tag[2] or "").lower() == "sup":
                        at = max(at, raw.find("</sup>", at))
                        value = " "
            else:
                value = " "
            if value == " " and last == " ":
                value = ""
            out.append(value)
            last = value[-1:] or last
            starts.extend([first] * len(value))
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
