"""Finding the entries of a reference list among the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from jatskit.layouts import REFERENCE_LABELS, YEAR
from jatskit.references.broken import begins_with_names, broken_entries

#: Characters that few citations reach.
_LONG = 500
_LABELS = {style: re.compile(pattern) for style, pattern in REFERENCE_LABELS.items()}
#: Numbers that only a heading makes labels: on a line of their own, or glued to the first letter.
_BARE = tuple(map(re.compile, (r"(\d{1,3})$", r"(\d{1,3})(?=[^\W\d_a-z][^\W\d_]|[^\W\d_a-z]\.)")))
#: Entries from which on a list below a heading that counts up without a gap is believed, whatever its entries say.
_COUNTED = 5

#: Characters of an entry on one line; a line that tells no year may have fewer, if it stands among entries.
_SHORT, _LEAST, _LONGEST = 30, 20, 1500
#: Characters of an entry that begins with names.
_MOST = 30_000
_SENTENCE = re.compile(r"[.,:;]")
_TOLD = re.compile(rf"{YEAR.pattern}|\barxiv:\s?\d|\bin press\b|\bforthcoming\b|\b10\.\d{{4,9}}/", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:doi:?\s?)?(?:https?://\S{4,400}|10\.\d{4,9}/\S{1,200})", re.IGNORECASE)


#: The index of a line, and a half-open span of offsets in it.
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its number and its label's place, if it has them, and the places of its lines."""

    number: int | None
    label: Place | None
    text: tuple[Place, ...]


def entries_of(lines: Sequence[str], *, headed: bool, gaps: Collection[int] = ()) -> list[Entry]:
    """Return the entries that start at the first line and run on without a break.

    `headed` says that a heading announced a list, so that an unnumbered one is believed too. A numbered list
    counts up from its first number; its last entry is given no more lines than the longest before it. `gaps` are the
    numbers of the lines before which the words of links stood.
    """
    for style, label in _LABELS.items():
        entries = _numbered(lines, label)
        if headed or style == "[[1]] |":
            believable = bool(entries) and (_dated(lines, entries, least=0.5) or (headed and _counted(entries)))
        else:
            least = 1 if style == "[1]" else 3
            believable = len(entries) >= least and _dated(lines, entries, least=0.8) and not _prose(entries)
        if believable:
            return entries
    if not headed:
        return []
    for label in _BARE:
        entries = _numbered(lines, label)
        if _counted(entries) and _dated(lines, entries, least=0.5):
            return entries
    whole = _unnumbered(lines)
    broken = [
        Entry(None, None, tuple((n, 0, len(lines[n])) for n in range(start, end)))
        for start, end in broken_entries(lines, gaps)
    ]
    return broken if _reach(broken) > _reach(whole) else whole


def _reach(entries: Sequence[Entry]) -> int:
    """Return the number of the last line of the entries."""
    return entries[-1].text[-1][0] if entries else -1


def _counted(entries: Sequence[Entry]) -> bool:
    """Whether the entries count up from one without a gap, as no paragraphs do."""
    return (
        len(entries) >= _COUNTED
        and [entry.number for entry in entries] == list(range(1, len(entries) + 1))
        and not _prose(entries)
    )


def starts_a_list(line: str) -> bool:
    """Whether `line` is, or begins with, the label of a list's first entry."""
    return any((match := label.match(line)) and int(match[1]) == 1 for label in _LABELS.values())


def _numbered(lines: Sequence[str], label: re.Pattern[str]) -> list[Entry]:
    starts: list[tuple[int, re.Match[str]]] = []
    for index, line in enumerate(lines):
        match = label.match(line)
        if match and _follows(starts, int(match[1])):
            starts.append((index, match))
        elif not starts:
            return []
    entries = []
    longest = 1
    for position, (index, match) in enumerate(starts):
        last = position == len(starts) - 1
        end = len(lines) if last else starts[position + 1][0]
        first = len(match[0]) + (len(lines[index]) - len(lines[index][match.end() :].lstrip()) - match.end())
        places = [(index, first, len(lines[index]))] if first < len(lines[index]) else []
        places += [(i, 0, len(lines[i])) for i in range(index + 1, end)]
        if last:
            places = places[: longest if position else _until_a_short_line(lines, places)]
        longest = max(longest, len(places))
        entries.append(Entry(int(match[1]), (index, 0, match.end()), tuple(places)))
    return [entry for entry in entries if entry.text]


def _follows(starts: Sequence[tuple[int, re.Match[str]]], number: int) -> bool:
    if not starts:
        return number == 1
    # A scraper may lose an entry, but a number that jumps far is no label.
    return 1 <= number - int(starts[-1][1][1]) <= 3


def _until_a_short_line(lines: Sequence[str], places: Sequence[Place]) -> int:
    for count, (index, start, end) in enumerate(places):
        if count and end - start < 20:
            return count
        if lines[index].endswith((".", "。", "．")) and YEAR.search(lines[index]):
            return count + 1
    return len(places)


def _dated(lines: Sequence[str], entries: Sequence[Entry], *, least: float) -> bool:
    """Whether at least this share of the entries tell a year, as citations do and sections of a text do not."""
    dated = sum(any(YEAR.search(lines[i], a, b) for i, a, b in entry.text) for entry in entries)
    return dated >= least * len(entries)


def _prose(entries: Sequence[Entry]) -> bool:
    """Whether the entries are as long as the numbered paragraphs of a text."""
    return median(sum(end - start for _, start, end in entry.text) for entry in entries) > _LONG


def _unnumbered(lines: Sequence[str]) -> list[Entry]:
    entries: list[Entry] = []
    for index, line in enumerate(lines):
        if _ADDRESS.fullmatch(line) and entries:
            # The address of what is cited stands on a line of its own.
            entries[-1] = Entry(None, None, (*entries[-1].text, (index, 0, len(line))))
            continue
        if not _cites(line):
            if not entries or not _enclosed(lines, index):
                break
            if len(line) < _LEAST or not _SENTENCE.search(line):
                # A word of the site between the entries, such as that of a link.
                continue
        entries.append(Entry(None, None, ((index, 0, len(line)),)))
    return entries if len(entries) > 1 else []


def _cites(line: str) -> bool:
    if len(line) < _SHORT or _TOLD.search(line) is None:
        return False
    # Hundreds of names make an entry long, and nothing else does.
    return len(line) <= _LONGEST or (len(line) <= _MOST and begins_with_names(line))


def _enclosed(lines: Sequence[str], index: int) -> bool:
    """Whether a line that tells no year stands among entries that do, as one that cites a web site or a work in print."""
    near = lines[index + 1 : index + 9]
    following = [line for line in near if len(line) >= _SHORT and not _ADDRESS.fullmatch(line)][:3]
    return len(lines[index]) <= _LONGEST and sum(map(_cites, following)) > 1
