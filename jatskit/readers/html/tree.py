"""An HTML page as elements that know where in the source they stand.

No parser in wide use says at which character an element, let alone the value of an attribute, starts; evidence
needs that. This one keeps to what the HTML standard says of tokens, void elements, raw text and implied end tags, and
leaves out what moves elements about (foster parents, the adoption agency), since moved text has no place of its own.
It takes linear time, and no depth of nesting recurses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from jatskit.protocols import Span
from jatskit.protocols.markup import ATTRIBUTES, words

_TOKEN = re.compile(rf"<(?:(/?)([a-zA-Z][^\s/>]*+)({ATTRIBUTES})>|(!--)|[!?/][^>]*+>)")
_PLAIN_TOKEN = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>|(!--)|[!?/][^>]*+>)")
_COMMENT_END = re.compile("--!?>")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/][^\s=>/]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
#: What an opening tag closes, if it is the innermost open element (or stands inside inline ones only).
_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
    **dict.fromkeys(
        "address article aside blockquote center details dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 "
        "header hr main nav ol p pre section table ul".split(),
        frozenset({"p"}),
    ),
}
_BARRIERS = frozenset("table td th caption template ul ol dl object html body".split())
_THROUGH = frozenset("table tr td th tbody thead tfoot body html ul ol dl".split())
_DEEPEST_LOOK = 256
_MOST_FAULTS = 50
_CLOSING_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Element:
    """An element: its tag in lower case, and where it, its attributes and its content stand in the source.

    `index` is its number in the document, `last` that of the first element after it and all it holds.
    """

    __slots__ = (
        "_attributes",
        "attributes_at",
        "end",
        "index",
        "inner",
        "inner_end",
        "last",
        "page",
        "parent",
        "start",
        "tag",
    )

    def __init__(
        self, page: Page, tag: str, start: int, attributes_at: Span, index: int, parent: Element | None
    ) -> None:
        self.page = page
        self.tag = tag
        self.start = start
        self.attributes_at = attributes_at
        self.inner = self.inner_end = self.end = attributes_at[1] + 1
        self.index = index
        self.last = index + 1
        self.parent = parent
        self._attributes: dict[str, Span] | None = None

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of the attributes stand, by their names in lower case; the first of a name counts."""
        if self._attributes is None:
            self._attributes = {}
            for match in _ATTRIBUTE.finditer(self.page.text, *self.attributes_at):
                group = 2 if match[2] is not None else 3 if match[3] is not None else 4
                span = match.span(group) if match[group] is not None else (match.end(), match.end())
                self._attributes.setdefault(match[1].lower(), span)
        return self._attributes

    def span(self, name: str) -> Span | None:
        """Return where the value of an attribute stands, without outer blanks; None if it is empty or not there."""
        if not (span := self.attributes.get(name)):
            return None
        return self.page.trimmed(*span)

    def get(self, name: str) -> str:
        """Return the value of an attribute, in one line; "" if there is none."""
        span = self.attributes.get(name)
        return words_of_attribute(self.page.text[slice(*span)]) if span else ""

    @property
    def content(self) -> Span:
        """Where the content stands, without outer blanks."""
        return self.page.trimmed(self.inner, self.inner_end) or (self.inner, self.inner)

    @property
    def words(self) -> str:
        """The words of the content, on one line."""
        return words(self.page.text[self.inner : self.inner_end])

    @property
    def marked(self) -> str:
        """The class, id and kindred attributes, in lower case, as one text to search in."""
        return self.page.text[slice(*self.attributes_at)].lower()

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements that this one stands in, the innermost first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def within(self) -> list[Element]:
        """Return all the elements in this one, in the order of the document."""
        return self.page.elements[self.index + 1 : self.last]

    def holds(self, other: Element) -> bool:
        """Whether `other` stands in this element."""
        return self.index < other.index < self.last


def words_of_attribute(text: str) -> str:
    """Return the words of an attribute's value, in which there is no markup."""
    from jatskit.model.text import tidy
    from jatskit.protocols.markup import decoded

    return tidy(decoded(text))


class Page:
    """The elements of an HTML source, in order; `comments` are the spans of comments and declarations."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements: list[Element] = []
        self.comments: list[Span] = []
        self.by_tag: dict[str, list[Element]] = {}
        self._read()

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return the span without outer blanks; None if nothing is left."""
        piece = self.text[start:end]
        inner = piece.strip()
        if not inner:
            return None
        start += len(piece) - len(piece.lstrip())
        return start, start + len(inner)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of these tags, in the order of the document."""
        if len(tags) == 1:
            return self.by_tag.get(tags[0], [])
        return sorted((e for tag in tags for e in self.by_tag.get(tag, ())), key=lambda element: element.index)

    def after(self, offset: int) -> int:
        """Return the number of the first element that starts at or after `offset`."""
        return bisect_left(self.elements, offset, key=lambda element: element.start)

    def around(self, offset: int) -> Element | None:
        """Return the innermost element whose content holds `offset`."""
        at = self.after(offset + 1) - 1
        element = self.elements[at] if at >= 0 else None
        while element is not None and not element.inner <= offset < element.inner_end:
            element = element.parent
        return element

    def _read(self) -> None:
        text, elements = self.text, self.elements
        size = text.rfind(">") + 1
        token, at, faults = _TOKEN, 0, 0
        stack: list[Element] = []
        open_tags: dict[str, int] = {}

        def close(until: Element, inner_end: int, end: int) -> None:
            while True:
                element = stack.pop()
                open_tags[element.tag] -= 1
                element.inner_end = inner_end
                element.end = end if element is until else inner_end
                element.last = len(elements)
                if element is until:
                    return

        by_tag = self.by_tag
        while (start := text.find("<", at, size)) >= 0:
            match = token.match(text, start, size)
            if match is None:
                at = start + 1
                if text[at : at + 1].isalpha() or text[at : at + 1] == "/":
                    faults += 1
                    token = _PLAIN_TOKEN if faults > _MOST_FAULTS else token
                continue
            at = match.end()
            if match[4]:
                found = _COMMENT_END.search(text, at)
                at = found.end() if found else len(text)
                self.comments.append((start, at))
                continue
            if match[2] is None:
                self.comments.append((start, at))
                continue
            tag = match[2].lower()
            if match[1]:
                if open_tags.get(tag):
                    for depth in range(len(stack) - 1, max(-1, len(stack) - _DEEPEST_LOOK), -1):
                        if stack[depth].tag == tag:
                            close(stack[depth], start, at)
                            break
                        if stack[depth].tag in _BARRIERS and tag not in _THROUGH:
                            break
                continue
            if (closes := _CLOSES.get(tag)) and stack:
                for depth in range(len(stack) - 1, max(-1, len(stack) - 8), -1):
                    inner = stack[depth]
                    if inner.tag in closes:
                        close(inner, start, start)
                        if tag not in ("tr",):
                            break
                    elif inner.tag in _BARRIERS or inner.tag in ("div", "section", "article", "main", "button"):
                        break
            element = Element(self, tag, start, match.span(3), len(elements), stack[-1] if stack else None)
            elements.append(element)
            by_tag.setdefault(tag, []).append(element)
            if tag in VOID or match[3].endswith("/"):
                if tag in VOID or not _is_html(tag):
                    continue
            if tag in RAW:
                found = _CLOSING_RAW[tag].search(text, at)
                element.inner_end = found.start() if found else len(text)
                end = text.find(">", element.inner_end) + 1 if found else len(text)
                element.end = at = end or len(text)
                continue
            stack.append(element)
            open_tags[tag] = open_tags.get(tag, 0) + 1
        if stack:
            close(stack[0], len(text), len(text))


def _is_html(tag: str) -> bool:
    """Whether a solidus at the end of a tag means nothing: it does in SVG and MathML only."""
    return tag not in (
        "path",
        "circle",
        "rect",
        "use",
        "line",
        "polygon",
        "g",
        "mspace",
        "mrow",
        "svg",
        "image",
        "ellipse",
    )
