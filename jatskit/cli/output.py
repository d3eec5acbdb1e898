"""Writing files so that no one ever sees half of one.

A file is written under another name beside its place, forced to the disk, and renamed. Whatever goes wrong before
that, an interruption too, takes the other file away again and leaves an older file as it was.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from jatskit.errors import JatskitError

#: What is written for standard output on the command line.
STDOUT = "-"


class UnwritableOutput(JatskitError):
    """An output cannot be written: no such folder, no permission, no room."""


def check(names: Iterable[str]) -> None:
    """Raise `UnwritableOutput` if it is plain, before any work is done, that one of them cannot be written."""
    for name in names:
        if name != STDOUT:
            with _told(name):
                _refuse(name, Path(os.path.realpath(name)))


def write(outputs: Mapping[str, bytes]) -> None:
    """Write several outputs: all of the files or none; `-` is standard output.

    Raises `UnwritableOutput`, and lets `BrokenPipeError` of standard output pass.
    """
    staged: list[tuple[Path, Path]] = []
    special: list[tuple[Path, bytes]] = []
    try:
        for name, data in outputs.items():
            if name == STDOUT:
                continue
            with _told(name):
                place = Path(os.path.realpath(name))
                _refuse(name, place)
                if place.exists() and not place.is_file():  # a device or a pipe: nothing to rename
                    special.append((place, data))
                    continue
                temporary = place.with_name(f".jatskit-{os.urandom(6).hex()}.tmp")
                staged.append((temporary, place))
                _stage(temporary, place, data)
        for place, data in special:
            with _told(str(place)), place.open("wb") as device:
                device.write(data)
        if STDOUT in outputs:
            _to_stdout(outputs[STDOUT])
        for temporary, place in staged:
            with _told(str(place)):
                temporary.replace(place)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


class Stream:
    """An output that is written bit by bit; `-` is standard output, which shows it as the work goes on."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._file: BinaryIO | None = None
        self._staged: tuple[Path, Path] | None = None
        if name != STDOUT:
            with _told(name):
                place = Path(os.path.realpath(name))
                _refuse(name, place)
                if place.exists() and not place.is_file():  # a device or a pipe: nothing to rename
                    self._file = place.open("wb")
                else:
                    temporary = place.with_name(f".jatskit-{os.urandom(6).hex()}.tmp")
                    self._staged = (temporary, place)
                    self._file = _create(temporary, place)

    def write(self, data: bytes) -> None:
        """Write some more."""
        if self._file is None:
            _to_stdout(data)
        else:
            with _told(self._name):
                self._file.write(data)

    def complete(self) -> None:
        """Force what was written to the disk."""
        if self._file is not None:
            with _told(self._name):
                self._file.flush()
                if self._staged:
                    os.fsync(self._file.fileno())
                self._file.close()

    def publish(self) -> None:
        """Give the file its name."""
        if self._staged:
            temporary, place = self._staged
            with _told(self._name):
                temporary.replace(place)

    def discard(self) -> None:
        """Close the file, and take away one that was not published."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        if self._staged:
            with suppress(OSError):
                self._staged[0].unlink(missing_ok=True)


@contextmanager
def streams(names: Iterable[str]) -> Iterator[list[Stream]]:
    """Open several outputs to be written bit by bit: all files get their names when the work is done, or none does.

    Raises `UnwritableOutput`, and lets `BrokenPipeError` of standard output pass.
    """
    opened: list[Stream] = []
    try:
        for name in names:
            opened.append(Stream(name))  # noqa: PERF401  those that are open are closed if another cannot be
        yield opened
        for stream in opened:
            stream.complete()
        for stream in opened:
            stream.publish()
    finally:
        for stream in opened:
            stream.discard()


def _refuse(name: str, place: Path) -> None:
    if place.is_dir():
        raise UnwritableOutput(f"{name} is a folder", "Name a file in it.")
    if not place.parent.is_dir():
        folder = os.path.dirname(name) or place.parent  # noqa: PTH120  as it was named
        raise UnwritableOutput(f"{name}: there is no folder {folder}", "Create it first, or name another.")
    if place.exists() and not os.access(place, os.W_OK):
        raise UnwritableOutput(f"{name}: no permission to write it", "Name another file, or change its permissions.")


def _create(temporary: Path, place: Path) -> BinaryIO:
    """Open a new file beside a place, with the permissions that the file there has, or those of a new file."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    file = open(descriptor, "wb")  # noqa: PTH123, SIM115  a descriptor, and no path; its callers close it
    with suppress(FileNotFoundError):
        before = place.stat()
        if hasattr(os, "fchown"):
            with suppress(PermissionError):  # not ours to give away
                os.fchown(descriptor, before.st_uid, before.st_gid)
        temporary.chmod(stat.S_IMODE(before.st_mode))
    return file


def _stage(temporary: Path, place: Path, data: bytes) -> None:
    """Write the data beside its place."""
    with _create(temporary, place) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _to_stdout(data: bytes) -> None:
    if sys.stdout is None:
        raise UnwritableOutput("standard output is closed", "Name a file with -o.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UnwritableOutput(f"standard output cannot be written: {_words(error)}") from None


class _told:  # noqa: N801  reads as a word of the with statement
    """Tell the system's errors about an output in one line."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, PermissionError):
            advice = "Name a file in a folder of yours."
            raise UnwritableOutput(f"{self._name}: no permission to write it", advice) from None
        if isinstance(error, OSError):
            raise UnwritableOutput(f"{self._name} cannot be written: {_words(error)}") from None
        if isinstance(error, ValueError):  # a NUL in the name, or a letter that no file name can have
            raise UnwritableOutput(f"{self._name!r}: no file can have this name") from None


def _words(error: OSError) -> str:
    return error.strerror or type(error).__name__
