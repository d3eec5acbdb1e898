"""Documents with one thing wrong: an element or attribute taken away, renamed or moved."""

from __future__ import annotations

import random
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

KINDS = ("delete", "misspell", "rename", "swap", "move", "delete attribute", "rename attribute", "change value")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A document, and the elements at which its fault may be told: the one that was changed, or what stood around it."""

    data: bytes
    kind: str
    blamed: frozenset[str]


def mutant(tree: etree._ElementTree, kind: str, rnd: random.Random) -> Mutant | None:
    """Return a document with one thing changed; None if it has nothing of the kind to change."""
    copy = deepcopy(tree)
    root = copy.getroot()
    elements = [e for e in root.iter("*") if e is not root]
    with_attributes = [e for e in elements if e.attrib]
    pool = with_attributes if "attribute" in kind or kind == "change value" else elements
    if not pool:
        return None
    element = rnd.choice(pool)
    blamed = _changed(element, kind, elements, rnd)
    if blamed is None:
        return None
    paths = frozenset(copy.getpath(e) for e in blamed)
    return Mutant(etree.tostring(copy, encoding="utf-8"), kind, paths)


def _changed(
    element: etree._Element, kind: str, elements: list[etree._Element], rnd: random.Random
) -> list[etree._Element] | None:
    parent = element.getparent()
    assert parent is not None
    if kind == "delete":
        around = [e for e in (parent, element.getnext(), element.getprevious()) if e is not None]
        _taken_out(element)
        return around
    if kind == "misspell":
        namespace, _, local = str(element.tag).rpartition("}")
        at = rnd.randrange(len(local))
        name = f"{local[:at]}{rnd.choice('abcdefghij')}{local[at + rnd.randrange(2) :]}"
        element.tag = f"{namespace}}}{name}" if namespace else name
        return [element] if name != local else None
    if kind == "rename":
        name = str(rnd.choice(elements).tag)
        if "}" in name or name == element.tag:
            return None
        element.tag = name
        return [element]
    if kind in ("swap", "move"):
        other = rnd.choice([e for e in parent if isinstance(e.tag, str)] if kind == "swap" else elements)
        if element in (other, other.getprevious(), *other.iterancestors()):
            return None
        _taken_out(element)
        other.addprevious(element)
        return [element, parent]
    key = rnd.choice([str(name) for name in element.attrib])
    value = element.attrib.pop(key)
    if kind == "rename attribute":
        element.set(f"{key}x", value)
    elif kind == "change value":
        element.set(key, f"{value}x")
    return [element]


def _taken_out(element: etree._Element) -> None:
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    assert parent is not None
    if tail.strip() and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail.strip():
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
