"""DATE-PARTS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.months import month_number
from jatskit.rules.document import CITATIONS, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_QUARTERS = frozenset(
    f"{number} quarter" for number in ("first", "1st", "second", "2nd", "third", "3rd", "fourth", "4th")
)
_BETWEEN = re.compile(r"\s*[-\u2010\u2011\u2013/]\s*")


@rule("DATE-PARTS")
def look(document: Document) -> Iterator[Fault]:
    """Dates are made of parts that can be read.

    What:
        `season` holds a season, a quarter, or two months or seasons with a hyphen (“Jan-Feb”, “Spring-Summer”), in English. A `pub-date` or
        a date of the history is not a `string-date` without a `year` before it.
    Why:
        PMC makes the date of the issue of them, and refuses what it cannot read.
    Fix:
        Write the month or season in English, and the year into `year`.
    Bad:
        <pub-date pub-type="ppub"><season>Spring term</season><year>2022</year></pub-date>
    Bad:
        <pub-date pub-type="ppub"><string-date>May 2022</string-date></pub-date>
    Good:
        <pub-date pub-type="ppub"><season>Jan-Feb</season><year>2022</year></pub-date>
    Source:
        PMC Tagging Guidelines, season and string-date.
    """
    for season in document.all("season"):
        if next(season.iterancestors(*CITATIONS), None) is None and not _is_known(words(season).lower()):
            message = f"“{words(season)[:40]}” is no season, quarter or span of months"
            yield Fault(season, message, "Write such as Spring, or Jan-Feb.", value=words(season))
    for date in document.all("string-date"):
        holder = date.getparent()
        if holder is not None and holder.tag in ("pub-date", "date") and document.child(holder, "year") is None:
            yield Fault(date, f"the date “{words(date)[:40]}” is not in parts", "Write <day>, <month> and <year>.")


def _is_known(text: str) -> bool:
    if text in _SEASONS or text in _QUARTERS:
        return True
    ends = _BETWEEN.split(text)
    return len(ends) == 2 and (all(end in _SEASONS for end in ends) or all(month_number(end) for end in ends))
