"""Text in columns for terminals: widths, wrapping, and what must never reach a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys

from jatskit.language import HAN, width

#: The width of what goes into a file or a pipe, and the least and the most that a terminal's lines are filled to.
PIPED, NARROWEST, WIDEST = 100, 40, 110

#: Control characters, which terminals obey; marks that turn the direction of the text; lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_WIDE = f"{HAN}\u3040-\u30ff\uac00-\ud7af"
_CLOSING = "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff09\u300d\u300f\u300b\u3011\u201d\u2019)\\]},.;:!?"
#: What a line is never broken within: a wide letter or a word, with the closing marks behind it.
_ATOM = re.compile(f"[{_WIDE}][{_CLOSING}]*|[^\\s{_WIDE}]+")


def printable(text: str) -> str:
    """Return `text` on one line, and with nothing in it that a terminal would obey."""
    return _UNPRINTABLE.sub(_escape, text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def colour() -> bool | None:
    """Return False if the user wants none (https://no-color.org), or None: click then looks at the stream."""
    return False if os.environ.get("NO_COLOR") else None


def stderr_width() -> int:
    """Return how wide lines on standard error may be."""
    if sys.stderr is None or not sys.stderr.isatty():
        return PIPED
    return max(NARROWEST, min(shutil.get_terminal_size((PIPED, 24)).columns - 1, WIDEST))


def wrap(text: str, columns: int) -> list[str]:
    """Break `text` into lines of at most so many columns; a word that is longer has a line to itself."""
    lines: list[str] = []
    line, end = "", 0
    for atom in _ATOM.finditer(text):
        gap = " " if line and atom.start() > end else ""
        if line and width(line) + len(gap) + width(atom[0]) > columns:
            lines.append(line)
            line, gap = "", ""
        line += gap + atom[0]
        end = atom.end()
    return [*lines, line] if line else lines


def hang(label: str, text: str, indent: int, columns: int) -> list[str]:
    """Return `text` wrapped in a column of its own, with `label` in the margin before its first line."""
    body = wrap(text, max(20, columns - indent)) or [""]
    margin = label + " " * (indent - width(label))
    return [margin + body[0], *(" " * indent + line for line in body[1:])]


def clip(text: str, columns: int) -> str:
    """Return `text`, cut to so many columns if it is longer."""
    if width(text) <= columns:
        return text
    kept, used = "", 0
    for letter in text:
        used += width(letter)
        if used > columns - 1:
            break
        kept += letter
    return kept.rstrip() + "…"
