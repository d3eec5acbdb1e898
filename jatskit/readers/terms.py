"""Where the terms of a list of keywords stand in its text, by the marks of all the languages of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.language import has_han
from jatskit.protocols import Span

#: More terms than anybody gives an article; what has more is a list of something else.
MOST_TERMS = 200
_CHARACTER_REFERENCES = r"(?<!&nbsp)(?<!&amp)(?<!&quot)(?<!&lt)(?<!&gt)"
#: What parts keywords, the surest first. A comma may stand within a term, as in “2,4-D”; a bar or a slash only between blanks.
_SEPARATORS = (
    re.compile(rf"\s*{_CHARACTER_REFERENCES}[;；؛]\s*"),
    re.compile(r"\s*\|\s*|\s+/(?:\s+|$)|／|\s*<br\s*/?>\s*|\s+[•·]\s+", re.IGNORECASE),
    re.compile(r"\s*[,，、،](?!\d)\s*|\s+[,，、،]\s+"),
    re.compile(r"(?:(?<=\s)|^)#(?=\w)"),
    # Blanks that only a typesetter sets.
    re.compile(r"(?<=\S)(?:[^\S\r\n]{2,20}|\u3000)(?=\S)"),
)
_HAN_BLANK = re.compile(r"\s+")
_EDGES = " \t\r\n\u00a0\u3000.。/|·•;；؛,，、،"
_NUMBER = re.compile(r"\(?(\d{1,2})[.)．]\s{0,2}(?=[^\W\d_])")
_BRACKETS = {"(": ")", "（": "）", "[": "]"}


def term_spans(text: str, start: int = 0, *, certain: bool = False) -> list[Span]:
    """Return where the terms of a list of keywords stand in a text, from `start` on.

    With `certain` only marks that part nothing but a list do so. Numbers that count the terms are not part of them.
    """
    body = text[start:].strip(_EDGES)
    separator = next((s for s in _SEPARATORS[: 2 if certain else None] if s.search(body)), None)
    if separator is None and not certain and len(words := body.split()) > 1 and all(map(has_han, words)):
        separator = _HAN_BLANK
    spans = [] if separator is None and not body else list(_cut(text, start, separator))
    first = _NUMBER.match(text[slice(*spans[0])]) if len(spans) > 1 else None
    return [_uncounted(text, span) for span in spans] if first and first[1] == "1" else spans


def _cut(text: str, start: int, separator: re.Pattern[str] | None) -> Iterator[Span]:
    at = start
    cuts = [match.span() for match in separator.finditer(text, start)] if separator else []
    for first, last in [*(cut for cut in cuts if not _bracketed(text, start, cut[0])), (len(text), len(text))]:
        piece = text[at:first]
        if term := piece.strip(_EDGES):
            place = at + piece.index(term)
            stop = place + len(term)
            yield place, stop + (text[stop : stop + 1] == "." and term.endswith("etc"))
        at = last


def _bracketed(text: str, start: int, at: int) -> bool:
    """Whether a place stands within brackets that were opened within 60 characters before it, and are closed soon."""
    before = text[max(start, at - 60) : at]
    return any(
        before.count(opening) > before.count(closing) and closing in text[at : at + 60]
        for opening, closing in _BRACKETS.items()
    )


def _uncounted(text: str, span: Span) -> Span:
    number = _NUMBER.match(text[slice(*span)])
    return (span[0] + number.end(), span[1]) if number else span
