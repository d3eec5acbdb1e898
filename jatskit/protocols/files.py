"""Read the bytes of an input: a file, a pipe or standard input; and refuse what is too large or of another kind."""

from __future__ import annotations

import os
import sys
import time
from io import BytesIO
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import BinaryIO, cast

from jatskit.errors import UnreadableSource

#: The largest input that is read; the page of an article is a hundredth of this.
MAX_BYTES = 20 * 1024 * 1024

#: The largest JATS document that is validated against its schema and nothing else, piece by piece.
MAX_LARGE_BYTES = 256 * 1024 * 1024
#: From so many bytes or parts on one is read so; if it is invalid and has fewer parts, a tree is made of it all the same,
#: to offer fixes.
LARGE, DENSE = 4 * 1024 * 1024, 300_000

#: How much of a stream is copied at once.
_PIECE = 1024 * 1024

#: How long somebody may take to open the other end of a pipe, in seconds.
MOST_PATIENCE = 2.0

#: What is written for standard input on the command line, and how messages call it.
STDIN = "-"
STDIN_NAME = "<standard input>"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file, or of standard input if `path` is "-"; refuse more than `MAX_BYTES`."""
    name = os.fspath(path)
    if name == STDIN:
        return read_stream(sys.stdin.buffer, STDIN_NAME)
    shown = shown_name(name)
    try:
        with open(path, "rb", opener=_opened) as file:
            status = os.fstat(file.fileno())
            first = _await_writer(file.fileno(), shown) if S_ISFIFO(status.st_mode) else b""
            if S_ISREG(status.st_mode):
                refuse_size(status.st_size, shown)
            return read_stream(file, shown, first)
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


def is_large(data: bytes) -> bool:
    """Whether a document whose schema's verdict alone is wanted is read piece by piece, although it is at hand."""
    return len(data) > LARGE or has_more_parts(data, DENSE)


#: The fewest bytes that a part of a document takes.
_LEAST = 3


def has_more_parts(data: bytes, most: int) -> bool:
    """Whether a tree of a document would have more parts, about: a tag or comment is one, an attribute half of one."""
    if len(data) <= most * _LEAST:
        return False
    return data.count(b"<") + (data.count(b'="') + data.count(b"='")) // 2 > most


def open_large(path: str | os.PathLike[str]) -> BinaryIO | None:
    """Open a plain file that is larger than `MAX_BYTES`, for a reader that takes it piece by piece; None if it is none.

    Of standard input, which cannot be read twice, a copy is opened, whatever its size. Refuses more than `MAX_LARGE_BYTES`.
    """
    if os.fspath(path) == STDIN:
        return _copied(sys.stdin.buffer, STDIN_NAME)
    try:
        file = Path(path)
        size = file.stat().st_size if file.is_file() else 0
        if size <= MAX_BYTES:
            return None
        if size > MAX_LARGE_BYTES:
            raise _too_large(shown_name(os.fspath(path)))
        return file.open("rb")
    except (OSError, ValueError):  # `read_bytes` says it in words
        return None


def _too_large(shown: str) -> UnreadableSource:
    most = f"at most {MAX_LARGE_BYTES // 1024 // 1024:,} MB are validated"
    return UnreadableSource(f"{shown} is too large: {most}", "Take it into parts.")


def _copied(stream: BinaryIO, shown: str) -> BinaryIO:
    """Return a copy of a stream: in memory, or, if it is larger than `MAX_BYTES`, in a temporary file that nobody else sees."""
    from tempfile import SpooledTemporaryFile

    copy = SpooledTemporaryFile(MAX_BYTES)  # noqa: SIM115  the caller closes it
    try:
        while piece := stream.read(_PIECE):
            copy.write(piece)
            if copy.tell() > MAX_LARGE_BYTES:
                raise _too_large(shown)
        copy.seek(0)
    except OSError as error:
        copy.close()
        raise unreadable(shown, error) from None
    except UnreadableSource:
        copy.close()
        raise
    return cast("BinaryIO", copy)


def size_of(file: BinaryIO) -> int:
    """Return how many bytes an open file has; it is then at its beginning."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size


def _opened(path: str, flags: int) -> int:
    """Open a file; a pipe at once, whether anybody writes to it or not."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _await_writer(descriptor: int, shown: str) -> bytes:
    """Wait a little until somebody has a pipe open for writing; return what was read of it, or refuse the pipe."""
    until = time.monotonic() + MOST_PATIENCE
    while time.monotonic() < until:
        try:
            first = os.read(descriptor, 1)
        except BlockingIOError:  # somebody has it open, and has not written yet
            first = None
        if first != b"":
            os.set_blocking(descriptor, True)
            return first or b""
        time.sleep(0.02)
    raise UnreadableSource(f"{shown} is a pipe that nobody writes to", "Start what writes to it first.")


def read_stream(stream: BinaryIO, shown: str, first: bytes = b"") -> bytes:
    """Read to the end, but never more than one byte beyond the cap; a raw stream may come in pieces."""
    held = BytesIO()
    held.write(first)
    while wanted := MAX_BYTES + 1 - held.tell():
        try:
            piece = stream.read(wanted)
        except OSError as error:
            raise unreadable(shown, error) from None
        if not piece:
            break
        held.write(piece)
    refuse_size(held.tell(), shown)
    return held.getvalue()


def shown_name(name: str) -> str:
    """Return a name that is fit for a message of one line."""
    return name if name.isprintable() and name.strip() else repr(name)


# -- Refusing -----------------------------------------------------------------------------------------------


def unreadable(shown: str, error: OSError) -> UnreadableSource:
    """Return the error that tells what the system says about an input."""
    return UnreadableSource(f"{shown} cannot be read: {error.strerror or type(error).__name__}")


def empty(shown: str) -> UnreadableSource:
    """Return the error for an input without a word in it."""
    return UnreadableSource(f"{shown} is empty", "Save the page again and look at the file.")


def refuse_size(size: int, shown: str) -> None:
    """Raise UnreadableSource if an input is larger than any that is read."""
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
    (b"\x4c\x6f\xa7\x94", "XML in an EBCDIC encoding", "Convert it to UTF-8 first."),
    (b"\x7fELF", "a program", "Check the name: this is no document."),
)


def refuse_other_kinds(data: bytes, shown: str) -> None:
    """Raise UnreadableSource if the bytes begin as those of another kind of file do."""
    for magic, kind, advice in _OTHER_KINDS:
        if data.startswith(magic):
            raise UnreadableSource(f"{shown} is {kind}, not text", advice)
