"""Content models as automata (Glushkov's): XML demands deterministic ones, so every child leads to one state at most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


class ContentDecl(Protocol):
    """A node of a content model: lxml's `_DTDElementContentDecl`."""

    name: str | None
    type: str | None
    occur: str | None
    left: ContentDecl | None
    right: ContentDecl | None


@dataclass(slots=True)
class Model:
    """The automaton of a content model: state 0 is the start; `follow[state]` says where each name leads."""

    follow: list[dict[str, int]] = field(default_factory=lambda: [{}])
    accepting: set[int] = field(default_factory=set)

    def completion(self, state: int, goal: str | None = None) -> list[str] | None:
        """Return the fewest names that lead from a state to the end, or to where `goal` may stand; None: none do."""
        came: dict[int, tuple[int, str]] = {}
        queue = [state]
        for at in queue:
            if (at in self.accepting) if goal is None else (goal in self.follow[at]):
                names: list[str] = []
                while at != state:
                    at, name = came[at]
                    names.append(name)
                return names[::-1]
            for name, to in self.follow[at].items():
                if to not in came and to != state:
                    came[to] = (at, name)
                    queue.append(to)
        return None


def compile_model(content: ContentDecl) -> Model:
    """Return the automaton of an element-only content model."""
    model = Model()
    nullable, first, last = _positions(content, model)
    model.follow[0].update(first)
    model.accepting = last | ({0} if nullable else set())
    return model


def _positions(node: ContentDecl, model: Model) -> tuple[bool, dict[str, int], set[int]]:
    """Add a node's positions to the model; return whether it may be empty, and its first and last positions."""
    nullable: bool
    first: dict[str, int] = {}
    last: set[int] = set()
    if node.type == "seq":
        nullable = True
        for part in _parts(node):
            empty, starts, ends = _positions(part, model)
            for position in last:
                _add(model.follow[position], starts)
            if nullable:
                _add(first, starts)
            last = last | ends if empty else ends
            nullable = nullable and empty
    elif node.type == "or":
        nullable = False
        for part in _parts(node):
            empty, starts, ends = _positions(part, model)
            _add(first, starts)
            last |= ends
            nullable = nullable or empty
    else:
        model.follow.append({})
        nullable, first, last = False, {node.name or "": len(model.follow) - 1}, {len(model.follow) - 1}
    if node.occur in ("mult", "plus"):
        for position in last:
            _add(model.follow[position], first)
    return nullable or node.occur in ("opt", "mult"), first, last


def _add(names: dict[str, int], more: Mapping[str, int]) -> None:
    """Add transitions; the first of two that differ only in a prefix stays."""
    for name, position in more.items():
        names.setdefault(name, position)


def _parts(node: ContentDecl) -> Iterator[ContentDecl]:
    """Yield the members of a sequence or choice, which libxml2 keeps as a chain of pairs."""
    at: ContentDecl | None = node
    while at is not None:
        if at.left is not None:
            yield at.left
        right = at.right
        if right is None or right.type != node.type or right.occur != "once":
            if right is not None:
                yield right
            return
        at = right
