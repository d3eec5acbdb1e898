"""One work cited in two languages: where one half ends and the other begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jatskit.language import HAN
from jatskit.layouts import YEAR

_HAN = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
#: A sentence's end with a capital behind it; a DOI, a URL or a note behind it still belongs to what went before.
_LATIN_START = re.compile(
    r"[.．。;；)）\]]\s*[\[(（]?(?=[A-Z\u00c0-\u00de])(?!(?:DOI|URL|CSTR|ISBN|ISSN|Available|Accessed|Retrieved)\b)"
)
#: Characters that no citation reaches, in both its languages.
_LONGEST = 3000
_WRAPPERS = {"(": ")", "[": "]", "（": "）"}


@dataclass(frozen=True, slots=True)
class Half:
    """One language's half of an entry: a half-open span of its text. `han` tells the Chinese half."""

    start: int
    end: int
    han: bool


def halves_of(text: str) -> tuple[Half, Half] | None:
    """Return the two halves of a citation that is printed in Chinese and in another language, in their order.

    None for a citation in one language. A half stands for itself: it has words of its own and its own year.
    """
    first = _HAN.search(text) if len(text) <= _LONGEST else None
    last = _HAN.search(text[::-1])
    if not first or not last:
        return None
    return _latin_second(text, len(text) - last.end()) or _han_second(text, first.start())


def _latin_second(text: str, last_han: int) -> tuple[Half, Half] | None:
    for match in _LATIN_START.finditer(text, last_han + 1):
        end = match.start() + 1
        if text[match.start()] in ";；":
            end = match.start()
        if _stands_alone(text[:end]) and _stands_alone(text[match.end() :]):
            return Half(0, end, True), Half(*_unwrapped(text, match.end()), False)
    return None


def _han_second(text: str, first_han: int) -> tuple[Half, Half] | None:
    end = len(text[:first_han].rstrip(" \t\n([（［;；"))
    if first_han < 20 or not _stands_alone(text[:end]) or not _stands_alone(text[first_han:]):
        return None
    if text[end - 1] not in ".．。)）]］;；0123456789":
        return None
    return Half(0, end, False), Half(*_unwrapped(text, first_han), True)


def _stands_alone(part: str) -> bool:
    words = len(_LATIN_WORD.findall(part)) + len(_HAN.findall(part)) / 2
    return words >= 3 and YEAR.search(part) is not None


def _unwrapped(text: str, start: int) -> tuple[int, int]:
    """Return the span from `start` on, without the bracket that closes one opened just before it."""
    end = len(text.rstrip())
    before = text[start - 1] if start else ""
    if before in _WRAPPERS:
        core = text[:end].rstrip(".。．")
        if core.endswith(_WRAPPERS[before]):
            end = len(core) - 1
    return start, end
