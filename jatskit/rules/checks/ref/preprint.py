"""REF-PREPRINT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Citation, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: Servers that keep preprints and nothing else, in small letters.
_SERVERS = frozenset(
    {
        "africarxiv", "agrirxiv", "arxiv", "biorxiv", "chemrxiv", "earth and space science open archive", "eartharxiv",
        "ecoevorxiv", "edarxiv", "engrxiv", "lawarxiv", "medrxiv", "metaarxiv", "osf preprints", "paleorxiv",
        "peerj preprints", "preprints.org", "psyarxiv", "research square", "scielo preprints", "socarxiv", "sportrxiv",
        "techrxiv", "chinaxiv",
    }
)  # fmt: skip
_PARTS = (
    (("person-group", "collab", "name", "string-name"), "author"),
    (("article-title",), "article-title"),
    (("source",), "source (the server)"),
    (("year", "date"), "year"),
    (("pub-id", "ext-link", "uri"), "pub-id or ext-link"),
)


@rule("REF-PREPRINT")
def look(document: Document) -> Iterator[Fault]:
    """A citation of a preprint is marked as one, and has authors, title, server, year and a link.

    What:
        A work whose `source` is a preprint server has `publication-type="preprint"`. One of that type that is marked up has a
        `person-group`, `article-title`, `source`, `year` (or `date`, not both) and `pub-id` or `ext-link`; in a `mixed-citation` something
        leads to it.
    Why:
        A preprint that passes for a journal article is counted and matched as one, and readers take it for reviewed.
    Fix:
        Write “preprint”, and add what lacks.
    Bad:
        <element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Lind</surname></name>
        </person-group><article-title>Roe of trout</article-title><source>bioRxiv</source><year>2020</year>
        <pub-id pub-id-type="doi">10.1101/2020.01.01.1</pub-id></element-citation>
    Bad:
        <element-citation publication-type="preprint"><article-title>Roe of trout</article-title><year>2020</year>
        </element-citation>
    Bad:
        <mixed-citation publication-type="preprint">Lind A. <article-title>Roe of trout</article-title>. <source>bioRxiv</source></mixed-citation>
    Good:
        <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Lind</surname></name>
        </person-group><article-title>Roe of trout</article-title><source>bioRxiv</source><year>2020</year>
        <pub-id pub-id-type="doi">10.1101/2020.01.01.1</pub-id></element-citation>
    Source:
        JATS4R, Citations of preprints.
    """
    for citation in document.citations:
        if citation.type == "preprint":
            if citation.is_marked_up:
                lacking = [name for elements, name in _PARTS if not citation.has(*elements)]
                if lacking:
                    what = f"the preprint “{words(citation.element)[:50]}” has no {', no '.join(lacking)}"
                    yield Fault(citation.element, what, f"Add the {', the '.join(lacking)}.")
            elif citation.has("article-title") and _leads_nowhere(citation):
                what = f"nothing leads to the preprint “{words(citation.element)[:50]}”"
                yield Fault(citation.element, what, "Add its DOI as <pub-id>.")
            date = citation.first("date")
            if date is not None and date.get("date-type") == "published" and citation.has("year"):
                yield Fault(date, "the preprint has a <year> and a <date>", "Keep one of them.")
            continue
        source = citation.first("source")
        if source is None or citation.type in ("eprint", "working-paper"):
            continue
        server = words(source)
        if server.rstrip(".").lower() in _SERVERS and not citation.has("volume", "fpage"):
            write = SetAttribute(citation.element, "publication-type", "preprint")
            yield Fault(
                citation.element,
                f"the work is on {server}, a preprint server, and its type is “{citation.type}”",
                attribute="publication-type" if citation.element.get("publication-type") else "",
                value=citation.type,
                expected="preprint",
                repair=Repair("Write publication-type “preprint”", (write,)),
            )


def _leads_nowhere(citation: Citation) -> bool:
    element = citation.element
    if citation.has("pub-id", "ext-link", "uri", "elocation-id") or any(element.iter("pub-id", "ext-link", "uri")):
        return False
    text = words(element).lower()
    return "10." not in text and "http" not in text and "arxiv:" not in text
