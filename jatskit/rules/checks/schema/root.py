"""SCHEMA-ROOT."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ROOT)
def page() -> None:
    """The root element is `article`.

    What:
        The document begins with `<article>`, and not with the root of another schema: `book`, `html`, a set of articles.
    Why:
        Each article is a document of its own; nothing else in JATS can be one.
    Fix:
        Give each article a file of its own. A book belongs to BITS, not to JATS.
    Bad:
        <!DOCTYPE articles>
        <articles><article article-type="research-article"/></articles>
    Good:
        <article article-type="research-article"/>
    Source:
        JATS tag library, article.
    """
