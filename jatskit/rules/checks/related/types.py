"""RELATED-TYPES."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.identifiers import doi
from jatskit.rules.document import HREF, Document
from jatskit.rules.kinds import RELATIONS
from jatskit.rules.rule import rule
from jatskit.schema.faults import Change, Fault, Repair, SetAttribute

#: What PMC lists, with what JATS's tag library and SciELO add.
_ALSO = {"erratum": "correction-forward", "corrigendum": "correction-forward", "reply": "letter-reply"}


@rule("RELATED-TYPES", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """It is said in the usual words how articles are related, and what the link to the other one is.

    What:
        `related-article-type` is one of the values that PMC and the JATS tag library list; a `related-article` with `xlink:href` has
        `ext-link-type`, and that is “doi” if the link is a DOI.
    Why:
        PMC and Crossref make links of the types they know, and drop the others.
    Fix:
        Take the value that the message proposes.
    Bad:
        <related-article related-article-type="corected-article" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Bad:
        <related-article related-article-type="companion" ext-link-type="uri" xlink:href="10.1234/salmo.4"/>
    Bad:
        <related-article related-article-type="companion" xlink:href="10.1234/salmo.4"/>
    Good:
        <related-article related-article-type="companion" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Source:
        PMC Tagging Guidelines, related-article; JATS tag library, related-article-type.
    """
    for related in document.all("related-article"):
        type = related.get("related-article-type", "")
        if type and type not in RELATIONS:
            folded = type.lower().replace("_", "-").replace(" ", "-")
            close = [_ALSO[folded]] if folded in _ALSO else difflib.get_close_matches(folded, sorted(RELATIONS), 1, 0.8)
            best = close[0] if close else ""
            changes: tuple[Change, ...] = (SetAttribute(related, "related-article-type", best),)
            repair = Repair(f"Write {best}", changes, safe=best == folded) if best else None
            advice = f"Did you mean {best}?" if best else "Take one of PMC's list."
            message = f"“{type[:40]}” is no usual way of being related"
            yield Fault(related, message, advice, "related-article-type", type, best, repair)
        href, kind = related.get(HREF, "").strip(), related.get("ext-link-type")
        is_doi = href.startswith("10.") and _is_doi(href)
        if href and kind != "doi" and is_doi:
            repair = Repair("Write doi", (SetAttribute(related, "ext-link-type", "doi"),), safe=True)
            message = f"{href[:60]} is a DOI, and ext-link-type {'is “' + kind + '”' if kind else 'is missing'}"
            yield Fault(related, message, "", "ext-link-type" if kind else "", kind or "", "doi", repair)
        elif href and not kind:
            yield Fault(related, f"it is not said what kind of link “{href[:60]}” is", "Add ext-link-type.")


def _is_doi(href: str) -> bool:
    try:
        return doi(href) == href
    except ValueError:
        return False
