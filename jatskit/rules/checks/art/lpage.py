"""ART-LPAGE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-LPAGE")
def look(document: Document) -> Iterator[Fault]:
    """An article that has a first page has a last one.

    What:
        In `article-meta`, `lpage` follows `fpage`, even if both are the same.
    Why:
        PMC prints the pages in the citation, and refuses an article whose end it does not know.
    Fix:
        Add `lpage`; of an article of one page it is the first page again.
    Bad:
        <article-meta><fpage>17</fpage></article-meta>
    Good:
        <article-meta><fpage>17</fpage><lpage>24</lpage></article-meta>
    Source:
        PMC Tagging Guidelines, lpage.
    """
    meta = document.article_meta
    first = document.child(meta, "fpage") if meta is not None else None
    if meta is not None and first is not None and document.child(meta, "lpage") is None:
        yield Fault(
            first, f"the article begins on page {words(first)[:20]}, and no last page is stated", "Add <lpage>."
        )
