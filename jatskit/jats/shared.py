"""Parts of the binding table that stand in several places: the names of people, types from a list, languages."""

from __future__ import annotations

from typing import Any

from lxml import etree

from jatskit.jats.binding import Attr, Leaf, Node, Text
from jatskit.jats.state import Frame, Intake, Output, quoted
from jatskit.model import OrganisationName, PersonName, UnsplitName
from jatskit.schema.catalogue import TagSet, Target


def authoring(target: Target) -> bool:
    """Return whether a target is one of Authoring, which lacks much of what is about the journal."""
    return target.tag_set is TagSet.AUTHORING


def lang(field: str = "lang") -> Attr:
    """Return the attribute `xml:lang`."""
    return Attr("xml:lang", field)


#: The values of `@pub-id-type`, of an article and of what it cites, in Publishing and Authoring; since 1.3 also
#: `custom`. In Archiving it is free.
ID_TYPES = frozenset(
    "accession archive ark art-access-id arxiv coden doaj doi handle index isbn manuscript medline mr other pii pmcid "
    "pmid publisher-id sici std-designation zbl".split()
)


class ListedType:
    """An attribute whose values Archiving leaves free and the other tag sets list.

    Since 1.3 they have `@custom-type` for what is not listed: the attribute itself then says `stand_in`. `missing` is
    what a document without the attribute means by that.
    """

    def __init__(
        self, name: str, field: str, listed: frozenset[str], *, stand_in: str = "custom", missing: str = ""
    ) -> None:
        self.fields: tuple[str, ...] = (field,)
        self.names: tuple[str, ...] = (name, "custom-type")
        self._name, self._field, self._listed = name, field, listed
        self._stand_in, self._missing = stand_in, missing

    def lacks(self, value: str, target: Target) -> bool:
        """Return whether a target has no way to say `value`."""
        return target.version == "1.2" and target.tag_set is not TagSet.ARCHIVING and value not in self._listed

    def text(self, model: Any, out: Output) -> str:
        """Return the attributes."""
        value = getattr(model, self._field)
        if value in self._listed or value == "custom" or out.target.tag_set is TagSet.ARCHIVING:
            return f' {self._name}="{quoted(value)}"'
        return f' {self._name}="{self._stand_in}" custom-type="{quoted(value)}"'

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Put the type into the frame."""
        type, custom = element.get(self._name, ""), element.get("custom-type", "")
        if custom.strip() and type in ("custom", self._stand_in):
            type = custom
        elif custom:
            intake.not_bound(f"custom-type={custom!r} was left out", element, frame.path, "custom-type")
        if type.strip():
            frame.data[self._field] = type
        elif self._missing:
            frame.data[self._field] = self._missing


PERSON_ROWS = (
    Attr("name-style", "style", missing="western"),
    lang(),
    Leaf("surname", "surname"),
    Leaf("given-names", "given"),
    Leaf("prefix", "prefix"),
    Leaf("suffix", "suffix"),
)
PERSON = Node("name", PersonName, *PERSON_ROWS)
UNSPLIT = Node("string-name", UnsplitName, lang(), Text("unsplit"))
ORGANISATION = Node("collab", OrganisationName, lang(), Text("organisation"))

NAMES_BY_TYPE: dict[type, Node] = {node.model: node for node in (PERSON, UNSPLIT, ORGANISATION)}
NAMES_BY_TAG = {node.tag: node for node in (PERSON, UNSPLIT, ORGANISATION)}
