"""ABS-TYPE."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset(
    {"audio", "editor-summary", "executive-summary", "extract", "graphical", "interpretive-summary", "key-points",
     "plain-language-summary", "simple", "structured", "summary", "teaser", "video"}
)  # fmt: skip
_ALSO = {
    "toc": "teaser", "web-summary": "teaser", "short": "teaser", "lay-summary": "plain-language-summary",
    "plain-language": "plain-language-summary", "digest": "plain-language-summary", "executivesummary": "executive-summary",
}  # fmt: skip


@rule("ABS-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A special abstract is called by one of the usual words.

    What:
        `abstract-type` is one of those that JATS4R recommends (“graphical”, “plain-language-summary”, “teaser” and so on) or that the JATS tag
        library lists. An abstract
        without a type is the abstract, and needs none.
    Why:
        Programs show a summary for everybody elsewhere than the abstract, if they know it by its type.
    Fix:
        Take the word that is meant.
    Bad:
        <abstract abstract-type="lay-summary"><p>Salmon come home.</p></abstract>
    Bad:
        <abstract abstract-type="boxed"><p>Salmon come home.</p></abstract>
    Good:
        <abstract abstract-type="plain-language-summary"><p>Salmon come home.</p></abstract>
    Source:
        JATS4R, Abstracts; JATS tag library, abstract-type.
    """
    for abstract in document.all("abstract", "trans-abstract"):
        type = abstract.get("abstract-type", "").strip()
        if not type or type in _KNOWN or not document.takes(str(abstract.tag), "abstract-type", "graphical"):
            continue
        folded = type.lower().replace("_", "-").replace(" ", "-")
        close = [folded] if folded in _KNOWN else difflib.get_close_matches(folded, sorted(_KNOWN), 1, 0.8)
        meant = _ALSO.get(folded) or (close[0] if close else "")
        repair = Repair(f"Write {meant}", (SetAttribute(abstract, "abstract-type", meant),)) if meant else None
        advice = f"Did you mean {meant}?" if meant else f"Recommended are {', '.join(sorted(_KNOWN))}."
        yield Fault(
            abstract, f"“{type[:40]}” is no usual type of abstract", advice, "abstract-type", type, meant, repair
        )
