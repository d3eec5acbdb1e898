"""XML-ENTITY-EXT."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ENTITY_EXTERNAL)
def page() -> None:
    """No entity of the document stands for another file.

    What:
        The DOCTYPE's internal subset declares no entity with SYSTEM or PUBLIC that the document, or the subset, uses.
        A declaration that nothing refers to is let pass: no parser reads its file, and old documents declare so the
        images that they show (NDATA) and sets of characters that they never take in.
    Why:
        A document that takes in other files can be made to read what its sender must not see, and says something else
        on each machine. jatskit never reads them, and neither should anybody else.
    Fix:
        Put the text itself into the document.
    Bad:
        <!DOCTYPE article [<!ENTITY methods SYSTEM "methods.xml">]>
        <article article-type="research-article"><body><p>&methods;</p></body></article>
    Good:
        <!DOCTYPE article [<!ENTITY trout "Salmo trutta">]>
        <article article-type="research-article"><body><p>&trout;</p></body></article>
    Source:
        XML 1.0, 4.2.2; OWASP, XML External Entity Prevention.
    """
