"""REF-REQUIRED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Citation, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What a work of each type must have: for each part, the elements that can hold it, and its name.
_YEAR = (("year", "date", "string-date"), "year")
_SOURCE = (("source", "trans-source"), "source")
_TITLE = (("source", "article-title", "chapter-title", "data-title", "part-title"), "title")
_LINK = (("ext-link", "uri", "pub-id"), "link")
_ALWAYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "journal": (_SOURCE, _YEAR),
    "book": (_TITLE, _YEAR),
    "chapter": (_TITLE, _YEAR),
    "thesis": (_TITLE, _YEAR),
    "report": (_TITLE,),
    "confproc": ((("source", "conf-name", "article-title"), "title or conference"),),
    "newspaper": (_SOURCE,),
    "webpage": (_LINK,),
}
#: What one must have if most works of its type in the article do.
_MOSTLY: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "journal": (
        (("article-title", "part-title", "trans-title", "chapter-title"), "article-title"),
        (("fpage", "elocation-id", "page-range", "pub-id", "ext-link", "uri"), "page or article number"),
    ),
    "book": ((("publisher-name", "chapter-title", "pub-id", "ext-link", "uri", "isbn"), "publisher-name"),),
}
#: The fewest works of a type that show what is usual in an article, and the share of them that do.
_FEWEST, _SHARE = 8, 0.9
#: Words by which a work says that it is not published.
_UNPUBLISHED = ("press", "accepted", "submitted", "unpublished", "forthcoming", "preparation", "online", "published")


@rule("REF-REQUIRED")
def look(document: Document) -> Iterator[Fault]:
    """A reference that is marked up has the parts without which nobody finds the work.

    What:
        In an `element-citation`, a journal article has its source and year; a book, chapter or thesis a title and a
        year; a report a title; a web page a link. Where nearly all articles of the list have a title and pages, all have;
        where nearly all books have a publisher, all have, but not those from before 1900.
    Why:
        Crossref and PMC match references by these parts: one that lacks them is no link, and is not counted.
    Fix:
        Add what lacks; see the reference as it was printed.
    Bad:
        <element-citation publication-type="journal"><article-title>Roe</article-title><year>2001</year></element-citation>
    Bad:
        <element-citation publication-type="webpage"><source>Fish of Norway</source></element-citation>
    Good:
        <element-citation publication-type="journal"><article-title>Roe</article-title><source>Polar Res</source>
        <year>2001</year><volume>3</volume><fpage>1</fpage></element-citation>
    Source:
        SciELO PS, element-citation; JATS4R, Citations; Crossref, references.
    """
    by_type: dict[str, list[Citation]] = {}
    for citation in document.citations:
        if citation.is_marked_up:
            by_type.setdefault(citation.type, []).append(citation)
    for type, citations in by_type.items():
        for citation in citations:
            lacking = [name for elements, name in _ALWAYS.get(type, ()) if not citation.has(*elements)]
            if lacking and not _is_excused(citation, lacking):
                yield _fault(citation, lacking)
        if len(citations) < _FEWEST:
            continue
        for elements, name in _MOSTLY.get(type, ()):
            without = [citation for citation in citations if not citation.has(*elements)]
            if len(without) > (1 - _SHARE) * len(citations):
                continue
            for citation in without:
                if not _is_excused(citation, [name]):
                    yield _fault(citation, [name])


def _is_excused(citation: Citation, lacking: list[str]) -> bool:
    """Whether a work tells why it lacks these parts: it is not published, or says it with an attribute or in its text."""
    if "link" in lacking:
        linked = next(citation.element.iterdescendants("ext-link", "uri", "pub-id"), None) is not None
        return linked or any(str(name).endswith("}href") for name in citation.element.attrib)
    if lacking == ["publisher-name"] and any(words(year)[:4] < "1900" for year in citation.parts.get("year", ())):
        return True
    told = [*citation.parts.get("comment", ()), *citation.parts.get("annotation", ())]
    told += citation.parts.get("year", ()) if lacking != ["year"] else ()
    text = " ".join(words(element).lower() for element in told)
    return any(word in text for word in _UNPUBLISHED)


def _fault(citation: Citation, lacking: list[str]) -> Fault:
    return Fault(
        citation.element,
        f"the {citation.type} “{words(citation.element)[:50]}” has no {' and no '.join(lacking)}",
        f"Add the {' and the '.join(lacking)}.",
    )
