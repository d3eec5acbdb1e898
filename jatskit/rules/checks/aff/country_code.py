"""AFF-COUNTRY-CODE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.countries import code_of
from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("AFF-COUNTRY-CODE", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """Each country has its code beside its name.

    What:
        `country` in an affiliation has `country` with the code of ISO 3166-1. It is told once for each name.
    Why:
        “Holland”, “The Netherlands” and “Nederland” are one country only for people.
    Fix:
        Add the code, such as `country="NL"`.
    Bad:
        <aff id="a1"><institution>University of Graz</institution>, <country>Austria</country></aff>
    Good:
        <aff id="a1"><institution>University of Graz</institution>, <country country="AT">Austria</country></aff>
    Source:
        JATS4R, authors and affiliations; SciELO PS, country.
    """
    if document.before("1.0"):
        return  # it has no such attribute
    lacking: dict[str, list[etree._Element]] = {}
    for country in document.all("country"):
        if country.get("country") is None and next(country.iterancestors("aff"), None) is not None:
            lacking.setdefault(words(country), []).append(country)
    for name, found in lacking.items():
        code = code_of(name)
        repair = None
        if code:
            repair = Repair(f"Write {code}", tuple(SetAttribute(country, "country", code) for country in found))
        times = f", here and in {len(found) - 1} more places" if len(found) > 1 else ""
        message = f"“{name[:60]}” has no code{times}"
        yield Fault(
            found[0], message, "" if repair else "Add its code of ISO 3166-1.", expected=code or "", repair=repair
        )
