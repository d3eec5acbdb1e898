"""Who made the article, and where they work."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator

from jatskit.model.identifiers import Email, Language, Orcid, Ror, XmlId
from jatskit.model.text import Line, Record


class PersonName(Record):
    """`name`: a personal name, split. `style` says in which order it is displayed (`@name-style`)."""

    surname: Line | None = None
    given: Line | None = None
    prefix: Line | None = None
    suffix: Line | None = None
    style: Literal["western", "eastern", "islensk", "given-only"] = "western"
    lang: Language | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.surname is None and self.given is None:
            raise ValueError("a name has a surname or given names")
        return self

    def __str__(self) -> str:
        order = (self.surname, self.given) if self.style == "eastern" else (self.given, self.surname)
        return " ".join(part for part in (self.prefix, *order, self.suffix) if part)


class UnsplitName(Record):
    """`string-name`: a personal name of which nobody can say which part is the surname; as printed."""

    unsplit: Line
    lang: Language | None = None

    def __str__(self) -> str:
        return self.unsplit


class OrganisationName(Record):
    """`collab`: the name of a group or organisation."""

    organisation: Line
    lang: Language | None = None

    def __str__(self) -> str:
        return self.organisation


def _kind_of_name(value: object) -> str:
    """Tell by its field what a name is, so that only the faults of that kind are told."""
    if isinstance(value, dict):
        return "UnsplitName" if "unsplit" in value else "OrganisationName" if "organisation" in value else "PersonName"
    return type(value).__name__ if isinstance(value, UnsplitName | OrganisationName) else "PersonName"


Name: TypeAlias = Annotated[
    Annotated[PersonName, Tag("PersonName")]
    | Annotated[UnsplitName, Tag("UnsplitName")]
    | Annotated[OrganisationName, Tag("OrganisationName")],
    Discriminator(_kind_of_name),
]


class CreditTerm(StrEnum):
    """The contributor roles of CRediT (ANSI/NISO Z39.104-2022); the value is the term itself."""

    CONCEPTUALIZATION = "Conceptualization"
    DATA_CURATION = "Data curation"
    FORMAL_ANALYSIS = "Formal analysis"
    FUNDING_ACQUISITION = "Funding acquisition"
    INVESTIGATION = "Investigation"
    METHODOLOGY = "Methodology"
    PROJECT_ADMINISTRATION = "Project administration"
    RESOURCES = "Resources"
    SOFTWARE = "Software"
    SUPERVISION = "Supervision"
    VALIDATION = "Validation"
    VISUALIZATION = "Visualization"
    WRITING_ORIGINAL_DRAFT = "Writing – original draft"
    WRITING_REVIEW_EDITING = "Writing – review & editing"

    @property
    def url(self) -> str:
        """The term's identifier, a URL of credit.niso.org."""
        return f"https://credit.niso.org/contributor-roles/{self.name.lower().replace('_', '-')}/"


class Role(Record):
    """`role`: what a contributor did, in the page's words, and the CRediT term for it where that is known."""

    text: Line
    credit: CreditTerm | None = None


class Contributor(Record):
    """`contrib`: a person or an organisation. Several `names` are one party's name in several scripts.

    `type` is `@contrib-type`; `affiliations` are ids of `Article.affiliations`.
    """

    type: Line = "author"
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    orcid: Orcid | None = None
    degrees: tuple[Line, ...] = ()
    roles: tuple[Role, ...] = ()
    emails: tuple[Email, ...] = ()
    affiliations: tuple[XmlId, ...] = ()
    corresponding: bool = False
    equal: bool = False
    deceased: bool = False

    @model_validator(mode="after")
    def _one_party(self) -> Self:
        if len({isinstance(name, OrganisationName) for name in self.names}) == 2:
            raise ValueError("a contributor is a person or an organisation, not both")
        if len(set(self.affiliations)) < len(self.affiliations):
            raise ValueError("a contributor has each affiliation once")
        return self

    @property
    def is_organisation(self) -> bool:
        """Whether this is an organisation and not a person."""
        return isinstance(self.names[0], OrganisationName)


class Country(Record):
    """`country`: its name as printed, and its ISO 3166-1 alpha-2 code where that is known."""

    name: Line
    code: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None


class Affiliation(Record):
    """`aff`. `text` is what of it was not parsed, or all of it; `label` the mark that ties it to its authors."""

    id: XmlId
    label: Line | None = None
    text: Line | None = None
    departments: tuple[Line, ...] = ()
    institution: Line | None = None
    ror: Ror | None = None
    city: Line | None = None
    state: Line | None = None
    postal_code: Line | None = None
    country: Country | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.ror is not None and self.institution is None:
            raise ValueError("a ROR identifier needs the name of its institution")
        if not (self.text or self.departments or self.institution or self.city or self.country):
            raise ValueError("an affiliation names a place of work")
        return self
