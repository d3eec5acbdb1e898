"""The metadata of one article."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from jatskit.identifiers import doi
from jatskit.model.dates import HistoryDate, PublicationDate
from jatskit.model.identifiers import Language, Url
from jatskit.model.journal import Journal
from jatskit.model.people import Affiliation, Contributor
from jatskit.model.references import Reference
from jatskit.model.text import Line, Record, RichText


class ArticleId(Record):
    """`article-id`: `type` is `@pub-id-type`; a value of type `doi` is a DOI without URL or prefix."""

    type: Line
    value: Line

    @model_validator(mode="before")
    @classmethod
    def _well_formed(cls, data: object) -> object:
        if isinstance(data, dict) and data.get("type") == "doi" and isinstance(data.get("value"), str):
            return {**data, "value": doi(data["value"])}
        return data


class SubjectGroup(Record):
    """`article-categories/subj-group`: `type` is `@subj-group-type` (`heading` for the section of the journal)."""

    type: Line | None = None
    lang: Language | None = None
    subjects: Annotated[tuple[RichText, ...], Field(min_length=1)]


class TranslatedTitle(Record):
    """`trans-title-group`: the title in another language."""

    lang: Language
    title: RichText
    subtitle: RichText | None = None


class Pages(Record):
    """`fpage`, `lpage`, `page-range`, as printed."""

    first: Line
    last: Line | None = None
    range: Line | None = None


class Licence(Record):
    """`license`: `url` is `ali:license_ref`, `paragraphs` are `license-p`."""

    type: Line | None = None
    lang: Language | None = None
    url: Url | None = None
    paragraphs: tuple[RichText, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.url is None and not self.paragraphs:
            raise ValueError("a licence has a URL or a text")
        return self


class Permissions(Record):
    """`permissions`."""

    statements: tuple[RichText, ...] = ()
    years: tuple[Annotated[int, Field(ge=1000, le=2999)], ...] = ()
    holders: tuple[RichText, ...] = ()
    licences: tuple[Licence, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.statements or self.years or self.holders or self.licences):
            raise ValueError("permissions that say nothing are left out")
        return self


class RelatedArticle(Record):
    """`related-article`: `type` is `@related-article-type`, `link_type` is `@ext-link-type` (`doi`, `uri`…)."""

    type: Line
    link_type: Line | None = None
    href: Line | None = None
    text: RichText | None = None

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if self.href is None and self.text is None:
            raise ValueError("a related article has a link or a text")
        return self


class AbstractSection(Record):
    """`sec` of a structured abstract."""

    title: RichText | None = None
    paragraphs: Annotated[tuple[RichText, ...], Field(min_length=1)]


class Abstract(Record):
    """`abstract`: paragraphs, or titled sections, or both in this order. `type` is `@abstract-type`."""

    type: Line | None = None
    lang: Language | None = None
    title: RichText | None = None
    paragraphs: tuple[RichText, ...] = ()
    sections: tuple[AbstractSection, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.paragraphs or self.sections):
            raise ValueError("an abstract has a paragraph or a section")
        return self


class TranslatedAbstract(Abstract):
    """`trans-abstract`: the abstract in another language, which it names."""

    lang: Language


class KeywordGroup(Record):
    """`kwd-group`: `type` is `@kwd-group-type` (`author` for the authors' own keywords)."""

    type: Line | None = None
    lang: Language | None = None
    title: RichText | None = None
    keywords: Annotated[tuple[RichText, ...], Field(min_length=1)]


class Funder(Record):
    """`funding-source`: `id` is a ROR or Open Funder Registry identifier, `id_type` says which."""

    name: Line
    id: Line | None = None
    id_type: Line | None = None

    @model_validator(mode="after")
    def _typed(self) -> Self:
        if self.id_type is not None and self.id is None:
            raise ValueError("the type of an identifier needs the identifier")
        return self


class Award(Record):
    """`award-group`: who paid, and the numbers of the grants."""

    funders: tuple[Funder, ...] = ()
    award_ids: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.funders or self.award_ids):
            raise ValueError("an award has a funder or a number")
        return self


class Article(Record):
    """An article's metadata: what `front` and the reference list hold.

    What is not known is absent. `language` is that of the article (`article/@xml:lang`); a part without a
    language of its own is in it. Ids are unique in the whole article.
    """

    type: Line | None = None
    language: Language | None = None
    journal: Journal | None = None
    ids: tuple[ArticleId, ...] = ()
    subjects: tuple[SubjectGroup, ...] = ()
    title: RichText | None = None
    subtitle: RichText | None = None
    translated_titles: tuple[TranslatedTitle, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    publication_dates: tuple[PublicationDate, ...] = ()
    volume: Line | None = None
    issue: Line | None = None
    issue_title: Line | None = None
    pages: Pages | None = None
    elocation_id: Line | None = None
    history: tuple[HistoryDate, ...] = ()
    permissions: Permissions | None = None
    related_articles: tuple[RelatedArticle, ...] = ()
    abstracts: tuple[Abstract, ...] = ()
    translated_abstracts: tuple[TranslatedAbstract, ...] = ()
    keywords: tuple[KeywordGroup, ...] = ()
    awards: tuple[Award, ...] = ()
    funding_statements: tuple[RichText, ...] = ()
    references: tuple[Reference, ...] = ()

    @field_validator("journal")
    @classmethod
    def _known(cls, journal: Journal | None) -> Journal | None:
        return None if journal is None or journal.is_empty else journal

    @field_validator("language")
    @classmethod
    def _determined(cls, language: Language | None) -> Language | None:
        return None if language == "und" else language

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if self.title is None and (self.subtitle or self.translated_titles):
            raise ValueError("a subtitle or a translated title needs the title")
        if self.pages and self.elocation_id:
            raise ValueError("an article has pages or an article number (elocation_id), not both")
        ids = [a.id for a in self.affiliations] + [r.id for r in self.references]
        if len(set(ids)) < len(ids):
            twice = next(id for i, id in enumerate(ids) if id in ids[:i])
            raise ValueError(f"the id {twice!r} is given twice")
        known = {affiliation.id for affiliation in self.affiliations}
        for contributor in self.contributors:
            for id in contributor.affiliations:
                if id not in known:
                    raise ValueError(f"there is no affiliation {id!r}")
        return self

    @property
    def doi(self) -> str | None:
        """The article's DOI, if it has one."""
        return next((id.value for id in self.ids if id.type == "doi"), None)
