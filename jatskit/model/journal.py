"""The journal, as `journal-meta` describes it."""

from __future__ import annotations

from typing import Literal

from jatskit.model.identifiers import Issn, Language
from jatskit.model.text import Line, Record


class JournalId(Record):
    """`journal-id`: `type` is `@journal-id-type` (`publisher-id`, `nlm-ta`, `doi`…)."""

    type: Line
    value: Line


class JournalTitle(Record):
    """`journal-title`: a title of the journal, and the language that it is in."""

    text: Line
    lang: Language | None = None


class TranslatedJournalTitle(Record):
    """`trans-title-group` of a journal: its title in another language."""

    text: Line
    lang: Language


class JournalAbbreviation(Record):
    """`abbrev-journal-title`: `type` is `@abbrev-type`, which says whose abbreviation it is."""

    text: Line
    type: Line | None = None
    lang: Language | None = None


class JournalIssn(Record):
    """`issn`: `format` is `@publication-format`."""

    value: Issn
    format: Literal["print", "electronic"] | None = None


class Publisher(Record):
    """`publisher`."""

    name: Line
    location: Line | None = None


class Journal(Record):
    """`journal-meta`."""

    ids: tuple[JournalId, ...] = ()
    titles: tuple[JournalTitle, ...] = ()
    translated_titles: tuple[TranslatedJournalTitle, ...] = ()
    abbreviations: tuple[JournalAbbreviation, ...] = ()
    issns: tuple[JournalIssn, ...] = ()
    issn_l: Issn | None = None
    publisher: Publisher | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of the journal."""
        return self == Journal()
