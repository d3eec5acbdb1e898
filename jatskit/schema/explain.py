"""Say in one short sentence what libxml2 says with a whole content model.

A `Grammar` reads the content models from a loaded DTD and compiles each, when it is first needed, to the automaton
of its positions (Glushkov's). XML demands deterministic models, so that every child leads to one state at most, and
checking an element is linear in its children. lxml drops the prefixes of the names in a model (`mml:math` is
`math`), so children are compared by their local names: the verdict is libxml2's, never this module's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from lxml import etree

from jatskit.schema.faults import Fault

#: The most names that one sentence lists.
MOST_NAMES = 8

#: HTML's elements that editors write by mistake, and JATS's.
_HTML = {
    "a": "ext-link",
    "b": "bold",
    "blockquote": "disp-quote",
    "br": "break",
    "div": "sec",
    "em": "italic",
    "i": "italic",
    "img": "graphic",
    "li": "list-item",
    "ol": "list",
    "strong": "bold",
    "u": "underline",
    "ul": "list",
}


class ContentDecl(Protocol):
    """A node of a content model: lxml's `_DTDElementContentDecl`."""

    name: str | None
    type: str | None
    occur: str | None
    left: ContentDecl | None
    right: ContentDecl | None


class AttributeDecl(Protocol):
    """An attribute declaration: lxml's `_DTDAttributeDecl`."""

    name: str
    prefix: str | None
    type: str
    default_value: str | None

    def itervalues(self) -> Iterator[str]:
        """Yield the values of an enumeration."""


class ElementDecl(Protocol):
    """An element declaration: lxml's `_DTDElementDecl`."""

    name: str
    prefix: str | None
    type: str | None
    content: ContentDecl | None

    def iterattributes(self) -> Iterator[AttributeDecl]:
        """Yield the element's attributes."""


class Dtd(Protocol):
    """What is used of lxml's `DTD`."""

    error_log: Iterable[object]

    def validate(self, tree: etree._ElementTree) -> bool:
        """Validate a tree."""

    def iterelements(self) -> Iterator[ElementDecl]:
        """Yield the declared elements."""


@dataclass(slots=True)
class Model:
    """The automaton of a content model: state 0 is the start; `follow[state]` says where each name leads."""

    follow: list[dict[str, int]] = field(default_factory=lambda: [{}])
    accepting: set[int] = field(default_factory=set)

    def completion(self, state: int, goal: str | None = None) -> list[str] | None:
        """Return the fewest names that lead from a state to the end, or to where `goal` may stand; None: none do."""
        came: dict[int, tuple[int, str]] = {}
        queue = [state]
        for at in queue:
            if (at in self.accepting) if goal is None else (goal in self.follow[at]):
                names: list[str] = []
                while at != state:
                    at, name = came[at]
                    names.append(name)
                return names[::-1]
            for name, to in self.follow[at].items():
                if to not in came and to != state:
                    came[to] = (at, name)
                    queue.append(to)
        return None


def compile_model(content: ContentDecl) -> Model:
    """Return the automaton of an element-only content model."""
    model = Model()
    nullable, first, last = _positions(content, model)
    model.follow[0].update(first)
    model.accepting = last | ({0} if nullable else set())
    return model


def _positions(node: ContentDecl, model: Model) -> tuple[bool, dict[str, int], set[int]]:
    """Add a node's positions to the model; return whether it may be empty, and its first and last positions."""
    nullable: bool
    first: dict[str, int] = {}
    last: set[int] = set()
    if node.type == "seq":
        nullable = True
        for part in _parts(node):
            empty, starts, ends = _positions(part, model)
            for position in last:
                _add(model.follow[position], starts)
            if nullable:
                _add(first, starts)
            last = last | ends if empty else ends
            nullable = nullable and empty
    elif node.type == "or":
        nullable = False
        for part in _parts(node):
            empty, starts, ends = _positions(part, model)
            _add(first, starts)
            last |= ends
            nullable = nullable or empty
    else:
        model.follow.append({})
        nullable, first, last = False, {node.name or "": len(model.follow) - 1}, {len(model.follow) - 1}
    if node.occur in ("mult", "plus"):
        for position in last:
            _add(model.follow[position], first)
    return nullable or node.occur in ("opt", "mult"), first, last


def _add(names: dict[str, int], more: Mapping[str, int]) -> None:
    """Add transitions; the first of two that differ only in a prefix stays."""
    for name, position in more.items():
        names.setdefault(name, position)


def _parts(node: ContentDecl) -> Iterator[ContentDecl]:
    """Yield the members of a sequence or choice, which libxml2 keeps as a chain of pairs."""
    at: ContentDecl | None = node
    while at is not None:
        if at.left is not None:
            yield at.left
        right = at.right
        if right is None or right.type != node.type or right.occur != "once":
            if right is not None:
                yield right
            return
        at = right


class Grammar:
    """The declarations of one DTD, by qualified name."""

    def __init__(self, dtd: Dtd) -> None:
        self.elements = {_qualified(decl.prefix, decl.name): decl for decl in dtd.iterelements()}
        self._spelt: dict[str, str] = {}
        for name in self.elements:
            local = name.rpartition(":")[2]
            if local == name or local not in self._spelt:
                self._spelt[local] = name
        self._models: dict[str, Model] = {}

    def model(self, name: str) -> Model:
        """Return the automaton of a declared element with element-only content."""
        if name not in self._models:
            content = self.elements[name].content
            self._models[name] = compile_model(content) if content is not None else Model(accepting={0})
        return self._models[name]

    def attributes(self, name: str) -> dict[str, AttributeDecl]:
        """Return the attributes of an element, by qualified name."""
        decl = self.elements.get(name)
        return {_qualified(a.prefix, a.name): a for a in decl.iterattributes()} if decl else {}

    def mixed(self, name: str) -> list[str]:
        """Return the local names of what may stand among the words of a declared element; nothing if no words may."""
        decl = self.elements.get(name)
        if decl is None or decl.type != "mixed":
            return []
        return [node.name for node in _leaves(decl.content) if node.name]

    def spell(self, local: str, parent: str) -> str:
        """Return the qualified name that a local name in a parent's content model stands for."""
        prefix = parent.rpartition(":")[0]
        return f"{prefix}:{local}" if prefix and f"{prefix}:{local}" in self.elements else self._spelt.get(local, local)

    def content(self, element: etree._Element) -> list[Fault]:
        """Return what is wrong with an element's children and text: nothing, if this module cannot tell."""
        name = qname(element)
        decl = self.elements.get(name)
        if decl is None:
            return [Fault(element, *self._unknown(element), unknown=True)]
        children = [child for child in element if isinstance(child.tag, str)]
        if decl.type == "empty":
            advice = "Take out what it contains, spaces and comments included."
            return [Fault(element, f"<{name}> must be empty", advice)]
        if decl.type == "mixed":
            return self._mixed(element, name, decl, children)
        if decl.type == "element":
            return self._sequence(element, name, children) + self._text(element, name, children)
        return []

    def key(self, child: etree._Element) -> str:
        """Return what a child is called in content models: its local name, if it is declared at all."""
        name = qname(child)
        return name.rpartition(":")[2] if name in self.elements else name

    def _mixed(
        self, element: etree._Element, name: str, decl: ElementDecl, children: list[etree._Element]
    ) -> list[Fault]:
        allowed = dict.fromkeys(self.mixed(name))
        wrong = [child for child in children if self.key(child) not in allowed]
        if wrong and not allowed:
            message = f"<{name}> holds text only, not <{qname(wrong[0])}>"
            return [Fault(wrong[0], message, "Keep the words, drop the tag.")]
        return [self._misplaced(child, name, list(allowed)) for child in wrong]

    def _sequence(self, element: etree._Element, name: str, children: list[etree._Element]) -> list[Fault]:
        model = self.model(name)
        states = [0]
        for child in children:
            state = model.follow[states[-1]].get(self.key(child))
            if state is None:
                return [self._stuck(child, name, model, states, children)]
            states.append(state)
        if states[-1] in model.accepting:
            return []
        path = model.completion(states[-1]) or []
        missing = self._list(path, name, " and ")
        options = [n for n, to in model.follow[states[-1]].items() if len(path) == 1 and to in model.accepting]
        if options[1:]:
            missing = "one of " + self._list(options, name)
        if not children:
            return [Fault(element, f"<{name}> lacks {missing}")]
        where = f"after <{qname(children[-1])}> of line {line_of(children[-1])}"
        return [Fault(element, f"<{name}> is not complete: {missing} must follow {where}")]

    def _stuck(
        self, child: etree._Element, parent: str, model: Model, states: list[int], children: list[etree._Element]
    ) -> Fault:
        """Explain the first child that the content model does not let stand where it stands."""
        here = model.follow[states[-1]]
        local, name = _local(child), qname(child)
        if name in self.elements:
            before = model.completion(states[-1], local)
            if before:
                options = [n for n, to in here.items() if len(before) == 1 and local in model.follow[to]]
                missing = self._list(before, parent, " and ")
                if options[1:]:
                    missing = "one of " + self._list(options, parent)
                return Fault(child, f"<{name}> stands too early in <{parent}>: {missing} must come before it")
            for index in range(len(states) - 2, -1, -1):
                if local in model.follow[states[index]]:
                    return _late(child, parent, children[index])
        return self._misplaced(child, parent, list(here))

    def _misplaced(self, child: etree._Element, parent: str, allowed: list[str]) -> Fault:
        """Explain a child that cannot stand where it stands."""
        name = qname(child)
        if name not in self.elements:
            return Fault(child, *self._unknown(child, [self.spell(n, parent) for n in allowed]), unknown=True)
        may = f"here may stand {self._list(allowed, parent)}" if allowed else "nothing more may follow"
        return Fault(child, f"<{name}> cannot stand here in <{parent}>; {may}")

    def _unknown(self, element: etree._Element, likely: Iterable[str] = ()) -> tuple[str, str]:
        """Say that an element is declared nowhere, and what was probably meant."""
        name = qname(element)
        if _local(element) in _HTML:
            close = [_HTML[_local(element)]]
        else:
            close = difflib.get_close_matches(name, likely, 1, 0.7)
            close = close or difflib.get_close_matches(name, self.elements, 1, 0.7)
        return f"there is no element <{name[:60]}> in this schema", f"Did you mean <{close[0]}>?" if close else ""

    def _text(self, element: etree._Element, name: str, children: list[etree._Element]) -> list[Fault]:
        """Find the first text where only elements may stand."""
        for child, text in ((element, element.text), *((node, node.tail) for node in element)):
            if text and (words := " ".join(text.split())):
                quoted = words if len(words) <= 40 else words[:39] + "…"
                message = f"<{name}> holds elements only, and here it holds the text “{quoted}”"
                return [Fault(element if child is element or not isinstance(child.tag, str) else child, message)]
        return []

    def _list(self, names: list[str], parent: str, last: str = " or ") -> str:
        """Write names as a list of tags, the first few of them."""
        tags = [f"<{self.spell(name, parent)}>" for name in dict.fromkeys(names)]
        if len(tags) > MOST_NAMES:
            return ", ".join(tags[:MOST_NAMES]) + f" and {len(tags) - MOST_NAMES} more"
        return ", ".join(tags[:-1]) + last + tags[-1] if len(tags) > 1 else "".join(tags)


def _late(child: etree._Element, parent: str, other: etree._Element) -> Fault:
    """Explain a child that could have stood where `other` stands, and now comes too late."""
    name = qname(child)
    if qname(other) == name:
        return Fault(child, f"<{parent}> has one <{name}> too many; there is one on line {line_of(other)}")
    advice = f"Move it before <{qname(other)}> of line {line_of(other)}."
    return Fault(child, f"<{name}> comes too late in <{parent}>", advice)


def qname(element: etree._Element) -> str:
    """Return an element's name with its prefix, as the document writes it."""
    return _qualified(element.prefix, _local(element))


def line_of(element: etree._Element) -> int:
    """Return the line of an element's start tag; 0 if it was not parsed."""
    line: Any = element.sourceline
    return int(line or 0)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _qualified(prefix: str | None, name: str) -> str:
    return f"{prefix}:{name}" if prefix else name


def _leaves(content: ContentDecl | None) -> Iterator[ContentDecl]:
    """Yield the names of a mixed content model."""
    stack = [content]
    while stack:
        node = stack.pop()
        if node is not None and node.type in ("seq", "or"):
            stack += [node.right, node.left]
        elif node is not None:
            yield node
