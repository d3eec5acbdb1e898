"""REF-OTHER."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("REF-OTHER", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """References are of a kind that can be told.

    What:
        `publication-type` is not “other”. One finding tells how many are; where the parts of a work show its type, REF-PUBTYPE names it.
    Why:
        JATS4R advises against it: “other” says nothing to those who match or print references.
    Fix:
        Write “webpage”, “report”, “thesis” and the like. If none fits, leave “other”.
    Bad:
        <mixed-citation publication-type="other">River Trust (2014) Redds. Leaflet.</mixed-citation>
    Good:
        <mixed-citation publication-type="report">River Trust (2014) Redds. Leaflet.</mixed-citation>
    Source:
        JATS4R, Citations.
    """
    found = [each.element for each in document.citations if each.element.get("publication-type") == "other"]
    if found:
        many = f"{len(found)} references are" if len(found) > 1 else "the reference is"
        advice = "Write what they are, such as webpage or report."
        yield Fault(found[0], f"{many} of the type “other”", advice, "publication-type", "other")
