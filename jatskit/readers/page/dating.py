"""Dates on a page of lines, and the events that they are of."""

from __future__ import annotations

import re

from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.dates import NO_SUCH_DATE, PrintedDate, dates_in
from jatskit.readers.page.draft import Draft

#: What is printed before a date, and what the date is: a type of `history/date`, or a kind of publication.
EVENTS: tuple[tuple[str, str], ...] = (
    ("rev-recd", r"revision received|received in (?:final |its )?revised form|修回日期|修回"),
    ("revised", r"(?:manuscript |article )?revised|修改日期|修订日期|修稿日期|revisado|revised date|düzeltme tarihi|после доработки|수정일"),
    ("received", r"(?:manuscript |article |original )?received|submitted|收稿日期|收稿时间|投稿时间|收到日期|поступила(?: в редакцию)?|recibido|"
     r"recebido|reçu|eingegangen|geliş tarihi|gönderilme tarihi|başvuru tarihi|受付日?|접수일|تاريخ الاستلام|تاریخ دریافت"),
    ("accepted", r"(?:manuscript |article )?accepted(?: for publication)?|录用日期|接受日期|录用时间|принята(?: к публикации)?|"
     r"aceptado|aceito|aprovado|accepté|angenommen|kabul tarihi|受理日?|게재확정일?|تاريخ القبول|تاریخ پذیرش"),
    ("electronic", r"(?:article )?(?:first )?published online|(?:version of record |article first published )online|available online|"
     r"网络出版日期|在线发表|网络首发|first online|online published|published electronically|posted online"),
    ("", r"(?:first )?published(?: in print)?|publication date|date of publication|date published|出版日期|刊出日期|发布日期|出版时间|발행일|"
     r"publicado|publicação|yayım(?:lanma)? tarihi|yayınlanma tarihi|опубликована|erscheinungsdatum|date"),
)  # fmt: skip
_EVENT = re.compile("|".join(f"(?P<e{n}>(?<![^\\W\\d_])(?:{p}))" for n, (_, p) in enumerate(EVENTS)), re.IGNORECASE)
_GAP = re.compile(
    r"[\s:：\-–—|,(（\[<>=.]{0,90}(?:(?:on|date|the|online|in print)\b)?[\s:：\-–,(（.]{0,90}", re.IGNORECASE
)
_LONGEST_LINE = 700
#: Characters of white space and marks between an event and its date.
_FAR = 3


def quote_date(draft: Draft, candidate: Candidate, start: int, date: PrintedDate) -> None:
    """Let a candidate quote the parts of a date that was found in a text which begins at `start`."""
    candidate_parts = (("year", date.year, "number"), ("month", date.month, "month"), ("day", date.day, "number"))
    for part, span, normalisation in candidate_parts:
        if span:
            draft.cite(candidate, (part,), (start + span[0], start + span[1]), normalisation=normalisation)
    if date.refused:
        places = draft.page.spans(start + date.refused[0], start + date.refused[1])
        candidate.refuse((places[0][0], places[-1][1]), NO_SUCH_DATE)


def recognise(draft: Draft) -> None:
    """Offer the dates that stand behind the words for an event, on the same line or on the next one."""
    seen: set[str] = set()
    for line in draft.free(0, draft.marks.get("references")):
        if len(line.text) > _LONGEST_LINE:
            continue
        for event in _EVENT.finditer(line.text):
            what = EVENTS[int((event.lastgroup or "e0")[1:])][0]
            start = line.start + event.end()
            window = draft.text[start : start + 240]
            gap = _GAP.match(window)
            at = gap.end() if gap else 0
            if "\n" in window[:at] and event.start() > 25:
                continue
            date = next(dates_in(window[: at + 40], at), None)
            if date is None or date.start > at + _FAR or (what in seen and what):
                continue
            plain_word = event[0].casefold() == "date"
            if (what == "" and not date.month and plain_word) or (
                what not in ("", "electronic") and not date.month and not date.refused
            ):
                continue
            seen.add(what)
            _offer(draft, what, start, date)


def _offer(draft: Draft, what: str, start: int, date: PrintedDate) -> None:
    if what not in ("", "electronic"):
        candidate = draft.offer("history", SourceKind.LABEL, what)
        quote_date(draft, candidate, start, date)
        candidate.set(("type",), what)
        return
    candidate = draft.offer("published", SourceKind.BODY, what)
    quote_date(draft, candidate, start, date)
    candidate.infer(("type",), "pub", "the words before it")
    if what:
        candidate.infer(("format",), what, "the words before it")
