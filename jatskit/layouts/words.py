"""A table of words: plain ones, which are their own examples, and forms, each with a line that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jatskit.layouts.labels import spelt, words_of


@dataclass(frozen=True)
class Words:
    """Words of one kind, without regard to case.

    `plain` are words with ` | ` between them; `forms` are expressions with an example each. Either may stand `anywhere`,
    which is the same for words of scripts that the marks around do not fit. `before` and `behind` are expressions for what
    stands around any other; the labels of the `fields` in `labels.py` are such words, too.
    """

    plain: str = ""
    forms: tuple[tuple[str, str], ...] = ()
    anywhere: str = ""
    before: str = ""
    behind: str = ""
    fields: tuple[str, ...] = ()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression for any of the words."""
        ways = [re.escape(word) for word in _words(self.plain)] + [form for form, _ in self.forms]
        if self.fields:
            ways.append(spelt(word for word in words_of(*self.fields) if not word.endswith(".")))
        whole = [rf"{self.before}(?:{'|'.join(ways)}){self.behind}"] if ways else []
        return re.compile("|".join([*whole, *(re.escape(word) for word in _words(self.anywhere))]), re.IGNORECASE)

    @property
    def examples(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        """An example for each row, and the expression of that row alone."""
        rows = [(re.escape(word), word) for word in _words(self.plain)] + list(self.forms)
        for form, example in rows:
            yield example, re.compile(f"{self.before}(?:{form}){self.behind}", re.IGNORECASE)
        for word in _words(self.anywhere):
            yield word, re.compile(re.escape(word), re.IGNORECASE)

    def whole(self, text: str) -> bool:
        """Whether a whole line is such a word."""
        return self.expression.fullmatch(text) is not None

    def starts(self, text: str) -> bool:
        """Whether a text starts with such a word."""
        return self.expression.match(text) is not None

    def within(self, text: str) -> re.Match[str] | None:
        """Return where the first such word stands in a text."""
        return self.expression.search(text)


def _words(text: str) -> list[str]:
    """Return the words of a table, the longest first, so that none hides another."""
    return sorted((word for word in (part.strip() for part in text.split(" | ")) if word), key=lambda w: (-len(w), w))
