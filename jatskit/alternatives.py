"""Many words as one expression, which looks at the first letter of a text once, however many words there are."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Return an expression for any of these words, the longest where several fit.

    An alternation of words tries each of them in full at every place. This one looks at the first letter, and tries those
    that begin with it. It may be compiled without regard to case if no two first letters differ in case only.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    first = "".join(map(re.escape, by_letter))
    ways = [f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return f"(?=[{first}])(?:{'|'.join(ways)})"
