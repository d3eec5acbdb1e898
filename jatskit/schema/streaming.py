"""The gate for documents of any length: the verdict of the official DTD, in memory that does not grow with the document.

A document is parsed piece by piece. After each piece libxml2 validates the tree of what is there, all elements that have
ended since the last one among it; then they are taken away. Only the few elements that may not have ended, from the root
down, are told to be incomplete, and those complaints are left aside: an automaton for each of them takes its children as
they go. The DTD for this knows no ids; they, and the references to them, are kept as sets for the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import Any, BinaryIO, cast

from lxml import etree

from jatskit.errors import UnreadableSource
from jatskit.findings import Finding, Place
from jatskit.protocols.files import DENSE, has_more_parts, is_large
from jatskit.schema import kinds
from jatskit.schema.attributes import Ids, attribute_fault, short
from jatskit.schema.catalogue import Target
from jatskit.schema.declarations import ID, IDREF, IDREFS, Declarations, declarations_of, dtd_without_ids
from jatskit.schema.explain import content_faults
from jatskit.schema.faults import Concern, Fault
from jatskit.schema.gate import (
    CONTENT,
    KINDS_OF_FAULTS,
    MOST_FINDINGS,
    elements_of,
    grammar_of,
    target_of_document,
    unknown_doctype,
)
from jatskit.schema.grammar import attribute_names, line_of, qname
from jatskit.schema.open_elements import Open, step
from jatskit.schema.parsing import LogEntry
from jatskit.schema.pieces import LacksNamespaces, parsed, prefixes_in
from jatskit.schema.telling import MOST_CHARACTERS, clip

#: The most ids of one document, and different references to ids, that are kept.
MOST_IDS = 3_000_000

#: Of an element with more attributes, or in a document with more namespaces, errors are told in libxml2's words.
MOST_ATTRIBUTES = 200

_START = r":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef" \
    r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"  # fmt: skip
_WORD = rf"[{_START}][{_START}\-.0-9\xb7\u0300-\u036f\u203f\u2040]*+"
_NAME = re.compile(_WORD)
_NAMES = re.compile(rf"{_WORD}(?: ++{_WORD})*+")
_ADVICE = "Names begin with a letter or _, and hold letters, digits, . - _ only."


@dataclass(slots=True)
class Told:
    """What was told of a fault, and where it is: its XPath is known when all its ancestors have ended."""

    finding: Finding
    attribute: str
    above: Open
    #: The child of `above` that it is in, or None if it is `above` itself; and the way from there.
    child: tuple[str, int] | None = None
    inner: str = ""

    def with_xpath(self) -> Finding:
        """Return the finding, with its XPath."""
        path = self.above.path_of(*self.child) if self.child else self.above.path
        return replace(self.finding, xpath=path + self.inner + (f"/@{self.attribute}" if self.attribute else ""))


def validate_stream(file: BinaryIO, name: str, target: Target | None = None) -> tuple[list[Finding], Target | None]:
    """Validate a document from a file that can be read twice; return the findings and the schema, None if it has none.

    Without a `target` it is validated against the schema that it declares. As `gate.verdict`, but lines are not followed
    by columns, nor faults by changes that would mend them. Raises `UnreadableSource` if it is not well-formed XML.
    """
    try:
        road = _read(file, name, target, None, frozenset())
    except LacksNamespaces:
        road = _read(file, name, target, prefixes_in(file), frozenset())
    findings = road.findings()
    if road.dangling and len(findings) <= MOST_FINDINGS:
        again = _read(file, name, target, road.prefixes, road.dangling)
        findings = sorted([*findings, *again.findings()], key=_order)
    if len(findings) > MOST_FINDINGS:
        more = "more errors are not listed, because the document has so many"
        place = findings[MOST_FINDINGS].place
        findings = [*findings[:MOST_FINDINGS], kinds.CONTENT(more, place=place, advice="Mend these first.")]
    return road.unknown + findings, road.target


def large(data: bytes, name: str) -> list[Finding] | None:
    """Return the verdict on a document that is at hand, if it is so large that no tree is made of it; None if it is not.

    Of one that is invalid a tree is made all the same, to offer fixes, unless it has too many tags for that.
    """
    if not is_large(data):
        return None
    findings, _ = validate_stream(BytesIO(data), name)
    return findings if not findings or has_more_parts(data, DENSE) else None


def _read(
    file: BinaryIO, name: str, target: Target | None, prefixes: list[str] | None, dangling: frozenset[str]
) -> _Road:
    road = _Road(name, target, prefixes, dangling)
    root = None
    for root in parsed(file, name, prefixes):
        road.piece(root)
    if root is not None:
        road.end(root)
    return road


def _order(finding: Finding) -> int:
    return finding.place.line if finding.place else 0


class _Road:
    """One reading of one document: for the verdict or, if ids are `dangling`, for the places of references to them."""

    def __init__(self, name: str, target: Target | None, prefixes: list[str] | None, dangling: frozenset[str]) -> None:
        self._name = name
        self.target = target
        self.prefixes = prefixes
        self.unknown: list[Finding] = []
        self._sought = dangling
        self._open: list[Open] = []
        self._told: list[Told] = []
        self._root: Finding | None = None
        self._looking = True
        self._ids: set[str] = set()
        self._wanted: set[str] = set()

    # -- what comes of it ----------------------------------------------------------------------------------------

    def findings(self) -> list[Finding]:
        """Return what is wrong, in the document's order."""
        if self._root:
            return [self._root]
        return sorted(dict.fromkeys(told.with_xpath() for told in self._told), key=_order)

    @property
    def dangling(self) -> frozenset[str]:
        """What references name and no element has."""
        return frozenset(self._wanted - self._ids) if self._looking else frozenset()

    # -- piece by piece ------------------------------------------------------------------------------------------

    def piece(self, root: etree._Element) -> None:
        """Look at what has come since the last piece, and take away what has ended."""
        self._look(root, self._now_open(root))

    def end(self, root: etree._Element) -> None:
        """Look at what is left when all was read."""
        self._look(root, [])

    def _start(self, root: etree._Element) -> None:
        tree = root.getroottree()
        if qname(root) != "article":
            message = f"the root element is <{qname(root)[:60]}>, and an article's is <article>"
            self._root = kinds.ROOT(message, place=Place(self._name, line_of(root) or 1))
            self._looking = False
        if self.target is None:
            self.target = target_of_document(tree)
            self.unknown = unknown_doctype(tree.docinfo.public_id, self.target, self._name)
        self._crowded = len(root.nsmap) > MOST_ATTRIBUTES
        self._declared = declarations_of(self.target)
        self._dtd: Any = dtd_without_ids(self.target)
        self._id = _Attributes(self._declared, ID)
        self._references, self._single = _Attributes(self._declared, IDREF, IDREFS), _Attributes(self._declared, IDREF)

    def _now_open(self, root: etree._Element) -> list[etree._Element]:
        """Return the elements that may not have ended: the root, its last child, that one's last child …"""
        found = [root]
        while len(found[-1]) and isinstance(found[-1][-1].tag, str):
            found.append(found[-1][-1])
        return found

    def _look(self, root: etree._Element, now: list[etree._Element]) -> None:
        if self.target is None or not self._open:
            self._start(root)
        before = self._open
        same = 0
        while same < min(len(before), len(now)) and before[same].element is now[same]:
            same += 1
        after = before[:same]
        for element in now[same:]:
            after.append(Open(element, after[-1] if after else None, self._declared, self._id.own(element)))
        known = {one.element: one for one in (*before, *after[same:])}
        if self._looking:
            if self._sought:
                self._find_references(root, before, known)
            else:
                self._validate(root, after[same:], known)
                self._take_ids(root, before, known)
        for one in reversed(before[same:]):
            self._take(one, list(one.element), known)
            self._tell(one.end() if self._looking and not self._sought else [], known)
        for one in before[same:]:
            one.let_go()
        for one, below in pairwise(after):
            children = one.element[:-1]
            self._take(one, children, known)
            below.index = one.counts[step(below.element)] + 1
            del one.element[: len(children)]
        for one in after[-1:]:
            children = one.element[:-1]
            self._take(one, children, known)
            del one.element[: len(children)]
        self._open = after
        if len(self._told) > MOST_FINDINGS:
            self._looking = False
        if len(self._ids) > MOST_IDS or len(self._wanted) > MOST_IDS:
            raise UnreadableSource(f"{self._name} has more than {MOST_IDS:,} ids", "Take it into parts.")

    def _take(self, one: Open, children: list[etree._Element], known: dict[etree._Element, Open]) -> None:
        if not self._looking:
            return
        gone = one.counts.copy()
        faults = one.take(children)
        if not self._sought:
            self._tell(faults, known, gone)

    # -- the DTD -------------------------------------------------------------------------------------------------

    def _validate(self, root: etree._Element, new: list[Open], known: dict[etree._Element, Open]) -> None:
        """Let libxml2 validate what is there."""
        tree = root.getroottree()
        if self._dtd.validate(tree):
            return
        paths = {tree.getpath(element): one for element, one in known.items()}
        errors = [
            error
            for error in cast("Iterable[LogEntry]", self._dtd.error_log)
            if error.type_name not in CONTENT or error.path not in paths
        ]
        grammar = grammar_of(self._target) if errors or any(not one.kind for one in new) else None
        if grammar is None:
            return
        for one in new:
            if not one.kind:
                self._tell(content_faults(one.element, grammar, repairs=False), known)
        elements = elements_of(tree, [error for error in errors if error.path not in paths])
        ids, seen, crowded = Ids(tree), set(), dict[etree._Element, bool]()
        for error in errors:
            path = error.path or "/"
            held = paths.get(path)
            element = held.element if held else elements.get(path)
            if element is None:
                element = root
            if error.type_name not in CONTENT:
                if element not in crowded:
                    crowded[element] = self._crowded or len(element.attrib) > MOST_ATTRIBUTES
                if crowded[element]:
                    fault = Fault(element, short(error.message), concern=Concern.ATTRIBUTE)
                else:
                    fault = attribute_fault(error, element, grammar, ids)
                if held is None or fault.message not in held.told:
                    self._tell([fault], known)
                if held is not None:
                    held.told.add(fault.message)
            elif (path, error.type_name == "DTD_UNKNOWN_ELEM") not in seen:
                seen.add((path, error.type_name == "DTD_UNKNOWN_ELEM"))
                found = content_faults(element, grammar, repairs=False)
                self._tell(found or [Fault(element, short(error.message))], known)
            if len(self._told) > MOST_FINDINGS:
                return

    @property
    def _target(self) -> Target:
        assert self.target is not None  # noqa: S101  (the root has been seen)
        return self.target

    # -- ids -----------------------------------------------------------------------------------------------------

    def _take_ids(self, root: etree._Element, before: list[Open], known: dict[etree._Element, Open]) -> None:
        """Keep the ids and references of the elements that were not here before, and tell which are wrong."""
        ids = self._id.values(root)
        for one in before:
            for value in one.ids:
                ids.remove(value)
        references = self._references.values(root)
        new = set(ids)
        wrong = len(new) < len(ids) or not new.isdisjoint(self._ids) or not all(map(_NAME.fullmatch, new))
        wrong = wrong or not all(map(_NAMES.fullmatch, references))
        several = [value for value in references if " " in value]
        wrong = wrong or (bool(several) and any(" " in value for value in self._single.values(root)))
        if wrong:
            self._tell_of_ids(root, before, known)
        self._ids |= new
        self._wanted.update(references)
        for value in several:
            self._wanted.discard(value)
            self._wanted.update(value.split())

    def _tell_of_ids(self, root: etree._Element, before: list[Open], known: dict[etree._Element, Open]) -> None:
        seen = set(self._ids)
        old = {one.element for one in before}
        for element in root.iter("*"):
            if element in old:
                continue
            tag = qname(element)
            declared = self._declared.attributes.get(tag, {})
            for attribute, value in zip(attribute_names(element), map(str, element.attrib.values()), strict=True):
                kind = declared[attribute].type if attribute in declared else ""
                pattern = _NAMES if kind == IDREFS else _NAME if kind in (ID, IDREF) else None
                if pattern is not None and not pattern.fullmatch(value):
                    said = f"the value of {attribute} on <{tag}> is not a proper name"
                    concern = Concern.ID if kind == ID else Concern.ATTRIBUTE
                    self._tell([Fault(element, said, _ADVICE, attribute, value, concern=concern)], known)
                if kind == ID and value in seen:
                    said = f"the id “{clip(value, 60)}” is taken by an element before this <{tag}>"
                    self._tell([Fault(element, said, "", attribute, value, concern=Concern.ID)], known)
                if kind == ID:
                    seen.add(value)

    def _find_references(self, root: etree._Element, before: list[Open], known: dict[etree._Element, Open]) -> None:
        """Tell where the references to ids stand that no element has."""
        values = self._references.values(root)
        if self._sought.isdisjoint(values) and self._sought.isdisjoint(" ".join(v for v in values if " " in v).split()):
            return
        old = {one.element for one in before}
        for element in self._references.holders(root) - old:
            for attribute, text in self._references.of(element):
                for value in {text, *text.split()} & self._sought:
                    said = (
                        f"{attribute} on <{qname(element)}> refers to “{clip(value, 60)}”, and no element has that id"
                    )
                    self._tell([Fault(element, said, "", attribute, value, concern=Concern.IDREF)], known)
            if len(self._told) > MOST_FINDINGS:
                return

    # -- telling -------------------------------------------------------------------------------------------------

    def _tell(
        self, faults: list[Fault], known: dict[etree._Element, Open], gone: Mapping[str, int] | None = None
    ) -> None:
        """Keep faults of elements that are still in the tree; `gone` says how many siblings of each name are not."""
        for fault in faults:
            told = self._finding(fault)
            element = fault.element
            if element in known:
                self._told.append(Told(told, fault.attribute, known[element]))
                continue
            node = element
            while (parent := node.getparent()) is not None and parent not in known:
                node = parent
            if parent is None:
                continue
            tree = parent.getroottree()
            outer, whole = tree.getpath(node), tree.getpath(element)
            name, _, number = outer.rpartition("/")[2].partition("[")
            holder = known[parent]
            index = (holder.counts if gone is None else gone).get(name, 0) + int(number.rstrip("]") or 1)
            self._told.append(Told(told, fault.attribute, holder, (name, index), whole[len(outer) :]))

    def _finding(self, fault: Fault) -> Finding:
        kind, place = KINDS_OF_FAULTS[fault.concern], Place(self._name, line_of(fault.element))
        message, value = clip(fault.message, MOST_CHARACTERS), clip(fault.value, MOST_CHARACTERS)
        return Finding(kind.id, kind.severity, message, (), place, fault.advice, "", value, fault.expected)


class _Attributes:
    """Finds the attributes of some types, in all elements that declare them so."""

    def __init__(self, declared: Declarations, *types: str) -> None:
        self._find: dict[str, etree.XPath] = {}
        self._own: list[etree.XPath] = []
        self._holders: list[etree.XPath] = []
        for name, elements in declared.of_type(*types).items():
            others = [tag for tag, has in declared.attributes.items() if name in has and tag not in elements]
            which = _but(others, elements)
            self._find[name] = etree.XPath(f"descendant-or-self::*{which}/@{name}", smart_strings=False)
            self._own.append(etree.XPath(f"self::*{which}/@{name}", smart_strings=False))
            self._holders.append(etree.XPath(f"descendant-or-self::*[@{name}]{which}"))

    def values(self, root: etree._Element) -> list[str]:
        """Return the values in a tree."""
        return [value for find in self._find.values() for value in cast("list[str]", find(root))]

    def own(self, element: etree._Element) -> list[str]:
        """Return the values of one element."""
        return [value for find in self._own for value in cast("list[str]", find(element))]

    def holders(self, root: etree._Element) -> set[etree._Element]:
        """Return the elements in a tree that have one."""
        return {element for find in self._holders for element in cast("list[etree._Element]", find(root))}

    def of(self, element: etree._Element) -> list[tuple[str, str]]:
        """Return the names and values of an element's own, whether or not it declares them so."""
        return [(name, str(element.get(name))) for name in self._find.keys() & set(map(str, element.attrib))]


def _but(others: list[str], elements: frozenset[str]) -> str:
    """Return the condition that tells elements from others: by their prefix if that does, else by their names."""
    prefixes = {tag.partition(":")[0] for tag in others if ":" in tag}
    if not others:
        return ""
    if all(":" in tag for tag in others) and not any(tag.partition(":")[0] in prefixes for tag in elements):
        return "".join(f"[not(starts-with(name(), '{prefix}:'))]" for prefix in sorted(prefixes))
    names = " or ".join(f"name()='{tag}'" for tag in sorted(elements))
    return f"[{names}]"
