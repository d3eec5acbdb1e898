"""RELATED-LINK."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import HREF, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KNOWN = frozenset(
    {"aoi", "doi", "ec", "email", "ftp", "gen", "genpept", "highwire", "pdb", "pgr", "pir", "pirdb", "pmc", "pmcid", "pmid",
     "pubmed", "sprot", "uri"}
)  # fmt: skip
_NUMBER = re.compile(r"(?:PMC)?[0-9]+")


@rule("RELATED-LINK")
def look(document: Document) -> Iterator[Fault]:
    """The links to related articles are of kinds that PMC knows.

    What:
        `related-article` has an `ext-link-type`, which is “doi”, “pmid”, “pmcid”, “uri” or another of PMC's values; with “pmc”, `xlink:href`
        is a number of PMC, or else `vol` and `page` (or `elocation-id`) say where the article is.
    Why:
        PMC finds the other article by it.
    Fix:
        Write “doi” and the DOI.
    Bad:
        <related-article id="ra1" related-article-type="companion" ext-link-type="house" xlink:href="salmo.4"/>
    Bad:
        <related-article id="ra1" related-article-type="companion" ext-link-type="pmc" xlink:href="salmo.4"/>
    Bad:
        <related-article id="ra1" related-article-type="companion" ext-link-type="pmc"/>
    Good:
        <related-article id="ra1" related-article-type="companion" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Source:
        PMC Tagging Guidelines, related-article.
    """
    for related in document.all("related-article"):
        kind, href = related.get("ext-link-type"), related.get(HREF, "").strip()
        if kind is None:
            if not href:
                yield Fault(related, "nothing leads to the related article", "Add ext-link-type and xlink:href.")
        elif kind not in _KNOWN:
            yield Fault(
                related, f"“{kind[:40]}” is no kind of link that PMC knows", "Write doi.", "ext-link-type", kind
            )
        elif kind == "pmc":
            placed = related.get("vol") and (related.get("page") or related.get("elocation-id"))
            if href and not _NUMBER.fullmatch(href):
                yield Fault(
                    related, f"“{href[:60]}” is no number of PMC", "Write it, or another kind of link.", value=href
                )
            elif not href and not placed:
                yield Fault(related, "nothing leads to the related article", "Add xlink:href, or vol and page.")
