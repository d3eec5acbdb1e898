"""AFF-INSTITUTION-ID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.identifiers import ror
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute, SetText


@rule("AFF-INSTITUTION-ID")
def look(document: Document) -> Iterator[Fault]:
    """The identifier of an institution says what it is, and a ROR identifier is one that can exist.

    What:
        `institution-id` has `institution-id-type`. If that is `ror`, its content is the address of a ROR identifier, whose
        check digits are right.
    Why:
        Crossref, OpenAlex and funders count by it. A wrong digit is another university, or none.
    Fix:
        Look the institution up at ror.org, and write the address: `https://ror.org/…`.
    Bad:
        <aff id="a1"><institution-wrap><institution-id>https://ror.org/01faaaf77</institution-id>
            <institution>University of Graz</institution></institution-wrap></aff>
    Bad:
        <aff id="a1"><institution-wrap><institution-id institution-id-type="ror">https://ror.org/01faaaf78</institution-id>
            <institution>University of Graz</institution></institution-wrap></aff>
    Good:
        <aff id="a1"><institution-wrap><institution-id institution-id-type="ror">https://ror.org/01faaaf77</institution-id>
            <institution>University of Graz</institution></institution-wrap></aff>
    Source:
        JATS4R, authors and affiliations; ROR, identifier pattern (ISO 7064, MOD 97-10).
    """
    for id in document.all("institution-id"):
        text = (id.text or "").strip()
        type = id.get("institution-id-type", "")
        looks = "ror.org/" in text.lower()
        if not type:
            repair = (
                Repair("Write ror", (SetAttribute(id, "institution-id-type", "ror"),), safe=True) if looks else None
            )
            message = f"it is not said what kind of identifier “{text[:60]}” is"
            yield Fault(id, message, "" if repair else "Add institution-id-type.", repair=repair)
        if type.lower() != "ror" and not looks:
            continue
        try:
            right = ror(text if looks else f"https://ror.org/{text}")
        except ValueError as error:
            yield Fault(id, str(error), "Look it up at ror.org.", value=text)
            continue
        if right != text:
            repair = Repair(f"Write {right}", (SetText(id, right),), safe=True)
            message = f"“{text[:60]}” is not written as the address of a ROR identifier"
            yield Fault(id, message, value=text, expected=right, repair=repair)
