"""An input that is read line by line, so that its size does not matter: a list of citations, one a line."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from jatskit.errors import UnreadableSource
from jatskit.protocols.decoding import detected
from jatskit.protocols.files import STDIN, STDIN_NAME, refuse_other_kinds, shown_name, unreadable

#: Bytes by which the encoding is told.
_HEAD = 1 << 20
#: Characters that no citation reaches; a line that does is no citation, and not kept in memory.
LONGEST = 1_000_000


@contextmanager
def open_lines(path: str | os.PathLike[str]) -> Iterator[Iterator[str]]:
    """Open a file, or standard input if `path` is "-", and give its lines, without their ends.

    A line ends with a line feed, a carriage return or both. The encoding is told by the first megabyte, as a
    `Source`'s is; bytes behind it that are not in it become U+FFFD. U+0000 is a character like another here. Raises
    UnreadableSource where a `Source` would, and for a line of more than a million characters.
    """
    name = os.fspath(path)
    if name == STDIN:
        if sys.stdin is None:
            raise UnreadableSource("standard input is closed", "Name a file.")
        yield _lines(sys.stdin.buffer, STDIN_NAME)
        return
    shown = shown_name(name)
    try:
        file = Path(path).open("rb")  # noqa: SIM115  closed below
    except FileNotFoundError:
        raise UnreadableSource(f"{shown}: there is no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise UnreadableSource(f"{shown} is a folder", "Name a file in it.") from None
    except OSError as error:
        raise unreadable(shown, error) from None
    except ValueError:  # a name with a NUL or a lone surrogate in it
        raise UnreadableSource(f"{shown}: no file can have this name", "Check the name.") from None
    with file:
        yield _lines(file, shown)


def _lines(stream: BinaryIO, shown: str) -> Iterator[str]:
    try:
        head = _read(stream, _HEAD)
        refuse_other_kinds(head, shown)
        encoding = _encoding(head, shown) if head.strip() else "utf-8"
        text = io.TextIOWrapper(io.BufferedReader(_Joined(head, stream)), encoding, "replace", newline=None)
        number = 0
        while line := text.readline(LONGEST + 2):
            number += 1
            if len(line) > LONGEST + 1:
                raise UnreadableSource(
                    f"{shown}: line {number} has more than {LONGEST:,} characters", "Give one citation a line."
                )
            yield (line.removeprefix("\ufeff") if number == 1 else line).removesuffix("\n")
    except OSError as error:
        raise unreadable(shown, error) from None


def _read(stream: BinaryIO, wanted: int) -> bytes:
    """Read so many bytes, or to the end; a pipe may give them in pieces."""
    pieces = []
    while wanted and (piece := stream.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def _encoding(head: bytes, shown: str) -> str:
    if len(head) == _HEAD:  # it may end amid a letter
        marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))
        head = head if marked or b"\0" in head else head[: head.rfind(b"\n") + 1] or head
    try:
        return detected(head, shown).encoding
    except UnreadableSource:
        if b"\0" not in head:
            raise
        return detected(head.replace(b"\0", b" "), shown).encoding


class _Joined(io.RawIOBase):
    """What was read of a stream already, and the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # asked for a bytearray only
        """Read some bytes."""
        piece = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
