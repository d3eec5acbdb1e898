"""Dates on a page of lines, and the events that they are of."""

from __future__ import annotations

import re

from jatskit.findings import Kind, Severity
from jatskit.layouts.events import PUBLISHED, events_in
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.dates import NO_SUCH_DATE, PrintedDate, dates_in, days_first, other_calendar
from jatskit.readers.page.draft import Draft

OTHER_CALENDAR = Kind(
    "date-in-other-calendar",
    Severity.WARNING,
    "A date is given in the Persian or the Hijri calendar. It is not converted, since the page does not say the day of "
    "the common calendar that it means, and JATS wants that one.",
)

_GAP = re.compile(
    r"[\s:：\-–—|,(（\[<>=.]{0,90}(?:(?:on|date|the|online|in print)\b)?[\s:：\-–,(（.]{0,90}", re.IGNORECASE
)
_LONGEST_LINE = 700
#: Characters of white space and marks between an event and its date.
_FAR = 3
#: Characters of a line from which on words for an event are talk, if their date stands on the next line.
_TALK = 25


def order_of(draft: Draft) -> bool | None:
    """Say whether the page's dates of numbers have the day first, by those of events that can be read in one way only."""
    lines = (line.text for line in draft.lines if len(line.text) <= _LONGEST_LINE and "/" in line.text)
    return days_first(text for text in lines if any(True for _ in events_in(text)))


def quote_date(draft: Draft, candidate: Candidate, start: int, date: PrintedDate) -> None:
    """Let a candidate quote the parts of a date that was found in a text which begins at `start`."""
    for part, span, normalisation in date.parts:
        draft.cite(candidate, (part,), (start + span[0], start + span[1]), normalisation=normalisation)
    if date.refused:
        places = draft.page.spans(start + date.refused[0], start + date.refused[1])
        candidate.refuse((places[0][0], places[-1][1]), NO_SUCH_DATE)


def publication(draft: Draft, kind: SourceKind, field: str) -> Candidate:
    """Return a new candidate for a date of publication, of the kind that the words for an event say."""
    variant = field if field in ("electronic", "issue-date") else ""
    candidate = draft.offer("published", kind, variant)
    reason = "the words before it"
    candidate.infer(("type",), "collection" if variant == "issue-date" else "pub", reason)
    if variant == "electronic":
        candidate.infer(("format",), variant, reason)
    return candidate


def recognise(draft: Draft) -> None:
    """Offer the dates that stand behind the words for an event, on the same line or on the next one."""
    seen: set[str] = set()
    references = draft.marks.get("references", len(draft.lines))
    order = order_of(draft)
    for line in draft.free():
        if len(line.text) > _LONGEST_LINE:
            continue
        events = list(events_in(line.text))
        if line.index > references and (not events or events[0].start > _FAR):
            # Behind the references the history is a line of its own, and an entry that was not recognised begins with names.
            continue
        for event in events:
            start = line.start + event.end
            window = draft.text[start : start + 240]
            gap = _GAP.match(window)
            at = gap.end() if gap else 0
            if "\n" in window[:at] and event.start > _TALK:
                continue
            date = next(dates_in(window[: at + 40], at, days_first=order), None)
            other = other_calendar(window[: at + 40], at)
            if other and other[0] <= at + _FAR:
                _report(draft, start, window[slice(*other)], other[0])
            if date is None or date.start > at + _FAR or (event.field in seen and event.field not in PUBLISHED):
                continue
            dated = date.month or (date.refused and event.field != "date")
            if not dated and event.field not in ("published", "electronic", "issue-date"):
                continue
            seen.add(event.field)
            _offer(draft, event.field, start, date)
    _doubt_header(draft)


def _doubt_header(draft: Draft) -> None:
    """Distrust an extractor's 1 January of a year that no line of the page has.

    Where an extractor finds no date it takes the year of the frame's copyright, and that day of it.
    """
    for candidate in draft.offers("published"):
        year, month, day = (candidate.values.get((part,)) for part in ("year", "month", "day"))
        first = candidate.kind is SourceKind.HEADER and month == day == 1
        if first and not _has_year(draft, str(year)):
            candidate.distrusted = "no line of the page has this year"


def _has_year(draft: Draft, year: str) -> bool:
    first, last = draft.marks.get("header", -1) + 1, draft.marks.get("references", len(draft.lines))
    printed = re.compile(rf"(?<!\d){re.escape(year)}(?!\d)")
    return any(printed.search(line.text) and "©" not in line.text for line in draft.lines[first:last])


def _report(draft: Draft, start: int, text: str, at: int) -> None:
    draft.find(
        OTHER_CALENDAR,
        f"“{text}” is a date of the Persian or the Hijri calendar, and not in the article.",
        offset=draft.page.at(start + at),
        advice="Enter the date in the common calendar.",
    )


def _offer(draft: Draft, field: str, start: int, date: PrintedDate) -> None:
    if field not in PUBLISHED:
        candidate = draft.offer("history", SourceKind.LABEL, field)
        quote_date(draft, candidate, start, date)
        candidate.set(("type",), field)
        return
    quote_date(draft, publication(draft, SourceKind.BODY, field), start, date)
