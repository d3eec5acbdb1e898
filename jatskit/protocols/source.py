"""The bytes of an input, the text that they spell, and the map from offsets in the text back to lines."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from jatskit.errors import UnreadableSource
from jatskit.findings import Place
from jatskit.protocols.decoding import asked_for, binary, detected

#: The largest input that is read; the page of an article is a hundredth of this.
MAX_BYTES = 20 * 1024 * 1024

#: What is written for standard input on the command line, and how messages call it.
STDIN = "-"
STDIN_NAME = "<standard input>"


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

    @classmethod
    def from_bytes(cls, data: bytes, name: str, *, encoding: str | None = None) -> Source:
        """Decode `data`, in the given encoding or in the one that its bytes speak for."""
        shown = shown_name(name)
        _refuse_size(len(data), shown)
        if not data.strip():
            raise _empty(shown)
        refuse_other_kinds(data, shown)
        decoded = asked_for(data, shown, encoding) if encoding is not None else detected(data, shown)
        if "\0" in decoded.text:
            raise binary(shown)
        if not decoded.text.strip():
            raise _empty(shown)
        return cls(name, data, decoded.text, decoded.encoding, decoded.reason, decoded.damage)

    @classmethod
    def from_path(cls, path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
        """Read and decode a file, or standard input if `path` is "-"."""
        name = os.fspath(path)
        return cls.from_bytes(read_bytes(path), STDIN_NAME if name == STDIN else name, encoding=encoding)

    @classmethod
    def from_stream(cls, stream: BinaryIO, name: str, *, encoding: str | None = None) -> Source:
        """Read a binary stream to its end, and decode what it held."""
        return cls.from_bytes(_read_stream(stream, shown_name(name)), name, encoding=encoding)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def place(self, offset: int) -> Place:
        """Return the line and column of an offset in `text`; the end of the text has a place, too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text of {self.name!r}, which has {len(self.text)}")
        if not self._line_starts:
            self._line_starts[:] = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
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


# -- Reading ------------------------------------------------------------------------------------------------


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file, or of standard input if `path` is "-"; refuse more than `MAX_BYTES`."""
    name = os.fspath(path)
    if name == STDIN:
        return _read_stream(sys.stdin.buffer, STDIN_NAME)
    shown = shown_name(name)
    try:
        with Path(path).open("rb") as file:
            status = os.fstat(file.fileno())
            if S_ISREG(status.st_mode):
                _refuse_size(status.st_size, shown)
            return _read_stream(file, shown)
    except FileNotFoundError:
        raise UnreadableSource(f"{shown}: there is no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise UnreadableSource(f"{shown} is a folder", "Name a file in it.") from None
    except PermissionError:
        raise UnreadableSource(
            f"{shown}: no permission to read it", "Ask its owner for the right to read it, or copy it."
        ) from None
    except OSError as error:
        raise unreadable(shown, error) from None
    except ValueError:  # a name with a NUL or a lone surrogate in it
        raise UnreadableSource(f"{shown}: no file can have this name", "Check the name.") from None


def _read_stream(stream: BinaryIO, shown: str) -> bytes:
    """Read to the end, but never more than one byte beyond the cap; a raw stream may come in pieces."""
    held = BytesIO()
    while wanted := MAX_BYTES + 1 - held.tell():
        try:
            piece = stream.read(wanted)
        except OSError as error:
            raise unreadable(shown, error) from None
        if not piece:
            break
        held.write(piece)
    _refuse_size(held.tell(), shown)
    return held.getvalue()


def shown_name(name: str) -> str:
    """Return a name that is fit for a message of one line."""
    return name if name.isprintable() and name.strip() else repr(name)


# -- Refusing -----------------------------------------------------------------------------------------------


def unreadable(shown: str, error: OSError) -> UnreadableSource:
    """Return the error that tells what the system says about an input."""
    return UnreadableSource(f"{shown} cannot be read: {error.strerror or type(error).__name__}")


def _empty(shown: str) -> UnreadableSource:
    return UnreadableSource(f"{shown} is empty", "Save the page again and look at the file.")


def _refuse_size(size: int, shown: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableSource(
            f"{shown} is too large: at most {MAX_BYTES // 1024 // 1024} MB are read",
            "Give the page of one article at a time, without embedded images.",
        )


_UNPACK = "Unpack it and give the page that is in it."
_IMAGE = "An image has no text that could be read; save the page itself."
_EXPORT = "Open it and save its text as plain text in UTF-8."

#: How other kinds of file begin, what they are, and what to do about it.
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Save its text (pdftotext, or copy it from a viewer), or the article's web page."),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB are", f"{_EXPORT} If it is a plain archive, unpack it."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)", _EXPORT),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"\x1f\x8b", "compressed with gzip", _UNPACK),
    (b"\xfd7zXZ\x00", "compressed with xz", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF87a", "a GIF image", _IMAGE),
    (b"GIF89a", "a GIF image", _IMAGE),
    (b"II*\x00", "a TIFF image", _IMAGE),
    (b"MM\x00*", "a TIFF image", _IMAGE),
    (b"AT&TFORM", "a DjVu document", "Save its text (djvutxt), or the article's web page."),
    (b"SQLite format 3\x00", "an SQLite database", "Export the article's record as text."),
    (b"\x7fELF", "a program", "Check the name: this is no document."),
)


def refuse_other_kinds(data: bytes, shown: str) -> None:
    """Raise UnreadableSource if the bytes begin as those of another kind of file do."""
    for magic, kind, advice in _OTHER_KINDS:
        if data.startswith(magic):
            raise UnreadableSource(f"{shown} is {kind}, not text", advice)
