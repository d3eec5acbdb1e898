"""One work cited in two languages: where one half ends and the other begins, and in what the halves differ.

The halves stand in either order, behind a dot, a semicolon, a line break or nothing, and the second may be in brackets.
The border is the place at which the scripts part best; each half has to stand for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jatskit.language import HAN, has_han
from jatskit.references.folding import folded

_HAN_LETTER = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
#: Behind the end of a half: a letter, a title's mark, or the year before a title. A note or a link begins none.
_BORDER = re.compile(
    r"(?:[.;)\]]|(?<=\d)(?= )|(?<=\d)(?=[\[(])|(?<=[^\W\d_])(?= \[(?! ?[A-Z]{1,2}[ /\]])))\s*(?:[/|]\s?)?[\[(]?\s*"
    rf"(?=[^\W\d_]|[“《]|(?<![;:,] )(?<![;:,])\(?(?:1[0-9]|20)\d\d[a-z]?\)?\. ?[A-Z{HAN}])"
    r"(?!(?:DOI|doi|URL|CSTR|ISBN|Available|Accessed|Retrieved|https?|in Chinese|In Chinese|in English|等)\b)"
    r"(?![A-Z]\d{1,2} ?\))"  # a supplement's number
)
#: Names, as a half begins with them.
_NAMES = re.compile(
    rf"[A-Z][A-Za-z'\-]{{1,20}},? [A-Z](?:[A-Z]{{0,2}}|[a-z]{{1,12}})"
    rf"(?:[,.;&]|(?: [A-Z])?[,.]| (?:and|&) )|(?:[{HAN}]{{2,4}}|[{HAN}]{{1,5}}(?:[·•・][{HAN}]{{1,5}}){{1,3}}) ?[,.、]"
)
#: How far a bracket or names outweigh the scripts: a publisher's name of two words in the other script.
_WORDS = 24
_CODE = re.compile(r"\[ ?(?:J|M|C|G|N|D|R|S|P|DS|DB|CP|EB|PP|A|Z|CM)(?: ?/ ?[A-Z]{2})? ?\]")
#: It may run on into the names of the other half.
_LINK = re.compile(
    rf"(?:https?://|www\.|10\.\d{{4,9}}/|CSTR ?: ?\d)(?:(?![.;]?[\[(]?[A-Z][A-Za-z'\-]{{1,20}},? [A-Z])[^\s{HAN}])*"
    rf"[^\s.,;)\]{HAN}]"
)
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
    plain = _LINK.sub(_hole, folded(text))
    words = sum(1 for _ in _LATIN_WORD.finditer(plain))
    if words < _FEWEST_WORDS:
        return None
    codes = [match.start() for match in _CODE.finditer(plain)]
    if len(_YEAR.findall(plain)) < 2:
        return None
    alone = len(codes) == 1  # only one half may be in a style with codes
    border = _best_border(plain, [] if alone else codes)
    if border is None or (alone and not _NAMES.match(plain, border[1])):
        return None
    end, start = border
    head = 0
    if plain[:1] in _WRAPPERS and plain[:end].rstrip(". ").endswith(_WRAPPERS[plain[0]]):
        head, end = 1, len(plain[:end].rstrip(". ")) - 1
    first = Half(head, end, _is_han(plain[:end]))
    return first, Half(*_unwrapped(plain, start, len(text.rstrip())), not first.han)


def _hole(link: re.Match[str]) -> str:
    """Return what stands for a link: blanks, and the stop that it has lost where Han letters run on behind it."""
    stop = "." if _HAN_LETTER.match(link.string, link.end()) else " "
    return " " * (len(link[0]) - 1) + stop


def _is_han(part: str) -> bool:
    return _weight(part) > 0


def _best_border(plain: str, codes: list[int]) -> tuple[int, int] | None:
    """Return the end of the first half and the start of the second where the scripts part best, or None."""
    years = [match.start() for match in _YEAR.finditer(plain)]
    weight = at = 0
    borders: list[tuple[int, int, int, int]] = []
    for match in _BORDER.finditer(plain):
        end = match.start() + (plain[match.start()] in ".)]")
        weight += _weight(plain[at:end])
        at = end
        if years[0] >= end or years[-1] < end or (codes and not (codes[0] < end and codes[-1] >= end)):
            continue
        marked = any(mark in match[0] for mark in "[(;") or _NAMES.match(plain, match.end())
        borders.append((weight, end, match.end(), _WORDS if marked else 0))
    total = weight + _weight(plain[at:])
    best = max(borders, key=lambda border: abs(2 * border[0] - total) + border[3], default=None)
    if best is None:
        return None
    left, end, start, _ = best
    right = total - left
    if (left > 0) == (right > 0) or not left or not right:
        return None
    if not all(_stands_alone(part, coded=bool(codes)) for part in (plain[:end], plain[start:])):
        return None
    return end, start


def _weight(part: str) -> int:
    """Return how much more of `part` is in Han than in Latin letters; a Han letter counts for two."""
    return 2 * len(_HAN_LETTER.findall(part)) - sum(map(len, _LATIN_WORD.findall(part)))


def _stands_alone(part: str, *, coded: bool) -> bool:
    words = len(_LATIN_WORD.findall(part)) + len(_HAN_LETTER.findall(part)) / 2
    if words < _FEWEST_WORDS:
        return False
    return coded or sum(any(map(str.isalpha, piece)) for piece in _PIECE.split(part)) >= 2


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span from `start` on, without the bracket that closes one opened just before it."""
    before = text[:start].rstrip()[-1:]
    if before in _WRAPPERS:
        core = text[:end].rstrip(". ")
        if core.endswith(_WRAPPERS[before]):
            end = len(core) - 1
    return start, end
