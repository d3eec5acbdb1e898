"""Classes of letters for expressions: capitals and small letters of the scripts that print names in two cases."""

from __future__ import annotations

import unicodedata

from jatskit.language import HAN

#: Latin, Greek, Cyrillic, Armenian and the additions to Latin.
_CASED = (*range(0x41, 0x588), *range(0x1E00, 0x2000), 0x2C60)


def _letter_class(category: str) -> str:
    """Return the ranges of all letters of a category, for the inside of a character class."""
    ranges: list[list[int]] = []
    for code in _CASED:
        if unicodedata.category(chr(code)) == category:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


#: Capitals, small letters, and both; each for the inside of a character class. Combining accents count as small.
CAPITAL = _letter_class("Lu")
SMALL = _letter_class("Ll") + "\u0300-\u036f"
LETTER = CAPITAL + SMALL

__all__ = ["CAPITAL", "HAN", "LETTER", "SMALL"]
