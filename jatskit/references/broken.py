"""Reference lists without numbers whose entries an extractor broke at every link, italic and name.

Where one entry ends and the next begins is told by three things together: the words of links that a publisher prints
behind each entry, how an entry ends, and how the names at the start of an entry are written in this list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median

from jatskit.layouts import YEAR

_PARTICLE = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|ter|ten|zu)[\s’'-]){0,3}"
_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{0,30}(?:[’'‐-][^\W\d_]{1,30}){0,3}"
#: A surname and initials: `Doe, J. R.`, `Doe JR,`, `van Doe, J., &`.
_SURNAME_FIRST = re.compile(
    rf"{_PARTICLE}{_WORD}(?:\s{_WORD}){{0,2}}\s?,?\s(?:[^\W\d_a-z]\.?[\s‐-]{{0,2}}){{1,4}}(?=[,;:(&.]|and\b|et al|\d{{4}}|$)"
    rf"|{_PARTICLE}{_WORD}(?:\s{_WORD}){{0,2}}\s?,\s?{_WORD}(?:\s(?:{_WORD}|[^\W\d_a-z]\.?)){{0,2}}(?=\s?[,;.(]|\sand\b)"
)
#: Initials and a surname: `J. R. Doe,`.
_INITIALS_FIRST = re.compile(rf"(?:[^\W\d_a-z]\.[\s‐-]{{0,2}}){{1,4}}{_PARTICLE}{_WORD}(?=[\s,.:;(]|$)")
_STYLES = (_SURNAME_FIRST, _INITIALS_FIRST)
#: Characters of an entry that its names at the start are looked for in, and lines that they may stand on.
_HEAD, _HEAD_LINES = 120, 12
_BLANK = re.compile(r"\s+(?=[,.;:)])")
_GOES_ON = re.compile(r"[a-z,.;:)\]&–—\-/%]|\d|and\b|in\s|In[:\s]|“")
_TERMINAL = (".", "]", ")", "。")
_DATED = re.compile(rf"{YEAR.pattern}|in press|forthcoming|n\.d\.|arxiv", re.IGNORECASE)
#: The fewest entries; the shares of them that tell a year and that begin with names; lengths that entries have.
_LEAST, _DATED_SHARE, _HEADED_SHARE = 3, 0.85, 0.6
_SHORTEST, _LONGEST, _USUAL = 25, 4000, 500
#: Lines of a menu that may stand between the heading and the first entry.
_MENU, _MENU_LINE = 60, 80


def begins_with_names(text: str) -> bool:
    """Whether a text begins as an entry does: with a surname and initials, or with initials and a surname."""
    return any(style.match(text) for style in _STYLES)


def broken_entries(lines: Sequence[str], gaps: Collection[int]) -> list[tuple[int, int]]:
    """Return the half-open ranges of lines that are the entries of a list; none if the lines are no such list.

    `gaps` are the numbers of the lines before which the words of links stood.
    """
    heads = [_head(lines, number) for number in range(len(lines))]
    for style in _STYLES:
        found = _entries(lines, gaps, [style.match(head) is not None for head in heads])
        if found:
            return found
    return []


def _head(lines: Sequence[str], number: int) -> str:
    text = ""
    for line in lines[number : number + _HEAD_LINES]:
        text = f"{text} {line[:_HEAD]}" if text else line[:_HEAD]
        if len(text) >= _HEAD:
            break
    return _BLANK.sub("", text)[:_HEAD]


def _entries(lines: Sequence[str], gaps: Collection[int], named: Sequence[bool]) -> list[tuple[int, int]]:
    first = next((n for n in range(min(len(lines), _MENU)) if named[n] or len(lines[n]) > _MENU_LINE), None)
    if first is None or any(_DATED.search(line) for line in lines[:first]):
        return []
    if (
        first + 1 < len(lines)
        and named[first + 1]
        and not _GOES_ON.match(lines[first + 1])
        and lines[first][-1].isalpha()
    ):
        first += 1  # The last line of the menu and the first name together look like a name.
    starts = [first]
    dated, size = False, 0
    for number in range(first + 1, len(lines)):
        before = lines[number - 1]
        dated = dated or _DATED.search(before) is not None
        size += len(before)
        begins = not _GOES_ON.match(lines[number]) or named[number]
        if begins and (
            (number in gaps and (dated or named[number]) and size >= _SHORTEST)
            or (named[number] and before.endswith(_TERMINAL) and dated)
        ):
            starts.append(number)
            dated, size = False, 0
    ranges = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    while ranges and not any(_DATED.search(line) for line in lines[slice(*ranges[-1])]):
        ranges.pop()  # What stands below the list begins where the last entry ends.
    if len(ranges) < _LEAST:
        return []
    ranges[-1] = (ranges[-1][0], _last(lines, gaps, ranges))
    return ranges if _believable(lines, ranges, named) else []


def _last(lines: Sequence[str], gaps: Collection[int], ranges: Sequence[tuple[int, int]]) -> int:
    """Return where the last entry ends: at the words of its links, or after as many sentences as the others have."""
    start, end = ranges[-1]
    longest = max(stop - begin for begin, stop in ranges[:-1])
    ends = [
        number
        for number in range(start + 1, min(end, start + longest) + 1)
        if number == end or not _GOES_ON.match(lines[number])
    ]
    if gap := next((number for number in ends if number in gaps), None):
        return gap
    usual = median(sum(_closes(lines, n) for n in range(begin, stop)) for begin, stop in ranges[:-1])
    closed, dated, at = 0, False, start
    for number in ends:
        for line in range(at, number):
            closed += _closes(lines, line)
            dated = dated or _DATED.search(lines[line]) is not None
        at = number
        if closed >= usual and dated:
            return number
    return ends[-1] if ends else end


def _closes(lines: Sequence[str], number: int) -> bool:
    return lines[number].endswith(_TERMINAL) and (number + 1 == len(lines) or not _GOES_ON.match(lines[number + 1]))


def _believable(lines: Sequence[str], ranges: Sequence[tuple[int, int]], named: Sequence[bool]) -> bool:
    sizes = [sum(map(len, lines[start:end])) for start, end in ranges]
    dated = sum(any(_DATED.search(line) for line in lines[start:end]) for start, end in ranges)
    return (
        min(sizes) >= _SHORTEST
        and max(sizes) <= _LONGEST
        and median(sizes) <= _USUAL
        and dated >= _DATED_SHARE * len(ranges)
        and sum(named[start] for start, _ in ranges) >= _HEADED_SHARE * len(ranges)
    )
