"""JMETA-ISSN."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import issn as proper
from jatskit.rules.document import Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText


@rule("JMETA-ISSN")
def look(document: Document) -> Iterator[Fault]:
    """The journal has an ISSN whose check digit is right, and each ISSN says which edition it is of.

    What:
        `journal-meta` has an `issn` of the form 1234-567X. If there are several, each has a `pub-type` or a
        `publication-format` (print, electronic), and no number comes twice.
    Why:
        By its ISSN a journal is found in all catalogues. A wrong digit is another journal's, or nobody's.
    Fix:
        Look the number up in the ISSN portal.
    Bad:
        <issn pub-type="epub">0317-8472</issn>
    Bad:
        <issn pub-type="epub">03178471</issn>
    Bad:
        <journal-meta><issn>0317-8471</issn><issn>2049-3630</issn></journal-meta>
    Bad:
        <journal-meta><journal-id journal-id-type="publisher-id">trout</journal-id></journal-meta>
    Good:
        <journal-meta><issn pub-type="ppub">0317-8471</issn><issn pub-type="epub">2049-3630</issn></journal-meta>
    Source:
        ISO 3297; PMC Tagging Guidelines, issn.
    """
    meta = document.journal_meta
    if meta is None:
        return
    found = document.children(meta, "issn")
    if not found and document.child(meta, "issn-l") is None:
        yield Fault(meta, "the journal has no ISSN", 'Add <issn publication-format="electronic">.')
    seen: dict[str, etree._Element] = {}
    for issn in [*found, *document.children(meta, "issn-l")]:
        text = (issn.text or "").strip()
        if is_blank(issn):
            yield Fault(issn, "the ISSN is empty", "Write it, or take the element out.", expected="1234-567X")
            continue
        try:
            right = proper(text)
        except ValueError as error:
            yield Fault(issn, str(error), "Look it up in the ISSN portal.", value=text, expected="1234-567X")
            continue
        if right != text:
            repair = Repair(f"Write {right}", (SetText(issn, right),), safe=True)
            yield Fault(issn, f"“{text}” is not written as an ISSN is", value=text, expected=right, repair=repair)
        if issn.tag == "issn" and len(found) > 1 and not issn.get("pub-type") and not issn.get("publication-format"):
            advice = 'Add publication-format="print" or "electronic".'
            yield Fault(issn, f"there are several ISSNs, and {right} does not say of which edition it is", advice)
        if issn.tag == "issn" and right in seen:
            yield Fault(issn, f"{right} stands here twice", f"See line {seen[right].sourceline}.", value=right)
        if issn.tag == "issn":
            seen[right] = issn
