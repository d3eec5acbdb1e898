"""The header that an extractor writes before the text: `title: …` and the like between two lines of dashes."""

from __future__ import annotations

import re
from collections.abc import Set

from jatskit.layouts.head import PLATFORM, SITES
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import first_date
from jatskit.readers.page.dating import quote_date
from jatskit.readers.page.draft import Draft
from jatskit.readers.page.people import Names, cut_names, offer_names
from jatskit.readers.page.titles import without_site

_FIELD = re.compile(
    r"(title|author|authors|url|hostname|description|sitename|date|fingerprint|license|categories|tags|id|image|language|pagetype)\s{0,3}:\s{0,3}(?=\S)"
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_QUOTES = "\"'"
_LEAST = 2
#: Items of a header among which none was left out, because no two people share a name.
_MOST_PARTS = 12


def recognise(draft: Draft) -> None:
    """Offer what the header says; take its lines."""
    if not draft.lines or draft.lines[0].text.strip("-"):
        return
    fields: list[tuple[str, Span]] = []
    end = 0
    for line in draft.lines[1:40]:
        if not line.text.strip("-"):
            end = line.index
            break
        if match := _FIELD.match(line.text):
            start, stop = match.end(), len(line.text)
            if line.text[start] in _QUOTES and line.text[-1] == line.text[start] and stop - start > 1:
                start, stop = start + 1, stop - 1
            fields.append((match[1], (line.start + start, line.start + stop)))
    if not end or len(fields) < _LEAST:
        return
    for line in draft.lines[: end + 1]:
        draft.take(line, "extractor's header")
    draft.marks["header"] = end
    sites = {folded(draft.text[slice(*span)]) for name, span in fields if name == "sitename"}
    for name, span in fields:
        _offer(draft, name, span, sites)


def _holds_title(draft: Draft, text: str) -> bool:
    """Whether the document's title was taken for the name of its site."""
    return any(folded(candidate.quoted) in folded(text) for candidate in draft.offers("title"))


def _offer(draft: Draft, name: str, span: Span, sites: Set[str]) -> None:
    text = draft.text[slice(*span)]
    if name == "title":
        title = without_site(draft, *span, sites)
        if not PLATFORM.whole(draft.text[slice(*title)]):
            draft.cite(draft.offer("title", SourceKind.HEADER), (), title)
    elif name in ("author", "authors"):
        names = _people(draft, span)
        if names.spans:
            offer_names(draft, draft.offer("byline", SourceKind.HEADER), names)
    elif name == "sitename" and not (SITES.within(text) or PLATFORM.whole(text) or _holds_title(draft, text)):
        draft.cite(draft.offer("journal-title", SourceKind.HEADER), (), span)
    elif name == "date" and (date := first_date(text)):
        candidate = draft.offer("published", SourceKind.HEADER)
        quote_date(draft, candidate, span[0], date)
        candidate.infer(("type",), "pub", "the header's date")


def _people(draft: Draft, span: Span) -> Names:
    """Return the people between semicolons, or none if it cannot be told which items are whose.

    An extractor that meets "Surname, Given" in a page's data parts the two by a semicolon, and leaves out what it had before.
    """
    items: list[Span] = []
    at = span[0]
    for item in draft.text[slice(*span)].split(";"):
        if (inner := item.strip()) and _LETTER.search(inner):
            first = at + item.index(inner)
            cut = cut_names(inner)
            start, stop = cut[0] if len(cut) == 1 else (0, len(inner))
            items.append((first + start, first + stop))
        at += len(item) + 1
    words = [len(draft.text[slice(*item)].split()) for item in items]
    if len(items) < _LEAST or 2 * words.count(1) <= len(items):
        return Names(items, [((0, 0), (0, 0))] * len(items))
    if len(items) % 2 or len(items) > _MOST_PARTS:
        return Names()
    pairs = list(zip(items[1::2], items[::2], strict=True))
    return Names([(surname[0], given[1]) for given, surname in pairs], pairs)
