"""AFF-INSTITUTION."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("AFF-INSTITUTION", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Each affiliation says which of its words are the institution.

    What:
        `aff` holds an `institution`, or an `institution-wrap` with the institution and its ROR identifier. It is told once
        for each article, at the first affiliation without one.
    Why:
        Without it nobody can count an institution's articles, and no identifier can be given.
    Fix:
        Put the institution's name into `<institution>`, department and city into elements of their own.
    Bad:
        <aff id="a1">Department of Fish, University of Graz, Graz, Austria</aff>
    Good:
        <aff id="a1"><institution content-type="dept">Department of Fish</institution>, <institution>University of Graz</institution>,
            <city>Graz</city>, <country country="AT">Austria</country></aff>
    Source:
        JATS4R, authors and affiliations; SciELO PS, aff; Crossref deposit schema, institution.
    """
    affs = document.all("aff")
    lacking = [aff for aff in affs if next(aff.iter("institution", "institution-wrap"), None) is None and words(aff)]
    if lacking:
        some = f"{len(lacking)} of {len(affs)} affiliations do" if len(affs) > 1 else "the affiliation does"
        message = f"{some} not say which of the words are the institution"
        yield Fault(lacking[0], message, "Put its name into <institution>.", value=words(lacking[0])[:200])
