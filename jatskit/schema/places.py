"""Where the elements and attributes of a parsed document stand in its text.

libxml2 keeps the line alone, and for a tag of several lines its last one. In well-formed XML a `<` that begins
no comment, CDATA section or instruction begins a tag, so the nth start tag is the nth element.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import count

from lxml import etree

from jatskit.findings import Place
from jatskit.schema.text import root_starts_at, text_of

_OPAQUE = re.compile(r"(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>")
_START = re.compile(r"<[^/!?]")
#: Everything of a start tag after its name: attributes, and the end.
_ATTRIBUTE = re.compile(r"""\s*+([^\s=/>]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_NAME = re.compile(r"<([^\s/>]++)")
_WHOLE_START = re.compile(r"""<(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_TAG = re.compile(
    r"""(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<end></[^>]*+>)|(?P<start><(?:[^>"']++|"[^"]*+"|'[^']*+')*+>)"""
)

#: The most elements that are held in memory at once; of a document with more, elements have lines alone.
MOST_ELEMENTS = 300_000
#: How many characters are counted at once. Only stretches of this length in which somebody asks for a place are read.
_STRETCH = 1024
_STRETCH_OF_LINES = 8192
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
        self._read: dict[int, list[int]] = {}
        self._last: tuple[int, int | None] = -1, None
        self._attributes: tuple[int, dict[str, tuple[int, int, int]]] = -1, {}

    @classmethod
    def of(
        cls, data: bytes, tree: etree._ElementTree, name: str, elements: Sequence[etree._Element] | None = None
    ) -> Places:
        """Return the places of the tree that `parse` made of these bytes; `elements` are all of it, if they are known."""
        return cls(text_of(data), tree, name, elements)

    @cached_property
    def _begin(self) -> int:
        """Where the root element begins."""
        return root_starts_at(self.text)

    @cached_property
    def _tags(self) -> str:
        """The text with blanks for what has no tags in it, from `_begin` on."""
        if _has_opaque(self.text, self._begin):
            return _OPAQUE.sub(lambda match: " " * len(match[0]), self.text)
        return self.text

    @cached_property
    def _counted(self) -> array[int]:
        """How many start tags begin before each stretch of the text; the last: in all of it."""
        tags, number = self._tags, 0
        before = array("q", [0])
        for start in range(self._begin, len(tags), _STRETCH):
            end = start + _STRETCH
            number += tags.count("<", start, end) - tags.count("</", start, end + 1)
            before.append(number)
        return before

    def _start(self, index: int) -> int:
        """Return the offset of the start tag of this number."""
        stretch = bisect_left(self._counted, index + 1) - 1
        starts = self._read.get(stretch)
        if starts is None:
            at = self._begin + stretch * _STRETCH
            found = _START.finditer(self._tags, at, at + _STRETCH + 1)
            starts = self._read[stretch] = list(map(re.Match.start, found))
        return starts[index - self._counted[stretch]]

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        number = self._counted[-1]
        if number > MOST_ELEMENTS:
            return {}
        elements = self._elements or self._tree.getroot().iter("*")
        order = dict(zip(elements, count(), strict=False))
        return order if len(order) == number else {}

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """For each stretch of the text, the number of the line in which it begins, and where that does."""
        text, number, begin = self.text, 1, 0
        lines = []
        for start in range(0, len(text) + 1, _STRETCH_OF_LINES):
            lines.append((number, begin))
            end = start + _STRETCH_OF_LINES
            if ends := text.count("\n", start, end):
                number += ends
                begin = text.rfind("\n", start, end) + 1
        return lines

    def start_of(self, element: etree._Element) -> int | None:
        """Return the offset of an element's start tag."""
        index = self._order.get(element)
        return None if index is None else self._start(index)

    def start_tag(self, element: etree._Element) -> tuple[int, int] | None:
        """Return the span of an element's start tag, or of its empty-element tag."""
        start = self.start_of(element)
        if start is None:
            return None
        # The last tag is kept: faults of one element follow each other, and it may have very many attributes.
        if self._last[0] != start:
            match = _WHOLE_START.match(self.text, start)
            self._last = start, match.end() if match else None
        end = self._last[1]
        return None if end is None else (start, end)

    def attribute(self, element: etree._Element, name: str) -> tuple[int, int, int] | None:
        """Return where an attribute begins, where its value does (within the quotation marks), and where that ends."""
        start = self.start_of(element)
        return self._attributes_of(start).get(name) if start is not None else None

    def _attributes_of(self, start: int) -> dict[str, tuple[int, int, int]]:
        """Return where the attributes of the tag at `start` are, by name; the last tag's are kept."""
        if self._attributes[0] != start:
            found: dict[str, tuple[int, int, int]] = {}
            at = self._after_name(start)
            while match := _ATTRIBUTE.match(self.text, at):
                group = 2 if match[2] is not None else 3
                if len(found) < MOST_ATTRIBUTES:
                    found.setdefault(match[1], (match.start(1), match.start(group), match.end(group)))
                at = match.end()
            self._attributes = start, found
        return self._attributes[1]

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
        if self.text.find("\n", start, end) < 0:
            return Place(self.name, line, column, line, column + end - start)
        end_line, end_column = self.position(end)
        return Place(self.name, line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """Return an offset as line and column, both from 1."""
        stretch = offset // _STRETCH_OF_LINES
        line, begin = self._lines[stretch]
        if ends := self.text.count("\n", stretch * _STRETCH_OF_LINES, offset):
            return line + ends, offset - self.text.rfind("\n", 0, offset)
        return line, offset - begin + 1

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


def _has_opaque(text: str, begin: int) -> bool:
    """Whether there is a comment, CDATA section or instruction from an offset on.

    Python finds one letter, which is rare, much faster than two, the first of which is not.
    """
    for letter in "!?":
        at = text.find(letter, begin)
        while at > 0:
            if text[at - 1] == "<":
                return True
            at = text.find(letter, at + 1)
    return False
