"""REF-DUPLICATE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Citation, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("REF-DUPLICATE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """No work is in the list twice.

    What:
        No two references of one list have the same DOI. (Translations of one reference stand in one `ref`.)
    Why:
        The work is counted twice; and where one of the two is meant to be another work, its link leads astray.
    Fix:
        Take the second away and let its citations lead to the first, or mend its DOI.
    Bad:
        <ref-list><ref id="R1"><mixed-citation>Lind 2001. <pub-id pub-id-type="doi">10.1234/roe.3</pub-id></mixed-citation></ref>
        <ref id="R2"><mixed-citation>Mora 2004. <pub-id pub-id-type="doi">10.1234/roe.3</pub-id></mixed-citation></ref></ref-list>
    Good:
        <ref-list><ref id="R1"><mixed-citation>Lind 2001. <pub-id pub-id-type="doi">10.1234/roe.3</pub-id></mixed-citation></ref>
        <ref id="R2"><mixed-citation>Mora 2004. <pub-id pub-id-type="doi">10.1234/roe.4</pub-id></mixed-citation></ref></ref-list>
    Source:
        Good practice.
    """
    seen: dict[str, Citation] = {}
    for citation in document.citations:
        for id in citation.parts.get("pub-id", ()):
            value = (id.text or "").strip()
            if id.get("pub-id-type") != "doi" or not value:
                continue
            before = seen.setdefault(value.lower(), citation)
            if before is citation or citation.has("chapter-title", "part-title"):
                continue
            ref, first = (next(each.element.iterancestors("ref"), None) for each in (citation, before))
            if ref is not None and first is not None and first is not ref and ref.getparent() is first.getparent():
                label = words(label) if (label := document.child(first, "label")) is not None else first.get("id", "")
                yield Fault(
                    id,
                    f"the DOI {value} is that of reference {label or 'before'}, too (line {first.sourceline})",
                    "Take one of the two away, or mend the DOI.",
                    value=value,
                )
