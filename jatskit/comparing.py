"""In what two articles differ, field by field.

Items of a list are compared with the items that they are most like, so that one author more is one difference. The ids
that a document gives its affiliations and references are no metadata: what they lead to is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from jatskit.findings import Path
from jatskit.model import Article, Record

#: From so many pairs of items on, the items of two lists are compared by their places.
MOST_PAIRS = 4_000_000
#: How like two items must be to be taken for one that was changed: the share of their fields' values that are equal.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that two articles do not share: `before` and `after` are None where there is none.

    `path` is its address in the first article, `other` that in the second; where one has no such value it is the
    address of where it would stand.
    """

    path: Path
    other: Path
    before: Any = None
    after: Any = None


def differences(one: Article, other: Article) -> list[Difference]:
    """Return in what two articles differ, in the order of the model; nothing if they are equal but for ids."""
    return list(_compare(_without_ids(one), _without_ids(other), (), ()))


def _without_ids(article: Article) -> Article:
    """Return the article with its affiliations and references numbered."""
    new = {affiliation.id: f"aff{n}" for n, affiliation in enumerate(article.affiliations, 1)}
    return article.model_copy(
        update={
            "affiliations": tuple(a.model_copy(update={"id": new[a.id]}) for a in article.affiliations),
            "references": tuple(r.model_copy(update={"id": f"ref{n}"}) for n, r in enumerate(article.references, 1)),
            "contributors": tuple(
                c.model_copy(update={"affiliations": tuple(new[id] for id in c.affiliations)})
                for c in article.contributors
            ),
        }
    )


def _compare(one: Any, other: Any, path: Path, there: Path) -> Iterator[Difference]:
    if one == other:
        return
    if isinstance(one, Record) and type(one) is type(other):
        for name in type(one).model_fields:
            if name != "id" or not _is_numbered(one):
                yield from _compare(getattr(one, name), getattr(other, name), (*path, name), (*there, name))
    elif _is_list(one) and _is_list(other):
        for mine, theirs in _paired(one, other):
            if mine is None:
                assert theirs is not None  # noqa: S101  for the type checker
                yield Difference((*path, len(one)), (*there, theirs), None, other[theirs])
            elif theirs is None:
                yield Difference((*path, mine), (*there, len(other)), one[mine], None)
            else:
                yield from _compare(one[mine], other[theirs], (*path, mine), (*there, theirs))
    else:
        yield Difference(path, there, one if one != () else None, other if other != () else None)


def _is_numbered(record: Record) -> bool:
    return "id" in type(record).model_fields and type(record).__name__ in ("Affiliation", "Reference")


def _is_list(value: Any) -> bool:
    """Return whether a value is a list of items, and no rich text."""
    return isinstance(value, tuple) and (
        not value
        or all(isinstance(item, tuple) for item in value)
        or (
            all(isinstance(item, Record) for item in value)
            and not any(hasattr(item, "content") for item in value)
            and not any(hasattr(item, "notation") for item in value)
        )
    )


def _paired(one: Sequence[Any], other: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which item of one list is which of the other; None where there is no such item."""
    if len(one) * len(other) > MOST_PAIRS:
        for index in range(max(len(one), len(other))):
            yield index if index < len(one) else None, index if index < len(other) else None
        return
    keys = [[_key(item) for item in items] for items in (one, other)]
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _likest(one, other, range(a, b), range(c, d))


def _key(item: Any) -> str:
    """Return what an item says, without its id."""
    if isinstance(item, Record):
        return repr({n: getattr(item, n) for n in type(item).model_fields if n != "id" or not _is_numbered(item)})
    return repr(item)


def _likest(
    one: Sequence[Any], other: Sequence[Any], mine: range, theirs: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pair items that differ, in their order: the next that is like enough, else none."""
    left = list(theirs)
    for index in mine:
        if len(mine) == len(theirs):
            match = left[0]
        else:
            match = next((i for i in left[:50] if _likeness(one[index], other[i]) >= ALIKE), -1)
        if match < 0:
            yield index, None
            continue
        for skipped in left[: left.index(match)]:
            yield None, skipped
        left = left[left.index(match) + 1 :]
        yield index, match
    for rest in left:
        yield None, rest


def _likeness(one: Any, other: Any) -> float:
    """Return which share of what two items say is the same."""
    if not isinstance(one, Record) or type(one) is not type(other):
        return float(one == other)
    mine, theirs = (_values(item) for item in (one, other))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _values(item: Any, name: str = "") -> set[tuple[str, str]]:
    if isinstance(item, Record):
        return {v for field in type(item).model_fields for v in _values(getattr(item, field), field)}
    if isinstance(item, tuple):
        return {v for part in item for v in _values(part, name)}
    return set() if item is None else {(name, str(item))}
