"""REF-YEAR."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_ISO = re.compile(r"(?:1\d|20)\d\d(?:-\d\d(?:-\d\d)?)?")
#: One year in a text: with a letter that tells works apart, in brackets, “c” for copyright, or the later of a span.
_IN_TEXT = re.compile(r"(?<!\d)((?:1\d|20)\d\d)(?!\d)")


@rule("REF-YEAR")
def look(document: Document) -> Iterator[Fault]:
    """The year of a cited work is a year of four digits, or has one in `iso-8601-date`.

    What:
        `year` in a citation holds four digits and nothing else. Where it is printed with more (“2010a”, “c1988”, “in
        press”), its `iso-8601-date` gives the year, if there is one.
    Why:
        Whoever sorts, matches or counts references reads the year as a number.
    Fix:
        Add `iso-8601-date`; move words that are no year into `comment`.
    Bad:
        <element-citation publication-type="book"><source>Fish of Norway</source><year>2010a</year></element-citation>
    Bad:
        <element-citation publication-type="book"><source>Fish of Norway</source><year>in press</year></element-citation>
    Good:
        <element-citation publication-type="book"><source>Fish of Norway</source><year iso-8601-date="2010">2010a</year>
        </element-citation>
    Source:
        JATS4R, Citations; SciELO PS, year.
    """
    for citation in document.citations:
        for year in citation.parts.get("year", ()):
            text = year.text or ""
            if (_YEAR.fullmatch(text) and not len(year)) or _ISO.fullmatch(year.get("iso-8601-date", "")):
                continue
            said = words(year)
            if _YEAR.fullmatch(said):
                continue
            found = _IN_TEXT.findall(said)
            repair = None
            if len(found) == 1 and not document.target.is_nlm:
                set_date = SetAttribute(year, "iso-8601-date", found[0])
                repair = Repair(f"Add iso-8601-date “{found[0]}”", (set_date,), safe=True)
            yield Fault(
                year,
                f"“{said[:40]}” is no year of four digits" if said else "the year is empty",
                "" if repair else "Write the year in iso-8601-date, or move words that are none into <comment>.",
                value=said,
                expected=found[0] if len(found) == 1 else "a year of four digits",
                repair=repair,
            )
