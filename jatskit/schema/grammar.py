"""The declarations of a DTD, as lxml gives them: elements with their content models, attributes.

lxml drops the prefixes of the names in a model (`mml:math` is `math`), so children are compared by their local names.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from lxml import etree

from jatskit.schema.content_models import ContentDecl, Model, compile_model
from jatskit.schema.sequences import accepts


class AttributeDecl(Protocol):
    """An attribute declaration: lxml's `_DTDAttributeDecl`."""

    name: str
    prefix: str | None
    type: str
    default: str
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
        self._attributes: dict[str, dict[str, AttributeDecl]] = {}
        self._holders: dict[str, set[str]] = {}
        self._closest: dict[str, str | None] = {}

    def model(self, name: str) -> Model:
        """Return the automaton of a declared element with element-only content."""
        if name not in self._models:
            content = self.elements[name].content
            self._models[name] = compile_model(content) if content is not None else Model(accepting={0})
        return self._models[name]

    def attributes(self, name: str) -> dict[str, AttributeDecl]:
        """Return the attributes of an element, by qualified name."""
        if name not in self._attributes:
            decl = self.elements.get(name)
            found = {_qualified(a.prefix, a.name): a for a in decl.iterattributes()} if decl else {}
            self._attributes[name] = found
        return self._attributes[name]

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

    def holders(self, key: str) -> set[str]:
        """Return the names of the elements of element content that may have a child called so."""
        if not self._holders:
            for name, decl in self.elements.items():
                for node in _leaves(decl.content) if decl.type == "element" else ():
                    self._holders.setdefault(node.name or "", set()).add(name)
        return self._holders.get(key, set())

    def closest(self, name: str) -> str | None:
        """Return the declared element whose name is most like one that is not; None if none is like it."""
        if name not in self._closest:
            found = difflib.get_close_matches(name[:100], self.elements, 1, 0.7)
            self._closest[name] = found[0] if found else None
        return self._closest[name]

    def key(self, child: etree._Element) -> str:
        """Return what a child is called in content models: its local name, if it is declared at all."""
        name = qname(child)
        return name.rpartition(":")[2] if name in self.elements else name

    def keys(self, element: etree._Element) -> list[str]:
        """Return what the children of an element are called in content models."""
        return [self.key(child) for child in element if isinstance(child.tag, str)]

    def may_hold(self, name: str, keys: Iterable[str], *, text: bool) -> bool:
        """Whether a declared element may hold these children, and words if there is `text`."""
        decl, names = self.elements[name], list(keys)
        if decl.type == "mixed":
            allowed = self.mixed(name)
            return all(key in allowed for key in names)
        if decl.type == "element":
            return not text and accepts(self.model(name), names)
        return decl.type == "any" or not (names or text)

    def could_be(self, element: etree._Element, name: str) -> bool:
        """Whether an element could have another name, by its content and its attributes."""
        if name not in self.elements:
            return False
        attributes, own = self.attributes(name), set(attribute_names(element))
        if not own <= attributes.keys():
            return False
        if any(decl.default == "required" and key not in own for key, decl in attributes.items()):
            return False
        return self.may_hold(name, self.keys(element), text=has_words(element))

    def skeleton(self, name: str, depth: int = 0) -> str | None:
        """Return the least XML of an element that is valid; None if it has an attribute whose value must be known."""
        decl = self.elements.get(name)
        if decl is None or depth > 6:
            return None
        given = ""
        for key, attribute in self.attributes(name).items():
            if attribute.default == "required":
                values = list(attribute.itervalues())
                if len(values) != 1:
                    return None
                given += f' {key}="{values[0]}"'
        needed = (self.model(name).completion(0) or []) if decl.type == "element" else []
        needed = [] if decl.type == "element" and 0 in self.model(name).accepting else needed
        inside = [self.skeleton(self.spell(child, name), depth + 1) for child in needed]
        if any(child is None for child in inside):
            return None
        content = "".join(child or "" for child in inside)
        return f"<{name}{given}/>" if decl.type == "empty" else f"<{name}{given}>{content}</{name}>"


def has_words(element: etree._Element) -> bool:
    """Whether an element holds text of its own that is not white space."""
    return any(text and not text.isspace() for text in (element.text, *(child.tail for child in element)))


_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"


def attribute_names(element: etree._Element) -> list[str]:
    """Return the qualified names of an element's attributes, as the document writes them."""
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    names = []
    for key in map(str, element.attrib):
        uri, _, local = key.rpartition("}")
        prefix = "xml" if f"{uri}}}" == _XML_NAMESPACE else prefixes.get(uri[1:], "") if uri else ""
        names.append(_qualified(prefix, local))
    return names


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
