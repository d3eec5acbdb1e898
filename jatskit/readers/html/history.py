"""When the article was received, revised, accepted and published, as the page prints it."""

from __future__ import annotations

import re

from jatskit.layouts.events import PUBLISHED, events_in
from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import NO_SUCH_DATE, dates_in
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind

_GAP = re.compile(
    r"[\s:：\-–—|,(（\[<>=.]*(?:on|date|at|the|in (?:its )?(?:final |revised |original )*form|online|print)?[\s:：\-–,(（.]*",
    re.I,
)
_YEAR = re.compile(r"\d\d|年")
#: Characters of a line in which events are looked for: one with a history in it is short.
_LONGEST_HISTORY = 700


def offer_dates(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the dates that stand behind words for what happened on them."""
    seen: set[str] = set()
    lines = view.lines
    for line in lines:
        if line.is_long or line.end - line.start > _LONGEST_HISTORY * 2 or line.inside(references):
            continue
        text = line.text
        # A date has a year, in this line or, if it ends in the words for the date, in the next one.
        if len(text) > _LONGEST_HISTORY or not (_YEAR.search(text) or _goes_on(lines, line)):
            continue
        if not (events := [event for event in events_in(text) if event.field != "date"]):
            continue
        if len(text) <= 250 and any(dates_in(text)):
            sheet.take_span(line.start, line.end, "history")
        for event in events:
            gap = _GAP.match(text, event.end)
            at = gap.end() if gap else event.end
            if at >= len(text):
                following = lines[line.index + 1] if line.index + 1 < len(lines) else None
                if following is None or following.is_long or len(following.text) > 60:
                    continue
                _offer_date(sheet, event.field, following.content, 0, seen)
            else:
                _offer_date(sheet, event.field, line.content, at, seen)


def _goes_on(lines: list[Line], line: Line) -> bool:
    """Whether the next line may say the date that a line announces."""
    following = lines[line.index + 1] if line.index + 1 < len(lines) else None
    return (
        following is not None
        and not following.is_long
        and following.end - following.start < _LONGEST_HISTORY
        and _YEAR.search(following.text[:61]) is not None
        and len(following.text) <= 60
    )


def _offer_date(sheet: Sheet, what: str, content: Text, at: int, seen: set[str]) -> None:
    date = next(dates_in(content.text, at), None)
    published = what in PUBLISHED
    if date is None or date.start > at + 2 or (what in seen and what not in ("published", "electronic")):
        return
    if not published and not date.month and not date.refused:
        return
    seen.add(what)
    kind = _K.LABEL if not published or what == "issue-date" else _K.BODY
    variant = "" if what in ("issue-date", "published") else what
    candidate = sheet.offer("published" if published else "history", kind, variant)
    for part, span, normalisation in date.parts:
        candidate.quote((part,), content.span(*span), normalisation=normalisation)
    if date.refused:
        candidate.refuse(content.span(*date.refused), NO_SUCH_DATE)
    if published:
        candidate.infer(("type",), "pub", "the words before it")
        if variant:
            candidate.infer(("format",), variant, "the words before it")
    else:
        candidate.set(("type",), what)
