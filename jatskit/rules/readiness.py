"""Where an article could go as it is: the facts that each destination demands.

A destination is a row of `DESTINATIONS`; a fact is a function that returns what is missing in an editor's
words, or None. What they demand is said by: the Archiving and Publishing DTDs; PMC's Tagging Guidelines
(journal-meta, article-meta); Crossref's deposit schema, `journal_article`; DOAJ's article metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jatskit.model import Article, PersonName

Fact = Callable[[Article], str | None]


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether an article is ready for the destination of this name: it is if nothing is `missing`."""

    name: str
    missing: tuple[str, ...]


def article_type(article: Article) -> str | None:
    """`article/@article-type`, which every tag set requires."""
    return None if article.type else "article type"


def title(article: Article) -> str | None:
    """`article-title`."""
    return None if article.title else "title"


def journal_id(article: Article) -> str | None:
    """`journal-id`."""
    return None if article.journal and article.journal.ids else "journal id"


def journal_title(article: Article) -> str | None:
    """`journal-title`."""
    return None if article.journal and article.journal.titles else "journal title"


def issn(article: Article) -> str | None:
    """`issn`."""
    return None if article.journal and article.journal.issns else "ISSN"


def publisher(article: Article) -> str | None:
    """`publisher-name`."""
    return None if article.journal and article.journal.publisher else "publisher"


def subject(article: Article) -> str | None:
    """`subj-group[@subj-group-type='heading']`, by which PMC makes a table of contents."""
    return None if any(group.type == "heading" for group in article.subjects) else "subject heading"


def surnames(article: Article) -> str | None:
    """A surname for every person."""
    whole = [
        str(contributor.names[0])
        for contributor in article.contributors
        if not contributor.is_organisation
        and not any(isinstance(name, PersonName) and name.surname for name in contributor.names)
    ]
    return f"surname of {', '.join(f'“{name}”' for name in whole)}" if whole else None


def authors(article: Article) -> str | None:
    """At least one author."""
    return None if any(contributor.type == "author" for contributor in article.contributors) else "authors"


def publication_year(article: Article) -> str | None:
    """`pub-date/year`."""
    return None if article.publication_dates else "publication year"


def publication_format(article: Article) -> str | None:
    """`pub-date/@publication-format`."""
    if not article.publication_dates:
        return "publication date"
    known = any(date.format for date in article.publication_dates)
    return None if known else "format of the publication date (print, electronic)"


def pages_or_number(article: Article) -> str | None:
    """`fpage` or `elocation-id`."""
    return None if article.pages or article.elocation_id else "first page or article number"


def licence(article: Article) -> str | None:
    """`permissions` with a licence or a copyright statement."""
    known = article.permissions
    return None if known and (known.licences or known.statements) else "licence or copyright statement"


def doi(article: Article) -> str | None:
    """`article-id[@pub-id-type='doi']`."""
    return None if article.doi else "DOI"


DESTINATIONS: Mapping[str, tuple[Fact, ...]] = {
    "Archiving": (article_type,),
    "Publishing": (article_type, journal_id, issn, title),
    "PMC": (
        article_type, journal_id, journal_title, issn, publisher, subject, title, surnames, publication_format,
        pages_or_number, licence,
    ),
    "Crossref": (journal_title, issn, title, surnames, publication_year, doi),
    "DOAJ": (issn, title, authors, publication_year, doi),
}  # fmt: skip


def readiness(article: Article) -> tuple[Readiness, ...]:
    """Return, for every destination, what the article still lacks."""
    return tuple(
        Readiness(name, tuple(missing for fact in facts if (missing := fact(article))))
        for name, facts in DESTINATIONS.items()
    )
