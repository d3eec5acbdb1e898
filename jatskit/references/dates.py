"""Dates as citations print them, in the languages that they are printed in."""

from __future__ import annotations

import re

from jatskit.months import MONTH, month_number

#: A year that a work may have appeared in, alone.
YEAR = r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)"
#: A whole date, to the day; full-width forms are expected to be folded.
DATE = (
    rf"(?:{YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}|{YEAR} ?年 ?\d{{1,2}} ?月 ?(?:\d{{1,2}} ?日)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º|\.)? ?(?:de |of )?{MONTH},? ?(?:de )?{YEAR}"
    rf"|{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?{YEAR}|{YEAR},? {MONTH} \d{{1,2}}(?!\d)"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d)(?!\d)|{MONTH},? ?(?:de )?{YEAR}|{YEAR}(?:[-.]\d{{1,2}}(?!\d))?)"
)

_ISO = re.compile(r"(\d{4}) ?[-./年] ?(\d{1,2})(?: ?[-./月] ?(\d{1,2}))?(?!\d)")
_NAMED = re.compile(MONTH, re.IGNORECASE)
_YEAR = re.compile(YEAR)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")


def iso_date(text: str) -> str | None:
    """Return a printed date in ISO 8601, as precise as it is; None if it is none, or could be read in two ways."""
    if match := _ISO.search(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
        return _iso(year, month, day)
    if match := _SLASHED.search(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if "." in match[0] or first > 12:  # 13.08.2021, 28/02/2021: the day first
            return _iso(year, second, first)
        return _iso(year, first, second) if second > 12 or first == second else None
    if not (found := _YEAR.search(text)):
        return None
    year, rest = int(found[0]), text[: found.start()] + " " + text[found.end() :]
    if not (named := _NAMED.search(rest)):
        return str(year)
    number = month_number(named[0])
    days = _DAY.findall(rest)
    return _iso(year, number or 0, int(days[0]) if days else 0)


def _iso(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return str(year) if not month else None
    if not day:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day <= 31 else None
