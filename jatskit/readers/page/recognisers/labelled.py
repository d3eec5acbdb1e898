"""Where the article stands, and when it came out, where each value has its own label: `Volume: 12`, or on two lines.

A label on a line of its own may stand above its value or below it. A page does the one or the other throughout, so the
values themselves tell: what stands on the label's two sides either is a number, a date, a range of pages, or is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.layouts import SLOTS, LabelMatch, furniture_in
from jatskit.layouts.events import PUBLISHED
from jatskit.layouts.head import BETWEEN, PLATFORM
from jatskit.layouts.labels import EVENTS
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import PrintedDate, dates_in
from jatskit.readers.page.dating import order_of, publication, quote_date
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.recognisers.identifiers import is_part
from jatskit.readers.page.recognisers.journals import is_listed

_K = SourceKind
_PAGE = r"[A-Za-z]{0,3}\d{1,7}"
#: What a whole value looks like, by its label's field. A number of pages alone may be how many there are.
_VALUES: Mapping[str, re.Pattern[str]] = {
    "volume": re.compile(r"(?P<value>[A-Za-z]?\d{1,4}[A-Za-z]?)[.,;，；]?"),
    "issue": re.compile(r"(?P<value>(?:S|Suppl\.?\s?|E)?\d{1,4}(?:[-–/]\d{1,4})?)[.,;，；]?", re.IGNORECASE),
    "pages": re.compile(rf"(?:pp?\.\s?)?(?P<first>{_PAGE})\s?[-–—‐−~～]\s?(?P<last>{_PAGE})[.,;，；]?"),
    "number": re.compile(r"(?P<value>[A-Za-z]{0,3}[-.]?\d{1,9})[.,;]?"),
    "doi": re.compile(rf"(?:https?://(?:dx\.|www\.)?doi\.org/)?(?P<value>{SLOTS['doi']})[.。]?", re.IGNORECASE),
    "journal": re.compile(r"(?P<value>[^\W\d_][^\d\n|<>@]{2,120})"),
}
#: The fields whose values are told from others by their form.
_TOLD = frozenset({"volume", "pages", "doi", *EVENTS})
_COLON = re.compile(r"[:：]")
_EDGES = "日。.;；,，()（） \t"
_LONGEST = 160


def recognise(draft: Draft) -> None:
    """Offer the values behind, below or above their labels, and take their lines."""
    lines = [
        line
        for line in draft.free(0, draft.marks.get("references"))
        if line.index in draft.labels and len(line.text) <= _LONGEST
    ]
    alone = [line for line in lines if draft.labels[line.index].end == len(line.text)]
    step = -1 if _above(draft, alone) else 1
    if step < 0:
        draft.marks["values-above"] = alone[0].index
    for line in lines:
        label = draft.labels[line.index]
        value, offset = line, label.end
        if label.end == len(line.text):
            beside = _beside(draft, line, step)
            if beside is None:
                near = draft.lines[line.index + step : line.index + step + 1] if line.index + step >= 0 else []
                if label.field == "doi" and near and draft.rule(near[0]) in ("doi", "repeated-doi"):
                    draft.take(line, "label")
                continue
            if label.field == "journal" and is_listed(draft, beside):
                continue
            value, offset = beside, 0
        if _offer(draft, label, value, offset):
            draft.take(line, "label")
            if value is not line:
                draft.take(value, "labelled value")


def _beside(draft: Draft, line: Line, step: int) -> Line | None:
    at = line.index + step
    while 0 <= at < len(draft.lines) and _COLON.fullmatch(draft.lines[at].text):
        at += step
    beside = draft.lines[at] if 0 <= at < len(draft.lines) else None
    return beside if beside and beside.index not in draft.labels and draft.is_free(beside) else None


def _above(draft: Draft, alone: list[Line]) -> bool:
    """Whether the values of the labels that stand alone stand above them."""
    sides = {1: 0, -1: 0}
    for line in alone:
        field = draft.labels[line.index].field
        for step in sides if field in _TOLD else ():
            beside = _beside(draft, line, step)
            sides[step] += beside is not None and _fits(field, beside.text, 0)
    return sides[-1] > sides[1]


def _date(text: str, offset: int, order: bool | None = None) -> PrintedDate | None:
    """Return the date that a text is from an offset on, to its end."""
    date = next(dates_in(text, offset, days_first=order), None)
    if date is None or text[offset : date.start].strip(_EDGES) or text[date.end :].strip(_EDGES):
        return None
    return date


def _fits(field: str, text: str, offset: int) -> bool:
    if len(text) > _LONGEST:
        return False
    if field in EVENTS:
        return _date(text, offset) is not None
    return field in _VALUES and _VALUES[field].fullmatch(text, offset) is not None


def _may_be_journal(text: str) -> bool:
    return not (text[0].islower() or furniture_in(text) or BETWEEN.whole(text) or PLATFORM.whole(text))


def _offer(draft: Draft, label: LabelMatch, line: Line, offset: int) -> bool:
    """Offer what a line says from an offset on, if it is a value of the label's field."""
    if not _fits(label.field, line.text, offset):
        return False
    if label.field in EVENTS:
        return _offer_date(draft, label.field, line, offset)
    match = _VALUES[label.field].fullmatch(line.text, offset)
    if match is None or (label.field == "journal" and not _may_be_journal(match["value"])):
        return False
    found = {name: (line.start + match.start(name), line.start + match.end(name)) for name in match.re.groupindex}
    if label.field == "pages":
        candidate = draft.offer("pages", _K.LABEL)
        for end, span in found.items():
            draft.cite(candidate, ("pages", end), span)
    elif label.field == "number":
        draft.cite(draft.offer("pages", _K.LABEL), ("elocation_id",), found["value"])
    elif label.field == "doi":
        if is_part(draft, match["value"]):
            return False
        draft.cite(draft.offer("doi", _K.LABEL).set(("type",), "doi"), ("value",), found["value"])
    else:
        about = "journal-title" if label.field == "journal" else label.field
        draft.cite(draft.offer(about, _K.LABEL), (), found["value"])
    return True


def _offer_date(draft: Draft, field: str, line: Line, offset: int) -> bool:
    date = _date(line.text, offset, order_of(draft))
    if date is None or (field not in PUBLISHED and not (date.month or date.refused)):
        return False
    if field not in PUBLISHED:
        candidate = draft.offer("history", _K.LABEL, field)
        candidate.set(("type",), field)
    else:
        candidate = publication(draft, _K.LABEL, field)
    quote_date(draft, candidate, line.start, date)
    return True
