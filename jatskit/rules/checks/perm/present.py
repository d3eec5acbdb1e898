"""PERM-PRESENT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("PERM-PRESENT")
def look(document: Document) -> Iterator[Fault]:
    """The article says who has the copyright, and what readers may do with it.

    What:
        `article-meta` has `permissions`, and they are not empty.
    Why:
        Without them nobody may reuse the article, whatever the journal's website says, and PMC refuses it.
    Fix:
        Add `permissions` with copyright statement, year, holder and licence, or with a licence alone for the public domain.
    Bad:
        <article-meta><title-group><article-title>The trout</article-title></title-group></article-meta>
    Good:
        <article-meta><permissions><copyright-statement>© 2022 The Authors</copyright-statement>
            <copyright-year>2022</copyright-year><copyright-holder>The Authors</copyright-holder></permissions></article-meta>
    Source:
        JATS4R, permissions, 1; PMC Tagging Guidelines, permissions.
    """
    meta = document.article_meta
    if meta is None:
        return
    found = document.child(meta, "permissions")
    if found is None and document.child(meta, "copyright-statement") is None:
        yield Fault(meta, "the article has no permissions", "Add <permissions> with copyright and licence.")
    elif found is not None and not len(found):
        yield Fault(found, "the permissions are empty", "Write copyright and licence into them.")
