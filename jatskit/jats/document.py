"""A JATS document as it was read: its tree, what became of its parts, and the way back to bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from lxml import etree

from jatskit.findings import Path, address
from jatskit.jats.state import Entry, Fate, Ledger, shown
from jatskit.schema.catalogue import Target
from jatskit.schema.gate import target_of_document
from jatskit.schema.grammar import line_of, qname
from jatskit.schema.parsing import Prolog, prolog_of

#: The parts of an article whose content no field of the model holds.
OPAQUE = ("body", "floats-group", "floats-wrap", "sub-article", "response")


@dataclass(frozen=True, slots=True)
class Original:
    """A JATS document that was read, for whoever writes it again.

    The tree is that of `data`; who changes it does so on a copy (`fresh`).
    """

    data: bytes
    tree: etree._ElementTree
    ledger: Ledger

    def fresh(self) -> tuple[etree._ElementTree, dict[etree._Element, etree._Element]]:
        """Return a copy of the tree, and which element of it is which of the original's."""
        from copy import deepcopy

        copy = deepcopy(self.tree)
        pairs = zip(self.tree.getroot().iter("*"), copy.getroot().iter("*"), strict=True)
        return copy, dict(pairs)

    def serialised(self, tree: etree._ElementTree, doctype: str | None = None) -> bytes:
        """Return a tree as a document in UTF-8, with the original's prolog; `doctype` replaces its DOCTYPE.

        White space, comments and processing instructions stay; entities and CDATA sections are plain text.
        """
        prolog = prolog_of(self.data, self.tree)
        if doctype is not None:
            prolog = Prolog(doctype, prolog.before)
        info: Any = self.tree.docinfo
        standalone = {True: ' standalone="yes"', False: ' standalone="no"'}.get(info.standalone, "")
        root = tree.getroot()
        before = [_alone(node) for node in root.itersiblings(preceding=True)][::-1]
        if prolog.doctype:
            before.insert(prolog.before, prolog.doctype)
        after = [_alone(node) for node in root.itersiblings()]
        lines = [f'<?xml version="1.0" encoding="UTF-8"{standalone}?>', *before, _alone(root), *after]
        return ("\n".join(lines) + "\n").encode()


def _alone(node: etree._Element) -> str:
    return etree.tostring(node, encoding="unicode", with_tail=False)


def canonical(element: etree._Element) -> bytes:
    """Return an element in exclusive canonical XML, comments included, without what follows it."""
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=True)


def parts_that_differ(one: etree._ElementTree, other: etree._ElementTree) -> list[str]:
    """Return the names of the root's children, and of the root itself, whose canonical XML differs."""
    names = []
    roots = (one.getroot(), other.getroot())
    if roots[0].tag != roots[1].tag or dict(roots[0].attrib) != dict(roots[1].attrib):
        names.append(shown(str(roots[0].tag)))
    for mine, theirs in zip_longest(*(root.iterchildren("*") for root in roots)):
        if mine is None or theirs is None or canonical(mine) != canonical(theirs):
            names.append(shown(str((theirs if mine is None else mine).tag)))
    return list(dict.fromkeys(names))


# -- The accounts -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Account:
    """What became of an element or (if `attribute` is named) of one of its attributes.

    With `whole` it stands for all that the element holds. `elements`, `attributes` and `characters` are what it
    stands for; characters are those of text that is not white space only.
    """

    element: etree._Element
    attribute: str
    entry: Entry
    elements: int = 0
    attributes: int = 0
    characters: int = 0


def accounts(original: Original) -> Iterator[Account]:
    """Yield what became of every element and attribute of a document, in its order.

    What no reader looked at is not bound, with all that it holds.
    """
    ledger = original.ledger
    stack: list[tuple[etree._Element, frozenset[Path]]] = [(original.tree.getroot(), frozenset())]
    while stack:
        element, refused = stack.pop()
        if element in ledger.refused:
            refused = refused | ledger.refused[element]
        entry = ledger.elements.get(element) or Entry(Fate.UNBOUND, (), whole=True)
        children = [child for child in element if isinstance(child.tag, str)]
        if _is_one_of(entry.path, refused):
            entry = Entry(Fate.UNBOUND, entry.path, entry.whole)
        elif entry.whole and entry.fate is Fate.UNBOUND and _any_noted(element, ledger):
            entry = Entry(entry.fate, entry.path)
        if entry.whole:
            inside = list(element.iter("*"))
            count = sum(len(e.attrib) for e in inside)
            yield Account(element, "", entry, len(inside), count, _characters(element.itertext()))
            continue
        texts = [element.text, *(child.tail for child in element)]
        yield Account(element, "", entry, 1, 0, _characters(texts))
        for name in map(str, element.attrib):
            noted = ledger.attributes.get((element, name), Entry(entry.fate, entry.path))
            if (element, name) in ledger.replaced or _is_one_of(noted.path, refused):
                noted = Entry(Fate.UNBOUND, noted.path)
            yield Account(element, name, noted, 0, 1, 0)
        stack.extend((child, refused) for child in reversed(children))


def accounted(original: Original) -> list[dict[str, object]]:
    """Return the accounts of a document as JSON has them, each part by its XPath and line."""
    places: dict[etree._Element, str] = {}

    def place(element: etree._Element) -> str:
        """Return an element's XPath, those of all its siblings being found at once."""
        if element not in places:
            parent = element.getparent()
            if parent is None:
                places[element] = f"/{qname(element)}"
            else:
                above, counts = place(parent), Counter[str]()
                for child in parent.iterchildren("*"):
                    name = qname(child)
                    counts[name] += 1
                    places[child] = f"{above}/{name}[{counts[name]}]"
        return places[element]

    rows: list[dict[str, object]] = []
    for account in accounts(original):
        xpath = place(account.element)
        row: dict[str, object] = {
            "xpath": f"{xpath}/@{shown(account.attribute)}" if account.attribute else xpath,
            "line": line_of(account.element),
            "fate": str(account.entry.fate),
            "path": address(account.entry.path),
        }
        if account.entry.whole:
            row |= {"elements": account.elements, "attributes": account.attributes}
        if account.characters:
            row["characters"] = account.characters
        rows.append(row)
    return rows


def _any_noted(element: etree._Element, ledger: Ledger) -> bool:
    return any(child in ledger.elements for child in element.iterdescendants("*"))


def _is_one_of(path: Path, refused: frozenset[Path]) -> bool:
    """Whether an address is that of a refused value, or inside of one."""
    return bool(refused) and any(path[:length] in refused for length in range(1, len(path) + 1))


def _characters(texts: Any) -> int:
    return sum(len(text) for text in texts if text and not text.isspace())


def unbound(original: Original) -> dict[str, int]:
    """Return how often each kind of element (`<fn>`) and attribute (`aff/@content-type`) has no place in the model."""
    counts: dict[str, int] = {}
    for account in accounts(original):
        if account.entry.fate in (Fate.UNBOUND, Fate.WORDS):
            tag = shown(str(account.element.tag))
            name = f"{tag}/@{shown(account.attribute)}" if account.attribute else f"<{tag}>"
            counts[name] = counts.get(name, 0) + 1
    return counts


def declared(original: Original) -> Target:
    """Return the target that the document declares, or is recognised as."""
    return target_of_document(original.tree)
