"""ART-NOTICE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_NOTICES = frozenset({"addendum", "correction", "expression-of-concern", "partial-retraction", "retraction"})


@rule("ART-NOTICE")
def look(document: Document) -> Iterator[Fault]:
    """What a correction or a retraction says stands in its body; a collection collects something.

    What:
        An article of type `correction`, `retraction` or the like that has an `abstract` has a `body`, too. One of type
        `collection` has more than one `sub-article` or `response`.
    Why:
        Readers of the full text see an empty page, and the notice is found as the abstract of an article that there is not.
    Fix:
        Move the text of the notice into `body`.
    Bad:
        <article article-type="correction"><front><article-meta><abstract><p>Table 2 was wrong.</p></abstract></article-meta></front></article>
    Bad:
        <article article-type="collection"><front/></article>
    Good:
        <article article-type="correction"><front><article-meta/></front><body><p>Table 2 was wrong.</p></body></article>
    Source:
        PMC Tagging Guidelines, corrections, retractions and collections.
    """
    meta, root = document.article_meta, document.root
    if document.type in _NOTICES and meta is not None and document.child(root, "body") is None:
        abstract = document.child(meta, "abstract")
        if abstract is not None:
            yield Fault(abstract, f"the text of this {document.type} stands in the abstract", "Move it into <body>.")
    if (
        document.type == "collection"
        and len(document.children(root, "sub-article")) + len(document.children(root, "response")) < 2
    ):
        yield Fault(root, "this collection holds no articles", "Add them as <sub-article>.")
