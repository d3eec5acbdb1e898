"""The words of a citation, looked at once: what each tells is counted, so that any stretch is told from two counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from jatskit.references.letters import LETTER
from jatskit.references.western.vocabulary import JOURNAL_WORDS, MEETING_WORDS, TITLE_WORDS

WORD = re.compile(rf"[{LETTER}][{LETTER}'\-]*")

_HOST_WORDS = JOURNAL_WORDS | MEETING_WORDS
_MEETING_ONLY = (MEETING_WORDS - JOURNAL_WORDS) | {"proceedings", "conference"}

#: What may part a word where a stretch of the text ends.
_PARTS = re.compile(r"['\-]")
#: What is counted, each in its own bits of one number.
_BITS = 24
_MASK = (1 << _BITS) - 1
HOST, SMALL, CAPITAL, CONTENT, TITLE, JOURNAL, MEETING, MEETING_ONLY, MEETING_PART = (n * _BITS for n in range(9))


@lru_cache(maxsize=8192)
def _told(word: str) -> int:
    """Return what a word tells, as the counts of a text that has no other."""
    lower = word.lower()
    capital = word[0].isupper()
    return (
        (lower in _HOST_WORDS) << HOST
        | (lower in TITLE_WORDS) << SMALL
        | capital << CAPITAL
        | (capital or len(word) > 3) << CONTENT
        | (word in TITLE_WORDS) << TITLE
        | (capital and (len(word) == 1 or lower.rstrip("'") in JOURNAL_WORDS)) << JOURNAL
        | (lower in MEETING_WORDS) << MEETING
        | (lower in _MEETING_ONLY) << MEETING_ONLY
        | (not MEETING_WORDS.isdisjoint(_PARTS.split(lower))) << MEETING_PART
    )


class Words:
    """Some words in their order: how many they are (`count`), and how many of them are of a kind."""

    __slots__ = ("_counts", "_table", "count", "first")

    def __init__(self, table: WordTable, first: int, last: int) -> None:
        self._table, self.first, self.count = table, first, last - first
        self._counts = table.counts[last] - table.counts[first]

    def of_kind(self, kind: int) -> int:
        """Return how many of the words are of a kind, such as `HOST`."""
        return self._counts >> kind & _MASK

    @property
    def first_word(self) -> str:
        """The first of the words, of which there is at least one."""
        return self._table.words[self.first]

    def first_is(self, kind: int) -> bool:
        """Whether the first of the words, of which there is at least one, is of a kind."""
        return bool(_told(self.first_word) >> kind & 1)

    @property
    def lower(self) -> set[str]:
        """The words in lower case."""
        return {word.lower() for word in self._table.words[self.first : self.first + self.count]}

    def behind(self, at: int) -> Words:
        """Return those that begin at an offset of the text or behind it."""
        last = self.first + self.count
        return Words(self._table, bisect_left(self._table.starts, at, self.first, last), last)


class WordTable:
    """The words between two offsets of a text."""

    __slots__ = ("counts", "ends", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        spans = [match.span() for match in WORD.finditer(text, start, end)]
        self.starts = [span[0] for span in spans]
        self.ends = [span[1] for span in spans]
        self.words = [text[a:b] for a, b in spans]
        #: What is told by the words before each, and by all of them.
        self.counts = list(accumulate(map(_told, self.words), initial=0))

    def has(self, kind: int) -> bool:
        """Whether any word is of a kind."""
        return bool(self.counts[-1] >> kind & _MASK)

    def within(self, start: int, end: int) -> Words:
        """Return the words of a stretch; of a word that its ends cut, the part inside is a word, too."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if (first and self.ends[first - 1] > start) or (last > first and self.ends[last - 1] > end):
            table = WordTable(self.text, start, end)
            return Words(table, 0, len(table.words))
        return Words(self, first, last)
