"""ART-PRODUCT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_REVIEWS = frozenset({"book-review", "product-review"})
#: Kinds of article that may name a product in passing.
_ALSO = _REVIEWS | {
    "books-received",
    "article-commentary",
    "editorial",
    "letter",
    "other",
    "review-article",
    "collection",
}


@rule("ART-PRODUCT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A review of a book says which book, and what has a reviewed book is a review.

    What:
        An article of type `book-review` or `product-review` has a `product` in its metadata, and a research article has none.
    Why:
        Without it nobody who looks for the book finds the review.
    Fix:
        Add `product` with the book's authors, title, publisher and year; or see whether the type is right.
    Bad:
        <article article-type="book-review"><front><article-meta><title-group><article-title>A good book</article-title></title-group>
            </article-meta></front></article>
    Bad:
        <article article-type="research-article"><front><article-meta><product><source>Trout</source></product>
            </article-meta></front></article>
    Good:
        <article article-type="book-review"><front><article-meta><product><source>Trout</source></product>
            </article-meta></front></article>
    Source:
        PMC Tagging Guidelines, product and article types.
    """
    meta = document.article_meta
    if meta is None:
        return
    product = document.child(meta, "product")
    if product is None and document.type in _REVIEWS:
        yield Fault(meta, f"this {document.type} does not say what it reviews", "Add <product>.")
    elif product is not None and document.type and document.type not in _ALSO:
        message = f"there is a reviewed product, and the article is a {document.type}"
        yield Fault(product, message, "See whether its type is right.")
