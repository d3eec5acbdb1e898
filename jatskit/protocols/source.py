"""The bytes of an input, the text that they spell, and the map from offsets in the text back to lines."""

from __future__ import annotations

import hashlib
import os
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import BinaryIO

from jatskit.findings import Place
from jatskit.protocols.decoding import asked_for, binary, detected
from jatskit.protocols.files import (
    STDIN,
    STDIN_NAME,
    empty,
    read_bytes,
    read_stream,
    refuse_other_kinds,
    refuse_size,
    shown_name,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """An input, as read and as decoded.

    `data` is the input as read; `text` its exact decoding, less a byte order mark, and never holds a lone
    surrogate or U+0000; `reason` says in words why `encoding` was chosen; `damage` holds the offsets in
    `text` of each U+FFFD that stands for bytes that could not be decoded.
    """

    name: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    reason: str
    damage: tuple[int, ...] = ()
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)
    _asked: list[tuple[int, int]] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def from_bytes(cls, data: bytes, name: str, *, encoding: str | None = None) -> Source:
        """Decode `data`, in the given encoding or in the one that its bytes speak for."""
        shown = shown_name(name)
        refuse_size(len(data), shown)
        if not data.strip():
            raise empty(shown)
        refuse_other_kinds(data, shown)
        decoded = asked_for(data, shown, encoding) if encoding is not None else detected(data, shown)
        if "\0" in decoded.text:
            raise binary(shown)
        if not decoded.text.strip():
            raise empty(shown)
        return cls(name, data, decoded.text, decoded.encoding, decoded.reason, decoded.damage)

    @classmethod
    def from_path(cls, path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
        """Read and decode a file, or standard input if `path` is "-"."""
        name = os.fspath(path)
        return cls.from_bytes(read_bytes(path), STDIN_NAME if name == STDIN else name, encoding=encoding)

    @classmethod
    def from_stream(cls, stream: BinaryIO, name: str, *, encoding: str | None = None) -> Source:
        """Read a binary stream to its end, and decode what it held."""
        return cls.from_bytes(read_stream(stream, shown_name(name)), name, encoding=encoding)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def place(self, offset: int) -> Place:
        """Return the line and column of an offset in `text`; the end of the text has a place, too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text of {self.name!r}, which has {len(self.text)}")
        if not self._line_starts:
            # To count from the next place before, up to a few places, is faster than to find where all lines start.
            if not self._asked and not _only_line_feeds(self.text):
                self._asked.extend([(0, 1)] * _FEW)
            if len(self._asked) < _FEW:
                at = bisect_right(self._asked, (offset, len(self.text))) - 1
                before, line = self._asked[at] if at >= 0 else (0, 1)
                line += self.text.count("\n", before, offset)
                self._asked.insert(at + 1, (offset, line))
                return Place(self.name, line, offset - self.text.rfind("\n", 0, offset))
            self._line_starts[:] = _starts_of_lines(self.text)
        line = bisect_right(self._line_starts, offset)
        return Place(self.name, line, offset - self._line_starts[line - 1] + 1)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield where each line starts and ends, without its line end; the first is line 1 of `place`."""
        start = 0
        for end in _LINE_END.finditer(self.text):
            yield start, end.start()
            start = end.end()
        yield start, len(self.text)


_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


#: Places that are told without a list of all lines.
_FEW = 200


def _only_line_feeds(text: str) -> bool:
    """Whether each line ends with a line feed, with or without a carriage return before it."""
    return text.count("\r") == text.count("\r\n") and not any(end in text for end in "\v\f\x85\u2028\u2029")


#: What ends a line for `str.splitlines` and not here.
_SEPARATOR = re.compile("[\x1c-\x1e]")


def _starts_of_lines(text: str) -> list[int]:
    if _SEPARATOR.search(text):
        return [0, *(end.end() for end in _LINE_END.finditer(text))]
    lines = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=0))
    # The end of the last line starts another one only if a line end is there.
    return starts if lines and _LINE_END.match(lines[-1], len(lines[-1]) - 1) else starts[: len(lines)] or [0]
