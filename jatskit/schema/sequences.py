"""The smallest change that makes a sequence of children one that a content model accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from jatskit.schema.content_models import Model

#: How many children before the one where the model is stuck are looked at as the cause of it.
WINDOW = 40
#: How many children after it that would be right there are looked at.
MOST_LATER = 5


class Do(Enum):
    """What is done to a sequence."""

    MOVE = "move"
    RENAME = "rename"
    INSERT = "insert"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change: of the child at `index`, or (to insert) before it.

    A child moves before the one at `to` (the length of the sequence: to the end); it gets the first of `names`, or
    all of them are inserted.
    """

    do: Do
    index: int
    to: int = 0
    names: tuple[str, ...] = ()


def states_of(model: Model, names: Sequence[str]) -> list[int]:
    """Return the states that the model goes through, as far as it accepts the names; the first is the start."""
    states = [0]
    for name in names:
        state = model.follow[states[-1]].get(name)
        if state is None:
            break
        states.append(state)
    return states


def accepts(model: Model, names: Sequence[str], state: int | None = 0, start: int = 0) -> bool:
    """Whether the model, in this state, accepts the names from `start` on as the end of a sequence."""
    for index in range(start, len(names)):
        if state is None:
            return False
        state = model.follow[state].get(names[index])
    return state is not None and state in model.accepting


def remedies(model: Model, names: Sequence[str], fits: Callable[[int, str], bool]) -> Iterator[Remedy]:
    """Yield changes that make the model accept the names, likelier ones first.

    `fits` says whether the child at an index could have another name, by its own content and attributes.
    """
    states = states_of(model, names)
    stuck = len(states) - 1
    window = range(stuck if stuck < len(names) else stuck - 1, max(0, stuck - WINDOW) - 1, -1)
    here = model.follow[states[stuck]]
    foreign = stuck < len(names) and not any(names[stuck] in follow for follow in model.follow)
    if not foreign:
        later = [index for index in range(stuck + 1, len(names)) if names[index] in here][:MOST_LATER]
        yield from _moves(model, names, [*window, *later])
        goal = names[stuck] if stuck < len(names) else None
        missing = model.completion(states[stuck], goal)
        if missing and accepts(model, [*missing, *names[stuck:]], states[stuck]):
            yield Remedy(Do.INSERT, stuck, names=tuple(missing))
    for index in [stuck] if foreign else window:
        if index < len(names):
            follow = here if index == stuck else model.follow[states[index]]
            for name, state in follow.items():
                if name != names[index] and accepts(model, names, state, index + 1) and fits(index, name):
                    yield Remedy(Do.RENAME, index, names=(name,))
    for index in window:
        if accepts(model, names, states[index], index + 1):
            yield Remedy(Do.REMOVE, index)


def _moves(model: Model, names: Sequence[str], window: Sequence[int]) -> Iterator[Remedy]:
    """Yield the moves of one child that make the sequence right; of each child the shortest."""
    for index in window:
        rest = [*names[:index], *names[index + 1 :]]
        states = states_of(model, rest)
        near = range(max(0, index - WINDOW), min(len(states), index + WINDOW))
        for to in sorted({*near, 0, len(states) - 1}, key=lambda at: abs(at - index)):
            state = model.follow[states[to]].get(names[index])
            if to != index and state is not None and accepts(model, rest, state, to):
                yield Remedy(Do.MOVE, index, to if to < index else to + 1)
                break
