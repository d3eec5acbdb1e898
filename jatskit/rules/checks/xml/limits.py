"""XML-LIMITS."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.LIMITS)
def page() -> None:
    """The document is not larger, deeper or more entangled than any article is.

    What:
        At most 64 MB, elements nested at most 256 deep, no text or tag longer than 10 MB, and no entities that
        contain themselves or make a large text of a small one.
    Why:
        Such documents are made to bring programs down, or were damaged on their way. They are refused in bounded time
        and memory.
    Fix:
        Take out images and data that were put into the text, and entities that stand for other entities.
    Bad:
        <!DOCTYPE article [<!ENTITY a "&b;"><!ENTITY b "&a;">]>
        <article article-type="research-article"><body><p>&a;</p></body></article>
    Good:
        <!DOCTYPE article [<!ENTITY a "Salmo trutta">]>
        <article article-type="research-article"><body><p>&a;</p></body></article>
    Source:
        XML 1.0, 4.1 (well-formedness constraint: no recursion); the limits of libxml2.
    """
