"""What a DTD declares, flattened: each element with its content model and attributes, under their full names.

lxml drops the prefixes of the names in a content model; expat, which reads the DTD's files here, keeps them. The files
are the official ones that jatskit carries, never a document's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from jatskit.schema.catalogue import Target
from jatskit.schema.content_models import ContentDecl, Model, compile_model

#: How expat numbers the kinds of content models, and the marks behind them.
_EMPTY, _ANY, _MIXED, _NAME, _CHOICE, _SEQUENCE = 1, 2, 3, 4, 5, 6
_MARKS, _OCCURS = ("", "?", "*", "+"), ("once", "opt", "mult", "plus")
_KINDS = {_EMPTY: "empty", _ANY: "any", _MIXED: "mixed"}
#: The types of attributes that are about the whole document, and not about an element alone.
ID, IDREF, IDREFS = "ID", "IDREF", "IDREFS"


@dataclass(slots=True)
class Particle:
    """A node of a content model, as `compile_model` wants it: names, and chains of pairs."""

    name: str | None
    type: str | None
    occur: str | None
    left: ContentDecl | None = None
    right: ContentDecl | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute's declaration: `default` is its default value; `fixed` if it can have no other."""

    type: str
    default: str | None
    required: bool
    fixed: bool


class Declarations:
    """The declarations of one DTD, by full name, in their order."""

    def __init__(self, file: Path) -> None:
        self._content: dict[str, Any] = {}
        self.attributes: dict[str, dict[str, Attribute]] = {}
        self._notations: dict[str, str] = {}
        self._models: dict[str, Model] = {}
        _declare(file, self)

    def element(self, name: str, model: Any) -> None:
        """Take an element's declaration from expat; the first counts."""
        self._content.setdefault(name, model)

    def attribute(self, element: str, name: str, type_: str, default: str | None, required: int) -> None:
        """Take an attribute's declaration from expat; the first counts."""
        fixed = bool(required) and default is not None
        found = Attribute(type_, default, bool(required) and default is None, fixed)
        self.attributes.setdefault(element, {}).setdefault(name, found)

    def notation(self, name: str, base: str | None, system_id: str | None, public_id: str | None) -> None:
        """Take a notation's declaration from expat."""
        ids = [f'"{id}"' for id in (public_id, system_id) if id is not None]
        self._notations[name] = " ".join(["PUBLIC" if public_id is not None else "SYSTEM", *ids])

    def __contains__(self, name: str) -> bool:
        return name in self._content

    def kind(self, name: str) -> str:
        """Return what a declared element holds: `empty`, `any`, `mixed` or `element`."""
        return _KINDS.get(self._content[name][0], "element")

    def model(self, name: str) -> Model:
        """Return the automaton of a declared element with element-only content, over full names."""
        if name not in self._models:
            self._models[name] = compile_model(_particle(self._content[name]))
        return self._models[name]

    def mixed(self, name: str) -> list[str]:
        """Return the names that may stand among the words of a declared element."""
        return [part[2] for part in self._content[name][3]]

    def of_type(self, *types: str) -> dict[str, frozenset[str]]:
        """Return the attributes of these types: the names of the elements that have one, by its name."""
        found: dict[str, set[str]] = {}
        for element, attributes in self.attributes.items():
            for name, attribute in attributes.items():
                if attribute.type in types:
                    found.setdefault(name, set()).add(element)
        return {name: frozenset(elements) for name, elements in found.items()}

    def without_ids(self) -> etree.DTD:
        """Return the DTD in which ids and references to them are mere text.

        Whether an id is unique and a reference leads anywhere is not to be told from a piece of a document.
        """
        lines = [f"<!NOTATION {name} {ids}>" for name, ids in self._notations.items()]
        lines += [f"<!ELEMENT {name} {_written(model)}>" for name, model in self._content.items()]
        for element, attributes in self.attributes.items():
            defs = " ".join(f"{name} {_attribute(attribute)}" for name, attribute in attributes.items())
            lines.append(f"<!ATTLIST {element} {defs}>")
        return etree.DTD(StringIO("\n".join(lines)))


@cache
def declarations_of(target: Target) -> Declarations:
    """Return what the official DTD of a target declares; its files are read once."""
    return Declarations(target.dtd_file)


@cache
def dtd_without_ids(target: Target) -> etree.DTD:
    """Return the official DTD of a target in which ids and references to them are mere text."""
    return declarations_of(target).without_ids()


def _declare(file: Path, into: Declarations) -> None:
    """Read a DTD and all of its modules."""
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.ElementDeclHandler = into.element
    parser.AttlistDeclHandler = into.attribute
    parser.NotationDeclHandler = into.notation

    def module(context: str | None, base: str | None, system_id: str | None, public_id: str | None) -> int:
        path = Path(base or "", system_id or "")
        inner = parser.ExternalEntityParserCreate(context)
        inner.SetBase(str(path.parent))
        with path.open("rb") as opened:
            inner.ParseFile(opened)
        return 1

    parser.ExternalEntityRefHandler = module
    parser.SetBase(str(file.parent))
    parser.Parse(f'<!DOCTYPE article SYSTEM "{file.name}"><article/>', True)


def _particle(model: Any) -> Particle:
    """Make a particle of expat's tuple: kind, mark, name, parts."""
    kind, mark, name, parts = model
    if kind == _NAME:
        return Particle(name, "element", _OCCURS[mark])
    made = [_particle(part) for part in parts]
    type_ = "seq" if kind == _SEQUENCE else "or"
    last: Particle | None = None
    for part in reversed(made[1:]):
        last = Particle(None, type_, "once", part, last)
    return Particle(None, type_, _OCCURS[mark], made[0], last)


def _written(model: Any) -> str:
    """Write expat's tuple as a content model."""
    kind, mark, name, parts = model
    if kind == _EMPTY:
        return "EMPTY"
    if kind == _ANY:
        return "ANY"
    if kind == _NAME:
        return f"{name}{_MARKS[mark]}"
    if kind == _MIXED:
        names = "".join(f"|{part[2]}" for part in parts)
        return f"(#PCDATA{names})" + "*" * bool(names or mark)
    separator = "," if kind == _SEQUENCE else "|"
    return f"({separator.join(_written(part) for part in parts)}){_MARKS[mark]}"


def _attribute(attribute: Attribute) -> str:
    """Write an attribute's type and default."""
    type_ = "CDATA" if attribute.type in (ID, IDREF, IDREFS) else attribute.type.replace("NOTATION(", "NOTATION (")
    if attribute.default is None:
        return f"{type_} {'#REQUIRED' if attribute.required else '#IMPLIED'}"
    value = attribute.default.replace("&", "&#38;").replace("<", "&#60;").replace('"', "&#34;")
    return f'{type_} {"#FIXED " * attribute.fixed}"{value}"'
