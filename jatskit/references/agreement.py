"""Where the two halves of a bilingual reference say different things; each half is kept as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.references.parts import Parts

#: What both languages print in the same letters.
_COMPARED = ("year", "volume", "issue", "fpage", "lpage", "elocation")
_PLAIN = re.compile(r"[^\W_]+")


def differences(text: str, first: Parts, second: Parts) -> Iterator[tuple[str, str, str]]:
    """Yield what the halves differ in: the field, what the first half says and what the second says.

    A field that only one half has is no difference. Marks and leading zeros do not count: (04) is 4.
    """
    counts = [sum(len(group.names) for group in parts.groups if group.role == "author") for parts in (first, second)]
    if all(counts) and counts[0] != counts[1]:
        yield "authors", str(counts[0]), str(counts[1])
    others = [any(group.etal for group in parts.groups if group.role == "author") for parts in (first, second)]
    if all(counts) and others[0] != others[1]:
        yield "et al.", "yes" if others[0] else "no", "yes" if others[1] else "no"
    for field in _COMPARED:
        if field in first.spans and field in second.spans:
            one, other = (" ".join(text[slice(*parts.spans[field])].split()) for parts in (first, second))
            if _plain(one) != _plain(other):
                yield field, one, other


def _plain(value: str) -> list[str]:
    return [word.lstrip("0").casefold() for word in _PLAIN.findall(value)]
