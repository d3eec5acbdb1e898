"""Finding a value of an article by its address, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jatskit.findings import Path
from jatskit.model import Record, plain
from jatskit.protocols import Evidence, Origin


def value_at(article: Record, path: Path) -> object | None:
    """Return the value at a path of the model, or None if there is none."""
    value: Any = article
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and 0 <= step < len(value) else None
        else:
            value = getattr(value, step, None) if isinstance(value, Record) else None
        if value is None:
            return None
    return value  # type: ignore[no-any-return]  # a model may hold anything


def as_data(value: object) -> object:
    """Return a value as JSON has it: text without markup as a string, what is absent left out."""
    if isinstance(value, Record):
        return value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    if isinstance(value, tuple):
        if len(value) == 1 and isinstance(value[0], str):
            return value[0]
        return [as_data(part) for part in value]
    return value


def words(value: tuple[Any, ...] | None) -> str:
    """Return the words of rich text."""
    return plain(value) if value else ""


class Origins:
    """Where the values of an article come from, by their paths."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        self._by_path: dict[Path, Origin] = {}
        self._beneath: dict[Path, set[Origin]] = {}
        for item in evidence:
            self._by_path.setdefault(item.path, item.origin)
            for length in range(len(item.path)):
                self._beneath.setdefault(item.path[:length], set()).add(item.origin)

    def of(self, path: Path) -> Origin | None:
        """Return where the value at `path` comes from, or all of its parts do; None if that is not known or differs."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._by_path:
                return self._by_path[path[:length]]
        beneath = self._beneath.get(path, set())
        return next(iter(beneath)) if len(beneath) == 1 else None
