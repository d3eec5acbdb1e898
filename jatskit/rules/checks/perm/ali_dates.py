"""PERM-ALI-DATES."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.dates import of_iso
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("PERM-ALI-DATES")
def look(document: Document) -> Iterator[Fault]:
    """The days from which on, and until which, an article is free are dates, the first before the last.

    What:
        `start_date` and `end_date` of `ali:free_to_read`, and `start_date` of `ali:license_ref`, are days of the form
        YYYY-MM-DD; the end is not before the start.
    Why:
        Repositories open and close an article by these dates, without anybody looking.
    Fix:
        Write the day in that form.
    Bad:
        <permissions><ali:free_to_read start_date="1 June 2022"/></permissions>
    Bad:
        <permissions><ali:free_to_read start_date="2023-06-01" end_date="2022-06-01"/></permissions>
    Good:
        <permissions><ali:free_to_read start_date="2022-06-01" end_date="2023-06-01"/></permissions>
    Source:
        NISO RP-22, Access and License Indicators, 3; JATS4R, permissions.
    """
    for name in document.names:
        if not name.endswith(("}free_to_read", "}license_ref")):
            continue
        for element in document.all(name):
            days = {}
            for attribute in ("start_date", "end_date"):
                text = element.get(attribute)
                if text is None:
                    continue
                day = of_iso(text)
                if day is None or not day.day:
                    message = f"“{text[:40]}” is no day of the form YYYY-MM-DD"
                    yield Fault(element, message, "Write YYYY-MM-DD.", attribute, text)
                else:
                    days[attribute] = day
            if len(days) == 2 and days["end_date"].is_before(days["start_date"]):
                message = f"it ends on {days['end_date']}, before it begins on {days['start_date']}"
                yield Fault(element, message, "See which of them is right.", "end_date", str(days["end_date"]))
