"""AFF-COUNTRY."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.countries import code_of, codes
from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("AFF-COUNTRY", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The code of a country is one of ISO 3166-1, and is that of the country that is named.

    What:
        `country/@country` is one of the codes of two capital letters: `GB`, not `UK`; and if the name is a known one, its own.
    Why:
        Statistics go by the code, readers by the name. If they differ, the author is counted in another country.
    Fix:
        Write the code that the message proposes, if the name is right.
    Bad:
        <aff id="a1"><institution>Universidad Central</institution>, <country country="ES">Venezuela</country></aff>
    Bad:
        <aff id="a1"><institution>University of Leeds</institution>, <country country="UK">United Kingdom</country></aff>
    Bad:
        <aff id="a1"><institution>University of Graz</institution>, <country country="at">Austria</country></aff>
    Good:
        <aff id="a1"><institution>University of Graz</institution>, <country country="AT">Austria</country></aff>
    Source:
        ISO 3166-1; JATS4R, authors and affiliations; SciELO PS, country.
    """
    for country in document.all("country"):
        code = country.get("country")
        if code is None:
            continue
        name = words(country)
        right = code_of(name)
        if code not in codes():
            best = right or (code.strip().upper() if code.strip().upper() in codes() else "")
            repair = Repair(f"Write {best}", (SetAttribute(country, "country", best),), safe=True) if best else None
            message = f"“{code[:20]}” is no code of ISO 3166-1"
            advice = "" if repair else "Look it up in ISO 3166-1."
            yield Fault(country, message, advice, "country", code, best, repair)
        elif right and right != code:
            repair = Repair(f"Write {right}", (SetAttribute(country, "country", right),))
            message = f"{code} is not the code of {name[:60]}"
            yield Fault(country, message, f"Write {right}, if the name is right.", "country", code, right, repair)
