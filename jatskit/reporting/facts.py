"""What an article says, as rows for people: a label, and the values with the mark of where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jatskit.findings import Path
from jatskit.language import has_han
from jatskit.model import Abstract, Article, Contributor
from jatskit.protocols import Evidence, Origin
from jatskit.reporting.layout import clip
from jatskit.reporting.lines import counted
from jatskit.reporting.values import Origins, words

#: What stands behind a value that the page does not state.
MARKS = {Origin.PROFILE: " [profile]", Origin.INFERENCE: " [inferred]"}

Row = tuple[str, str]
_Marked = Callable[[str, Path], str]

_LONGEST = 240
_ITEMS = 8


def found(article: Article, evidence: Iterable[Evidence]) -> list[Row]:
    """Return what is known of an article, a row for each of the usual fields that it has."""
    origins = Origins(evidence)

    def marked(text: str, path: Path) -> str:
        origin = origins.of(path)
        return clip(text, _LONGEST) + (MARKS.get(origin, "") if origin else "")

    rows = (
        ("title", _titles(article, marked)),
        ("authors", _authors(article, marked)),
        ("affiliations", _affiliations(article, marked)),
        ("journal", _journal(article, marked)),
        ("published", _published(article, marked)),
        ("dates", (marked(f"{d.type} {d.iso}", ("history", i)) for i, d in enumerate(article.history))),
        ("ids", (marked(f"{id.type} {id.value}", ("ids", i, "value")) for i, id in enumerate(article.ids))),
        ("type", _single(article.type, ("type",), marked)),
        ("language", _single(article.language, ("language",), marked)),
        ("abstract", _abstracts(article, marked)),
        ("keywords", _keywords(article, marked)),
        ("licence", _licence(article, marked)),
        ("funding", _funding(article, marked)),
        ("references", _references(article, marked)),
    )
    return [(label, text) for label, values in rows if (text := "; ".join(values))]


def _single(value: str | None, path: Path, marked: _Marked) -> Iterator[str]:
    if value:
        yield marked(value, path)


def _titles(article: Article, marked: _Marked) -> Iterator[str]:
    if article.title:
        subtitle = f": {words(article.subtitle)}" if article.subtitle else ""
        yield marked(words(article.title) + subtitle, ("title",))
    for i, title in enumerate(article.translated_titles):
        yield marked(f"{title.lang}: {words(title.title)}", ("translated_titles", i))


def _listed(items: list[str]) -> str:
    more = f" and {len(items) - _ITEMS} more" if len(items) > _ITEMS else ""
    return f"{len(items)}: {', '.join(items[:_ITEMS])}{more}" if len(items) > 1 else items[0]


def _authors(article: Article, marked: _Marked) -> Iterator[str]:
    if article.contributors:
        names = [_name(contributor) for contributor in article.contributors]
        yield marked(_listed(names), ("contributors",))


def _name(contributor: Contributor) -> str:
    name = " / ".join(str(name) for name in contributor.names)
    return name if contributor.type == "author" else f"{name} ({contributor.type})"


def _affiliations(article: Article, marked: _Marked) -> Iterator[str]:
    if article.affiliations:
        places = [a.institution or a.text or a.city or a.id for a in article.affiliations]
        yield marked(_listed(places), ("affiliations",))


def _journal(article: Article, marked: _Marked) -> Iterator[str]:
    if journal := article.journal:
        for i, title in enumerate(journal.titles):
            yield marked(title.text, ("journal", "titles", i))
        for i, translated in enumerate(journal.translated_titles):
            yield marked(translated.text, ("journal", "translated_titles", i))
        for i, issn in enumerate(journal.issns):
            yield marked(f"ISSN {issn.value}{f' ({issn.format})' if issn.format else ''}", ("journal", "issns", i))
        if journal.publisher:
            yield marked(journal.publisher.name, ("journal", "publisher"))


def _published(article: Article, marked: _Marked) -> Iterator[str]:
    for i, date in enumerate(article.publication_dates):
        season = f" {date.season}" if date.season else ""
        yield marked(date.iso + season, ("publication_dates", i))
    if article.volume:
        yield marked(f"volume {article.volume}", ("volume",))
    if article.issue:
        yield marked(f"issue {article.issue}", ("issue",))
    if pages := article.pages:
        last = f"–{pages.last}" if pages.last and pages.last != pages.first else ""
        first, end = ("pages", "first"), ("pages", "last")
        if last and marked("", first) != marked("", end):
            # A last page may be completed from the first one: 1234–42.
            yield marked(f"pages {pages.first}", first) + marked(last, end)
        else:
            yield marked(f"pages {pages.first}{last}" if last else f"page {pages.first}", ("pages",))
    if article.elocation_id:
        yield marked(f"article {article.elocation_id}", ("elocation_id",))


def _abstracts(article: Article, marked: _Marked) -> Iterator[str]:
    for field, abstracts in (("abstracts", article.abstracts), ("translated_abstracts", article.translated_abstracts)):
        for i, abstract in enumerate(abstracts):
            language = abstract.lang or article.language
            text = _size(abstract) + (f" in {language}" if language else ", language unknown")
            yield marked(text, (field, i))


def _size(abstract: Abstract) -> str:
    paragraphs = [*abstract.paragraphs, *(p for section in abstract.sections for p in section.paragraphs)]
    text = " ".join(words(paragraph) for paragraph in paragraphs)
    if sum(map(has_han, text)) * 2 > len(text):
        return counted(len("".join(text.split())), "character")
    return counted(len(text.split()), "word")


def _keywords(article: Article, marked: _Marked) -> Iterator[str]:
    for i, group in enumerate(article.keywords):
        listed = _listed([words(keyword) for keyword in group.keywords])
        yield marked(f"{group.lang}: {listed}" if group.lang and len(article.keywords) > 1 else listed, ("keywords", i))


def _licence(article: Article, marked: _Marked) -> Iterator[str]:
    if known := article.permissions:
        for i, licence in enumerate(known.licences):
            text = licence.url or " ".join(words(paragraph) for paragraph in licence.paragraphs)
            yield marked(text, ("permissions", "licences", i))
        if not known.licences:
            text = "; ".join(words(statement) for statement in (known.statements or known.holders))
            yield marked(text or f"© {', '.join(map(str, known.years))}", ("permissions",))


def _funding(article: Article, marked: _Marked) -> Iterator[str]:
    for i, award in enumerate(article.awards):
        parts = [funder.name for funder in award.funders] + list(award.award_ids)
        yield marked(" ".join(parts), ("awards", i))
    if article.funding_statements and not article.awards:
        yield marked(words(article.funding_statements[0]), ("funding_statements", 0))


def _references(article: Article, marked: _Marked) -> Iterator[str]:
    if count := len(article.references):
        twice = sum(len({citation.lang for citation in reference.citations}) > 1 for reference in article.references)
        both = f", {'all' if twice == count else twice} of them in two languages" if twice and count > 1 else ""
        yield marked(f"{count}{both}", ("references",))


#: The usual fields of an article, and whether it has them.
_USUAL: tuple[tuple[str, Callable[[Article], object]], ...] = (
    ("title", lambda a: a.title),
    ("authors", lambda a: a.contributors),
    ("affiliations", lambda a: a.affiliations),
    ("ORCID iDs", lambda a: any(c.orcid for c in a.contributors)),
    ("journal title", lambda a: a.journal and a.journal.titles),
    ("ISSN", lambda a: a.journal and a.journal.issns),
    ("publisher", lambda a: a.journal and a.journal.publisher),
    ("publication date", lambda a: a.publication_dates),
    ("volume", lambda a: a.volume),
    ("issue", lambda a: a.issue),
    ("pages or article number", lambda a: a.pages or a.elocation_id),
    ("DOI", lambda a: a.doi),
    ("article type", lambda a: a.type),
    ("language", lambda a: a.language),
    ("history dates", lambda a: a.history),
    ("abstract", lambda a: a.abstracts),
    ("keywords", lambda a: a.keywords),
    ("licence or copyright", lambda a: a.permissions),
    ("funding", lambda a: a.awards or a.funding_statements),
    ("references", lambda a: a.references),
)


def missing(article: Article) -> list[str]:
    """Return the usual fields that nothing states."""
    return [name for name, has in _USUAL if not has(article)]
