"""The visible page: its lines, as blocks and breaks part them, each of which knows its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from jatskit.protocols import Span
from jatskit.protocols.markup import INLINE
from jatskit.readers.agreement import folded
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page

#: Elements whose content nobody sees, or that hold the site's controls and not the article.
HIDDEN = frozenset("script style template noscript head svg select option button form iframe object".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_FRAME = frozenset("nav footer".split())
#: Characters of source, and of words, beyond which a form is no control of the site, but the page: some servers put all of
#: it into one.
_CONTROL, _SAID = 20_000, 400
#: Characters of source beyond which a line is a paragraph, and no line of metadata.
LONG = 1500


def is_hidden(element: Element) -> bool:
    """Whether nobody sees an element, or it is a control: a form that a reader fills in, and not one around the text."""
    if element.tag != "form":
        return element.tag in HIDDEN
    if element.end - element.start > _CONTROL:
        return False
    within = element.within()
    if any(each.tag in ("h1", "h2", "h3") for each in within):
        return False
    if len(element.words) - sum(len(each.words) for each in within if each.tag == "select") > _SAID:
        return False
    return any(
        each.tag in ("select", "textarea", "button") or (each.tag == "input" and each.get("type") != "hidden")
        for each in within
    )


class Line:
    """A visible line: its number, and where it stands in the source."""

    __slots__ = ("_folded", "_text", "end", "index", "page", "start")

    def __init__(self, page: Page, index: int, start: int, end: int) -> None:
        self.page = page
        self.index = index
        self.start = start
        self.end = end
        self._text: Text | None = None
        self._folded: str | None = None

    @property
    def content(self) -> Text:
        """The text, with the way back into the source."""
        if self._text is None:
            self._text = Text(self.page.text, self.start, self.end)
        return self._text

    @property
    def text(self) -> str:
        """What the line says."""
        if self._text is None:
            self._text = Text(self.page.text, self.start, self.end)
        return self._text.text

    @property
    def folded(self) -> str:
        """The letters and digits of what it says, as `agreement.folded` has them."""
        if self._folded is None:
            self._folded = folded(self.text)
        return self._folded

    def inside(self, span: Span | None) -> bool:
        """Whether the line starts in a stretch of the source."""
        return span is not None and span[0] <= self.start < span[1]

    @property
    def is_long(self) -> bool:
        """Whether the line is a paragraph."""
        return self.end - self.start > LONG


class View:
    """The visible page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that are not blank, in order."""
        page, text = self.page, self.page.text
        cuts: list[tuple[int, int]] = []
        elements = page.elements
        at, size = 0, len(elements)
        while at < size:
            element = elements[at]
            tag = element.tag
            if tag in _FRAME or (tag in HIDDEN and is_hidden(element)):
                cuts.append((element.start, element.end))
                at = max(element.last, at + 1)
                continue
            if tag == "math":
                at = max(element.last, at + 1)
                continue
            if tag not in INLINE:
                cuts.append((element.start, element.inner))
                if element.inner_end > element.inner or element.end > element.inner:
                    cuts.append((element.inner_end, element.end))
            at += 1
        cuts += page.comments
        cuts.sort()
        lines: list[Line] = []
        position = 0
        for start, end in [*cuts, (len(text), len(text))]:
            if start > position and (span := page.trimmed(position, start)) and _says_something(text, *span):
                lines.append(Line(page, len(lines), *span))
            position = max(position, end)
        return lines

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> int:
        """Return the number of the first line that ends after `offset`."""
        at = bisect_right(self._starts, offset)
        if at and self.lines[at - 1].end > offset:
            return at - 1
        return at

    @staticmethod
    def heading_of(element: Element | None) -> Element | None:
        """Return the heading that an element is, or stands closely in."""
        at = element
        for _ in range(4):
            if at is None:
                return None
            if at.tag in HEADINGS:
                return at
            at = at.parent
        return None

    @staticmethod
    def signature(element: Element | None) -> tuple[str, str]:
        """Return the tag and the class of the block that an element stands in."""
        at = element
        while at is not None and at.tag in ("a", "span", "i", "em", "b", "strong", "font", "sup"):
            at = at.parent
        return (at.tag, at.get("class")) if at else ("", "")

    def lines_in(self, element: Element) -> list[Line]:
        """Return the lines that stand in an element."""
        return self.lines_between(element.inner, element.inner_end)

    def lines_between(self, start: int, end: int) -> list[Line]:
        """Return the lines between two offsets."""
        first, last = self.line_at(start), self.line_at(end)
        return self.lines[first:last]


def _says_something(text: str, start: int, end: int) -> bool:
    """Whether there is more than tags and blanks in a stretch."""
    at = start
    while at < end:
        if text[at] == "<":
            close = text.find(">", at, end)
            if close < 0:
                return True
            at = close + 1
        elif text[at].isspace():
            at += 1
        else:
            if not text.startswith("&nbsp;", at):
                return True
            at += len("&nbsp;")
    return False
