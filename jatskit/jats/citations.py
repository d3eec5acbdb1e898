"""A citation's part of the binding table: a reading that is cut into its parts, and one that is not.

Every target has every element that is bound here, in any order inside `element-citation` (JATS 1.2 to 1.4); they are
written in the order that citations are read in. What the targets differ in are the types of `pub-id` and
`person-group`, and formulas in a `data-title`.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from jatskit.findings import Path
from jatskit.jats.binding import Attr, Known, Leaf, Many, Node, One, Rich, Row, Text, Words
from jatskit.jats.inline import STYLES
from jatskit.jats.shared import ID_TYPES, NAMES_BY_TAG, NAMES_BY_TYPE, PERSON_ROWS, ListedType, lang
from jatskit.jats.state import Fitting, Frame, Intake, Output, clark
from jatskit.model import (
    AccessDate,
    CitedId,
    CitedLink,
    ElementCitation,
    MixedCitation,
    Patent,
    PersonGroup,
    PersonName,
    Size,
)

MIXED_CITATION = Node("mixed-citation", MixedCitation, lang(), Words("text", "mixed-citation"))

# -- People -------------------------------------------------------------------------------------------------

#: A `string-name` whose parts are marked; it is written as a `name`.
_MARKED_NAME = Node("string-name", PersonName, *PERSON_ROWS, mixed=True)
_ALTERNATIVES = ("name-alternatives", "collab-alternatives")
_NAME_TAGS = (*NAMES_BY_TAG, *_ALTERNATIVES, "etal")


def _read_name(element: etree._Element, intake: Intake, path: Path) -> Any | None:
    """Return a name; of alternatives the first, and the others are reported."""
    if element.tag in _ALTERNATIVES:
        intake.attributes(element, path, frozenset())
        found = [child for child in element if isinstance(child.tag, str)]
        for other in found[1:]:
            intake.element_not_bound(other, path)
        if not found:
            return None
        element = found[0]
    node = NAMES_BY_TAG.get(str(element.tag))
    if node is None:
        intake.element_not_bound(element, path)
        return None
    if element.tag == "string-name" and any(child.tag in ("surname", "given-names") for child in element):
        node = _MARKED_NAME
    return node.read(element, intake, path)


def _read_into_group(element: etree._Element, intake: Intake, group: dict[str, Any], path: Path) -> None:
    """Add a name, or that there are others, to what is known of a group."""
    if element.tag == "etal":
        intake.attributes(element, path, frozenset())
        group["etal"] = True
        return
    names = group.setdefault("names", [])
    if (name := _read_name(element, intake, (*path, "names", len(names)))) is not None:
        names.append(name)


class _GroupNames(Row):
    """The names of a group, without white space between them, and `etal` last."""

    fields = ("names", "etal")
    tags = _NAME_TAGS

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the names."""
        for index, name in enumerate(model.names):
            NAMES_BY_TYPE[type(name)].write(name, out, pad, (*path, "names", index))
        if model.etal:
            out.parts.append(f"{pad}<etal/>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a name."""
        _read_into_group(element, intake, frame.data, frame.path)
        return True


#: The values of `@person-group-type` in Publishing and Authoring; since 1.3 also `custom`. In Archiving it is free.
_ROLE = ListedType(
    "person-group-type",
    "role",
    frozenset(
        "allauthors assignee author compiler curator director editor guest-editor illustrator inventor "
        "research-assistant translator transed".split()
    ),
    missing="author",
)


def _fit_group(group: PersonGroup, fitting: Fitting, path: Path) -> PersonGroup | None:
    if not _ROLE.lacks(group.role, fitting.target):
        return group
    names = ", ".join(map(str, group.names)) or "et al."
    fitting.report(f"a person-group of the type {group.role!r} has no place ({names})", path)
    return None


_GROUP = Node("person-group", PersonGroup, _ROLE, _GroupNames(), fit=_fit_group, mixed=True)


class _BareNames(Row):
    """Names outside a group: read as a group of authors.

    Only those before the titles are: who is named after a title may be an editor or a translator.
    """

    tags = _NAME_TAGS

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a name."""
        data = frame.data
        if any(name in data for name in ("article_title", "chapter_title", "data_title", "source")):
            return False
        people = data.setdefault("people", [])
        at = next((index for index, group in enumerate(people) if isinstance(group, dict)), len(people))
        group = people[at] if at < len(people) else {}
        _read_into_group(element, intake, group, (*frame.path, "people", at))
        if group.get("names") or group.get("etal"):
            people[at:] = [group, *people[at + 1 :]]
        return True


# -- Identifiers, links, dates ------------------------------------------------------------------------------

_ID_TYPE = ListedType("pub-id-type", "type", ID_TYPES, stand_in="other")


def _fit_id(id: CitedId, fitting: Fitting, path: Path) -> CitedId:
    if not _ID_TYPE.lacks(id.type, fitting.target):
        return id
    fitting.report(f"a pub-id cannot be of the type {id.type!r}; it was made one of the type 'other'", path)
    return CitedId(type="other", value=id.value)


_ID = Node("pub-id", CitedId, _ID_TYPE, Text("value"), fit=_fit_id)
_HREF = clark("xlink:href")


def _mend_link(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """A link without words shows its address."""
    if "text" not in frame.data and "href" in frame.data:
        frame.data["text"] = frame.data["href"]


_LINK = Node(
    "ext-link",
    CitedLink,
    Attr("xlink:href", "href"),
    Words("text", "ext-link"),
    given={"ext-link-type": "uri"},
    mend=_mend_link,
)
_ACCESSED = Node(
    "date-in-citation",
    AccessDate,
    Attr("iso-8601-date", "iso"),
    Text("text"),
    given={"content-type": "access-date"},
)


class _Around(Row):
    """Elements around parts of a citation: a `date`, and styles where the text beside keeps them."""

    tags = ("date", *STYLES, "ext-link", "inline-formula")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read the parts inside."""
        if element.tag == "date":
            intake.attributes(element, frame.path, frozenset())
        elif intake.kept != "markup":
            return False
        elif element.tag in ("ext-link", "inline-formula"):
            return True
        for child in element:
            if isinstance(child.tag, str):
                ELEMENT_CITATION.content.read_child(child, intake, frame)
        return True


class _Raw:
    """`specific-use="raw"` on a text that carries elements: it says which of the alternatives is the raw text."""

    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ("specific-use",)

    def text(self, model: Any, out: Output) -> str:
        """Return nothing."""
        return ""

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Report another use."""
        if (use := element.get("specific-use", "raw")) != "raw":
            intake.not_bound(f"specific-use={use!r} was left out", element, frame.path)


def _old_type(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """Read `@citation-type`, which `@publication-type` has taken the place of."""
    old = element.get("citation-type", "").strip()
    if old and frame.data.setdefault("type", old) != old:
        intake.not_bound(f"citation-type={old!r} was left out", element, frame.path)


# -- The citation -------------------------------------------------------------------------------------------

ELEMENT_CITATION = Node(
    "element-citation",
    ElementCitation,
    Attr("publication-type", "type"),
    lang(),
    Known("citation-type"),
    _Raw(),
    Many("people", _GROUP),
    _BareNames(),
    Rich("article-title", "article_title"),
    Rich("chapter-title", "chapter_title"),
    Rich("data-title", "data_title"),
    Rich("trans-title", "translated_title"),
    Rich("source", "source"),
    Leaf("series", "series"),
    Leaf("std", "standard"),
    Leaf("gov", "government"),
    One("patent", Node("patent", Patent, Attr("country", "country"), Text("number"))),
    Leaf("conf-name", "conf_name"),
    Leaf("conf-date", "conf_date"),
    Leaf("conf-loc", "conf_loc"),
    Leaf("edition", "edition"),
    Leaf("version", "version"),
    Leaf("publisher-loc", "publisher_loc"),
    Leaf("publisher-name", "publisher_name"),
    Leaf("year", "year", Attr("iso-8601-date", "iso_date")),
    Leaf("month", "month"),
    Leaf("day", "day"),
    Leaf("season", "season"),
    Leaf("volume", "volume"),
    Leaf("issue", "issue"),
    Leaf("supplement", "supplement"),
    Leaf("fpage", "fpage"),
    Leaf("lpage", "lpage"),
    Leaf("page-range", "page_range"),
    Leaf("elocation-id", "elocation_id"),
    One("size", Node("size", Size, Attr("units", "units"), Text("value"))),
    Leaf("isbn", "isbn"),
    Leaf("issn", "issn"),
    Many("ids", _ID),
    Many("links", _LINK),
    One("accessed", _ACCESSED),
    Rich("comment", "comments", many=True),
    _Around(),
    mend=_old_type,
)

NODES: dict[type, Node] = {node.model: node for node in (ELEMENT_CITATION, MIXED_CITATION)}

_PARTS = frozenset(ELEMENT_CITATION.content.children) - set(_Around.tags) | {"date"}


def has_parts(element: etree._Element) -> bool:
    """Return whether a citation carries elements that are parts of it, and not only inline markup."""
    return any(child.tag in _PARTS or (child.tag in STYLES and has_parts(child)) for child in element)
