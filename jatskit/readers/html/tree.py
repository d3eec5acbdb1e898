"""An HTML page as elements that know where in the source they stand.

No parser in wide use says at which character an element, let alone the value of an attribute, starts; evidence
needs that. This one keeps to what the HTML standard says of tokens, void elements, raw text and implied end tags, and
leaves out what moves elements about (foster parents, the adoption agency), since moved text has no place of its own.
It takes linear time, and no depth of nesting recurses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from jatskit.protocols import Span
from jatskit.protocols.markup import ATTRIBUTES, words

#: A token, or a `<` that begins none: the first group that is there says which.
_TOKEN = re.compile(
    rf"<(?:/([a-zA-Z][^\s/>]*+){ATTRIBUTES}>|([a-zA-Z][^\s/>]*+)({ATTRIBUTES})>|(!--)|[!?/][^>]*+>|(?=[a-zA-Z/])()|)"
)
_PLAIN_TOKEN = re.compile(
    r"<(?:/([a-zA-Z][^\s/>]*+)[^>]*+>|([a-zA-Z][^\s/>]*+)([^>]*+)>|(!--)|[!?/][^>]*+>|(?=[a-zA-Z/])()|)"
)
_CLOSING, _OPENING, _COMMENT, _FAULT = 1, 3, 4, 5
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
#: What stays open whatever opens in it, but for what a tag closes itself.
_NEVER_CLOSED = _BARRIERS | {"div", "section", "article", "main", "button"}
#: Where a solidus at the end of a tag means something: in SVG and MathML.
_SELF_CLOSING = frozenset("path circle rect use line polygon g mspace mrow svg image ellipse".split())
#: Characters of source that mostly suffice to see whether an element says anything.
_BEGINNING = 4000
_DEEPEST_LOOK = 256
_MOST_FAULTS = 50
_CLOSING_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Element:
    """An element: its tag in lower case, and where it, its attributes and its content stand in the source.

    `index` is its number in the document, `last` that of the first element after it and all it holds.
    """

    __slots__ = (
        "_attributes",
        "_words",
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
        self._words: str | None = None

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
        if self._words is None:
            self._words = words(self.page.text[self.inner : self.inner_end])
        return self._words

    def says_more_than(self, letters: int) -> bool:
        """Whether the words of the content are more than so many characters, without reading all of a large one."""
        if self._words is None and self.inner_end - self.inner > _BEGINNING:
            beginning = self.page.text[self.inner : self.inner + _BEGINNING]
            if len(words(beginning[: beginning.rfind("<") + 1])) > letters:
                return True
        return len(self.words) > letters

    @property
    def marked(self) -> str:
        """The class, id and kindred attributes, in lower case, as one text to search in."""
        return self.page.text[slice(*self.attributes_at)].lower()

    def mentions(self, word: str) -> bool:
        """Whether a word in lower case stands in the attributes, a name or a value: a quick look before they are read."""
        return self.page.lower.find(word, *self.attributes_at) >= 0

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements that this one stands in, the innermost first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def within(self) -> list[Element]:
        """Return all the elements in this one, in the order of the document."""
        return self.page.elements[self.index + 1 : self.last]

    def children(self) -> Iterator[Element]:
        """Yield the elements that stand in this one directly, in the order of the document."""
        elements, at = self.page.elements, self.index + 1
        while at < self.last:
            yield elements[at]
            at = elements[at].last

    def holds(self, other: Element) -> bool:
        """Whether `other` stands in this element."""
        return self.index < other.index < self.last


def words_of_attribute(text: str) -> str:
    """Return the words of an attribute's value, in which there is no markup."""
    from jatskit.model.text import tidy
    from jatskit.protocols.markup import decoded

    return tidy(decoded(text))


class Mark(NamedTuple):
    """An element whose attributes say what was looked for, and where they do."""

    element: Element
    match: re.Match[str]


def _closed(stack: list[Element], tag: str) -> Element | None:
    """Return the open element, not the innermost one, that an end tag closes."""
    for depth in range(len(stack) - 2, max(-1, len(stack) - _DEEPEST_LOOK), -1):
        if stack[depth + 1].tag in _BARRIERS and tag not in _THROUGH:
            return None
        if stack[depth].tag == tag:
            return stack[depth]
    return None


def _places(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands."""
    while (at := text.find(word, start, end)) >= 0:
        yield at
        start = at + len(word)


class Page:
    """The elements of an HTML source, in order; `comments` are the spans of comments and declarations."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements: list[Element] = []
        self.comments: list[Span] = []
        self.by_tag: dict[str, list[Element]] = defaultdict(list)
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

    @cached_property
    def _starts(self) -> list[int]:
        return [element.start for element in self.elements]

    @cached_property
    def lower(self) -> str:
        """The source in lower case, character for character."""
        return self.text.replace("\u0130", "i").lower()

    def marked(self, pattern: re.Pattern[str], *words: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
        """Yield the elements, in order, whose attributes `pattern` matches, with where it does.

        A match has one of the `words` in it, which are in lower case; to look for these alone is what makes it fast.
        The tags that start between `start` and `end` are looked at.
        """
        lower, elements, starts = self.lower, self.elements, self._starts
        end = len(lower) if end is None else end
        beyond = 0
        for at in sorted(at for word in words for at in _places(lower, word, start, end)):
            if at < beyond or not (number := bisect_right(starts, at)):
                continue
            first, last = elements[number - 1].attributes_at
            if first <= at < last:
                beyond = last
                for match in pattern.finditer(self.text, first, last):
                    yield Mark(elements[number - 1], match)

    def after(self, offset: int) -> int:
        """Return the number of the first element that starts at or after `offset`."""
        return bisect_left(self._starts, offset)

    def around(self, offset: int) -> Element | None:
        """Return the innermost element whose content holds `offset`."""
        at = self.after(offset + 1) - 1
        element = self.elements[at] if at >= 0 else None
        while element is not None and not element.inner <= offset < element.inner_end:
            element = element.parent
        return element

    def _read(self) -> None:
        text, elements, comments, by_tag = self.text, self.elements, self.comments, self.by_tag
        size = text.rfind(">") + 1
        faults = 0
        stack: list[Element] = []
        open_tags: dict[str, int] = defaultdict(int)

        def close(until: Element, inner_end: int, end: int) -> None:
            count = len(elements)
            while True:
                element = stack.pop()
                open_tags[element.tag] -= 1
                element.inner_end = element.end = inner_end
                element.last = count
                if element is until:
                    element.end = end
                    return

        token, at = _TOKEN, 0
        while at < size:
            # What is no markup inside, a comment or a script, ends one scan; the next one starts behind it.
            start_at, at = at, size
            for match in token.finditer(text, start_at, size):
                which = match.lastindex
                if which == _CLOSING:
                    tag = match[1].lower()
                    if stack and stack[-1].tag == tag:
                        element = stack.pop()
                        open_tags[tag] -= 1
                        element.inner_end, element.end = match.span()
                        element.last = len(elements)
                    elif open_tags[tag] and (outer := _closed(stack, tag)):
                        close(outer, *match.span())
                    continue
                if which != _OPENING:
                    if which == _COMMENT:
                        found = _COMMENT_END.search(text, match.end())
                        at = found.end() if found else len(text)
                        comments.append((match.start(), at))
                        break
                    if which == _FAULT:
                        faults += 1
                        if faults == _MOST_FAULTS + 1:
                            token, at = _PLAIN_TOKEN, match.end()
                            break
                    elif match.end() > match.start() + 1:
                        comments.append(match.span())
                    continue
                tag = match[2].lower()
                if (closes := _CLOSES.get(tag)) and stack:
                    for depth in range(len(stack) - 1, max(-1, len(stack) - 8), -1):
                        inner_tag = stack[depth].tag
                        if inner_tag in closes:
                            close(stack[depth], match.start(), match.start())
                            if tag != "tr":
                                break
                        elif inner_tag in _NEVER_CLOSED:
                            break
                element = Element(self, tag, match.start(), match.span(3), len(elements), stack[-1] if stack else None)
                elements.append(element)
                by_tag[tag].append(element)
                if tag in VOID or (tag in _SELF_CLOSING and match[3].endswith("/")):
                    continue
                if tag in RAW:
                    found = _CLOSING_RAW[tag].search(text, match.end())
                    element.inner_end = found.start() if found else len(text)
                    element.end = at = (text.find(">", element.inner_end) + 1 if found else 0) or len(text)
                    break
                stack.append(element)
                open_tags[tag] += 1
        if stack:
            close(stack[0], len(text), len(text))
