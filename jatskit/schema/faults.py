"""What is wrong with an element of a document, and the changes that would mend it, before either has a place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from lxml import etree


class Side(StrEnum):
    """Where something is put: beside an element, or in it as the first or last of its children."""

    BEFORE = "before"
    AFTER = "after"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """Give an attribute (by its qualified name, as the document writes it) a value; None takes it away."""

    element: etree._Element
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class SetText:
    """Replace the whole content of an element that has no children by these words."""

    element: etree._Element
    text: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Give an element another qualified name; its attributes and content stay."""

    element: etree._Element
    name: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Put XML, well-formed with the prefixes of the document, beside or in an element."""

    element: etree._Element
    side: Side
    xml: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move an element, with all in it, beside or in another one that is not inside it."""

    element: etree._Element
    side: Side
    other: etree._Element


@dataclass(frozen=True, slots=True)
class Delete:
    """Take an element away with all in it; the text after it stays."""

    element: etree._Element


@dataclass(frozen=True, slots=True)
class Unwrap:
    """Take an element's tags away and leave its content."""

    element: etree._Element


@dataclass(frozen=True, slots=True)
class WrapText:
    """Put the text after a child (`after`), or before the first one, of an element into an element of this name."""

    element: etree._Element
    after: etree._Element | None
    name: str


Change = SetAttribute | SetText | Rename | Insert | Move | Delete | Unwrap | WrapText


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that mend one fault together, and what they do, as an order to an editor: “Write 10.1234/5”.

    A `safe` one cannot change what the document says, only how it says it.
    """

    what: str
    changes: tuple[Change, ...]
    safe: bool = False


class Concern(Enum):
    """What a fault that the schema finds is about."""

    ELEMENT = "an element that is declared nowhere"
    CONTENT = "an element that cannot stand where it stands, or that is missing"
    TEXT = "text where only elements may stand"
    ATTRIBUTE = "an attribute"
    ID = "an id that is taken, or no proper name"
    IDREF = "a reference to an id that no element has"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the element to look at, a sentence, and what to do about it.

    With `attribute` (its qualified name, as the document writes it) it is about that attribute. `value` is the faulty
    value as it stands; `expected` what could stand there instead.
    """

    element: etree._Element
    message: str
    advice: str = ""
    attribute: str = ""
    value: str = ""
    expected: str = ""
    repair: Repair | None = None
    concern: Concern = Concern.CONTENT
