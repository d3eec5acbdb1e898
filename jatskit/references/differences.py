"""In what the two halves of one citation differ: what a careful editor would ask the author about."""

from __future__ import annotations

from dataclasses import dataclass

from jatskit.names import romanised
from jatskit.references.parts import CitedName, Group, Parts

#: Parts that two halves of one citation must have in common.
_COMMON = ("year", "volume", "issue", "fpage", "lpage", "elocation")


@dataclass(frozen=True, slots=True)
class Difference:
    """A part in which two halves differ: its name, and what each half prints; None where it prints nothing."""

    part: str
    first: str | None
    second: str | None


def differences(text: str, first: Parts, second: Parts) -> tuple[Difference, ...]:
    """Compare two readings of one citation, both of `text`; `(04)` and `(4)` are the same number.

    Names are compared by count, by `et al.`, and, where both are divided, by the pinyin of the surnames.
    """
    found: list[Difference] = []
    for name in _COMMON:
        values = tuple(text[slice(*parts.spans[name])] if name in parts.spans else None for parts in (first, second))
        if (values[0] is not None and values[1] is not None and _number(values[0]) != _number(values[1])) or (
            values[0] is None
        ) != (values[1] is None):
            found.append(Difference(name, *values))
    ours, theirs = _authors(first), _authors(second)
    if ours and theirs:
        if len(ours.names) != len(theirs.names):
            found.append(Difference("authors", str(len(ours.names)), str(len(theirs.names))))
        else:
            found.extend(_unlike(text, ours, theirs))
        if ours.etal != theirs.etal:
            found.append(Difference("etal", *("et al." if group.etal else None for group in (ours, theirs))))
    elif ours or theirs:
        found.append(Difference("authors", *(str(len(group.names)) if group else None for group in (ours, theirs))))
    return tuple(found)


def _number(value: str) -> str:
    bare = "".join(letter for letter in value if letter.isalnum()).lower()
    return bare.lstrip("0") or bare


def _authors(parts: Parts) -> Group | None:
    return next((group for group in parts.groups if group.role == "author"), None)


def _unlike(text: str, ours: Group, theirs: Group) -> list[Difference]:
    return [
        Difference("author", text[slice(*one.whole)], text[slice(*other.whole)])
        for one, other in zip(ours.names, theirs.names, strict=True)
        if not _may_be_same(text, one, other)
    ]


def _may_be_same(text: str, one: CitedName, other: CitedName) -> bool:
    """Whether a Han and a Latin name may be one person's; True where one of them is not divided."""
    if one.surname is None or other.surname is None:
        return True
    surnames = [text[slice(*one.surname)].replace(" ", ""), text[slice(*other.surname)]]
    if surnames[0].isascii():
        surnames.reverse()
    if surnames[0].isascii() or not surnames[1].isascii():
        return True
    latin = surnames[1].lower().replace(" ", "").replace("-", "")
    spellings = romanised(surnames[0])
    return (
        latin in spellings
        or latin.replace("v", "u") in spellings
        or any(latin.startswith(spelling) for spelling in spellings)
    )
