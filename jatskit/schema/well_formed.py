"""Mend what keeps a document from being well-formed, where one small edit at the place of the error does it."""

from __future__ import annotations

import re
from collections.abc import Callable

from jatskit.errors import NotWellFormed
from jatskit.findings import Edit, Fix
from jatskit.schema.parsing import NAMESPACES, entities
from jatskit.schema.text import root_starts_at

#: How far before the place where the parser stopped the cause of it is looked for, in characters.
MOST_BACK = 80

_AMPERSAND = re.compile(r"&(?!#?\w+;)")
_LESS = re.compile(r"<(?=[\s\d=.])")
_NAME = re.compile(r"<[^\s/>]+")


def fix_of_error(error: NotWellFormed, text: str) -> Fix | None:
    """Return the edit of a document's text that mends an error of the parser's; None if there is none that is certain."""
    for pattern, fix in _FIXES:
        if match := pattern.match(error.fault):
            return fix(match[1] if match.re.groups else "", text, offset_of(text, error))
    return None


def offset_of(text: str, error: NotWellFormed) -> int:
    """Return the offset in a document's text at which the parser stopped."""
    at = 0
    for _ in range(error.line - 1):
        at = text.find("\n", at) + 1
    return min(at + max(error.column - 1, 0), len(text))


def _last(pattern: re.Pattern[str], text: str, offset: int) -> re.Match[str] | None:
    """Return what matches last before the parser stopped: what it did not stop at before was right."""
    found = None
    for match in pattern.finditer(text, max(0, offset - MOST_BACK)):
        if match.start() >= offset:
            break
        found = match
    return found


def _ampersand(_: str, text: str, offset: int) -> Fix | None:
    match = _last(_AMPERSAND, text, offset)
    return Fix("Write &amp;", (Edit(match.start(), match.end(), "&amp;"),), safe=True) if match else None


def _less(_: str, text: str, offset: int) -> Fix | None:
    match = _last(_LESS, text, offset)
    return Fix("Write &lt;", (Edit(match.start(), match.end(), "&lt;"),), safe=True) if match else None


def _entity(name: str, text: str, _: int) -> Fix | None:
    character = entities().get(name)
    if character is None:
        return None
    wanted = f"&{name};"
    starts = [match.start() for match in re.finditer(re.escape(wanted), text)]
    edits = tuple(Edit(start, start + len(wanted), character) for start in starts)
    return Fix(f"Write the character itself for {wanted}", edits, safe=True) if edits else None


def _prefix(prefix: str, text: str, _: int) -> Fix | None:
    root = _NAME.match(text, root_starts_at(text))
    if root is None or prefix not in NAMESPACES:
        return None
    declared = f' xmlns:{prefix}="{NAMESPACES[prefix]}"'
    return Fix(f"Declare {prefix}: on the root element", (Edit(root.end(), root.end(), declared),), safe=True)


_FIXES: tuple[tuple[re.Pattern[str], Callable[[str, str, int], Fix | None]], ...] = (
    (re.compile(r"a bare &"), _ampersand),
    (re.compile(r"a bare <, or"), _less),
    (re.compile(r"the entity &([\w.]+); is not declared"), _entity),
    (re.compile(r"the prefix (\w+): on"), _prefix),
)
