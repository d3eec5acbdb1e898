"""CONTRIB-PRESENT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_NOTICES = frozenset({"addendum", "correction", "expression-of-concern", "partial-retraction", "retraction"})


@rule("CONTRIB-PRESENT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The article names at least one author.

    What:
        `article-meta` has a `contrib` that is an author, or says not what it is. A correction, retraction or other notice needs none.
    Why:
        DOAJ's form takes no article without an author, and its readers look for articles by them. Its XML does take one, so that a
        notice of the editors can go there.
    Fix:
        Add the authors.
    Bad:
        <article-meta><title-group><article-title>Salmon</article-title></title-group></article-meta>
    Good:
        <contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib></contrib-group>
    Good:
        <article article-type="correction"><front><article-meta/></front><body><p>Table 2 was wrong.</p></body></article>
    Source:
        DOAJ, form for article metadata, Authors; DOAJ, XML documentation, where they are optional.
    """
    meta = document.article_meta
    if meta is None or document.type in _NOTICES:
        return
    found = [*document.at(meta, "contrib-group/contrib"), *document.children(meta, "contrib")]
    if not any(contrib.get("contrib-type", "author").startswith("author") for contrib in found):
        yield Fault(meta, "the article names no author", 'Add <contrib contrib-type="author">.')
