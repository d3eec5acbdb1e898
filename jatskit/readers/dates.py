"""Dates as pages and their tags write them: where the year, the month and the day stand."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jatskit.months import ERA_YEAR, MONTH, OTHER_MONTHS, era_year, month_number
from jatskit.protocols import Span

_ONE, _TWO, _NOUGHT = "[1١۱]", "[2٢۲]", "[0٠۰]"
_Y = rf"(?<!\d)(?P<{{0}}>(?:{_ONE}[5-9٥-٩۵-۹]|{_TWO}{_NOUGHT})\d\d)"
_ORDINAL = r"(?:st|nd|rd|th|º|\.|er)?"
_DATE = re.compile(
    "|".join(
        (
            _Y.format("y1")
            + r"\s{0,2}[-–./年년]\s{0,2}(?P<m1>\d{1,2})(?!\d)(?:\s{0,2}[-–./月월]\s{0,2}(?P<d1>\d{1,2})(?!\d))?",
            _Y.format("y2") + r"(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-3]\d)(?!\d)",
            _Y.format("y3") + rf",?[\s-]{{1,2}}(?P<m3>{MONTH})(?:[\s-]{{1,2}}(?P<d3>\d{{1,2}})(?!\d))?",
            rf"(?<!\d)(?P<d4>\d{{1,2}}){_ORDINAL}[\s-]{{0,2}}(?:de\s|of\s)?(?P<m4>{MONTH}),?[\s-]{{0,2}}(?:de\s|del\s)?"
            + _Y.format("y4"),
            rf"(?<![^\W\d_])(?P<m5>{MONTH})\s{{0,2}}(?P<d5>\d{{1,2}}){_ORDINAL},?\s{{0,2}}" + _Y.format("y5"),
            rf"(?<![^\W\d_])(?P<m6>{MONTH}),?\s{{0,2}}(?:de\s)?" + _Y.format("y6"),
            r"(?<!\d)(?P<a7>\d{1,2})[./-](?P<b7>\d{1,2})[./-]" + _Y.format("y7") + r"(?!\d)",
            rf"(?P<y9>{ERA_YEAR})\s{{0,2}}年\s{{0,2}}(?:(?P<m9>\d{{1,2}})\s{{0,2}}月\s{{0,2}}(?:(?P<d9>\d{{1,2}})\s{{0,2}}日)?)?",
            _Y.format("y8") + r"(?!\d)",
        )
    ),
    re.IGNORECASE,
)


#: Why a date is left out in part, in a finding.
NO_SUCH_DATE = "there is no such date; what of it can be right was kept"
_OTHER_MONTH = "|".join(re.escape(name).replace("_", r"\s") for name in OTHER_MONTHS.split())
_OTHER_YEAR = r"[1١۱][34٣٤۳۴]\d\d"
#: A date of the Persian or the Hijri calendar: `1402/03/15`, `۱۵ خرداد ۱۴۰۲`, `1445هـ`.
_OTHER = re.compile(
    rf"(?<!\d){_OTHER_YEAR}(?!\d)(?:\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}(?!\d)|\s?(?:هـ|ه‍|ه\.?\s?ش|ه\.?\s?ق)|"
    rf"(?=\s?\S{{0,3}}$))|(?<!\d)\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?{_OTHER_YEAR}(?!\d)|"
    rf"(?:(?<!\d)\d{{1,2}}\s{{0,2}}(?:من\s)?)?(?:{_OTHER_MONTH})(?:\s(?:ماه))?،?\s{{0,2}}{_OTHER_YEAR}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """Where a date's parts stand in a text; `reading` is the normalisation that makes a number of the year.

    `refused` is the whole of a date that no calendar has, such as 31 February: it is unknown which part is wrong, so
    only what cannot be is left out, the year is kept, and who reads the date has to say so.
    """

    year: Span
    month: Span | None
    day: Span | None
    start: int
    end: int
    refused: Span | None = None
    reading: str = "number"

    @property
    def parts(self) -> tuple[tuple[str, Span, str], ...]:
        """The parts that are there: each one's name, its span, and the normalisation by which it is quoted."""
        parts = (("year", self.year, self.reading), ("month", self.month, "month"), ("day", self.day, "number"))
        return tuple((name, span, reading) for name, span, reading in parts if span)


def days_first(texts: Iterable[str]) -> bool | None:
    """Say whether the days stand before the months in the dates of numbers that these texts have; None if nothing tells."""
    told = {
        int(match["a7"]) > 12
        for text in texts
        for match in _DATE.finditer(text)
        if match["a7"] and (int(match["a7"]) > 12) != (int(match["b7"]) > 12)
    }
    return told.pop() if len(told) == 1 else None


def dates_in(text: str, start: int = 0, *, days_first: bool | None = None) -> Iterator[PrintedDate]:
    """Yield the dates of a text, in order; of a date that can be read in two ways, only the year.

    `days_first` says which way it is, where the page's other dates tell.
    """
    for match in _DATE.finditer(text, start):
        groups = match.groupdict()
        number = next(name[1] for name in groups if name[0] == "y" and groups[name])
        year = match.span(f"y{number}")
        if number == "7":
            yield _slashed(match, year, days_first)
            continue
        month = match.span(f"m{number}") if groups.get(f"m{number}") else None
        day = match.span(f"d{number}") if groups.get(f"d{number}") else None
        era = era_year(match["y9"]) if number == "9" else None
        if number == "9" and era is None:
            continue
        reading = "era" if era else "number"
        known = era or int(text[slice(*year)])
        if not month or _exists(text, known, month, day):
            yield PrintedDate(year, month, day, match.start(), match.end(), None, reading)
        elif day and _exists(text, known, month, None) and not 1 <= int(text[slice(*day)]) <= 31:
            yield PrintedDate(year, month, None, match.start(), match.end(), match.span(), reading)
        else:
            yield PrintedDate(year, None, None, match.start(), match.end(), match.span(), reading)


def _exists(text: str, year: int, month: Span, day: Span | None) -> bool:
    number = month_number(text[slice(*month)])
    if not number:
        return False
    return day is None or 1 <= int(text[slice(*day)]) <= monthrange(year, number)[1]


def _slashed(match: re.Match[str], year: Span, days_first: bool | None) -> PrintedDate:
    a, b = int(match["a7"]), int(match["b7"])
    first, second = match.span("a7"), match.span("b7")
    dotted = "." in match[0]
    if (dotted or a > 12) and 1 <= b <= 12 and 1 <= a <= 31:
        return PrintedDate(year, second, first, match.start(), match.end())
    if 1 <= a <= 12 and (12 < b <= 31 or a == b):
        return PrintedDate(year, first, second, match.start(), match.end())
    if days_first is not None and 1 <= a <= 12 and 1 <= b <= 12:
        day, month = (first, second) if days_first else (second, first)
        return PrintedDate(year, month, day, match.start(), match.end())
    possible = 1 <= min(a, b) <= 12 and max(a, b) <= 31
    return PrintedDate(year, None, None, match.start(), match.end(), None if possible else match.span())


def first_date(text: str, start: int = 0) -> PrintedDate | None:
    """Return the first date of a text."""
    return next(dates_in(text, start), None)


def other_calendar(text: str, start: int = 0) -> Span | None:
    """Return where the first date of the Persian or the Hijri calendar stands in a text."""
    match = _OTHER.search(text, start)
    return match.span() if match else None
