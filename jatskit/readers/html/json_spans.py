"""JSON whose strings know where in the source they stand; broken JSON is read as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from jatskit.protocols import Span

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)"|([{}\[\],:])|(-?\d[\d.eE+-]*+)|(true|false|null)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A string or a number: where it stands, without quotation marks."""

    span: Span
    text: str


@dataclass(slots=True)
class Thing:
    """An object: its values by their keys. A key that is given twice has both."""

    values: dict[str, list[Value]] = field(default_factory=dict)

    def leaf(self, *keys: str) -> Leaf | None:
        """Return the first string under one of the keys, through lists."""
        return next((value for key in keys for value in self.all(key) if isinstance(value, Leaf)), None)

    def all(self, key: str) -> list[Value]:
        """Return the values under a key, those of lists one by one."""
        return [each for value in self.values.get(key, ()) for each in (value if isinstance(value, list) else [value])]

    def things(self, key: str) -> list[Thing]:
        """Return the objects under a key."""
        return [value for value in self.all(key) if isinstance(value, Thing)]

    @property
    def types(self) -> set[str]:
        """The names in `@type`, without their vocabulary."""
        return {re.split(r"[/#:]", v.text)[-1] for v in self.all("@type") if isinstance(v, Leaf)}


Value: TypeAlias = "Leaf | Thing | list[Value]"
#: Deeper than any data of a page; what is below is left out.
_DEEPEST = 60


def read_json(text: str, start: int, end: int) -> list[Value]:
    """Return the values that stand in a stretch of the source; of broken JSON, what can be told."""
    root: list[Value] = []
    stack: list[Thing | list[Value]] = [root]
    key: list[str | None] = [None]
    skipped = 0
    pending: Leaf | None = None

    def put(value: Value) -> None:
        holder = stack[-1]
        if isinstance(holder, Thing):
            if key[-1] is not None:
                holder.values.setdefault(key[-1], []).append(value)
                key[-1] = None
        else:
            holder.append(value)

    for match in _TOKEN.finditer(text, start, end):
        mark = match[2]
        if mark == ":" and pending is not None and isinstance(stack[-1], Thing):
            key[-1] = pending.text
            pending = None
            continue
        if pending is not None:
            put(pending)
            pending = None
        if mark in ("{", "["):
            if len(stack) > _DEEPEST:
                skipped += 1
                continue
            inner: Thing | list[Value] = Thing() if mark == "{" else []
            put(inner)
            stack.append(inner)
            key.append(None)
        elif mark in ("}", "]"):
            if skipped:
                skipped -= 1
            elif len(stack) > 1:
                stack.pop()
                key.pop()
        elif mark is None and not skipped:
            if match[1] is not None:
                pending = Leaf(match.span(1), match[1])
            elif match[3] is not None:
                put(Leaf(match.span(3), match[3]))
    if pending is not None:
        put(pending)
    return root


def end_of_value(text: str, start: int, end: int) -> int:
    """Return where the object or list that begins at `start` ends; `end` if it does not."""
    depth = 0
    for match in _TOKEN.finditer(text, start, end):
        if match[2] in ("{", "["):
            depth += 1
        elif match[2] in ("}", "]"):
            depth -= 1
            if depth <= 0:
                return match.end()
    return end


def things_in(values: list[Value]) -> Iterator[Thing]:
    """Yield the objects of a document and of its `@graph`, not those inside them."""
    queue = list(values)
    while queue:
        value = queue.pop(0)
        if isinstance(value, list):
            queue = [*value, *queue]
        elif isinstance(value, Thing):
            yield value
            queue = [*value.all("@graph"), *value.all("mainEntity"), *value.all("mainEntityOfPage"), *queue]
