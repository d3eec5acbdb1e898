"""The journal profile: the facts about a journal that no page prints.

A profile fills what the page leaves open, and each of its values is marked as coming from it. Where page and
profile differ, the page's value stands and the difference is a finding.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as File
from typing import Any

from pydantic import BaseModel, ValidationError

from jatskit.errors import UnusableProfile
from jatskit.findings import Finding, Kind, Path, Severity, address
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


class Profile(Record):
    """What a journal profile may say; every field is optional. `target` is a name such as `publishing-1.3`."""

    target: Line | None = None
    article_type: Line | None = None
    language: Language | None = None
    journal: Journal | None = None
    licence: Licence | None = None
    copyright_holder: RichText | None = None

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
            message = first["msg"].removeprefix("Value error, ")
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
"""


def apply(reading: Reading, profile: Profile) -> Reading:
    """Return the reading with the profile's facts where the page says nothing, and findings where they differ."""
    article = reading.article
    evidence = list(reading.evidence)
    findings = list(reading.findings)
    facts: dict[str, object] = {}
    for field, fact in (("type", profile.article_type), ("language", profile.language)):
        _fill(article, field, fact, facts, evidence, findings)
    if profile.journal:
        journal, evidence, finding = _journal(article.journal, profile.journal, evidence)
        facts["journal"] = journal
        if finding:
            findings.append(finding)
    if (profile.licence or profile.copyright_holder) and article.permissions is None:
        holders = (profile.copyright_holder,) if profile.copyright_holder else ()
        licences = (profile.licence,) if profile.licence else ()
        permissions = Permissions(holders=holders, licences=licences)
        facts["permissions"] = permissions
        evidence += [_fact(path) for path in _leaves(permissions, ("permissions",))]
    merged = Article.model_validate({**dict(article), **facts})
    return replace(reading, article=merged, evidence=tuple(evidence), findings=tuple(findings))


def _fill(
    article: Article, field: str, fact: str | None, facts: dict[str, object], evidence: list[Evidence],
    findings: list[Finding],
) -> None:  # fmt: skip
    stated = getattr(article, field)
    if fact is None or stated == fact:
        return
    if stated is None:
        facts[field] = fact
        evidence.append(_fact((field,)))
        findings[:] = [finding for finding in findings if finding.path != (field,)]
    else:
        message = f"The page's {field} is {stated}, the profile's is {fact}; the page's stands."
        findings.append(PROFILE_DIFFERS(message, path=(field,)))


def _fact(path: Path) -> Evidence:
    return Evidence(path, Origin.PROFILE, "a fact of the journal's profile", certainty=Certainty.STATED)


def _journal(
    page: Journal | None, profile: Journal, evidence: list[Evidence]
) -> tuple[Journal, list[Evidence], Finding | None]:
    """Return the profile's journal with the page's title in its place there, and whose each value is."""
    if page is None or not page.titles:
        return profile, evidence + [_fact(path) for path in _leaves(profile, ("journal",))], None
    printed = page.titles[0].text
    places: list[Path] = [("titles", i) for i in range(len(profile.titles))]
    places += [("translated_titles", i) for i in range(len(profile.translated_titles))]
    places += [("abbreviations", i) for i in range(len(profile.abbreviations))]
    place = next((p for p in places if _same(_at(profile, p).text, printed)), None)
    if place is None:
        known = ", ".join(f"“{_at(profile, p).text}”" for p in places) or "no title"
        message = f"The page's journal is “{printed}”; the profile has {known}."
        finding = PROFILE_OTHER_JOURNAL(
            message, path=("journal",), advice="Use this journal's own profile, or add the title to it."
        )
        return page, evidence, finding
    field, index = str(place[0]), int(place[1])
    entries = list(getattr(profile, field))
    entries[index] = entries[index].model_copy(update={"text": printed})
    merged = profile.model_copy(update={field: tuple(entries)})
    old, new = ("journal", "titles", 0, "text"), ("journal", *place, "text")
    moved = [replace(item, path=new) if item.path == old else item for item in evidence]
    vouched = {item.path for item in moved}
    return merged, moved + [_fact(p) for p in _leaves(merged, ("journal",)) if p not in vouched], None


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _at(journal: Journal, place: Path) -> Any:
    return getattr(journal, str(place[0]))[place[1]]


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
