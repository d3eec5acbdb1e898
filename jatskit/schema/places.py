"""Where the elements and attributes of a parsed document stand in its text.

libxml2 keeps the line alone, and for a tag of several lines its last one. In well-formed XML a `<` that begins
no comment, CDATA section or instruction begins a tag, so the nth start tag is the nth element.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import count

from lxml import etree

from jatskit.findings import Place
from jatskit.schema.text import root_starts_at, text_of

_OPAQUE = re.compile(r"(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>")
_START = re.compile(r"<[^/!?]")
_LINE = re.compile("\n")
#: Everything of a start tag after its name: attributes, and the end.
_ATTRIBUTE = re.compile(r"""\s*+([^\s=/>]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_NAME = re.compile(r"<([^\s/>]++)")
_TAG_END = re.compile(r"\s*+/?>")
_TAG = re.compile(
    r"""(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<end></[^>]*+>)|(?P<start><(?:[^>"']++|"[^"]*+"|'[^']*+')*+>)"""
)

#: The most elements that are held in memory at once; of a document with more, elements have lines alone.
MOST_ELEMENTS = 300_000
#: The most attributes of one tag that have places.
MOST_ATTRIBUTES = 20_000


class Places:
    """The places of a tree's elements in the text that it was parsed from.

    Offsets count characters of `text` from 0. An element that is not in the text (an entity brought it) has no offset,
    and none has one in a document of more than `MOST_ELEMENTS`.
    """

    def __init__(
        self, text: str, tree: etree._ElementTree, name: str, elements: Sequence[etree._Element] | None = None
    ) -> None:
        self.text = text
        self._elements = elements
        self.name = name
        self._tree = tree
        self._last: tuple[int, dict[str, tuple[int, int, int]], int | None] | None = None

    @classmethod
    def of(
        cls, data: bytes, tree: etree._ElementTree, name: str, elements: Sequence[etree._Element] | None = None
    ) -> Places:
        """Return the places of the tree that `parse` made of these bytes; `elements` are all of it, if they are known."""
        return cls(text_of(data), tree, name, elements)

    @cached_property
    def _starts(self) -> list[int]:
        text = self.text
        begin = root_starts_at(text)
        starts = list(map(re.Match.start, _START.finditer(text, begin)))
        if text.find("<!", begin) >= 0 or text.find("<?", begin) >= 0:
            _leave_out(starts, [match.span() for match in _OPAQUE.finditer(text, begin)])
        return starts

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        if len(self._starts) > MOST_ELEMENTS:
            return {}
        elements = self._elements or self._tree.getroot().iter("*")
        order = dict(zip(elements, count(), strict=False))
        return order if len(order) == len(self._starts) else {}

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *map(re.Match.end, _LINE.finditer(self.text))]

    def start_of(self, element: etree._Element) -> int | None:
        """Return the offset of an element's start tag."""
        index = self._order.get(element)
        return None if index is None else self._starts[index]

    def start_tag(self, element: etree._Element) -> tuple[int, int] | None:
        """Return the span of an element's start tag, or of its empty-element tag."""
        start = self.start_of(element)
        end = self._read(start)[1] if start is not None else None
        return (start, end) if start is not None and end is not None else None

    def attribute(self, element: etree._Element, name: str) -> tuple[int, int, int] | None:
        """Return where an attribute begins, where its value does (within the quotation marks), and where that ends."""
        start = self.start_of(element)
        return self._read(start)[0].get(name) if start is not None else None

    def _read(self, start: int) -> tuple[dict[str, tuple[int, int, int]], int | None]:
        """Return where the attributes of the tag at `start` are, by name, and where the tag ends.

        The last tag is kept: faults of one element follow each other, and it may have very many attributes.
        """
        if self._last is None or self._last[0] != start:
            found: dict[str, tuple[int, int, int]] = {}
            at = self._after_name(start)
            while match := _ATTRIBUTE.match(self.text, at):
                group = 2 if match[2] is not None else 3
                if len(found) < MOST_ATTRIBUTES:
                    found.setdefault(match[1], (match.start(1), match.start(group), match.end(group)))
                at = match.end()
            end = _TAG_END.match(self.text, at)
            self._last = start, found, end.end() if end else None
        return self._last[1:]

    def element(self, element: etree._Element) -> tuple[int, int] | None:
        """Return the span of an element, from its start tag to the end of its end tag."""
        tag = self.start_tag(element)
        if tag is None or self.text[tag[1] - 2] == "/":
            return tag
        depth = 1
        for match in _TAG.finditer(self.text, tag[1]):
            if match["end"]:
                depth -= 1
            elif match["start"] and self.text[match.end() - 2] != "/":
                depth += 1
            if depth == 0:
                return tag[0], match.end()
        return None

    def place(self, start: int, end: int) -> Place:
        """Return a span of the text as an editor finds it."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Place(self.name, line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """Return an offset as line and column, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def place_of(self, element: etree._Element, attribute: str = "") -> Place:
        """Return the place of an element's start tag, or of an attribute in it; at least its line."""
        span: tuple[int, int] | None = None
        if attribute and (found := self.attribute(element, attribute)) is not None:
            span = found[0], found[2] + 1
        span = span or self.start_tag(element)
        if span is None:
            line = element.sourceline
            return Place(self.name, int(line or 1))
        return self.place(*span)

    def _after_name(self, start: int) -> int:
        match = _NAME.match(self.text, start)
        return match.end() if match else start + 1


def _leave_out(starts: list[int], spans: list[tuple[int, int]]) -> None:
    """Take out the offsets that lie in one of the spans; both are in order."""
    for begin, end in reversed(spans):
        del starts[bisect_left(starts, begin) : bisect_left(starts, end)]
