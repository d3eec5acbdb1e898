"""What is carried along while an article is fitted to a target, written, and read; and what there is to report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from lxml import etree
from pydantic import ValidationError

from jatskit.findings import Finding, Kind, Path, Place, Severity
from jatskit.model.identifiers import XML_ID
from jatskit.schema.catalogue import Target

NOT_BOUND = Kind(
    "jats-not-bound", Severity.WARNING, "The JATS document holds something that jatskit's model has no place for."
)
NOT_WELL_FORMED = Kind(
    "jats-not-well-formed", Severity.ERROR, "A value of the JATS document is not well formed, and was left out."
)
CANNOT_HOLD = Kind(
    "target-cannot-hold", Severity.WARNING, "The tag set has no place for something, and it was left out."
)
REQUIRES = Kind("target-requires", Severity.ERROR, "The tag set requires a fact that the article does not have.")
EMPTY_BODY = Kind(
    "target-empty-body", Severity.INFO, "The tag set requires a body, and an empty one was written, as its DTD allows."
)

NAMESPACES = {
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}

#: Attributes that say what goes without saying: the DTDs' defaults, and pointers to a schema.
_UNREMARKABLE = frozenset(
    {
        ("authenticated", "false"),
        ("toggle", "yes"),
        ("toggle", "no"),
        ("name-style", "western"),
        (f"{{{NAMESPACES['xlink']}}}type", "simple"),
    }
)
_SCHEMA_LOCATION = f"{{{NAMESPACES['xsi']}}}"


def _unremarkable(name: str, value: str) -> bool:
    return (name, value) in _UNREMARKABLE or name.startswith(_SCHEMA_LOCATION)


def clark(name: str) -> str:
    """Return a name as lxml writes it: `xlink:href` as `{http://www.w3.org/1999/xlink}href`."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def shown(name: str) -> str:
    """Return one of lxml's names as people write it."""
    if name[:1] != "{":
        return name
    uri, _, local = name[1:].partition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}"


def all_words(element: etree._Element) -> str:
    """Return the words of an element, white space collapsed, comments left out, and cut where it gets long."""
    text = " ".join("".join(str(piece) for piece in element.xpath(".//text()")).split())
    return text if len(text) <= 160 else text[:159] + "…"


def escaped(text: str) -> str:
    """Escape what XML text cannot hold."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """Escape what an attribute's value cannot hold."""
    return escaped(text).replace('"', "&quot;")


# -- Fitting ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Fitting:
    """An article on its way into what a target can hold.

    `moved` says which item of the article an item of what is held was, where another before it was left out.
    """

    target: Target
    findings: list[Finding] = field(default_factory=list)
    moved: dict[Path, Path] = field(default_factory=dict)

    def report(self, message: str, path: Path) -> None:
        """Report something that the target cannot hold."""
        advice = "Write the article for another tag set or version to keep it."
        self.findings.append(CANNOT_HOLD(f"{self.target.name}: {message}", path=path, advice=advice))

    def original(self, path: Path) -> Path:
        """Return the path in the article of a path in what is held of it."""
        result: Path = ()
        for step in path:
            result = (*result, step)
            result = self.moved.get(result, result)
        return result


# -- Writing ------------------------------------------------------------------------------------------------


class Output:
    """A document being written: its pieces, and what they need the root element to declare.

    With `marks`, each element that stands for a value of the model has an attribute `mark`, the index of the
    value's path in that list; from such a copy the map of elements to paths is made.
    """

    __slots__ = ("labels", "marks", "parts", "prefixes", "target")

    def __init__(self, target: Target, labels: dict[str, str], marks: list[Path] | None = None) -> None:
        self.parts: list[str] = []
        self.prefixes: set[str] = set()
        self.target = target
        self.labels = labels
        self.marks = marks

    def mark(self, path: Path) -> str:
        """Return the attribute that marks an element as standing for the value at `path`."""
        if self.marks is None:
            return ""
        self.marks.append(path)
        return f' mark="{len(self.marks) - 1}"'


# -- Reading ------------------------------------------------------------------------------------------------


class Frame:
    """A model being read: its fields so far, and what can be checked only when it is complete."""

    __slots__ = ("data", "inlined", "late", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data: dict[str, Any] = {}
        self.late: list[Any] = []
        self.inlined: dict[str, Frame] = {}


#: So many findings are told with an XPath.
MOST_PATHS = 5_000


class Fate(StrEnum):
    """What became of an element or attribute of a document that was read."""

    BOUND = "bound"  # it is a value of the model, or part of one, or holds some
    IMPLIED = "implied"  # it says what goes without saying: a default of the DTD's, a pointer to a schema
    WORDS = "words bound"  # its words are part of a value, the element itself is not
    UNBOUND = "not bound"  # the model has no place for it


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of an element or attribute, and the address in the model that it belongs to.

    With `whole` the entry of an element is that of all that it holds.
    """

    fate: Fate
    path: Path
    whole: bool = False


@dataclass(slots=True)
class Ledger:
    """What became of each element that a reader looked at, and of their attributes."""

    elements: dict[etree._Element, Entry] = field(default_factory=dict)
    attributes: dict[tuple[etree._Element, str], Entry] = field(default_factory=dict)
    #: The addresses of values that were refused, by the element that they were read from: what was read for them there
    #: is not bound after all. The next value of a list may have the same address.
    refused: dict[etree._Element, set[Path]] = field(default_factory=dict)
    #: Attributes whose value was replaced by another.
    replaced: set[tuple[etree._Element, str]] = field(default_factory=set)

    def element(self, element: etree._Element, fate: Fate, path: Path, *, whole: bool = False) -> None:
        """Note an element; what is bound once stays so."""
        if element not in self.elements or self.elements[element].fate is not Fate.BOUND or fate is Fate.BOUND:
            self.elements[element] = Entry(fate, path, whole)

    def attribute(self, element: etree._Element, name: str, fate: Fate, path: Path) -> None:
        """Note an attribute."""
        self.attributes[element, name] = Entry(fate, path)

    def renumber(self, element: etree._Element, field: Path, kept: list[int]) -> None:
        """Give what was read inside of an element for a list its addresses after some of its items were left out.

        `kept` are the items that stay, as they were counted before. What was read for the others is not bound.
        """
        now = {before: index for index, before in enumerate(kept)}
        for inside in element.iter("*"):
            if inside in self.elements:
                self.elements[inside] = _renumbered(self.elements[inside], field, now)
            for name in map(str, inside.attrib):
                if (noted := self.attributes.get((inside, name))) is not None:
                    self.attributes[inside, name] = _renumbered(noted, field, now)


def _renumbered(entry: Entry, field: Path, now: dict[int, int]) -> Entry:
    path, length = entry.path, len(field)
    if len(path) <= length or path[:length] != field or not isinstance(index := path[length], int):
        return entry
    if index not in now:
        return Entry(Fate.UNBOUND, path, entry.whole)
    return Entry(entry.fate, (*field, now[index], *path[length + 1 :]), entry.whole)


class Intake:
    """A document being read: where it came from, its ids, what became of its parts, and the findings so far."""

    __slots__ = ("_by_element", "_by_raw", "_tree", "findings", "inner_affiliations", "kept", "ledger", "marks", "name")

    def __init__(self, tree: etree._ElementTree, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self.ledger = Ledger()
        #: Affiliations that stood inside a contributor.
        self.inner_affiliations: list[Any] = []
        #: What the links to affiliations show.
        self.marks: list[tuple[etree._Element, str, str]] = []
        #: What a text beside the element that is being read keeps of it: nothing, its words, or inline markup, too.
        self.kept: Literal["", "words", "markup"] = ""
        self._tree = tree
        self._by_element: dict[etree._Element, str] = {}
        self._by_raw: dict[str, str] = {}
        self._name_elements()

    def _name_elements(self) -> None:
        """Give every affiliation and reference an id: its own, if it is one and nobody else's."""
        root = self._tree.getroot()
        taken = {value for value in root.xpath("//@id") if isinstance(value, str)}
        given: set[str] = set()
        counts = {"aff": 0, "ref": 0}
        for element in root.iter("aff", "ref"):
            raw = element.get("id", "")
            id = raw
            if raw in given or not XML_ID.fullmatch(raw):
                kind = str(element.tag)
                while (id := f"{kind}{counts[kind] + 1}") in taken:
                    counts[kind] += 1
                taken.add(id)
            given.add(id)
            self._by_element[element] = id
            if raw:
                self._by_raw.setdefault(raw, id)

    def id_of(self, element: etree._Element) -> str:
        """Return the id of an affiliation or reference."""
        return self._by_element[element]

    def id_for(self, raw: str) -> str | None:
        """Return the id of what the document calls `raw`, if that is an affiliation or reference."""
        return self._by_raw.get(raw)

    def _add(self, kind: Kind, message: str, element: etree._Element, path: Path, advice: str = "") -> None:
        # An XPath counts an element's siblings, so that too many of them take quadratic time.
        where = self._tree.getpath(element) if len(self.findings) < MOST_PATHS else f"a <{shown(str(element.tag))}>"
        place = Place(self.name, element.sourceline or 1)
        self.findings.append(kind(f"{message} (at {where})", path=path, place=place, advice=advice))

    def not_bound(self, message: str, element: etree._Element, path: Path, *attributes: str) -> None:
        """Report something that the model has no place for: these attributes of the element, if some are named."""
        for name in attributes:
            self.ledger.attribute(element, name, Fate.UNBOUND, path)
        self._add(NOT_BOUND, message, element, path)

    def refused(self, message: str, element: etree._Element, path: Path) -> None:
        """Report a value that is not well formed."""
        self.ledger.refused.setdefault(element, set()).add(path)
        self._add(NOT_WELL_FORMED, message, element, path, "Correct the value in the document.")

    def replaced(self, message: str, element: etree._Element, attribute: str, path: Path) -> None:
        """Report an attribute whose value was replaced by another."""
        self.ledger.replaced.add((element, attribute))
        self._add(NOT_WELL_FORMED, message, element, path, "Correct the value in the document.")

    def element_not_bound(self, element: etree._Element, path: Path) -> None:
        """Report an element that was left out with all that it holds, or its words kept in a text beside it."""
        tag = shown(str(element.tag))
        words = "" if tag in ("body", "sub-article", "response", "floats-group") else all_words(element)
        attributes = "".join(f" {shown(str(key))}={str(value)!r}" for key, value in element.attrib.items())
        self.ledger.element(element, Fate.WORDS if words and self.kept else Fate.UNBOUND, path, whole=True)
        if words and self.kept:
            message = f"<{tag}{attributes}>: its words were kept as the text of the reference, the element not"
            self.not_bound(message, element, path)
            return
        said = f": {words!r}" if words else ""
        self.not_bound(f"<{tag}{attributes}> was left out{said}", element, path)

    def attributes(self, element: etree._Element, path: Path, known: frozenset[str]) -> None:
        """Note an element that is bound, and report those of its attributes that nothing is bound to."""
        self.ledger.element(element, Fate.BOUND, path)
        attrib = element.attrib
        if not attrib:
            return
        for key, value in attrib.items():
            name = str(key)
            fate = Fate.BOUND if name in known else Fate.IMPLIED if _unremarkable(name, str(value)) else Fate.UNBOUND
            self.ledger.attribute(element, name, fate, path)
        unknown = [
            f"{shown(str(key))}={str(value)!r}"
            for key, value in attrib.items()
            if key not in known and not _unremarkable(str(key), str(value))
        ]
        if unknown:
            said = ", ".join(unknown)
            self.not_bound(f"what <{shown(str(element.tag))}> says of itself was left out: {said}", element, path)

    def build(self, model: type[Any], frame: Frame, element: etree._Element) -> Any | None:
        """Return the model, without the values that it refuses; None if nothing can be made of the rest.

        Each refused value is reported, and so is a model that cannot be.
        """
        data = frame.data
        refused: set[str] = set()
        kept: dict[str, list[int]] = {}
        while True:
            try:
                built = model(**data)
                for name, indices in kept.items():
                    self.ledger.renumber(element, (*frame.path, name), indices)
                return built
            except ValidationError as error:
                faults = error.errors(include_url=False, include_context=False)
            pieces: dict[tuple[str, int | None], str] = {}
            for fault in faults:
                loc = fault["loc"]
                if loc and loc[0] in data:
                    name = str(loc[0])
                    many = isinstance(data[name], list) and len(loc) > 1 and isinstance(loc[1], int)
                    index = loc[1] if many and isinstance(loc[1], int) else None
                    pieces.setdefault((name, index), fault["msg"])
            if not pieces and all(fault["loc"][:1] and fault["loc"][0] in refused for fault in faults):
                self.ledger.refused.setdefault(element, set()).add(frame.path)
                return None  # for want of a value that was refused, and reported, above
            if not pieces:
                reasons = "; ".join(
                    f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" if fault["loc"] else fault["msg"]
                    for fault in faults
                )
                self.refused(
                    f"<{shown(str(element.tag))}> was left out: {reasons} (it reads {all_words(element)!r})",
                    element,
                    frame.path,
                )
                return None
            for (name, index), message in sorted(pieces.items(), key=lambda p: (p[0][0], -(p[0][1] or 0))):
                value = data[name] if index is None else data[name][index]
                said = f"{value!r} was left out: {message}"
                refused.add(name)
                if index is None:
                    self.refused(said, element, (*frame.path, name))
                    del data[name]
                else:
                    indices = kept.setdefault(name, list(range(len(data[name]))))
                    path = (*frame.path, name, indices[index])
                    self._add(NOT_WELL_FORMED, said, element, path, "Correct the value in the document.")
                    del data[name][index], indices[index]
