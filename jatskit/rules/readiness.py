"""Where an article could go as it is: the facts that each destination demands.

Which they are is said by the table of targets (`R`), for articles as for documents. A fact is here the function that
looks at the article itself, which costs a conversion nothing, and returns what is missing in an editor's words, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jatskit.model import Article, PersonName
from jatskit.rules.targets import DESTINATIONS, demands
from jatskit.schema.catalogue import TagSet

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


def contributor(article: Article) -> str | None:
    """`contrib-group`."""
    return None if article.contributors else "contributor"


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


def address(article: Article) -> str | None:
    """`article-id[@pub-id-type='doi']`. A `self-uri` would do, too, but the model has none."""
    return None if article.doi else "DOI or address of the full text"


def language(article: Article) -> str | None:
    """`article/@xml:lang`."""
    return None if article.language else "language"


def abstract(article: Article) -> str | None:
    """`abstract`."""
    return None if article.abstracts else "abstract"


#: What is missing of an article where a rule that is required would find fault with its JATS. That there is a journal at
#: all (JMETA-PRESENT) is said by what is missing of it.
FACTS: Mapping[str, Fact] = {
    "ART-TYPE": article_type,
    "JMETA-JOURNAL-ID": journal_id,
    "JMETA-TITLE": journal_title,
    "JMETA-ISSN": issn,
    "JMETA-PUBLISHER": publisher,
    "ART-SUBJECT": subject,
    "ART-LANG": language,
    "ART-TITLE": title,
    "CONTRIB-NAME": surnames,
    "DATE-PUB": publication_year,
    "ART-FPAGE-ELOC": pages_or_number,
    "ABS-PRESENT": abstract,
    "PERM-PRESENT": licence,
    "ART-DOI": doi,
    "ART-ADDRESS": address,
}
#: Where a destination asks for more, or for something else, than the rule does.
_ELSEWHERE: Mapping[tuple[str, str], Fact] = {
    ("pmc", "DATE-PUB"): publication_format,
    (TagSet.AUTHORING.value, "CONTRIB-NAME"): contributor,
}

#: The targets that readiness is told for, and how people call them.
_TOLD = {"archiving": "Archiving", "publishing": "Publishing"} | {
    name: shown for name, shown in DESTINATIONS.items() if name != "jats4r"
}


@cache
def _facts(target: str) -> tuple[tuple[str, Fact], ...]:
    required = sorted(FACTS.keys() & set(demands(target).required()), key=list(FACTS).index)
    return tuple((id, _ELSEWHERE.get((target, id), FACTS[id])) for id in required)


def lacking(article: Article, tag_set: TagSet) -> tuple[str, ...]:
    """Return the facts that a tag set's schema requires and an article lacks, by the rules that look for them."""
    return tuple(id for id, fact in _facts(tag_set.value) if fact(article))


def readiness(article: Article) -> tuple[Readiness, ...]:
    """Return, for every destination, what the article still lacks."""
    return tuple(
        Readiness(shown, tuple(missing for _, fact in _facts(name) if (missing := fact(article))))
        for name, shown in _TOLD.items()
    )
