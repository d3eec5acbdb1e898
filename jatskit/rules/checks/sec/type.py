"""SEC-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset(
    "cases conclusions discussion intro materials methods results subjects supplementary-material data-availability "
    "ethics-statement display-objects".split()
)
_MEANT = {
    "background": "intro",
    "introduction": "intro",
    "conclusion": "conclusions",
    "concluding-remarks": "conclusions",
    "discussions": "discussion",
    "material": "materials",
    "method": "methods",
    "methodology": "methods",
    "result": "results",
    "subject": "subjects",
    "supplementary": "supplementary-material",
    "supplementary-materials": "supplementary-material",
    "data-access": "data-availability",
}


@rule("SEC-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The type of a section is written as others write it.

    What:
        `sec-type` is a word of the tag library's list (“intro”, “methods”, “results”, “discussion”, “conclusions” …), several of
        them joined with “|”, or a word of the publisher's own: not another spelling of one in the list.
    Why:
        Programs that look for the methods of an article look for “methods”, and find nothing under “method”.
    Fix:
        Write the word of the list.
    Bad:
        <sec id="s1" sec-type="Introduction"><title>Introduction</title><p>Fish are many.</p></sec>
    Bad:
        <sec id="s1" sec-type="results | discussion"><title>Results and discussion</title><p>Fish are many.</p></sec>
    Good:
        <sec id="s1" sec-type="results|discussion"><title>Results and discussion</title><p>Fish are many.</p></sec>
    Source:
        JATS tag library, sec-type; PMC Tagging Guidelines, sec; SciELO PS, sec.
    """
    for sec in document.all("sec"):
        stated = sec.get("sec-type")
        if not stated:
            continue
        parts = [part.strip() for part in stated.split("|")]
        meant = "|".join(_word(part) for part in parts)
        if meant == stated or not all(_word(part) in _KNOWN for part in parts):
            continue
        same = all(part.lower() in _KNOWN for part in parts)
        repair = Repair(f"Write sec-type “{meant}”", (SetAttribute(sec, "sec-type", meant),), safe=same)
        yield Fault(sec, f"the type “{stated[:60]}” is written “{meant}”", "", "sec-type", stated, meant, repair)


def _word(part: str) -> str:
    plain = part.lower().replace("_", "-").replace(" ", "-")
    return plain if plain in _KNOWN else _MEANT.get(plain, part)
