"""What happened to an article on a date, by the words that pages print before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jatskit.layouts.labels import EVENTS, folded_word, spelt, words_of

#: The events that are a publication, and no part of the article's history.
PUBLISHED = frozenset({"electronic", "issue-date", "published", "date"})


@dataclass(frozen=True, slots=True)
class EventWord:
    """Words for an event in a text: the field of `LABELS`, and where they stand."""

    field: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], Mapping[str, str]]:
    fields = {folded_word(word): field for field in reversed(EVENTS) for word in words_of(field)}
    return re.compile(rf"(?<![^\W\d_])(?:{spelt(words_of(*EVENTS))})", re.IGNORECASE), fields


def events_in(text: str) -> Iterator[EventWord]:
    """Yield the words for events in a text, the longest where several begin at one place."""
    pattern, fields = _table()
    for match in pattern.finditer(text):
        yield EventWord(fields[folded_word(match[0])], *match.span())
