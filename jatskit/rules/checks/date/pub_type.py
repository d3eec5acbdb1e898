"""DATE-PUB-TYPE."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = {
    "pub-type": frozenset(
        {"collection", "ecorrected", "epreprint", "epub", "epub-original", "epub-ppub", "eretracted", "nihms-submitted",
         "pcorrected", "pmc-release", "ppreprint", "ppub", "preprint", "pretracted"}
    ),
    "date-type": frozenset(
        {"collection", "corrected", "issue", "original-publication", "preprint", "pub", "retracted", "update"}
    ),
    "publication-format": frozenset({"collection", "electronic", "electronic-print", "online-only", "print", "video"}),
}  # fmt: skip
_ALSO = {"online": "electronic", "web": "electronic", "e": "electronic", "epub": "pub", "publication": "pub"}


@rule("DATE-PUB-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """What a date of publication is the date of is said in the usual words.

    What:
        `pub-type` of `pub-date` is “epub”, “ppub”, “collection” or another of PMC's values; `date-type` is “pub”, “corrected”, “preprint”,
        “retracted” or “collection”; `publication-format` is “print” or “electronic”.
    Why:
        PMC and Crossref take the date of the print from the one, that of the electronic version from the other, and leave
        out what they do not know.
    Fix:
        Take the word that the message proposes.
    Bad:
        <pub-date date-type="pub" publication-format="online"><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="e-pub"><year>2022</year></pub-date>
    Good:
        <pub-date date-type="pub" publication-format="electronic"><year>2022</year></pub-date>
    Source:
        PMC Tagging Guidelines, pub-date; JATS tag library, date-type and publication-format.
    """
    for date in document.all("pub-date"):
        for name, known in _KNOWN.items():
            value = date.get(name)
            if not value or value in known:
                continue
            also = _ALSO.get(value.lower(), "")
            close = [also] if also in known else difflib.get_close_matches(value.lower(), sorted(known), 1, 0.8)
            best = close[0] if close else ""
            repair = Repair(f"Write {best}", (SetAttribute(date, name, best),)) if best else None
            listed = ", ".join(sorted(known))
            advice = f"Did you mean {best}?" if best else f"Usual are {listed}."
            yield Fault(date, f"“{value[:40]}” is no usual {name}", advice, name, value, best, repair)
