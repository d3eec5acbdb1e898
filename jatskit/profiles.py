"""The journal profile: the facts about a journal that no page prints.

A profile fills what the page leaves open, and each of its values is marked as coming from it. Where page and
profile differ, the page's value stands and the difference is a finding.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from jatskit.errors import UnusableProfile
from jatskit.findings import Finding, Kind, Path, Severity, address, reason
from jatskit.model import Article, Journal, Licence, Permissions, Record, RichText
from jatskit.model.identifiers import Language
from jatskit.model.text import Line
from jatskit.protocols import Certainty, Evidence, Origin, Reading

PROFILE_DIFFERS = Kind(
    "profile-differs",
    Severity.WARNING,
    "The page says one thing and the journal profile another. The page's value stands.",
)
PROFILE_OTHER_JOURNAL = Kind(
    "profile-other-journal",
    Severity.ERROR,
    "The page names a journal that the profile does not know by any title or abbreviation. None of the profile's "
    "facts about the journal were used, since they may be another journal's.",
)

_COMPARE = "Compare it with what `jatskit init -` prints."


class Validation(Record):
    """What the journal's documents are checked for: a target (`pmc`), and what the journal wants otherwise.

    `rules` gives rules or groups (`ART-DOI`, `REF`) a severity of the journal's own; `required` are those that its
    articles have to meet.
    """

    target: Line | None = None
    rules: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)
    required: tuple[str, ...] = ()


class Profile(Record):
    """What a journal profile may say; every field is optional. `target` is a name such as `publishing-1.3`."""

    target: Line | None = None
    article_type: Line | None = None
    language: Language | None = None
    journal: Journal | None = None
    licence: Licence | None = None
    copyright_holder: RichText | None = None
    validation: Validation | None = None

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Profile:
        """Return the profile in a TOML file; raise UnusableProfile if there is none, or one that is wrong."""
        name = os.fspath(path)
        try:
            data = tomllib.loads(File(path).read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise UnusableProfile(f"{name} cannot be read: {error.strerror or error}.") from None
        except UnicodeDecodeError:
            raise UnusableProfile(f"{name} is not UTF-8, as TOML has to be.", "Save it as UTF-8.") from None
        except tomllib.TOMLDecodeError as error:
            raise UnusableProfile(f"{name} is not TOML: {error}.", _COMPARE) from None
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
            where = address(tuple(first["loc"]))
            message = reason(first["msg"])
            raise UnusableProfile(f"{name}: {where}: {message}{more}.", _COMPARE) from None

    @property
    def meets_publishing(self) -> bool:
        """Whether it has what Journal Publishing demands of a journal: an id and an ISSN."""
        return bool(self.journal and self.journal.ids and self.journal.issns)


def template() -> str:
    """Return a profile to fill in: every key, with what it means, commented out."""
    return _TEMPLATE


_TEMPLATE = """\
# A jatskit journal profile: the facts about a journal that its article pages do not print.
# Take the mark "#" off the lines that you fill in. What you leave out stays unknown; nothing is made up.
# A page's own value always stands; where it differs from this file, jatskit reports it.

# The tag set and version to write: archiving, publishing or authoring, and 1.2, 1.3 or 1.4.
# Without it: publishing-1.3 if the journal below has an id and an ISSN, else archiving-1.3.
#target = "publishing-1.3"

# The type of the journal's articles unless a page says otherwise (JATS @article-type).
#article_type = "research-article"

# The language of the journal's articles, if they all have one (BCP 47: en, zh, pt-BR).
#language = "en"

# Who holds the copyright of the articles.
#copyright_holder = "The Authors"

# The journal's titles. The page's journal has to be one of these, or one of the translations or abbreviations.
#[[journal.titles]]
#text = "Journal of Examples"
#lang = "en"

#[[journal.translated_titles]]
#text = "示例学报"
#lang = "zh"

#[[journal.abbreviations]]
#text = "J Ex"
#type = "publisher"

# Ids of the journal: publisher-id (your own), nlm-ta (its PubMed abbreviation), doi…
#[[journal.ids]]
#type = "publisher-id"
#value = "JEX"

# ISSNs; format is print or electronic.
#[[journal.issns]]
#value = "1234-5679"
#format = "print"

#[journal.publisher]
#name = "Example Press"
#location = "Beijing"

# The licence that the articles are published under.
#[licence]
#type = "open-access"
#url = "https://creativecommons.org/licenses/by/4.0/"

# What `jatskit validate --profile` checks for: a target (pmc, crossref, doaj, scielo, jats4r, publishing-1.3…),
# the rules or groups that the articles have to meet, and those that matter more or less here than they do elsewhere.
#[validation]
#target = "pmc"
#required = ["ART-DOI", "CONTRIB-ORCID"]

#[validation.rules]
#ABS-PRESENT = "error"
#ID-PATTERN = "off"
"""


def apply(reading: Reading, profile: Profile) -> Reading:
    """Return the reading with the profile's facts where the page says nothing, and findings where they differ."""
    merging = _Merging(list(reading.evidence), list(reading.findings))
    article = reading.article
    facts: dict[str, object] = {
        "type": merging.merged(article.type, profile.article_type, ("type",)),
        "language": merging.merged(article.language, profile.language, ("language",)),
    }
    if profile.journal:
        facts["journal"] = merging.journal(article.journal, profile.journal)
    if profile.licence or profile.copyright_holder:
        facts["permissions"] = merging.permissions(article.permissions, profile)
    return replace(
        reading,
        article=Article.model_validate({**dict(article), **facts}),
        evidence=tuple(merging.evidence),
        findings=tuple(merging.findings),
    )


@dataclass(slots=True)
class _Merging:
    """Puts the profile's facts beside the page's, and keeps account of whose each value is."""

    evidence: list[Evidence]
    findings: list[Finding]

    def merged(self, page: Any, fact: Any, path: Path) -> Any:
        """Return the page's value, or the profile's where the page has none; report it if they differ."""
        if not fact or page == fact:
            return page
        if page:
            message = f"The page's {address(path)} is {_shown(page)}, the profile's {_shown(fact)}; the page's stands."
            self.findings.append(PROFILE_DIFFERS(message, path=path))
            return page
        vouched = {item.path for item in self.evidence}
        self.evidence += [_fact(leaf) for leaf in _leaves(fact, path) if leaf not in vouched]
        # What the reader said of a value that it did not find no longer holds.
        self.findings = [finding for finding in self.findings if finding.path != path]
        return fact

    def permissions(self, page: Permissions | None, profile: Profile) -> Permissions:
        holders = (profile.copyright_holder,) if profile.copyright_holder else ()
        licences = (profile.licence,) if profile.licence else ()
        return Permissions(
            statements=page.statements if page else (),
            years=page.years if page else (),
            holders=self.merged(page.holders if page else (), holders, ("permissions", "holders")),
            licences=self.merged(page.licences if page else (), licences, ("permissions", "licences")),
        )

    def journal(self, page: Journal | None, profile: Journal) -> Journal | None:
        """Return the page's journal with what the profile adds, or the page's alone if it is another journal."""
        page = page or Journal()
        titles = page.titles
        known = profile
        if titles:
            place = _place_of(titles[0].text, profile)
            if place is None:
                self.findings.append(_other_journal(titles[0].text, profile))
                return page
            known = _with_title(profile, place, titles[0].text)
            self._move(("journal", "titles", 0, "text"), ("journal", *place, "text"))
            titles = ()
        merged = {"titles": self.merged(titles, known.titles, ("journal", "titles"))}
        for field in ("ids", "translated_titles", "abbreviations", "issns", "issn_l", "publisher"):
            ours, theirs = getattr(page, field), getattr(known, field)
            if field == "translated_titles" and page.titles and place and place[0] == field:
                ours = ()
            merged[field] = self.merged(ours, theirs, ("journal", field))
        return Journal(**merged)

    def _move(self, old: Path, new: Path) -> None:
        self.evidence = [replace(item, path=new) if item.path == old else item for item in self.evidence]


def _fact(path: Path) -> Evidence:
    return Evidence(path, Origin.PROFILE, "a fact of the journal's profile", certainty=Certainty.STATED)


def _place_of(printed: str, journal: Journal) -> tuple[str, int] | None:
    """Return the place in the profile's journal of the title that the page prints."""
    bare = "".join(printed.split()).casefold()
    for field in _NAMES:
        for index, entry in enumerate(getattr(journal, field)):
            if "".join(entry.text.split()).casefold() == bare:
                return field, index
    return None


def _with_title(journal: Journal, place: tuple[str, int], printed: str) -> Journal:
    """Return the journal with one of its titles spelled as the page prints it."""
    field, index = place
    entries = list(getattr(journal, field))
    entries[index] = entries[index].model_copy(update={"text": printed})
    return journal.model_copy(update={field: tuple(entries)})


def _other_journal(printed: str, profile: Journal) -> Finding:
    known = ", ".join(f"“{entry.text}”" for field in _NAMES for entry in getattr(profile, field)) or "no title"
    return PROFILE_OTHER_JOURNAL(
        f"The page's journal is “{printed}”; the profile has {known}.",
        path=("journal",),
        advice="Use this journal's own profile, or add the title to it.",
    )


_NAMES = ("titles", "translated_titles", "abbreviations")


def _shown(value: object) -> str:
    """Return a value in the words of a message: its texts, without what they are called."""
    if isinstance(value, BaseModel):
        return " ".join(_shown(getattr(value, name)) for name in type(value).model_fields if getattr(value, name))
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return str(value)


def _leaves(value: object, path: Path) -> Iterator[Path]:
    """Yield the address of every value below `path` that is there."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple) and any(isinstance(item, BaseModel) for item in value):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    elif value is not None and value != ():
        yield path
