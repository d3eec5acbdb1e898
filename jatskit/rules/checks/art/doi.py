"""ART-DOI."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import doi as bare
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText


@rule("ART-DOI")
def look(document: Document) -> Iterator[Fault]:
    """The article states its DOI, as the bare identifier, and no other article in the document has the same.

    What:
        An `article-id` of `pub-id-type` “doi” in `article-meta` (and in the front matter of a sub-article that has one)
        holds a DOI: a prefix that begins with “10.”, a slash and a suffix, without “doi:” and without an address before it.
    Why:
        Crossref, PMC and libraries find the article by its DOI. One with an address before it matches nothing.
    Fix:
        Write the DOI alone.
    Bad:
        <article-meta><article-id pub-id-type="doi">https://doi.org/10.1234/salmo.5</article-id></article-meta>
    Bad:
        <article-meta><article-id pub-id-type="publisher-id">salmo-5</article-id></article-meta>
    Bad:
        <article-meta><article-id pub-id-type="doi">salmo-5</article-id></article-meta>
    Good:
        <article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id></article-meta>
    Source:
        PMC Tagging Guidelines, article-id; DOI Handbook, 2.2; SciELO PS, article_doi.
    """
    seen: dict[str, etree._Element] = {}
    stated = [id for id in document.all("article-id") if id.get("pub-id-type") == "doi"]
    meta = document.article_meta
    if meta is not None and all(id.getparent() is not meta for id in stated):
        yield Fault(meta, "the article has no DOI", 'Add <article-id pub-id-type="doi">10.…</article-id>.')
    for id in stated:
        text = (id.text or "").strip()
        try:
            found = bare(text)
        except ValueError as error:
            yield Fault(id, str(error), value=text, expected="10.prefix/suffix")
            continue
        if found != text:
            repair = Repair(f"Write {found}", (SetText(id, found),), safe=True)
            yield Fault(
                id, f"“{text}” is an address, and the DOI is {found}", value=text, expected=found, repair=repair
            )
        if found.lower() in seen:
            line = seen[found.lower()].sourceline
            yield Fault(id, f"{found} is the DOI of another article, too (line {line})", value=found)
        seen[found.lower()] = id
