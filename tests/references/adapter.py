"""The one place that knows how jatskit reads a reference: point it at the real name here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

import jatskit.references

WHY_NOT = "jatskit.references has no parse_reference yet"
Reading = dict[str, Any]


def reader() -> Callable[[str], list[Reading]] | None:
    """Return the reader: from an entry's text to one plain dict of fields for each language; None without one."""
    parse = getattr(jatskit.references, "parse_reference", None)
    return None if parse is None else lambda text: [_plain(part) for part in _each(parse(text))]


def _each(result: Any) -> Iterable[Any]:
    if result is None:
        return ()
    return result if isinstance(result, (list, tuple)) else (result,)


def _plain(value: Any) -> Reading:
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "model_dump"):
        return dict(value.model_dump())
    return dict(asdict(value)) if is_dataclass(value) and not isinstance(value, type) else dict(vars(value))
