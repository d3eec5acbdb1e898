"""ART-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-TITLE")
def look(document: Document) -> Iterator[Fault]:
    """The article has a title, and notes to it stand beside it.

    What:
        `title-group/article-title` is there and not empty, and holds no `fn`. Reviews of books and products, which are known
        by their `product`, need none.
    Why:
        A note inside becomes a part of the title in every list that shows it.
    Fix:
        Put notes into `fn-group` of `title-group`, and a reference to them, if any, at the title's end.
    Bad:
        <article-meta><article-id pub-id-type="doi">10.1234/salmo.5</article-id></article-meta>
    Bad:
        <title-group><article-title> </article-title></title-group>
    Bad:
        <title-group><article-title>The trout<fn><p>A talk given in Graz.</p></fn></article-title></title-group>
    Good:
        <title-group><article-title>The trout</article-title></title-group>
    Source:
        PMC Tagging Guidelines, article-title; Crossref deposit schema, titles.
    """
    meta = document.article_meta
    if meta is None:
        return
    titles = document.at(meta, "title-group/article-title")
    if not titles and document.child(meta, "product") is None:
        yield Fault(
            meta, "the article has no title", "Add <title-group><article-title>…</article-title></title-group>."
        )
    for title in titles:
        if not words(title) and not len(title) and document.child(meta, "product") is None:
            yield Fault(title, "the title of the article is empty", "Write it.")
        for note in title.iter("fn"):
            advice = "Put it into <fn-group> of <title-group>."
            yield Fault(note, f"the title holds the note “{words(note)[:60]}”", advice)
