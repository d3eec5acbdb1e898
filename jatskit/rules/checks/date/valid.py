"""DATE-VALID."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.months import month_number
from jatskit.rules.dates import FIRST, LAST, exists, of_iso, of_parts
from jatskit.rules.document import Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute, SetText


@rule("DATE-VALID")
def look(document: Document) -> Iterator[Fault]:
    """Every date of the article exists, and its ISO form says the same as its parts.

    What:
        In `pub-date` and `date`, the year has four digits, the month is a number from 1 to 12, the day is one of that month,
        each stands there once, a day has a month,
        and `iso-8601-date`, if it is there, is the same date.
    Why:
        31 June is a day that no program can sort or count from; with two dates that differ nobody knows which one counts.
    Fix:
        See on the page which date is meant.
    Bad:
        <pub-date pub-type="epub"><day>31</day><month>06</month><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="epub"><month>June</month><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="epub" iso-8601-date="2022-06-03"><day>03</day><month>07</month><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="epub"><day>3</day><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="epub"><year>22</year></pub-date>
    Good:
        <pub-date pub-type="epub" iso-8601-date="2022-06-30"><day>30</day><month>06</month><year>2022</year></pub-date>
    Source:
        PMC Tagging Guidelines, date and pub-date; ISO 8601; JATS4R, dates.
    """
    for date in document.all("pub-date", "date"):
        parent = date.getparent()
        if date.tag == "date" and (parent is None or parent.tag not in ("history", "event", "pub-history")):
            continue  # that of a cited work
        yield from _faults(date, document)


def _faults(date: etree._Element, document: Document) -> Iterator[Fault]:
    numbers: dict[str, int] = {}
    for name, least, most in (("year", FIRST, LAST), ("month", 1, 12), ("day", 1, 31)):
        part = document.child(date, name)
        if part is None:
            continue
        text = (part.text or "").strip()
        if is_blank(part):
            yield Fault(part, f"<{name}> is empty", "Write it, or take the element out.")
        elif not (text.isascii() and text.isdecimal()) or not least <= int(text[:6]) <= most:
            usual = {"year": "a year of four digits", "month": "a month from 1 to 12", "day": "a day from 1 to 31"}[
                name
            ]
            number = month_number(text) if name == "month" and len(text) <= 20 else None
            repair = Repair(f"Write {number}", (SetText(part, str(number)),), safe=True) if number else None
            advice = "" if repair else "See which is meant."
            yield Fault(part, f"“{text[:40]}” is not {usual}", advice, value=text, repair=repair)
        else:
            numbers[name] = int(text)
    year, month, day = (numbers.get(name, 0) for name in ("year", "month", "day"))
    for name in ("year", "month", "day") if len(date) > len(numbers) else ():
        if len(several := document.children(date, name)) > 1:
            yield Fault(several[1], f"this date has {len(several)} {name}s", "Keep the right one; a span is two dates.")
    if day and document.child(date, "month") is None and document.child(date, "season") is None:
        yield Fault(date, "this date has a day and no month", "Add <month>.")
    if year and month and day and not exists(year, month, day):
        part = document.child(date, "day")
        shown = f"{year:04}-{month:02}-{day:02}"
        yield Fault(date if part is None else part, f"{shown} does not exist", "See which day is meant.", value=shown)
    iso = date.get("iso-8601-date")
    if iso is None:
        return
    told, parts = of_iso(iso), of_parts(date)
    if told is None:
        repair = None
        if parts is not None:
            repair = Repair(f"Write {parts}", (SetAttribute(date, "iso-8601-date", str(parts)),))
        message = f"“{iso[:40]}” is no date of ISO 8601"
        expected = str(parts or "YYYY-MM-DD")
        yield Fault(date, message, "" if repair else "Write YYYY-MM-DD.", "iso-8601-date", iso, expected, repair)
    elif parts is not None and not told.agrees(parts):
        message = f"iso-8601-date says {told}, and the parts say {parts}"
        yield Fault(date, message, "See which of them is right.", "iso-8601-date", iso, str(parts))
