"""The header that an extractor writes before the text: `title: …` and the like between two lines of dashes."""

from __future__ import annotations

import re

from jatskit.layouts.head import PLATFORM, SITES
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import first_date
from jatskit.readers.page.dating import quote_date
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import Names, cut_names, offer_names

_FIELD = re.compile(
    r"(title|author|authors|url|hostname|description|sitename|date|fingerprint|license|categories|tags|id|image|language|pagetype)\s{0,3}:\s{0,3}(?=\S)"
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_QUOTES = "\"'"
_LEAST = 2


def recognise(draft: Draft) -> None:
    """Offer what the header says; take its lines."""
    if not draft.lines or draft.lines[0].text.strip("-"):
        return
    fields: list[tuple[str, Line, Span]] = []
    end = 0
    for line in draft.lines[1:40]:
        if not line.text.strip("-"):
            end = line.index
            break
        if match := _FIELD.match(line.text):
            start, stop = match.end(), len(line.text)
            if line.text[start] in _QUOTES and line.text[-1] == line.text[start] and stop - start > 1:
                start, stop = start + 1, stop - 1
            fields.append((match[1], line, (line.start + start, line.start + stop)))
    if not end or len(fields) < _LEAST:
        return
    for line in draft.lines[: end + 1]:
        draft.take(line, "extractor's header")
    draft.marks["header"] = end
    for name, line, span in fields:
        _offer(draft, name, line, span)


def _holds_title(draft: Draft, text: str) -> bool:
    """Whether the document's title was taken for the name of its site."""
    return any(folded(candidate.quoted) in folded(text) for candidate in draft.offers("title"))


def _offer(draft: Draft, name: str, line: Line, span: Span) -> None:
    text = draft.text[slice(*span)]
    if name == "title":
        draft.cite(draft.offer("title", SourceKind.HEADER), (), span)
    elif name in ("author", "authors"):
        names = Names()
        at = span[0]
        for item in text.split(";"):
            if (inner := item.strip()) and _LETTER.search(inner):
                first = at + item.index(inner)
                cut = cut_names(inner)
                start, stop = cut[0] if len(cut) == 1 else (0, len(inner))
                names.spans.append((first + start, first + stop))
                names.parts.append(((0, 0), (0, 0)))
            at += len(item) + 1
        offer_names(draft, draft.offer("byline", SourceKind.HEADER), names)
    elif name == "sitename" and not (SITES.within(text) or PLATFORM.whole(text) or _holds_title(draft, text)):
        draft.cite(draft.offer("journal-title", SourceKind.HEADER), (), span)
    elif name == "date" and (date := first_date(text)):
        candidate = draft.offer("published", SourceKind.HEADER)
        quote_date(draft, candidate, span[0], date)
        candidate.infer(("type",), "pub", "the header's date")
