"""A citation looked at once: its locators, and the pieces of what follows its titles, each read only once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from jatskit.references.parts import Group, Span
from jatskit.references.western import weights
from jatskit.references.western.genres import GENRE, VERSION, genre_at, genre_spans, genre_type, may_name_genre
from jatskit.references.western.locators import Run, items_of, run_weight, runs_of, spans_of_run
from jatskit.references.western.publishers import (
    COMPANY_TAIL,
    ENDS_A_COMPANY,
    IMPRINT,
    REGION,
    Chunks,
    Pieces,
    is_place,
    is_publisher,
    settle,
    trimmed,
)
from jatskit.references.western.roles import last_role, people_at
from jatskit.references.western.sentences import strength
from jatskit.references.western.words import WordTable

_CUT = re.compile(r"(?:\. |; |, |\.$|\0| ?\(|\)|\[|\]|: | - )")


#: A year between marks, as no title has one.
YEAR_INSIDE = re.compile(r"[,;] (?:1[5-9]|20)\d\d(?: ?\(|[.;,] )")
#: Characters of a piece that nothing knows.
_LONGEST_CHUNK = 400
_STOP_OR_COLON = re.compile(r"[.?!:] ")
_JUNK = re.compile(r"[\s,.;:()\[\]\0/<>|\-]+")


_YEARS = re.compile(r"(?:1[4-9]|20)\d\d ?- ?(?:(?:1[4-9]|20)\d\d|\d\d)")


#: Kinds of locator that no title holds.
_IN_NO_TITLE = ("volumeissue", "labelvol", "labelpages", "fulldate", "range")


@dataclass(slots=True)
class _Step:
    """One piece: where it ends and what it is."""

    end: int
    kind: str
    spans: dict[str, Span] = field(default_factory=dict)
    group: Group | None = None
    type: str | None = None
    run: Run | None = None
    #: Where the next one begins, beyond the marks between them.
    next: int = 0


class Scan:
    """A citation's text, looked at once: its locators, and the pieces that begin at a place, each read only once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.words = WordTable(text, start, end)
        self.runs = runs_of(text, items_of(text, start, end))
        self._last_role = last_role(text, start, end)
        self.may_name_people = self._last_role >= 0
        self.may_name_genre = may_name_genre(text.lower())
        #: Whether a title may have a year inside, as none has.
        self.may_hold_a_year = YEAR_INSIDE.search(text, start, end) is not None
        self._spans: dict[tuple[int, int, bool], dict[str, Span]] = {}
        self._steps: dict[int, _Step] = {}
        self.weights = [run_weight(run) for run in self.runs]
        self._weighed = list(zip(self.runs, self.weights, strict=True))
        self._stops: list[tuple[int, float]] | None = None
        self._run_starts = [run[0].start for run in self.runs]
        self._item_starts = [item.start for run in self.runs for item in run]
        self._chunks = Chunks(text)
        self._least_lost: dict[int, tuple[int, int]] = {}
        self._starts = {item.start: (run, i) for run in self.runs for i, item in enumerate(run)}
        self._sure = [
            i.start
            for run in self.runs
            for i in run
            if (i.kind in _IN_NO_TITLE and len(run) > 1 and not _YEARS.fullmatch(text, i.start, i.end))
            or i.kind in ("fulldate", "edition")
        ]
        #: How good a name each stretch of text is that was asked for.
        self.qualities: dict[Span, float] = {}
        #: How good a title.
        self.titles: dict[Span, float] = {}
        self._strengths: dict[int, float] = {}
        self._people: dict[int, tuple[Group, int] | None] = {}
        self._read: dict[tuple[int, int, bool], Pieces] = {}

    def weighed_runs_from(self, at: int) -> list[tuple[Run, float]]:
        """Return the runs behind a place with what they weigh; of one that goes across it, what stands behind."""
        first = bisect_left(self._run_starts, at)
        weighed = self._weighed[first:]
        if first and self.runs[first - 1][-1].start >= at:
            rest = [item for item in self.runs[first - 1] if item.start >= at]
            weighed.insert(0, (rest, run_weight(rest)))
        return weighed

    def stops_inside(self, start: int, end: int, *, only_dots: bool = False) -> Iterator[float]:
        """Yield how surely the stops and colons in a stretch end a sentence, of those that do more surely than an abbreviation."""
        if self._stops is None:
            self._stops = list(self._sure_stops())
        for at, sure in self._stops[bisect_left(self._stops, (start, 0.0)) : bisect_left(self._stops, (end - 1, 0.0))]:
            if not only_dots or self.text[at] == ".":
                yield sure

    def _sure_stops(self) -> Iterator[tuple[int, float]]:
        for match in _STOP_OR_COLON.finditer(self.text, 0, self.end):
            at = match.start()
            sure = weights.COLON_SURENESS if self.text[at] == ":" else self.strength(at)
            if sure > weights.ABBREVIATION_SURENESS:
                yield at, sure

    def spans_of(self, run: Run, *, dated: bool) -> dict[str, Span]:
        """Say what the items of a run are; not to be changed."""
        key = (run[0].start, len(run), dated)
        spans = self._spans.get(key)
        if spans is None:
            spans = self._spans[key] = spans_of_run(self.text, run, dated=dated)
        return spans

    def strength(self, mark: int) -> float:
        """Say how surely the mark at an offset ends a sentence, as `sentences.strength` does."""
        sure = self._strengths.get(mark)
        if sure is None:
            sure = self._strengths[mark] = strength(self.text, mark)
        return sure

    def people_at(self, at: int) -> tuple[Group, int] | None:
        """Return editors or translators who are named here and said to be that, and where that ends."""
        if at > self._last_role:
            return None
        if at not in self._people:
            self._people[at] = people_at(self.text, at, self.end)
        return self._people[at]

    def date_at(self, at: int) -> tuple[dict[str, Span], int] | None:
        """Return a bare date that begins here with words behind it, as between a title and a journal, and its end."""
        located = self._starts.get(at)
        if not located or len(located[0]) > located[1] + 1:
            return None
        item = located[0][located[1]]
        if self.text[max(0, at - 2) : at].strip()[-1:] in ".:;":
            return None
        if item.kind not in ("year", "fulldate") or not self.text[item.end : item.end + 2].strip()[:1].isalpha():
            return None
        return spans_of_run(self.text, [item], dated=False), item.end

    def count_of_locators(self, start: int, end: int) -> int:
        """Return how many pieces of locators, which no title holds, stand in a stretch of text."""
        return bisect_left(self._sure, end) - bisect_right(self._sure, start)

    def pieces(self, start: int, *, dated: bool, end: int | None = None) -> Pieces:
        """Read all from a place on, or up to `end`, piece by piece; not to be changed."""
        end = self.end if end is None else end
        key = (start, end, dated)
        if (known := self._read.get(key)) is not None:
            return known
        pieces = self._read[key] = Pieces()
        at = self._beyond_marks(start, end)
        while at < end:
            step = self._step(at)
            first, at = at, min(step.end, end)
            if step.kind == "chunk":
                pieces.chunks.append((first, at))
            elif step.kind == "imprint" and "publisher" in pieces.spans:
                pieces.chunks.append((min(span[0] for span in step.spans.values()), at))
            else:
                # Whatever is known, a year here is one: of a work that is cited in the same entry, if not of this.
                spans = step.spans if step.run is None else self.spans_of(step.run, dated=False)
                if step.kind == "pages":  # told by a label, and surer than what came before
                    pieces.spans.pop("lpage", None)
                    pieces.spans.update(spans)
                for name, span in spans.items():
                    pieces.spans.setdefault(name, span)
                if step.group is not None:
                    pieces.groups.append(step.group)
                pieces.type = step.type or pieces.type
            at = step.next if end == self.end else self._beyond_marks(at, end)
        settle(self._chunks, pieces, dated)
        return pieces

    def least_lost(self, start: int) -> int:
        """Return how many characters `pieces` surely loses from a place on: a bound that is quick to find.

        Of the chunks that are no publisher and no state, three at most can be a part: a place, a publisher, and a last one.
        """
        way: list[tuple[int, int]] = []
        at = self._beyond_marks(start, self.end)
        while at < self.end and at not in self._least_lost:
            step = self._step(at)
            chunk = self._chunks.at((at, step.end)) if step.kind == "chunk" else None
            counts = chunk is not None and not (chunk.follows or chunk.has_publisher or chunk.is_publisher)
            way.append((at, chunk.span[1] - chunk.span[0] if chunk and counts else 0))
            at = step.next
        total, longest = self._least_lost.get(at, (0, 0))
        for at, length in reversed(way):
            total, longest = total + length, max(longest, length)
            self._least_lost[at] = total, longest
        return max(0, total - 3 * longest)

    def _beyond_marks(self, at: int, end: int) -> int:
        """Return where the marks at a place end, or where a locator begins among them."""
        junk = _JUNK.match(self.text, at, end)
        if junk is None:
            return at
        stop = junk.end()
        index = bisect_left(self._item_starts, at)
        if index < len(self._item_starts):
            stop = min(stop, self._item_starts[index])
        return stop

    def _step(self, at: int) -> _Step:
        step = self._steps.get(at)
        if step is None:
            step = self._steps[at] = self._read_step(at)
            step.end = min(step.end, self.end)
            step.next = self._beyond_marks(step.end, self.end)
        return step

    def _read_step(self, at: int) -> _Step:
        text, end = self.text, self.end
        if located := self._starts.get(at):
            run = located[0][located[1] :]
            kind = "pages" if any(item.kind == "labelpages" for item in run) else "run"
            return _Step(run[-1].end, kind, run=run)
        letter = text[at]
        if letter.isalpha() and (found := self.people_at(at)):
            return _Step(found[1], "people", group=found[0])
        if text[at - 1 : at] == "[" and (match := GENRE.match(text, at - 1, end)):
            return _Step(match.end(), "genre", genre_spans(match), type=genre_type(match))
        if letter in "vV(" and (match := VERSION.match(text, at, end)):
            return _Step(match.end(), "version", {"version": match.span("version")})
        if self.may_name_genre and (found_genre := genre_at(text, at, end)):
            type, stop, spans = found_genre
            return _Step(stop, "genre", spans, type=type)
        if (letter.isupper() or letter == "[") and (match := IMPRINT.match(text, at, end)):
            return self._imprint(match)
        return _Step(self._chunk_end(at, end), "chunk")

    def _imprint(self, match: re.Match[str]) -> _Step:
        text = self.text
        which = "" if match["place"] else "2"
        place, start = match.span("place" + which), match.start("publisher" + which)
        stop = self._chunk_end(start, match.end())
        first, second = match["place" + which], text[start:stop]
        if is_publisher(first) > is_publisher(second) or is_place(second) > is_place(first):  # ACS prints them turned
            return _Step(max(stop, start + 1), "imprint", {"publisher": place, "place": trimmed(text, start, stop)})
        while company := COMPANY_TAIL.match(text, stop, match.end()):  # W. W. Norton & Company, Inc.
            stop = company.end()
        return _Step(max(stop, start + 1), "imprint", {"place": place, "publisher": trimmed(text, start, stop)})

    def _chunk_end(self, at: int, end: int) -> int:
        """Return where the chunk that starts here ends: at a mark, or where a locator begins."""
        text, first = self.text, at
        end = min(end, at + _LONGEST_CHUNK)
        while True:
            match = _CUT.search(text, at, end)
            if not match:
                stop = end
                break
            if match[0] == ", " and (region := REGION.match(text, match.end(), end)):
                stop = region.end()  # Washington, D. C.
                break
            if match[0] == ". " and ENDS_A_COMPANY.search(text, max(first, match.start() - 12), match.start()):
                at = match.end()
                continue
            stop = match.start()
            break
        for run in self.runs[bisect_right(self._run_starts, first) :]:
            start = run[0].start
            if start >= stop:
                break
            if text[start - 1] in " (" and run[0].kind not in ("number", "edition"):
                stop = start
                break
        return max(stop, first + 1)
