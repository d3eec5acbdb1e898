"""ART-ID-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KNOWN = frozenset(
    {"accession", "aggregator", "archive", "ark", "art-access-id", "arxiv", "coden", "doaj", "doi", "handle", "index",
     "isbn", "manuscript", "medline", "mr", "other", "pii", "pmc", "pmc-scan", "pmcaid", "pmcid", "pmid",
     "publisher-id", "publisher-manuscript", "sici", "std-designation", "zbl"}
)  # fmt: skip


@rule("ART-ID-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """The identifiers of the article are of kinds that PMC knows.

    What:
        `pub-id-type` of `article-id` is one of the values that PMC or the JATS tag library lists: “doi”, “publisher-id”,
        “pii”, “pmid” and so on; “other” for what is none of them.
    Why:
        PMC refuses what it does not know.
    Fix:
        Take a word of the list: “publisher-id” for the publisher's own number.
    Bad:
        <article-meta><article-id pub-id-type="number">17</article-id></article-meta>
    Good:
        <article-meta><article-id pub-id-type="publisher-id">17</article-id></article-meta>
    Source:
        PMC Tagging Guidelines, article-id; JATS tag library, pub-id-type.
    """
    for id in document.all("article-id"):
        type = id.get("pub-id-type", "")
        if type and type not in _KNOWN:
            message = f"“{type[:40]}” is no kind of identifier that PMC knows"
            yield Fault(id, message, "Write publisher-id, or other.", "pub-id-type", type)
