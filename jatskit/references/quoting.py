"""What a field's value leaves out of the text that it quotes: what line breaks left inside of words.

A PDF's line break parts a Han word by a blank, and an alphabet's word by a hyphen and a blank. Whether a hyphen was
the word's own cannot always be told; the tables here say when it is kept, and whoever quotes says that he joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jatskit.references.letters import LETTER, SMALL
from jatskit.references.line_breaks import Gap
from jatskit.references.parts import Span

_HYPHEN = re.compile(rf"(?<=[{LETTER}])[-\u2010\u00ad][ \t\r\n]{{1,4}}(?=[{SMALL}])")
_WORD_BEFORE = re.compile(rf"[{LETTER}]+$")
_WORD_AFTER = re.compile(rf"[{LETTER}]+")
#: Characters of a word that tell whether it is one of the tables.
_LONGEST = 20
#: After these the hyphen stands for the rest of a word that comes later: “short- and long-term”.
_JOINING = frozenset("and or und oder bzw et ou y e o i".split())
#: Words that keep their hyphen before another word.
_KEEPING = frozenset(
    "all anti cross double early end ex far first five four free front full half hand hard high inter intra large late "
    "light long low meta mid middle mild mono multi near neo new non old one open over peer post pre pro quasi rapid "
    "real second self semi short single six slow small soft state sub super tele ten third three time top trans two "
    "ultra under up vice water well wide".split()
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the text that no value quotes, and why not."""

    start: int
    end: int
    reason: str


def cuts_of(text: str, gaps: Iterable[Gap] = ()) -> list[Cut]:
    """Return what line breaks left inside of the words of `text`, in order.

    `gaps` are the blanks between its Han letters, as judged by `han_gaps` with the list that the text stands in.
    """
    cuts = [Cut(gap.start, gap.end, gap.reason) for gap in gaps if gap.is_break]
    if "- " in text or "-\n" in text or not text.isascii():
        cuts += [cut for match in _HYPHEN.finditer(text) if (cut := _hyphen(text, match))]
        cuts.sort(key=lambda cut: cut.start)
    return cuts


def _hyphen(text: str, match: re.Match[str]) -> Cut | None:
    start, end = match.span()
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST) : start])
    after = _WORD_AFTER.match(text, end, end + _LONGEST)
    if before is None or after is None or after[0] in _JOINING:
        return None
    word = before[0]
    if match[0][0] != "\u00ad" and (len(word) == 1 or not word[1:].islower() or word.lower() in _KEEPING):
        return Cut(start + 1, end, "a line break stands behind the hyphen of a word")
    return Cut(start, end, "a hyphen at a line's end parts the word")


def without(span: Span, cuts: Sequence[Cut]) -> tuple[tuple[Span, ...], list[Cut]]:
    """Return the pieces of a span that the cuts leave, and the cuts inside it."""
    start, end = span
    inside: list[Cut] = []
    for cut in cuts[bisect_left(cuts, start, key=lambda cut: cut.start) :]:
        if cut.end >= end:
            break
        if cut.start > start:
            inside.append(cut)
    edges = [start, *(edge for cut in inside for edge in (cut.start, cut.end)), end]
    return tuple(zip(edges[::2], edges[1::2], strict=True)), inside
