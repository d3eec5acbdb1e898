"""DATE-HISTORY."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.dates import Day, of
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_TYPES = frozenset(
    {"accepted", "corrected", "pub", "preprint", "received", "resubmitted", "retracted", "rev-recd", "rev-request",
     "revised", "submitted", "published", "online"}
)  # fmt: skip
_ALSO = {"revised": "rev-recd", "revision-received": "rev-recd", "recieved": "received", "accept": "accepted"}
_ORDER = ("received", "rev-request", "rev-recd", "accepted")


@rule("DATE-HISTORY", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The article was received before it was accepted, and accepted before it was published.

    What:
        In `history`, each `date` says in `date-type` what happened: `received`, `rev-recd`, `accepted`. Nothing happened
        before the article was received, and nothing of it after it was published.
    Why:
        Readers judge a journal by these dates, and they are often exchanged, or of another year.
    Fix:
        See in the editorial system which of the two is right.
    Bad:
        <history><date date-type="received"><day>3</day><month>6</month><year>2022</year></date>
            <date date-type="accepted"><day>3</day><month>2</month><year>2022</year></date></history>
    Bad:
        <history><date date-type="recieved"><year>2022</year></date></history>
    Bad:
        <article-meta><pub-date pub-type="epub"><year>2021</year></pub-date>
            <history><date date-type="accepted"><year>2022</year></date></history></article-meta>
    Bad:
        <history><date><year>2022</year></date></history>
    Good:
        <history><date date-type="received"><day>3</day><month>2</month><year>2022</year></date>
            <date date-type="accepted"><day>3</day><month>6</month><year>2022</year></date></history>
    Source:
        PMC Tagging Guidelines, history; JATS tag library, date-type; SciELO PS, history.
    """
    for meta in document.metas:
        found: dict[str, tuple[Day, etree._Element]] = {}
        for date in document.at(meta, "history/date"):
            type = date.get("date-type", "")
            if not type:
                yield Fault(date, "it is not said what happened on this day", "Add date-type.")
            elif fault := _misspelt(date, type):
                yield fault
            if type in _ORDER and (day := of(date)):
                found[type] = max(found[type], (day, date), key=_day) if type in found else (day, date)
        yield from _order(meta, found, document)


def _day(found: tuple[Day, etree._Element]) -> Day:
    return found[0]


def _misspelt(date: etree._Element, type: str) -> Fault | None:
    if type in _TYPES:
        return None
    folded = type.lower().replace("_", "-").replace(" ", "-")
    close = [_ALSO[folded]] if folded in _ALSO else difflib.get_close_matches(folded, _TYPES, 1, 0.85)
    if not close:
        return None
    repair = Repair(f"Write {close[0]}", (SetAttribute(date, "date-type", close[0]),), safe=folded == close[0])
    message = f"“{type[:40]}” is no usual kind of date"
    return Fault(date, message, f"Did you mean {close[0]}?", "date-type", type, close[0], repair)


def _order(meta: etree._Element, found: dict[str, tuple[Day, etree._Element]], document: Document) -> Iterator[Fault]:
    past: tuple[str, Day] | None = None
    for type in _ORDER:
        if type not in found:
            continue
        day, date = found[type]
        if past and day.is_before(past[1]):
            message = f"{type} on {day} is before {past[0]} on {past[1]}"
            yield Fault(date, message, "See which of them is right.", value=str(day))
        else:
            past = type, day
    published = [when for date in document.children(meta, "pub-date") if _is_own(date) and (when := of(date))]
    if published and "accepted" in found:
        day, date = found["accepted"]
        if all(other.is_before(day) for other in published):
            message = f"accepted on {day}, after it was published on {max(published)}"
            yield Fault(date, message, "See which of them is right.", value=str(day))


def _is_own(date: etree._Element) -> bool:
    """Whether it is the date of the article as it was accepted: not that of a preprint, nor of the manuscript online."""
    return not {date.get("pub-type"), date.get("date-type")} & {"preprint", "preprint-pub"}
