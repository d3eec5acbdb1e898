"""The reference list: each entry as printed, and its readings, cut into parts where that could be done."""

from __future__ import annotations

from typing import Annotated, Self, TypeAlias

from pydantic import Discriminator, Tag, model_validator

from jatskit.model.dates import IsoDate
from jatskit.model.identifiers import Language, XmlId
from jatskit.model.people import Name
from jatskit.model.text import Line, Record, RichText


class PersonGroup(Record):
    """`person-group`: those who did one thing for the cited work. `etal`: there are more than are named.

    `role` is `@person-group-type`: `author`, `editor`, `translator`, `inventor`, `compiler`, `director`…
    """

    role: Line = "author"
    names: tuple[Name, ...] = ()
    etal: bool = False

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not self.names and not self.etal:
            raise ValueError("a group of persons has a name, or says that there are others")
        return self


class CitedId(Record):
    """`pub-id`: an identifier of the cited work; `type` as in `@pub-id-type` (`doi`, `pmid`, `arxiv`, `cstr`…)."""

    type: Line
    value: Line


class CitedLink(Record):
    """`ext-link` of the type `uri`: an address of the cited work, and the words shown for it."""

    href: Line
    text: RichText


class AccessDate(Record):
    """`date-in-citation` of the type `access-date`: as printed, and in ISO 8601."""

    text: Line
    iso: IsoDate | None = None


class Patent(Record):
    """`patent`: its number, and what `@country` says of where it holds."""

    number: Line
    country: Line | None = None


class Size(Record):
    """`size`: how much the cited work is, and of what: `units` is `@units` (`page`, `minute`…)."""

    value: Line
    units: Line


class ElementCitation(Record):
    """`element-citation`: a reading of a reference that is cut into its parts.

    `type` is `@publication-type` (`journal`, `book`, `thesis`, `standard`…); `translated_title` is `trans-title`.
    `year` is as printed, and may be more than a number; `iso_date` is its `@iso-8601-date`.
    """

    type: Line | None = None
    lang: Language | None = None
    people: tuple[PersonGroup, ...] = ()
    article_title: RichText | None = None
    chapter_title: RichText | None = None
    data_title: RichText | None = None
    translated_title: RichText | None = None
    source: RichText | None = None
    series: Line | None = None
    conf_name: Line | None = None
    conf_date: Line | None = None
    conf_loc: Line | None = None
    edition: Line | None = None
    version: Line | None = None
    publisher_name: Line | None = None
    publisher_loc: Line | None = None
    year: Line | None = None
    iso_date: IsoDate | None = None
    month: Line | None = None
    day: Line | None = None
    season: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    supplement: Line | None = None
    fpage: Line | None = None
    lpage: Line | None = None
    page_range: Line | None = None
    elocation_id: Line | None = None
    size: Size | None = None
    standard: Line | None = None
    government: Line | None = None
    patent: Patent | None = None
    isbn: Line | None = None
    issn: Line | None = None
    ids: tuple[CitedId, ...] = ()
    links: tuple[CitedLink, ...] = ()
    accessed: AccessDate | None = None
    comments: tuple[RichText, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.iso_date is not None and self.year is None:
            raise ValueError("a citation's date in ISO 8601 needs the year as printed")
        if not any(map(self.__dict__.__getitem__, _PARTS)):
            raise ValueError("a citation says more than its type and its language")
        return self


#: The fields of which a citation has one at least.
_PARTS = tuple(name for name in ElementCitation.model_fields if name not in ("type", "lang"))


class MixedCitation(Record):
    """`mixed-citation`: a reading that is not cut into parts: the words in one of the reference's languages.

    What a line break had split is joined again.
    """

    text: RichText
    lang: Language | None = None


def _kind_of_citation(value: object) -> str:
    """Tell by its field what a citation is, so that only the faults of that kind are told."""
    mixed = "text" in value if isinstance(value, dict) else isinstance(value, MixedCitation)
    return "MixedCitation" if mixed else "ElementCitation"


Citation: TypeAlias = Annotated[
    Annotated[ElementCitation, Tag("ElementCitation")] | Annotated[MixedCitation, Tag("MixedCitation")],
    Discriminator(_kind_of_citation),
]


class Reference(Record):
    """`ref`: an entry of the reference list.

    `raw` is the whole entry as printed. `citations` are its readings, one for each language that it is
    printed in; none if the raw text is all there is to say.
    """

    id: XmlId
    label: Line | None = None
    raw: RichText
    citations: tuple[Citation, ...] = ()
