"""XML-CTRL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from jatskit.rules.document import Document, texts
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: At most so many elements are named; the rest has the same cause.
MOST = 50
_WRONG = re.compile("[\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
# What can hold such a character as UTF-8: each begins with one byte, so that the search is fast.
_BYTES = (b"\x7f", b"\xee", b"\xf4")
_MAYBE = (
    (b"\xef", re.compile(rb"\xef(?:[\x80-\xa3]|\xb7[\x90-\xaf])")),
    (b"\xf3", re.compile(rb"\xf3[\xb0-\xbf]")),
)


@rule("XML-CTRL")
def look(document: Document) -> Iterator[Fault]:
    """Every character is one that has a meaning for all who read it.

    What:
        There are no control characters but tab and line ends, no characters of the private use areas, and no code points
        that are no characters.
    Why:
        Most of them XML forbids, so that the document cannot be read at all. Those that are left look like nothing, or like
        something else on each machine. They come from word processors, fonts of symbols and PDF files.
    Fix:
        Take the character out, or write the one that was meant. A sign that Unicode does not have is a `private-char`
        with an image.
    Bad:
        <p>5&#xF0B0;C</p>
    Bad:
        <p>trout&#x96;salmon</p>
    Good:
        <p>5°C</p>
    Source:
        XML 1.0, 2.2; PMC Tagging Guidelines, special characters.
    """
    data = document.data
    if data and b"\0" not in data[:4] and not _suspicious(data):
        if not any(map(_WRONG.search, document.character_references)):
            return
    yield from islice(_faults(document), MOST)


def _suspicious(data: bytes) -> bool:
    if data.isascii():
        return b"\x7f" in data
    if any(byte in data for byte in _BYTES) or any(start in data and form.search(data) for start, form in _MAYBE):
        return True
    # U+0080 to U+009F; nearly every document has other characters with this first byte.
    return any(rest[:1] < b"\xa0" for rest in data.split(b"\xc2")[1:])


def _faults(document: Document) -> Iterator[Fault]:
    for element, text in texts(document):
        if match := _WRONG.search(text):
            code = f"U+{ord(match[0]):04X}"
            kind = _kind(ord(match[0]))
            around = text[max(match.start() - 20, 0) : match.end() + 20].replace(match[0], f"[{code}]")
            message = f"{code}, {kind}, stands in “{' '.join(around.split())}”"
            yield Fault(element, message, "Write the character that was meant.", value=code)


def _kind(code: int) -> str:
    if code < 0xA0:
        return "a control character"
    return (
        "no character at all" if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE else "a character of private use"
    )
