"""One form for the many forms of a mark, so that a grammar need know only one.

A folded text has the length of the text that it is made of: an offset in the one is an offset in the other, and
every value is quoted from the text as printed.
"""

from __future__ import annotations

import re
import unicodedata


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    # Full-width forms (Unicode block Halfwidth and Fullwidth Forms) and their like.
    for code in range(0xFF01, 0xFF5F):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    for letter, marks in {
        " ": "\t\n\r\v\f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
        "\u202f\u205f\u3000",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe58\ufe63\uff0d\u301c\uff5e\u223c~",
        ".": "\u3002\uff0e\uff61",
        ",": "\uff0c\ufe50",
        "[": "\u3010\uff3b",
        "]": "\u3011\uff3d",
        "'": "\u2019\u02bc\u00b4`",
        "\u201c": "\u201e\u201f\u00ab",
        "\u201d": "\u00bb",
    }.items():
        for mark in marks:
            table[ord(mark)] = letter
    return table


_TABLE = _table()
_BROKEN = re.compile(r"(?<![^\W_])([A-Za-z]{2,10})- ([a-z]{2,10})(?![^\W_])")
#: Words by which grammars know what follows; none is part of a value that counts.
_MARKERS = frozenset(
    "retrieved available accessed dissertation translator translators translated editor editors edited "
    "doctoral computer software preprint version internet edition article chapter".split()
)


def folded(text: str) -> str:
    """Return `text` with half-width marks, one kind of dash, blank, dot and bracket; as long as it was."""
    if text.isascii() and not any(mark in text for mark in "\t\n\r\v\f~`"):
        return text
    return text.translate(_TABLE)


def rejoined(text: str) -> str:
    """Return folded `text` with the marking words joined that a line's end parted: `Retr- ieved`; as long as it was.

    The hyphen and the blank go to the side of the word at which no other word of its phrase stands. Other
    words are joined where a value is quoted.
    """
    return _BROKEN.sub(_joined, text) if "- " in text else text


def _joined(match: re.Match[str]) -> str:
    word = match[1] + match[2]
    if word.lower() not in _MARKERS:
        return match[0]
    before = match.string[max(0, match.start() - 2) : match.start()].strip()
    return "  " + word if not before or before[-1] in ".[(" else word + "  "
