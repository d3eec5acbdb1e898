"""When the article was received, revised, accepted and published, as the page prints it."""

from __future__ import annotations

import re

from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import NO_SUCH_DATE, dates_in
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_K = SourceKind

#: What is printed before a date, and what the date is: a type of `history/date`, or a kind of publication.
_EVENTS: tuple[tuple[str, str], ...] = (
    ("received", r"gönder(?:il)?me? tarihi|gönderim tarihi|(?:manuscript |article |original )?received|submitted|submission date|date of submission|"
     r"收稿日期|收稿时间|投稿时间|收到日期|poступила|поступила(?: в редакцию)?|recibido|recebido|reçu|eingegangen|"
     r"geliş tarihi|başvuru tarihi|受付日?|접수일|投稿日期|来稿日期"),
    ("rev-recd", r"revision received|received in (?:final |its )?revised form|修回日期"),
    ("revised", r"(?:manuscript |article )?revised|"
     r"修改日期|修订日期|最后修改时间|revisado|düzeltme tarihi|после доработки|수정일|改訂日?"),
    ("accepted", r"(?:manuscript |article )?accepted(?: for publication)?|acceptance date|录用日期|接受日期|录用时间|"
     r"принята(?: к публикации)?|aceptado|aceito|aprovado|accepté|angenommen|kabul tarihi|受理日?|게재확정일|接收日期"),
    ("electronic", r"(?:first )?published online|(?:first )?published on the web|(?:version of record |article first published )online|"
     r"available online|online(?: publication)? date|epub|网络出版日期|在线发表|网络首发|date of publication \(online\)|"
     r"first online|(?:j-stage)?公開日|早期公開日|online published|published electronically|posted online"),
    ("issue", r"issue date|issue published|cover date|date of issue"),
    ("", r"published(?: in print)?|publication date|date of publication|date published|publication history|"
     r"出版日期|刊出日期|发布日期|出版时间|발행일|発行日|publicado|publicação|yayım(?:lanma)? tarihi|опубликована|"
     r"erscheinungsdatum|year of publication"),
)  # fmt: skip
_EVENT = re.compile(
    "|".join(f"(?P<e{n}>(?<![^\\W\\d_])(?:{pattern}))" for n, (_, pattern) in enumerate(_EVENTS)), re.IGNORECASE
)
_GAP = re.compile(
    r"[\s:：\-–—|,(（\[<>=.]*(?:on|date|at|the|in (?:its )?(?:final |revised |original )*form|online|print)?[\s:：\-–,(（.]*",
    re.I,
)
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
        if len(text) > _LONGEST_HISTORY or not (events := list(_EVENT.finditer(text))):
            continue
        if len(text) <= 250 and any(dates_in(text)):
            sheet.take_span(line.start, line.end, "history")
        for event in events:
            what = _EVENTS[int((event.lastgroup or "e0")[1:])][0]
            gap = _GAP.match(text, event.end())
            at = gap.end() if gap else event.end()
            if at >= len(text):
                following = lines[line.index + 1] if line.index + 1 < len(lines) else None
                if following is None or following.is_long or len(following.text) > 60:
                    continue
                _offer_date(sheet, what, following.content, 0, seen)
            else:
                _offer_date(sheet, what, line.content, at, seen)


def _offer_date(sheet: Sheet, what: str, content: Text, at: int, seen: set[str]) -> None:
    date = next(dates_in(content.text, at), None)
    if date is None or date.start > at + 2 or (what in seen and what not in ("", "electronic")):
        return
    published = what in ("", "electronic", "issue")
    if not published and not date.month and not date.refused:
        return
    seen.add(what)
    kind = _K.LABEL if not published or what == "issue" else _K.BODY
    variant = "" if what == "issue" else what
    candidate = sheet.offer("published" if published else "history", kind, variant)
    candidate.quote(("year",), content.span(*date.year), normalisation="number")
    if date.month:
        candidate.quote(("month",), content.span(*date.month), normalisation="month")
        if date.day:
            candidate.quote(("day",), content.span(*date.day), normalisation="number")
    if date.refused:
        candidate.refuse(content.span(*date.refused), NO_SUCH_DATE)
    if published:
        candidate.infer(("type",), "pub", "the words before it")
        if variant:
            candidate.infer(("format",), variant, "the words before it")
    else:
        candidate.set(("type",), what)
