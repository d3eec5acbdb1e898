"""Citations in the styles of the West: Vancouver, APA, Chicago, Harvard, MLA, IEEE, ACS, Nature, ABNT, ISO 690, GOST…

The styles are not told apart first. A citation is read in each way that its head, the end of its title and what
follows allow, and each reading is scored by how well it explains the whole; the best one is kept. `Parts.score` is
that score, and what the reading leaves unexplained lowers it. What cannot become the best is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jatskit.references.parts import Group, Parts
from jatskit.references.western import weights
from jatskit.references.western.genres import GENRE, VERSION, genre_spans, genre_type
from jatskit.references.western.heads import Head, heads_of
from jatskit.references.western.kinds import Behind, Reading, book, hosted, journal, limits_of, nothing, periodical
from jatskit.references.western.locators import pages_of
from jatskit.references.western.roles import names_at
from jatskit.references.western.scan import Scan
from jatskit.references.western.styles import style_of
from jatskit.references.western.titles import IN, quoted_title, skip_marks, title_ends, title_quality

_PAGES_IN = re.compile(r"(?:pp?\. ?|pages )(?P<pages>[\dA-Za-z\-]{1,20}) (?:of|in) ", re.IGNORECASE)
_BEGINS_VERSION = frozenset("(vV")
#: Characters behind the people that are read: a title and all that follows it. What is beyond is in no part.
LONGEST = 3000


def read(text: str, start: int, end: int, parts: Parts) -> Parts:
    """Return the parts of the citation from `start` to `end` of a folded text with holes for its anchors.

    `parts` has what the anchors gave.
    """
    while end > start and text[end - 1] in " \0":
        end -= 1
    heads = heads_of(text, start, end)
    reach = max(head.after for head in heads) + LONGEST
    best = _Search(Scan(text, start, min(end, reach)), parts).best(heads)
    if best is None:
        return parts
    read_ = replace(
        parts,
        type=best.type,
        spans={**{name: span for name, span in best.spans.items() if span[0] < span[1]}, **parts.spans},
        groups=best.groups,
        score=best.score,
    )
    return replace(read_, style=style_of(text, read_))


class _Search:
    """The search for the best reading of one citation."""

    def __init__(self, scan: Scan, parts: Parts) -> None:
        self.scan, self.parts = scan, parts
        self._limits = limits_of(scan)
        self._translators = weights.TRANSLATORS_BEHIND_TITLE * scan.may_name_people
        self._most = self._limits.most + self._translators
        self._best: Reading | None = None
        self._least = float("-inf")
        #: The first head and the ends of titles behind it, until they are looked through for journals.
        self._unseen: tuple[Head, list[tuple[float, tuple[int, int], int]]] | None = None
        #: What the best reading surely reaches.
        self._floor = float("-inf")

    def best(self, heads: list[Head]) -> Reading | None:
        """Return the best reading with any of these heads."""
        text, end = self.scan.text, self.scan.end
        for head in heads:
            at = skip_marks(text, head.after, end)
            if quoted := quoted_title(text, at, end):
                title, after = quoted
                self._read_behind(head, head.score + weights.QUOTED_TITLE, title, after, quoted=True)
            elif self._may_be_best(head.score + weights.MOST_END + weights.MOST_TITLE, at):
                self._search_titles(head, at)
        return self._best

    def _search_titles(self, head: Head, at: int) -> None:
        """Read what follows each end that a title may have, the likeliest first, as long as it may be the best."""
        ends = title_ends(self.scan, at, head)
        if self._best is None:
            self._unseen = head, ends
        for end_worth, title, after in ends:
            worth = head.score + end_worth
            if not self._may_be_best(worth + weights.MOST_TITLE, at):
                break
            if not self._may_be_best(worth + weights.MOST_TITLE, after):
                continue
            worth += self._title_quality(title)
            if self._may_be_best(worth, after):
                self._read_behind(head, worth, title, after, quoted=False)

    def _look_for_journals(self) -> None:
        """Find how good the best reading is at least: most citations are of journals, which are read with least work."""
        if self._unseen is None:
            return
        (head, ends), self._unseen = self._unseen, None
        scan = self.scan
        for end_worth, title, after in ends:
            worth = head.score + end_worth
            if worth + weights.MOST_TITLE + self._limits.journal < self._floor:
                break
            worth += self._title_quality(title)
            if title[1] == title[0] or worth + self._limits.journal < self._floor:
                continue
            behind, _ = self._behind(head, after, quoted=False)
            if behind.at < scan.end and not IN.match(scan.text, behind.at, scan.end) and not scan.people_at(behind.at):
                if found := journal(behind, self._floor - worth):
                    score = min(found.score, self._limits.journal) + worth + found.lost * weights.LOST
                    self._floor = max(self._floor, score - weights.ROUNDING)

    def _may_be_best(self, worth: float, at: int) -> bool:
        """Whether a reading whose head and title have this worth, and whose title ends before `at`, may become the best."""
        if worth + self._most < self._least:
            return False
        return worth + self._limits.utmost_at(at) + self._translators >= self._floor

    def _title_quality(self, title: tuple[int, int]) -> float:
        return title_quality(self.scan, *title) if title[1] > title[0] else weights.EMPTY_TITLE

    def _read_behind(self, head: Head, worth: float, title: tuple[int, int], after: int, *, quoted: bool) -> None:
        """Read what follows a title in each way that it allows; keep the best."""
        behind, type = self._behind(head, after, quoted=quoted)
        for reading in self._rests(behind, worth):
            if title[1] > title[0]:
                reading.spans["title"] = title
            elif (type or reading.type) != "journal":
                continue
            reading.score += worth + reading.lost * weights.LOST
            if reading.score > self._least:
                reading.type = type or reading.type
                self._best, self._least = reading, reading.score
                self._floor = max(self._floor, self._least)

    def _behind(self, head: Head, at: int, *, quoted: bool) -> tuple[Behind, str | None]:
        """Take what stands between a title and its host: a version, names, a word for the kind of work, a date."""
        scan = self.scan
        text, end = scan.text, scan.end
        groups, told, type = head.groups, dict(head.date), None
        at = skip_marks(text, at, end)
        if text[at : at + 1] in _BEGINS_VERSION and (version := VERSION.match(text, at, end)):
            told["version"] = version.span("version")
            at = skip_marks(text, version.end(), end)
        if text[at - 2 : at] == "/ " and (names := names_at(text, at, end)):
            at = skip_marks(text, names.end, end)  # GOST names all authors behind the title
            if not groups or len(names.names) >= len(groups[0].names):
                groups = [Group("author", list(names.names), names.etal)]
        if text[at : at + 1] == "[" and (genre := GENRE.match(text, at, end)):
            told.update(genre_spans(genre))
            type = genre_type(genre)
            at = skip_marks(text, genre.end(), end)
        if dated := scan.date_at(at):
            told = {**dated[0], **told}
            at = skip_marks(text, dated[1], end)
        return Behind(scan, at, groups, told, self.parts, quoted), type

    def _rests(self, behind: Behind, worth: float) -> Iterator[Reading]:
        """Yield the ways to read what follows a title, but those that cannot become the best when it is their turn."""
        scan, at, text, end = behind.scan, behind.at, behind.scan.text, behind.scan.end
        found: Reading | None
        if at >= end:
            yield nothing(behind)
            return
        if pages := _PAGES_IN.match(text, at, end):
            told = {**behind.told, **pages_of(text, *pages.span("pages"))}
            yield from hosted(replace(behind, at=pages.end(), told=told))
            return
        mark = IN.match(text, at, end)
        if mark and (text[at].isupper() or mark[0].rstrip()[-1:] in ":/" or behind.quoted or text[at - 1] in " .,"):
            inside = replace(behind, at=mark.end())
            yield from hosted(inside)
            if found := journal(inside, self._floor - worth):
                yield found
            return
        people = scan.people_at(at)
        goes_on = people is not None and people[1] < end
        told_of = 0.0
        if people and goes_on:
            told_of = weights.TRANSLATORS_BEHIND_TITLE * (people[0].role == "translator")
        if people and people[0].role == "editor" and not behind.quoted and text[at].isupper():
            yield from hosted(behind)
        elif behind.quoted and scan.may_name_people:
            for reading in hosted(behind):
                reading.score += weights.HOST_UNANNOUNCED + told_of
                yield reading
        if people and goes_on:
            behind = replace(behind, at=skip_marks(text, people[1], end), groups=[*behind.groups, people[0]])
        limits = self._limits
        for kind, most in ((journal, limits.journal), (book, limits.book), (periodical, limits.periodical)):
            if kind is book:
                self._look_for_journals()
            need = self._floor - worth - told_of
            if worth + most + told_of < self._least:
                continue
            if kind is book and most + scan.least_lost(behind.at) * weights.LOST < need - weights.ROUNDING:
                continue
            if found := kind(behind, need):
                found.score += told_of
                yield found
