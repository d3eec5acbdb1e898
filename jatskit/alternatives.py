"""Many words as one expression, which looks at each letter of a text once, however many words there are."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What follows a letter in some word: the letters after it. The key `""` says that a word may end here.
_Tree = dict[str, "_Tree"]


def alternatives(words: Iterable[str]) -> str:
    """Return an expression for any of these words, the longest where several fit.

    An alternation of words tries each of them in full. This one branches by letters, after a look at the first. It may
    be compiled without regard to case if no two of the letters that follow the same beginning differ in case only.
    """
    root: _Tree = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    first = "".join(map(re.escape, root))
    return f"(?=[{first}]){_expression(root)}"


def _expression(node: _Tree) -> str:
    ends = "" in node
    ways = [re.escape(letter) + _expression(rest) for letter, rest in node.items() if letter]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
