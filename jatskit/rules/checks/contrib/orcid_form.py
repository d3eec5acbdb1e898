"""CONTRIB-ORCID-FORM."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.identifiers import orcid as bare
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText


@rule("CONTRIB-ORCID-FORM", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """An ORCID iD is written as its address.

    What:
        `contrib-id` of type `orcid` holds `https://orcid.org/` and the number, with nothing around them.
    Why:
        The iD is the address, as ORCID has it; the number alone, or with `http:`, is not what others compare it with.
    Fix:
        Write the address.
    Bad:
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Bad:
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">http://orcid.org/0000-0002-1825-0097</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Good:
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
            <name><surname>Karasu</surname></name></contrib>
    Source:
        ORCID, trademark and iD display guidelines; JATS4R, authors and affiliations.
    """
    for id in document.all("contrib-id"):
        text = id.text or ""
        if id.get("contrib-id-type", "").lower() != "orcid":
            continue
        try:
            right = f"https://orcid.org/{bare(text)}"
        except ValueError:
            continue
        if text != right and not len(id):
            repair = Repair(f"Write {right}", (SetText(id, right),), safe=True)
            message = f"“{text.strip()}” is not written as the address of an ORCID iD"
            yield Fault(id, message, value=text, expected=right, repair=repair)
