"""Dates as JATS writes them: their parts, their ISO form, and whether they exist."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from lxml import etree

from jatskit.months import month_number

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]{2,20}(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")
#: The years that an article can be of: the oldest journals began in 1665, and their reprints are articles, too.
FIRST, LAST = 1660, 2100


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date, as exactly as it is known: month and day are 0 if they are not."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    def is_before(self, other: Day) -> bool:
        """Whether it is certainly before another date: 2020-03 is not certainly before 2020-03-05."""
        for one, two in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if not one or not two:
                return False
            if one != two:
                return one < two
        return False

    def agrees(self, other: Day) -> bool:
        """Whether both can be the same day: what one of them does not know does not count."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one == two or not one or not two for one, two in pairs)


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; 0 for a part that is not known."""
    if not 0 <= month <= 12:
        return False
    if not day:
        return True
    longest = calendar.monthrange(year, month)[1] if month else 31
    return 1 <= day <= longest


def of_iso(text: str) -> Day | None:
    """Return the date of an ISO 8601 date or time, or None if it is none or does not exist."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    whole = year > 0 and (match[2] is None or month > 0) and (match[3] is None or day > 0)
    return Day(year, month, day) if whole and exists(year, month, day) else None


def of_parts(date: etree._Element) -> Day | None:
    """Return the date that an element's `year`, `month` and `day` tell, or None if they tell none that exists.

    A month may be a word.
    """
    found: dict[object, str] = {}
    for part in date:
        found.setdefault(part.tag, part.text or "")
    texts = [found.get(name, "").strip() for name in ("year", "month", "day")]
    year, day = (int(text) if text.isdecimal() and len(text) <= 4 else 0 for text in texts[::2])
    month = month_number(texts[1]) or 0 if 0 < len(texts[1]) <= 20 else 0
    if not year or not exists(year, month, day):
        return None
    return Day(year, month, day if month else 0)


def of(date: etree._Element) -> Day | None:
    """Return the date of an element: that of its parts, else that of its `iso-8601-date`."""
    return of_parts(date) or of_iso(date.get("iso-8601-date", ""))
