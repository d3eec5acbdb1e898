"""How surely a mark ends a sentence: a full stop does, and ends an abbreviation too."""

from __future__ import annotations

from typing import Final

from jatskit.references.western import weights
from jatskit.references.western.vocabulary import ABBREVIATIONS, JOURNAL_WORDS

SURE: Final = 1.0
#: After a capitalised word: a name may be cut short in ways that no list has.
BEHIND_CAPITAL: Final = 0.65
BEHIND_JOURNAL_WORD: Final = 0.8
BEHIND_MARK: Final = 0.9
QUESTION: Final = 0.8
LONG_ABBREVIATION: Final = 0.6
SHORT_ABBREVIATION: Final = 0.2
SMALL_LETTER: Final = 0.5
INITIAL: Final = 0.1
DOTS_WITHIN: Final = 0.15
NEVER: Final = -1.0

_NO_END = frozenset({"v", "vs", "cf", "pp", "vol", "no", "e.g", "i.e"})
#: Characters before a stop in which its last word is looked for.
_LOOK = 24


def strength(text: str, mark: int) -> float:
    """Say how surely the mark at `mark` ends a sentence: 1 surely, less behind an abbreviation, below 0 not at all."""
    if text[mark] != ".":
        return QUESTION
    # The last word, found from behind: at most _LOOK characters.
    first = mark
    least = max(0, mark - _LOOK)
    while first > least and ((before := text[first - 1]).isalpha() or before in ".'" or "\u0300" <= before <= "\u036f"):
        first -= 1
    word = text[first:mark].lstrip("'")
    if not word:
        return BEHIND_MARK
    lower = word.lower().rstrip(".")
    if lower in _NO_END:
        return NEVER
    if len(word) == 1:
        return INITIAL if word.isupper() else SMALL_LETTER
    if "." in word:
        return DOTS_WITHIN
    if lower in ABBREVIATIONS:
        if word[0].isupper():
            return weights.ABBREVIATION_SURENESS
        return LONG_ABBREVIATION if len(word) > 4 else SHORT_ABBREVIATION
    if word[0].isupper() and len(word) <= 9:
        return BEHIND_JOURNAL_WORD if lower in JOURNAL_WORDS else BEHIND_CAPITAL
    return SURE
