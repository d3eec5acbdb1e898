"""Classes of letters for expressions: capitals and small letters of the scripts that print names in two cases."""

from __future__ import annotations

import unicodedata

from jatskit.language import HAN

#: Latin, Greek, Cyrillic, Armenian and the additions to Latin.
_CASED = (*range(0x41, 0x588), *range(0x1E00, 0x2000), 0x2C60)


def _letter_class(*categories: str, marks: str = "") -> str:
    """Return the ranges of all letters of some categories and of some marks, for the inside of a character class."""
    ranges: list[list[int]] = []
    for code in _CASED:
        if unicodedata.category(chr(code)) in categories or chr(code) in marks:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


_ACCENTS = "".join(map(chr, range(0x300, 0x370)))
#: Capitals, small letters, and both; each for the inside of a character class. Combining accents count as small.
CAPITAL = _letter_class("Lu")
SMALL = _letter_class("Ll", marks=_ACCENTS)
LETTER = _letter_class("Lu", "Ll", marks=_ACCENTS)

__all__ = ["CAPITAL", "HAN", "LETTER", "SMALL"]
