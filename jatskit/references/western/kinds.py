"""The kinds of what follows a title: a journal, an announced host, an imprint, a periodical that is only named.

Each is read by a function of its own, which says what it found and how much that explains, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jatskit.references.parts import Group, Parts, Span
from jatskit.references.western import weights
from jatskit.references.western.containers import (
    name_ends,
    name_quality,
    name_within,
    series_letter,
    split_place,
)
from jatskit.references.western.locators import Run
from jatskit.references.western.publishers import Pieces, is_place, is_publisher
from jatskit.references.western.roles import names_at
from jatskit.references.western.scan import Scan
from jatskit.references.western.titles import ROLE_INSIDE, skip_marks
from jatskit.references.western.words import MEETING, MEETING_ONLY, MEETING_PART


@dataclass(slots=True)
class Reading:
    """One way to read a citation, in the making; `lost` counts the characters that it leaves unexplained."""

    score: float
    type: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    lost: int = 0


@dataclass(slots=True)
class Behind:
    """What stands behind a title: from `at` on, with the people and the date that are known before it.

    `told` has the parts that were read on the way: the date, a version, a word for the kind of work. `quoted`: the
    title is in quotation marks. `anchors` has what says of itself what it is.
    """

    scan: Scan
    at: int
    groups: list[Group]
    told: dict[str, Span]
    anchors: Parts
    quoted: bool

    @property
    def dated(self) -> bool:
        """Whether the year is known already."""
        return "year" in self.told


_NEWSPAPER = re.compile(
    r"\b(?:times|post|news|herald|tribune|gazette|guardian|monde|país|folha|globo|journal|daily|zeitung)\b", re.I
)
#: Items that a newspaper's or a site's date begins with.
_DATED = frozenset({"year", "fulldate", "yeardate", "isodate", "yearparen", "month", "seasondate"})
_MAY_NAME_A_DAY = frozenset({"fulldate", "yeardate", "isodate", "yearparen", "month", "seasondate"})
_VOLUME_OR_ISSUE = frozenset({"labelvol", "labelissue", "volumeissue"})
_IMPRINT_PARTS = frozenset({"publisher", "place", "edition", "genre", "number"})
#: A word for `in` behind a mark, or with a capital: one of these is before every announced host.
_MAY_ANNOUNCE = re.compile(
    r"[^\w\s] ?(?:(?:[Ii][Nn]|[Dd]ans|DANS|[Ee][MmNn]|[Ii][Mm]|[Nn][Oo]|[Aa]ufsatz)\b|(?:pp?\.|[Pp]ages))"
)
_ANNOUNCES = ("In ", "In:", "in:", "IN:", "//", "в кн.", "В кн.", "в сб.", "В сб.")
#: A locator that weighs less is none of a journal's; one that weighs as much as the second is surely one.
_LEAST_LOCATOR = 1.0
_SURE_LOCATOR = 2.0
#: Characters between two runs of one locator: the place or the publisher of a journal.
_WITHIN_LOCATOR = 45
#: A periodical that is only named has no longer name.
_LONGEST_PERIODICAL = 120


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that each kind may add to the score of a reading of one citation, by what its text has at all.

    `located` is where the last locator of a journal stands, -1 if there is none; `end` where the citation ends.
    """

    journal: float
    host: float
    book: float
    periodical: float
    utmost_periodical: float
    located: int
    end: int

    @property
    def most(self) -> float:
        """The most that any kind may add."""
        return max(self.journal, self.host, self.book, self.periodical, weights.NOTHING_BUT_DATE_OR_LINK)

    def utmost_at(self, at: int) -> float:
        """Return what any kind could add, whatever is right, behind a title that ends before `at`."""
        if at >= self.end:
            return weights.NOTHING_BUT_DATE_OR_LINK
        journal = weights.UTMOST_JOURNAL if at <= self.located else 0.0
        return max(journal, self.host, self.book, self.utmost_periodical)


def limits_of(scan: Scan) -> Limits:
    """Return what each kind may add at most: what is behind by more cannot become the best reading."""
    kinds = {item.kind for run in scan.runs for item in run}
    runs = zip(scan.runs, scan.weights, strict=True)
    located = max((run[-1].start for run, weight in runs if weight >= _LEAST_LOCATOR), default=-1)
    host = weights.MOST_HOST if scan.may_name_people or _may_announce(scan.text) else 0.0
    book = weights.MOST_BOOK
    if not scan.may_name_people:
        book -= weights.BOOK_PEOPLE
    if not scan.may_name_genre:
        book -= weights.BOOK_GENRE
    if "edition" not in kinds:
        book -= weights.BOOK_EDITION
    periodical = weights.UTMOST_PERIODICAL
    if not scan.words.has(MEETING_PART):
        periodical -= weights.PERIODICAL_MEETING
    if kinds.isdisjoint(_MAY_NAME_A_DAY):
        periodical -= weights.PERIODICAL_DAY
    journal = weights.MOST_JOURNAL if located >= 0 else 0.0
    return Limits(journal, host, book, weights.MOST_PERIODICAL, periodical, located, scan.end)


def _may_announce(text: str) -> bool:
    return any(word in text for word in _ANNOUNCES) or _MAY_ANNOUNCE.search(text) is not None


def nothing(behind: Behind) -> Reading:
    """Read a citation that ends with its title."""
    links, ids = behind.anchors.links, behind.anchors.ids
    score = weights.NOTHING_BUT_DATE_OR_LINK if behind.dated or links else weights.NOTHING_FOLLOWS
    return Reading(score, "webpage" if links and not ids else None, behind.told, list(behind.groups))


# -- a journal ----------------------------------------------------------------------------------------------


def journal(behind: Behind, need: float) -> Reading | None:
    """Read a journal and the article's place in it; None also if its score is sure to be less than `need`."""
    need -= weights.ROUNDING
    scan, at, told = behind.scan, behind.at, behind.told
    text = scan.text
    found = _locator(scan, at)
    if found is None:
        return None
    runs, main = found, found[-1]
    spans: dict[str, Span] = {}
    for run in runs:
        for name, span in scan.spans_of(run, dated=behind.dated).items():
            spans.setdefault(name, span)
    if not ("volume" in spans or "issue" in spans or "fpage" in spans or "elocation" in spans):
        return None
    container = name_within(text, at, runs[0][0].start)
    if container is None:
        return None
    if "day" in told and not ("fpage" in spans or "issue" in spans or "elocation" in spans):
        spans["fpage"] = spans.pop("volume")  # a newspaper has no volumes
    if volume := spans.get("volume"):
        letter = series_letter(text, container, volume)
        if letter is not None:
            container, spans["volume"] = (container[0], letter), (letter, volume[1])
    score = _worth_of_locator(spans, dated=behind.dated)
    if score + weights.MOST_NAME < need:
        return None
    score = name_quality(scan, container) + score
    if score < need or score + scan.least_lost(main[-1].end) * weights.LOST < need:
        return None
    rest = scan.pieces(main[-1].end, dated=True) if main[-1].end < scan.end else Pieces()
    imprint = _imprint_within(scan, runs)
    container, place = split_place(text, container)
    if place:
        imprint["place"] = place
    spans = {**rest.spans, **imprint, **spans, **told, "container": container}
    if rest.spans.get("publisher") and "volume" not in spans:
        score += weights.JOURNAL_PUBLISHER_NO_VOLUME
    return Reading(score, _type_of_journal(scan, spans), spans, [*behind.groups, *rest.groups], rest.lost)


def _locator(scan: Scan, at: int) -> list[Run] | None:
    """Return the runs of a journal's locator: the one that tells most, and those before it that belong to it."""
    weighed = scan.weighed_runs_from(at)
    best, position = _LEAST_LOCATOR, -1
    for index, (run, weight) in enumerate(weighed):
        if weight >= best and run[0].start > at:
            best, position = weight, index
    if position < 0:
        return None
    runs = [run for run, _ in weighed[: position + 1]]
    first, main = position, runs[position]
    while first > 0:
        before = runs[first - 1]
        if main[0].start - before[-1].end > _WITHIN_LOCATOR or before[0].start <= at:
            break
        between = scan.text[before[-1].end : runs[first][0].start].strip(" ,.;:()")
        if between and between != "Supplement" and not any(item.kind in _VOLUME_OR_ISSUE for item in before):
            break
        first -= 1
    return runs[first:]


def _worth_of_locator(spans: dict[str, Span], *, dated: bool) -> float:
    score = weights.JOURNAL
    if "volume" in spans:
        score += weights.JOURNAL_VOLUME
    elif "issue" not in spans:
        score += weights.JOURNAL_ONLY_PAGES
    if "issue" in spans:
        score += weights.JOURNAL_ISSUE
    if "fpage" in spans or "elocation" in spans:
        score += weights.JOURNAL_PAGE
    return score + (weights.JOURNAL_YEAR if dated or "year" in spans else weights.JOURNAL_NO_YEAR)


def _imprint_within(scan: Scan, runs: list[Run]) -> dict[str, Span]:
    """Return the publisher and the place that stand between two runs of one locator."""
    if len(runs) < 2:
        return {}
    start, end = runs[0][-1].end, runs[-1][0].start
    if len(scan.text[start:end].strip(" ,.;:()")) <= 3:
        return {}
    middle = scan.pieces(start, end=end, dated=True).spans
    return {name: middle[name] for name in ("publisher", "place") if name in middle}


def _type_of_journal(scan: Scan, spans: dict[str, Span]) -> str:
    if scan.words.within(*spans["container"]).of_kind(MEETING_ONLY) and not ("volume" in spans and "issue" in spans):
        return "confproc"
    return "newspaper" if "day" in spans and "volume" not in spans else "journal"


# -- an announced host --------------------------------------------------------------------------------------


def hosted(behind: Behind) -> list[Reading]:
    """Read a host that is announced by a word for `in`: its editors, its name, and its imprint."""
    scan = behind.scan
    groups, at = _editors(behind)
    best: Reading | None = None
    most = 0.0
    for stop, after, sure in name_ends(scan, at):
        container = name_within(scan.text, at, stop)
        reading = _host(behind, groups, container, after, sure) if container else None
        if reading is not None and (best is None or reading.score + reading.lost * weights.LOST > most):
            best, most = reading, reading.score + reading.lost * weights.LOST
    found = [best] if best is not None else []
    pieces = scan.pieces(at, dated=behind.dated)
    if pieces.spans and pieces.lost == 0:  # "In: New York, 1985": the host is not named
        spans = {**pieces.spans, **behind.told}
        found.append(Reading(weights.HOST_UNNAMED, "confproc", spans, [*groups, *pieces.groups]))
    return found


def _editors(behind: Behind) -> tuple[list[Group], int]:
    """Return the people of the work with the host's editors, and where its name begins."""
    scan, text, groups = behind.scan, behind.scan.text, list(behind.groups)
    at = skip_marks(text, behind.at, scan.end)
    found = scan.people_at(at)
    if found is None and text[at - 2 : at] in (": ", "//"):  # In: BAKHTIN, M. Os gêneros do discurso
        names = names_at(text, at, scan.end)
        if names and text[names.end : names.end + 1] in ". " and names.order.endswith("initials"):
            found = Group("editor", list(names.names), names.etal), names.end
    if found and found[0].role == "editor":
        groups.append(found[0])
        at = skip_marks(text, found[1], scan.end)
    return groups, at


def _host(behind: Behind, groups: list[Group], container: Span, after: int, sure: float) -> Reading | None:
    """Read a host whose name ends here."""
    scan, text = behind.scan, behind.scan.text
    pieces = scan.pieces(after, dated=behind.dated) if after < scan.end else Pieces()
    found = pieces.spans
    words = scan.words.within(*container)
    inner = text[slice(*container)]
    if is_place(inner.strip()):
        return None
    if "publisher" not in found and "place" not in found and len(words.lower) < 4 and is_publisher(inner):
        return None
    score = weights.HOST + (1.0 - sure) * weights.HOST_WEAK_END + len(inner) * weights.HOST_CHARACTER
    if "publisher" in found:
        score += weights.HOST_PUBLISHER
    if "place" in found:
        score += weights.HOST_PLACE
    if "fpage" in found:
        score += weights.HOST_PAGE
    if pieces.groups:
        score += weights.HOST_PEOPLE
    if "year" in found or behind.dated:
        score += weights.HOST_YEAR
    for stop in scan.stops_inside(*container, only_dots=True):
        score += (stop - weights.ABBREVIATION_SURENESS) * weights.HOST_STOP_INSIDE
    if inner.count("(") != inner.count(")"):
        score += weights.HOST_UNBALANCED
    score += scan.count_of_locators(*container) * weights.HOST_LOCATOR_INSIDE
    if scan.may_name_people and ROLE_INSIDE.search(inner):
        score += weights.HOST_ROLE_INSIDE
    if pieces.type in ("thesis", "report"):
        score += weights.HOST_OF_THESIS_OR_REPORT
    meeting = words.of_kind(MEETING) > 0
    in_journal = (
        "volume" in found
        and ("fpage" in found or "issue" in found)
        and not (meeting or "publisher" in found or pieces.groups or len(groups) > 1)
    )
    spans = {**found, **behind.told, "container": container}
    if (page := spans.get("volume")) and "fpage" not in spans and text[page[0] - 2 : page[0]] in (", ", ") "):
        spans["fpage"] = spans.pop("volume")
    type = "journal" if in_journal else "confproc" if meeting else "chapter"
    return Reading(score, type, spans, [*groups, *pieces.groups], pieces.lost)


# -- a work that stands for itself --------------------------------------------------------------------------


def book(behind: Behind, need: float) -> Reading | None:
    """Read a publisher, a university or a server: the work stands for itself. As `journal`, but what is short is told."""
    anchors = behind.anchors
    pieces = behind.scan.pieces(behind.at, dated=behind.dated)
    spans = {**pieces.spans, **behind.told}
    groups = [*behind.groups, *pieces.groups]
    if _IMPRINT_PARTS.isdisjoint(spans):
        if pieces.chunks or not pieces.spans:
            return None
        score = weights.BARE
        if "year" in pieces.spans:
            score += weights.BARE_YEAR
        if "fpage" in spans:
            score += weights.BARE_PAGE
        return Reading(score, "webpage" if anchors.links else None, spans, groups)
    score = weights.BOOK + _worth_of_imprint(behind.scan.text, pieces, spans)
    type = pieces.type
    if type is None:
        on_the_web = anchors.links and "place" not in spans and "edition" not in spans and "isbn" not in anchors.spans
        type = "webpage" if on_the_web else "book"
    if behind.quoted and type == "book":
        score += weights.BOOK_QUOTED
    return Reading(score, type, spans, groups, pieces.lost)


def _worth_of_imprint(text: str, pieces: Pieces, spans: dict[str, Span]) -> float:
    score = 0.0
    publisher, place = spans.get("publisher"), spans.get("place")
    if publisher:
        score += weights.BOOK_PUBLISHER
    if place:
        score += weights.BOOK_PLACE
    if "edition" in spans:
        score += weights.BOOK_EDITION
    if "year" in spans:
        score += weights.BOOK_YEAR
    if pieces.type in ("thesis", "report", "patent"):
        score += weights.BOOK_GENRE
    if pieces.groups:
        score += weights.BOOK_PEOPLE
    if publisher is None:
        return score
    name = text[slice(*publisher)]
    if place and not is_publisher(name) and not is_place(text[slice(*place)]):
        score += weights.BOOK_NOTHING_KNOWN
    if "publisher" in pieces.spans and not place and "edition" not in spans and "genre" not in spans:
        if not (is_publisher(name) or name.isupper()) and text[publisher[1] : publisher[1] + 1] != ";":
            score += weights.BOOK_ONLY_UNKNOWN_PUBLISHER
    return score


# -- a periodical that is only named ------------------------------------------------------------------------


def periodical(behind: Behind, need: float) -> Reading | None:
    """Read a newspaper, a magazine or a site that is named, perhaps with a date, and nothing more; else as `journal`."""
    need -= weights.ROUNDING
    if need > weights.UTMOST_PERIODICAL:
        return None
    scan, at, told = behind.scan, behind.at, behind.told
    text = scan.text
    dates: Run = []
    for run, weight in scan.weighed_runs_from(at):
        if run[0].start > at and run[0].kind in _DATED:
            dates = run
            break
        if weight >= _SURE_LOCATOR:
            return None
    container = name_within(text, at, dates[0].start if dates else scan.end)
    if container is None or container[1] - container[0] > _LONGEST_PERIODICAL or text[at] == "(":
        return None
    spans = scan.spans_of(dates, dated=behind.dated) if dates else {}
    after = dates[-1].end if dates else scan.end
    need -= scan.least_lost(after) * weights.LOST
    if need > weights.UTMOST_PERIODICAL:
        return None
    rest = scan.pieces(after, dated=True) if after < scan.end else Pieces()
    container, place = split_place(text, container)
    inner = text[slice(*container)]
    score = weights.PERIODICAL + (quality := name_quality(scan, container))
    if meeting := scan.words.within(*container).of_kind(MEETING) > 0:
        score += weights.PERIODICAL_MEETING
    if "year" in spans or behind.dated:
        score += weights.PERIODICAL_DATED
    if "day" in spans:
        score += weights.PERIODICAL_DAY
    if is_place(inner):
        score += weights.PERIODICAL_IS_PLACE
    if is_publisher(inner):
        score += weights.PERIODICAL_IS_PUBLISHER
    if meeting:
        type = "confproc"
    elif "month" in spans or "month" in told:
        type = "newspaper"
    elif behind.anchors.links:
        type = "webpage"
    elif _NEWSPAPER.search(inner):
        type = "newspaper"
    else:
        type = "journal" if quality > 0.6 else "other"
    imprint = {**rest.spans, "place": place} if place else rest.spans
    spans = {**imprint, **spans, **told, "container": container}
    return Reading(score, type, spans, [*behind.groups, *rest.groups], rest.lost)
