"""Which files a command line means: those that it names, and the JATS documents in the folders that it names."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from jatskit.protocols.files import STDIN

#: How the names of JATS documents end.
ENDINGS = (".xml", ".nxml", ".jats")

#: The start tag of a root element, behind what may stand before it, in the first bytes of a file.
_ROOT = re.compile(rb"<(?:[\w.-]{1,80}:)?([A-Za-z_][\w.-]{0,80})")
_BEFORE = re.compile(rb"(?s)<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]?+)?+[^>]*+>?+")
_MOST = 16384
_OTHER = "XML that is no article"


@dataclass
class Found:
    """The files that are meant, in order, and what was passed over in the folders: each reason, and how often."""

    files: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    #: The folders that were named and had nothing to validate.
    empty: list[str] = field(default_factory=list)
    #: Whether documents of every kind are meant, and not articles alone.
    any_root: bool = False


def find(names: tuple[str, ...], *, only_articles: bool = False, any_root: bool = False) -> Found:
    """Return the files of a command line: a folder stands for all JATS documents below it, by their names.

    Hidden files and folders are passed over, links to folders are not followed, and neither are XML files whose root
    element is no `article`; with `only_articles` not even those that are named, with
    `any_root` all are meant. A file counts once.
    """
    found = Found(any_root=any_root)
    for name in names:
        if name == STDIN or not os.path.isdir(name):  # noqa: PTH112  a name with a NUL is no folder, and no error here
            if only_articles and name != STDIN and _root(Path(name)) not in ("article", ""):
                found.skipped[_OTHER] += 1
            else:
                found.files.append(name)
            continue
        before = len(found.files)
        _walk(name, found)
        if len(found.files) == before:
            found.empty.append(name)
    found.files = list(dict.fromkeys(found.files))
    return found


def _walk(folder: str, found: Found) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        found.skipped["unreadable folder"] += 1
        return
    for entry in entries:
        path = entry.name if folder == "." else os.path.join(folder, entry.name)  # noqa: PTH118  as it was given
        if entry.name.startswith("."):
            found.skipped["hidden"] += 1
        elif entry.is_dir(follow_symlinks=False):
            _walk(path, found)
        elif entry.is_dir():
            found.skipped["link to a folder"] += 1
        elif not entry.name.lower().endswith(ENDINGS):
            found.skipped[f"other files (not {', '.join(ENDINGS)})"] += 1
        elif not entry.is_file():
            found.skipped["neither file nor folder"] += 1
        elif not found.any_root and _root(Path(path)) not in ("article", ""):
            found.skipped[_OTHER] += 1
        else:
            found.files.append(path)


def _root(file: Path) -> str:
    """Return the name of the root element, or "" if the first bytes do not show it."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_MOST)
    except OSError:
        return ""
    match = _ROOT.search(_BEFORE.sub(b"", head))
    return match[1].decode("ascii", "replace") if match else ""
