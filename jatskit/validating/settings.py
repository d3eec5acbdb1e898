"""The settings of a project: `jatskit.toml`, or the table `[tool.jatskit]` of `pyproject.toml`.

Those of the closest folder above a file count. A `pyproject.toml` without the table is passed over.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jatskit.errors import UnusableSettings
from jatskit.findings import Severity
from jatskit.rules.checking import entries
from jatskit.rules.selection import EVERYTHING, Selection, refuse_unknown
from jatskit.rules.targets import demands

#: The names of the files, the first that is there counts.
FILES = ("jatskit.toml", "pyproject.toml")
FAIL_ON = (*(str(severity) for severity in Severity), "never")


@dataclass(frozen=True)
class Settings:
    """What a file of settings says; `folder` is its own, from which the names of files in it are meant."""

    folder: Path = field(default_factory=Path)
    target: str | None = None
    profile: str | None = None
    selection: Selection = EVERYTHING
    baseline: str | None = None
    fail_on: str | None = None


_WORDS = ("target", "profile", "baseline", "fail-on")
_LISTS = ("select", "ignore")
_KEYS = (*_WORDS, *_LISTS, "per-file-ignores")


def load(file: Path) -> Settings | None:
    """Return the settings in a file, or None for a `pyproject.toml` without any.

    Raises UnusableSettings for what is malformed or not known, UnknownRule and UnknownTarget for names that nothing has.
    """
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnusableSettings(f"{file} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UnusableSettings(f"{file} is not UTF-8, as TOML has to be", "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise UnusableSettings(f"{file} is not TOML: {error}") from None
    if file.name == "pyproject.toml":
        tools = data.get("tool")
        if not isinstance(tools, dict) or tools.get("jatskit") is None:
            return None
        data = tools["jatskit"]
    return _settings(data, file)


def _settings(data: object, file: Path) -> Settings:
    if not isinstance(data, dict):
        raise UnusableSettings(f"{file}: the settings are no table")
    for key in data:
        if key not in _KEYS:
            close = difflib.get_close_matches(key, _KEYS, 1)
            advice = f"Did you mean {close[0]}?" if close else f"There are: {', '.join(_KEYS)}."
            raise UnusableSettings(f"{file}: there is no setting {key[:60]!r}", advice)
    for key in _WORDS:
        if not isinstance(data.get(key, ""), str):
            raise UnusableSettings(f"{file}: {key} is no text", f'Write {key} = "…".')
    for key in _LISTS:
        _texts(data.get(key, []), key, file)
    by_file = data.get("per-file-ignores", {})
    if not isinstance(by_file, Mapping):
        raise UnusableSettings(f"{file}: per-file-ignores is no table", 'Write per-file-ignores."old/*.xml" = ["REF"].')
    fail_on = data.get("fail-on")
    if fail_on is not None and fail_on not in FAIL_ON:
        raise UnusableSettings(f"{file}: fail-on is {fail_on!r}", f"It may be {', '.join(FAIL_ON)}.")
    if data.get("target"):
        demands(data["target"])
    selection = Selection(
        _texts(data.get("select", []), "select", file),
        _texts(data.get("ignore", []), "ignore", file),
        tuple((pattern, _texts(names, f"per-file-ignores.{pattern}", file)) for pattern, names in by_file.items()),
    )
    named = [*selection.select, *selection.ignore, *(id for _, names in selection.by_file for id in names)]
    if named:
        refuse_unknown(named, entries(), str(file))
    return Settings(file.parent, data.get("target"), data.get("profile"), selection, data.get("baseline"), fail_on)


def _texts(value: object, key: str, file: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UnusableSettings(f"{file}: {key} is no list of ids", f'Write {key} = ["ART-DOI", "REF"].')
    return tuple(value)


class Finder:
    """Finds the settings that count for a file, and reads each file of settings once."""

    def __init__(self) -> None:
        self._found: dict[Path, Settings | None] = {}

    def for_folder(self, folder: Path) -> Settings | None:
        """Return the settings for the files of a folder (an absolute one): the closest, or None if there are none."""
        if folder not in self._found:
            self._found[folder] = self._look(folder)
        return self._found[folder]

    def _look(self, folder: Path) -> Settings | None:
        for name in FILES:
            file = folder / name
            if file.is_file() and (found := load(file)) is not None:
                return found
        return self.for_folder(folder.parent) if folder.parent != folder else None
