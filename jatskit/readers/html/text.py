"""Stretches of HTML as plain text, each character of which knows where in the source it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from jatskit.protocols import Span
from jatskit.protocols.markup import INLINE, tag_at

#: A tag whose attributes hold no brackets, as nearly all do; any other is left to `tag_at`.
_PLAIN_TAG = (
    r"<(/?)([a-zA-Z][^\s/<>\"'=]*+)"
    r"[^<>\"'=]*+(?:=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s<>\"'=]++)[^<>\"'=]*+)*+>"
)
_PIECE = re.compile(
    r"(&(?:amp;)?(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,30};))|"
    rf"{_PLAIN_TAG}|"
    r"(<(?=[a-zA-Z/!]))|[ \t\r\n\f\u00a0]{2,}|[\t\r\n\f\u00a0]"
)
_REFERENCE, _TAG, _BRACKET = 1, 3, 4
#: Tags before any text, for which nothing stands.
_FIRST_TAGS = re.compile(rf"(?:{_PLAIN_TAG})*+")
#: Tags in a line for which a blank may stand between a small letter and a capital; and the others.
_BEFORE_CAPITALS = frozenset({"span", "time", "b", "strong"})
_BETWEEN_LETTERS = INLINE - _BEFORE_CAPITALS
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
#: A digit, behind whatever tags.
_DIGIT_NEXT = re.compile(r"(?:<[^<>]{0,300}>){0,4}\d")


def _instead(name: str, raw: str, at: int, last: str) -> str:
    """Return what stands for a tag in the text: a blank at the border of a block, and nothing in a line."""
    name = name.lower()
    if name not in INLINE:
        return " "
    # `<span>2016</span><b>3</b>` are two numbers, `10<sup>3</sup>` reads as one.
    if last.isdigit() and name not in ("sub", "sup") and _DIGIT_NEXT.match(raw, at):
        return " "
    # `Received<span>May 3</span>`: a word that ends in a small letter does not go on in a capital one.
    if last.islower() and name in _BEFORE_CAPITALS and raw[at : at + 1].isupper() and raw[at - 2 : at - 1] != "/":
        return " "
    return ""


@lru_cache(maxsize=1024)
def _resolved(reference: str) -> str:
    return unescape(unescape(reference)).replace("\u00a0", " ").replace("\u00ad", "")


class Text:
    """The text of a stretch of the source; `span` gives back where a part of it stands.

    Without `superscripts` a blank stands for each of them, as in a byline, where they are marks.
    """

    __slots__ = ("_ends", "_places", "_starts", "base", "text")

    def __init__(self, source: str, start: int, end: int, *, superscripts: bool = True) -> None:
        raw = source[start:end]
        self.base = start
        search = _PIECE.search
        piece = search(raw)
        if piece and superscripts and piece.start() == 0 and piece.lastindex == _TAG:
            first_tags = _FIRST_TAGS.match(raw)
            skipped = first_tags.end() if first_tags else 0
            piece = search(raw, skipped)
        else:
            skipped = 0
        # The text in pieces: where in the text each starts, and where in the source it starts and, unless it is as it
        # stands there, ends.
        self._places: list[int] | None = None
        self._starts: Sequence[int] = ()
        self._ends: Sequence[int] = ()
        if not piece and not skipped:
            self.text = raw
            return
        out: list[str] = []
        places: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        at, size = skipped, 0
        last = " "
        while piece:
            first = piece.start()
            if at < first:
                out.append(raw[at:first])
                places.append(size)
                starts.append(at)
                ends.append(-1)
                size += first - at
                last = raw[first - 1]
            at = piece.end()
            which = piece.lastindex
            if which == _TAG:
                name = piece[3]
                if last.isalpha() and (name in _BETWEEN_LETTERS or (name in _BEFORE_CAPITALS and last.isupper())):
                    value = ""
                else:
                    value = _instead(name, raw, at, last)
                if not superscripts and not piece[2] and piece[3].lower() == "sup":
                    at = max(at, raw.find("</sup>", at))
                    value = " "
            elif which is None:
                value = " "
            elif which == _REFERENCE:
                value = _resolved(piece[0])
            else:
                tag = _COMMENT.match(raw, first) if raw.startswith("<!--", first) else tag_at(raw, first)
                value = "<" if tag is None else ""
                if tag is not None:
                    at = tag.end()
                    if tag.re is not _COMMENT and tag[2]:
                        value = _instead(tag[2], raw, at, last)
                        if not superscripts and not tag[1] and tag[2].lower() == "sup":
                            at = max(at, raw.find("</sup>", at))
                            value = " "
            if value and not (value == " " == last):
                out.append(value)
                places.append(size)
                starts.append(first)
                ends.append(at)
                size += len(value)
                last = value[-1]
            piece = search(raw, at)
        if at < len(raw):
            out.append(raw[at:])
            places.append(size)
            starts.append(at)
            ends.append(-1)
        self.text = "".join(out)
        self._places, self._starts, self._ends = places, starts, ends

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from `start` up to `end`, at least one, stand in the source."""
        if self._places is None:
            return self.base + start, self.base + end
        number = bisect_right(self._places, start) - 1
        first = self._starts[number] + (start - self._places[number] if self._ends[number] < 0 else 0)
        number = bisect_right(self._places, end - 1) - 1
        last = self._ends[number]
        return self.base + first, self.base + (last if last >= 0 else self._starts[number] + end - self._places[number])
