"""The source as the evidence page shows it: numbered rows, with a mark around every span, and notes in the margin.

One pass over the lines and the sorted spans: spans may stand in each other or cross, so an open mark is closed at the
end of a row, or where one that began earlier ends, and goes on as a further piece.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from jatskit.protocols import Source
from jatskit.reporting.lines import counted
from jatskit.reporting.markup import attribute, escaped

#: A longer line is shown in several rows, cut at a blank among the last so many characters of a row.
_LONGEST_ROW, _SEEK_BLANK = 4000, 200
#: Furniture is folded from so many rows or characters on.
_FOLDED_ROWS, _FOLDED_CHARACTERS = 12, 1500
#: So many characters of it are left before and after a value in the same line.
_CONTEXT = 60
#: Rows of which a browser draws all or none.
_CHUNK = 60
_FURNITURE, _UNASSIGNED, _EVIDENCE = "x", "u", "g"


@dataclass(slots=True)
class Mark:
    """A span of the text to be marked; `attributes` are those of every piece, `id` is that of the first one."""

    start: int
    end: int
    kind: str
    attributes: str
    id: str = ""
    name: str = ""

    def opened(self) -> str:
        """Return the start tag of the next piece."""
        id, self.id = f' id="{self.id}"' if self.id else "", ""
        return f"<{self._element}{id} {self.attributes}>"

    @property
    def closed(self) -> str:
        """The end tag of a piece."""
        return f"</{self._element}>"

    @property
    def _element(self) -> str:
        return "mark" if self.kind == _EVIDENCE else "span"


def evidence_mark(start: int, end: int, value: int, number: int, group: str) -> Mark:
    """Return the mark of one span of a value."""
    return Mark(start, end, _EVIDENCE, f'class="g-{group}" data-v="{value}"', id=f"s{value}-{number}")


def furniture_mark(start: int, end: int, rule: str) -> Mark:
    """Return the mark of furniture that this rule recognised."""
    return Mark(start, end, _FURNITURE, f'class="x" title="{attribute(f"furniture: {rule}")}"', name=rule)


def unassigned_mark(start: int, end: int, number: int) -> Mark:
    """Return the mark of text that nobody assigned."""
    return Mark(start, end, _UNASSIGNED, 'class="u" title="unassigned: in no field of the article"', id=f"u{number}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note for the margin, beside a column of its line."""

    column: int
    html: str


@dataclass(slots=True)
class _Row:
    line: int
    column: int
    start: int
    end: int
    notes: str = ""
    html: str = ""
    kinds: set[str] = field(default_factory=set)
    rules: dict[str, None] = field(default_factory=dict)

    @property
    def foldable(self) -> bool:
        return not self.notes and not self.kinds - {_FURNITURE}


def source_column(
    source: Source, marks: Iterable[Mark], notes: Mapping[int, list[Note]], *, fold: bool
) -> Iterator[str]:
    """Yield the HTML of the source's rows; `notes` are the margin's, by line.

    With `fold`, long runs of rows without anything but furniture are folded.
    """
    rows = _marked(source, sorted(marks, key=lambda mark: (mark.start, -mark.end)), notes)
    if not fold:
        yield from _chunks(map(_row, rows))
        return
    for foldable, group in groupby(rows, key=lambda row: row.foldable):
        run = list(group)
        size = run[-1].end - run[0].start
        if foldable and (len(run) >= _FOLDED_ROWS or size >= _FOLDED_CHARACTERS):
            yield f'<details class="fold"><summary>{_told(run, size)}</summary>'
            yield from _chunks(_row(row) for row in run if row.html)  # empty lines are only counted
            yield "</details>"
        else:
            yield from _chunks(map(_row, run))


def _told(run: list[_Row], size: int) -> str:
    first, last = run[0].line, run[-1].line
    lines = f"Lines {first:,}–{last:,}" if last > first else f"Line {first:,}"
    rules = list(dict.fromkeys(rule for row in run for rule in row.rules))
    named = ", ".join(rules[:4]) + (" and more" if len(rules) > 4 else "")
    return escaped(f"{lines}: {counted(size, 'character')} of furniture" + (f" ({named})" if named else ""))


def _chunks(rows: Iterable[str]) -> Iterator[str]:
    count = 0
    for row in rows:
        if count % _CHUNK == 0:
            yield '</div>\n<div class="chunk">\n' if count else '<div class="chunk">\n'
        yield row
        count += 1
    if count:
        yield "</div>\n"


def _row(row: _Row) -> str:
    unassigned = " un" if _UNASSIGNED in row.kinds else ""
    number = f'id="L{row.line}" data-n="{row.line}"' if row.column == 1 else 'data-n="…"'
    notes = f'<div class="notes">{row.notes}</div>' if row.notes else ""
    return f'<div class="r{unassigned}" {number}><div class="t" dir="auto">{row.html}</div>{notes}</div>\n'


def _rows(source: Source, marks: list[Mark], notes: Mapping[int, list[Note]]) -> Iterator[_Row]:
    """Yield the rows, still empty: a line, or the parts of a long one."""
    stretches = deque(_stretches(source.text, marks))
    for number, (start, end) in enumerate(source.lines(), 1):
        column, waiting = 1, sorted(notes.get(number, ()), key=lambda note: note.column, reverse=True)
        cuts = deque(_cuts(stretches, start, end))
        while True:
            stop = cuts.popleft() if cuts else end
            while True:
                cut = stop
                if stop - start > _LONGEST_ROW:
                    blank = source.text.rfind(" ", start + _LONGEST_ROW - _SEEK_BLANK, start + _LONGEST_ROW)
                    cut = blank + 1 if blank > 0 else start + _LONGEST_ROW
                row = _Row(number, column, start, cut)
                column += cut - start
                while waiting and (cut == end or waiting[-1].column < column):
                    row.notes += waiting.pop().html
                start = cut
                yield row
                if start == stop:
                    break
            if stop == end:
                break


def _stretches(text: str, marks: list[Mark]) -> Iterator[list[int]]:
    """Yield where furniture without anything but blanks in between starts and ends, if it is long."""
    stretch = [0, 0]
    for mark in marks:
        if mark.kind == _FURNITURE and (mark.start <= stretch[1] or text[stretch[1] : mark.start].isspace()):
            stretch[1] = mark.end
            continue
        if stretch[1] - stretch[0] >= _FOLDED_CHARACTERS:
            yield stretch
        stretch = [mark.start, mark.end] if mark.kind == _FURNITURE else [mark.end, mark.end]
    if stretch[1] - stretch[0] >= _FOLDED_CHARACTERS:
        yield stretch


def _cuts(stretches: deque[list[int]], start: int, end: int) -> Iterator[int]:
    """Yield where a line is cut so that its long stretches of furniture are rows of their own, which can be folded."""
    while stretches and stretches[0][0] < end:
        first, last = stretches[0]
        if min(last, end) - max(first, start) >= _FOLDED_CHARACTERS:
            if first > start:
                yield first + _CONTEXT
            if last < end:
                yield last - _CONTEXT
        if last > end:
            return
        stretches.popleft()


def _marked(source: Source, marks: list[Mark], notes: Mapping[int, list[Note]]) -> Iterator[_Row]:
    """Yield the rows with their HTML.

    No mark is drawn over the blanks that a row begins with; one that begins in them or in a line end is opened behind.
    """
    text, following, count = source.text, 0, len(marks)
    opened: list[Mark] = []
    for row in _rows(source, marks, notes):
        position = row.end - len(text[row.start : row.end].lstrip())
        opened = [mark for mark in opened if mark.end > position]
        out = [escaped(text[row.start : position]), *(mark.opened() for mark in opened)]
        while position < row.end:
            while following < count and marks[following].start <= position:
                mark = marks[following]
                following += 1
                if mark.end > position:
                    out.append(mark.opened())
                    opened.append(mark)
                elif mark.id:  # its span is a line end: the link to it must have an end, too
                    out += [mark.opened(), mark.closed]
            stop = min((mark.end for mark in opened), default=row.end)
            stop = min(stop, row.end, marks[following].start if following < count else row.end)
            out.append(escaped(text[position:stop]))
            if not text[position:stop].isspace():
                row.kinds.update(mark.kind for mark in opened)
                row.rules.update((mark.name, None) for mark in opened if mark.name)
            position = stop
            lowest = next((i for i, mark in enumerate(opened) if mark.end <= position), None)
            if lowest is not None:
                out += [mark.closed for mark in reversed(opened[lowest:])]
                going_on = [mark for mark in opened[lowest:] if mark.end > position]
                out += [mark.opened() for mark in going_on]
                opened[lowest:] = going_on
        if row.end == len(text):  # what begins in the last line end
            out += [tag for mark in marks[following:] if mark.id for tag in (mark.opened(), mark.closed)]
        out += [mark.closed for mark in reversed(opened)]
        row.html = "".join(out)
        yield row
