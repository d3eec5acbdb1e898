"""One work cited in two languages: where one half ends and the other begins, and in what the halves differ.

The halves stand in either order, behind a dot, a semicolon, a line break or nothing, and the second may be in brackets.
The border is the place at which the scripts part best; each half has to stand for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from jatskit.language import HAN, has_han
from jatskit.references.folding import folded

_HAN_LETTER = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
#: Behind the end of a half: a letter, a title's mark, or the year before a title. A note or a link begins none.
_BORDER = re.compile(
    r"(?:[.;)\]]|(?<=\d)(?= )|(?<=\d)(?=[\[(]))\s*[\[(]?\s*"
    rf"(?=[^\W\d_]|[“《]|\(?(?:1[0-9]|20)\d\d[a-z]?\)?\. ?[A-Z{HAN}])"
    r"(?!(?:DOI|doi|URL|CSTR|ISBN|Available|Accessed|Retrieved|https?|in Chinese|In Chinese|in English|等)\b)"
)
_CODE = re.compile(r"\[ ?(?:J|M|C|G|N|D|R|S|P|DS|DB|CP|EB|PP|A|Z|CM)(?: ?/ ?[A-Z]{2})? ?\]")
_LINK = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S+")
_PIECE = re.compile(r"\.(?: |$)|[.》](?=[^\d\s])")
#: Characters that no citation reaches, in both its languages.
_LONGEST = 3000
_WRAPPERS = {"(": ")", "[": "]"}
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Half:
    """One language's half of an entry: a half-open span of its text. `han` tells the half in Han letters."""

    start: int
    end: int
    han: bool


def halves_of(text: str) -> tuple[Half, Half] | None:
    """Return the two halves of a citation that is printed in Chinese and in another language, in their order.

    None for a citation in one language. A half stands for itself: it has words of its own and its own year, and
    where the citation has type codes, one of them.
    """
    if text.isascii() or len(text) > _LONGEST or not has_han(text):
        return None
    plain = _LINK.sub(lambda match: " " * len(match[0]), folded(text))
    words = sum(1 for _ in _LATIN_WORD.finditer(plain))
    if words < _FEWEST_WORDS:
        return None
    codes = [match.start() for match in _CODE.finditer(plain)]
    if len(codes) == 1 or len(_YEAR.findall(plain)) < 2:
        return None
    border = _best_border(plain, codes)
    if border is None:
        return None
    end, start = border
    first = Half(0, end, _is_han(plain[:end]))
    return first, Half(*_unwrapped(plain, start, len(text.rstrip())), not first.han)


def _is_han(part: str) -> bool:
    return 2 * len(_HAN_LETTER.findall(part)) > sum(map(len, _LATIN_WORD.findall(part)))


def _best_border(plain: str, codes: list[int]) -> tuple[int, int] | None:
    """Return the end of the first half and the start of the second where the scripts part best, or None."""
    weights = [0] * len(plain)
    for match in _HAN_LETTER.finditer(plain):
        weights[match.start()] = 2
    for match in _LATIN_WORD.finditer(plain):
        for position in range(*match.span()):
            weights[position] = -1
    sums = [0, *accumulate(weights)]
    best: tuple[int, int, int] | None = None
    for match in _BORDER.finditer(plain):
        start = match.end()
        end = match.start() + (plain[match.start()] in ".)]")
        if codes and not (codes[0] < end and codes[-1] >= start):
            continue
        gain = abs(2 * sums[end] - sums[-1])
        if best is None or gain > best[0]:
            best = (gain, end, start)
    if best is None:
        return None
    _, end, start = best
    left, right = sums[end], sums[-1] - sums[end]
    if (left > 0) == (right > 0) or not left or not right:
        return None
    if not all(_stands_alone(part, coded=bool(codes)) for part in (plain[:end], plain[start:])):
        return None
    return end, start


def _stands_alone(part: str, *, coded: bool) -> bool:
    words = len(_LATIN_WORD.findall(part)) + len(_HAN_LETTER.findall(part)) / 2
    if words < _FEWEST_WORDS or (not _YEAR.search(part) and not coded):
        return False
    return coded or sum(1 for _ in _PIECE.finditer(part)) >= 2


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span from `start` on, without the bracket that closes one opened just before it."""
    before = text[:start].rstrip()[-1:]
    if before in _WRAPPERS:
        core = text[:end].rstrip(". ")
        if core.endswith(_WRAPPERS[before]):
            end = len(core) - 1
    return start, end
