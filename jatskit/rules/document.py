"""A document as rules see it: its tree, indexed in one pass, so that each rule visits only what it is about."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

from lxml import etree

from jatskit.schema.catalogue import Target
from jatskit.schema.gate import grammar_of

XLINK = "{http://www.w3.org/1999/xlink}"
HREF = f"{XLINK}href"
MML = "{http://www.w3.org/1998/Math/MathML}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LANG = f"{XML}lang"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
ALI = "{http://www.niso.org/schemas/ali/1.0/}"


#: The elements that hold one cited work.
CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
#: The elements that hold an article of their own, with its own metadata.
ARTICLES = ("article", "sub-article", "response")


class Citation(NamedTuple):
    """A cited work as it is marked up: its element, its `publication-type` or "", and its children by their names."""

    element: etree._Element
    type: str
    parts: dict[str, list[etree._Element]]

    def has(self, *names: str) -> bool:
        """Whether it has a child of one of these names."""
        return not self.parts.keys().isdisjoint(names)

    def first(self, name: str) -> etree._Element | None:
        """Return the first child of this name."""
        found = self.parts.get(name)
        return found[0] if found else None

    @property
    def is_marked_up(self) -> bool:
        """Whether the parts of the work are elements; else it is a text with a few elements in it."""
        return self.element.tag in ("element-citation", "nlm-citation")


_IDS = etree.XPath("/descendant::*/@id")
#: That it begins with one letter alone makes the search twice as fast.
_REFERENCE = re.compile(rb"&(?=#)#(x[0-9A-Fa-f]{1,8}|[0-9]{1,9});")


class Xref(NamedTuple):
    """A cross-reference: its element, `rid`, `ref-type`, its words and what stands right behind it."""

    element: etree._Element
    rid: str
    type: str
    text: str
    tail: str


class Document:
    """A JATS document and the schema that it declares, or is recognised as.

    `data` are the bytes that the tree was parsed from: b"" if it was made in memory.
    """

    def __init__(self, tree: etree._ElementTree, target: Target, data: bytes = b"", name: str = "article.xml") -> None:
        self.tree = tree
        self.root = tree.getroot()
        self.target = target
        self.data = data
        self.name = name
        #: Every element, in the order of the document. Rules prefer `all`.
        self.ordered: list[etree._Element] = list(self.root.iter("*"))
        by_name: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in self.ordered:
            by_name[element.tag].append(element)  # type: ignore[index]  # the names of elements are texts
        self._by_name: dict[str, list[etree._Element]] = dict(by_name)
        self._by_parent: dict[str, dict[etree._Element | None, list[etree._Element]]] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all elements that there are."""
        return frozenset(self._by_name)

    def all(self, *names: str) -> list[etree._Element]:
        """Return the elements of these names (namespaces in braces), in the order of the document name by name."""
        if len(names) == 1:
            return self._by_name.get(names[0], [])
        return [element for name in names for element in self._by_name.get(name, ())]

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """Return the children of this name that an element has."""
        # To sort all elements of a name by their parents takes less time than to search a few of the parents.
        found = self._by_parent.get(name)
        if found is None:
            found = self._by_parent[name] = {}
            for element in self._by_name.get(name, ()):
                above = element.getparent()
                if above in found:
                    found[above].append(element)
                else:
                    found[above] = [element]
        return found.get(parent) or []

    def child(self, parent: etree._Element, name: str) -> etree._Element | None:
        """Return the first child of this name that an element has."""
        found = self.children(parent, name)
        return found[0] if found else None

    def at(self, parent: etree._Element, path: str) -> list[etree._Element]:
        """Return what lies at a path of names (`history/date`) below an element."""
        found = [parent]
        for name in path.split("/"):
            found = [child for each in found for child in self.children(each, name)]
        return found

    @property
    def elements(self) -> Iterator[etree._Element]:
        """Every element, in the order of the document. Prefer `all`: this visits the whole tree."""
        return self.root.iter("*")

    @property
    def type(self) -> str:
        """`article/@article-type`, or ""."""
        return self.root.get("article-type", "")

    @cached_property
    def article_meta(self) -> etree._Element | None:
        """The article's own `article-meta`, no sub-article's."""
        return self.root.find("front/article-meta")

    @property
    def metas(self) -> list[etree._Element]:
        """The metadata of each article in the document: `article-meta` of the article, `front-stub` of the others."""
        return self.all("article-meta", "front-stub")

    @cached_property
    def journal_meta(self) -> etree._Element | None:
        """The article's `journal-meta`."""
        return self.root.find("front/journal-meta")

    @cached_property
    def by_id(self) -> dict[str, etree._Element]:
        """The elements by their `id`; the first of two that have the same."""
        found: dict[str, etree._Element] = {}
        for id in cast("list[Any]", _IDS(self.root)):
            if id and id not in found:
                found[str(id)] = id.getparent()
        return found

    @cached_property
    def xrefs_to(self) -> dict[str, list[etree._Element]]:
        """The `xref` elements by each of the ids that they name."""
        found: dict[str, list[etree._Element]] = {}
        for xref in self.xrefs:
            for id in xref.rid.split():
                found.setdefault(id, []).append(xref.element)
        return found

    @cached_property
    def xrefs(self) -> list[Xref]:
        """The cross-references, in the order of the document."""
        found = []
        for xref in self.all("xref"):
            text = words(xref) if len(xref) else " ".join((xref.text or "").split())
            found.append(Xref(xref, xref.get("rid", ""), xref.get("ref-type", ""), text, xref.tail or ""))
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """What the `label` of each element that has an id says, by that id."""
        found: dict[str, str] = {}
        for label in self.all("label"):
            parent = label.getparent()
            if parent is not None and (id := parent.get("id")) and id not in found:
                found[id] = words(label)
        return found

    @cached_property
    def citations(self) -> list[Citation]:
        """The cited works, in the order of the document name by name."""
        found = []
        for element in self.all(*CITATIONS):
            parts: dict[str, list[etree._Element]] = {}
            for child in element.iterchildren("*"):
                tag: str = child.tag  # type: ignore[assignment]  # the names of elements are texts
                if tag in parts:
                    parts[tag].append(child)
                else:
                    parts[tag] = [child]
            type = element.get("publication-type") or element.get("citation-type") or ""
            found.append(Citation(element, type, parts))
        return found

    @cached_property
    def source(self) -> bytes:
        """The document in an encoding that writes ASCII as ASCII, for a quick look whether a word is in it at all."""
        encoding = (self.tree.docinfo.encoding or "utf-8").lower()
        wide = (
            encoding.startswith(("utf-16", "utf-32", "ucs", "iso-10646", "ebcdic", "cp037")) or b"\0" in self.data[:4]
        )
        return self.data if self.data and not wide else etree.tostring(self.tree, encoding="utf-8")

    @cached_property
    def character_references(self) -> frozenset[str]:
        """The characters that the document writes by their numbers (`&#160;`), entities' declarations included."""
        found = set(_REFERENCE.findall(self.data))
        numbers = (int(text[1:], 16) if text[:1] == b"x" else int(text) for text in found)
        return frozenset(chr(number) for number in numbers if number <= 0x10FFFF)

    @cached_property
    def folder(self) -> Path | None:
        """The folder that the document's file lies in; None if it was not read from a file."""
        return Path(self.name).parent if self.data and os.path.isfile(self.name) else None  # noqa: PTH113  half the time

    def takes(self, name: str, attribute: str, value: str) -> bool:
        """Whether the document's schema lets elements of this name have this value of an attribute without a prefix."""
        declared = grammar_of(self.target).attributes(name).get(attribute)
        values = set(declared.itervalues()) if declared is not None else set()
        return declared is not None and (not values or value in values)

    def before(self, version: str) -> bool:
        """Whether the document's version of JATS comes before this one (`1.2`); drafts (`1.2d1`) come before theirs."""
        return _ordered(self.target.version) < _ordered(version)


def _ordered(version: str) -> tuple[int, int, int]:
    """Return a version in a form that sorts: NLM's before JATS's, drafts before what they became."""
    if version.startswith("nlm-"):
        return 0, int(version[4]), int(version[6])
    number, _, draft = version.partition("d")
    major, _, minor = number.partition(".")
    return int(major), int(minor), int(draft) if draft else 99


def strings(found: object) -> list[etree._ElementUnicodeResult]:
    """Return the attributes that an expression found."""
    return [each for each in found if isinstance(each, etree._ElementUnicodeResult)] if isinstance(found, list) else []


def words(element: etree._Element) -> str:
    """Return all the text of an element, its white space made single blanks."""
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join("".join(element.itertext("*")).split())


def spaced(element: etree._Element) -> str:
    """Return all the text of an element for people to read: words of two elements do not run into one."""
    return " ".join(" ".join(element.itertext("*")).split())


def is_blank(element: etree._Element) -> bool:
    """Whether an element has no content at all: no child and nothing but white space."""
    return not len(element) and not (element.text or "").strip()


def written(element: etree._Element, name: str) -> str:
    """Return an attribute's name as the document writes it: `xlink:href` of `{http://www.w3.org/1999/xlink}href`."""
    namespace, _, local = name[1:].partition("}")
    if name[0] != "{":
        return name
    if name == LANG:
        return f"xml:{local}"
    return next((f"{prefix}:{local}" for prefix, uri in element.nsmap.items() if uri == namespace and prefix), local)


def texts(document: Document) -> Iterator[tuple[etree._Element, str]]:
    """Yield the texts and attributes' values that are not plain ASCII with the elements that hold them.

    It visits the whole tree.
    """
    for element in document.ordered:
        text, tail = element.text, element.tail
        if text and not _is_plain(text):
            yield element, text
        for value in element.values():
            if not _is_plain(value):
                yield element, value
        if tail and not _is_plain(tail):
            above = element.getparent()
            yield element if above is None else above, tail


def _is_plain(text: str) -> bool:
    return text.isascii() and "\x7f" not in text


def article_of(element: etree._Element) -> etree._Element | None:
    """Return the article, sub-article or response that an element belongs to."""
    return next(element.iterancestors(*ARTICLES), None)
