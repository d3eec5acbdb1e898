"""The title: the ways in which a page tells it, the surest first.

A way gives the runs of lines that say the title. One that is not sure of them is believed where names stand below. The
first way that is believed counts: its title is offered, and so are the names below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from jatskit.language import has_han, width
from jatskit.layouts import PARTS
from jatskit.layouts.frame import COUNTS
from jatskit.layouts.head import AFFILIATION, BETWEEN, PLATFORM
from jatskit.layouts.menus import is_path
from jatskit.names import looks_like_a_name
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import Names, cut_names, is_byline_start, is_one_of_names, names_below, offer_names
from jatskit.readers.page.titles import could_be_title, document_title, is_of_a_site, offer_run, runs_of, said_inside

_BUTTONS, _PARAGRAPH, _WIDE, _WORDS, _SOON = 8, 200, 40, 4, 8
#: Runs, lines and volumes of a page that are looked at.
_MOST_RUNS, _MOST_LINES, _MOST_VOLUMES = 12, 400, 200
#: What a line must have going for it to be believed, and the columns of one that is broken.
_ENOUGH, _BROKEN, _LONGEST = 5, 50, 300
#: Columns from which on an extractor breaks a heading; letters in which two titles are alike.
_MEASURE, _ALIKE = 60, 16
#: Letters of a small word; words of a sentence that are longer.
_SMALL, _FEW = 3, 3


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of lines that say the title, why they do, and what else is said beside it, folded.

    `sure` says that no names need to stand below. Without runs, the way has offered the title itself.
    """

    runs: list[Span]
    reason: str
    sure: bool = True
    others: frozenset[str] = frozenset()


def recognise(draft: Draft) -> None:
    """Offer the title, and the names below it."""
    said = [folded(candidate.quoted) for candidate in draft.offers("title")]
    for way in WAYS:
        found = way(draft)
        if found is None:
            continue
        if not found.runs:
            return
        if (
            said
            and way not in (_known, _one_heading)
            and not any(_alike(draft, run, known) for run in found.runs for known in said)
        ):
            # What the extractor or the page's citation says is the title, if the page does not say it.
            continue
        (first, last), names = _above_names(draft, found)
        if found.sure or names.spans:
            _offer(draft, found, (first, last), names)
            return
    if said and "header" in draft.marks:
        # Only the extractor's header says it: the head of the article follows.
        draft.marks["title"] = draft.marks["title-end"] = draft.marks["header"]


def _labelled(draft: Draft) -> Found | None:
    """Offer what stands behind the label for the title."""
    for index, label in draft.labels.items():
        line = draft.lines[index]
        if label.field == "title" and draft.is_free(line) and label.end < len(line.text):
            draft.take(line, "title")
            draft.marks["title"] = draft.marks["title-end"] = index
            span = line.start + label.end, line.end
            draft.cite(draft.offer("title", SourceKind.LABEL), (), span, reason="behind its label")
            known = folded(draft.text[slice(*span)])
            return Found([(index, index), *runs_of(draft, known)], "behind its label")
    return None


def _known(draft: Draft) -> Found | None:
    """Look for the title that the extractor's header or the page's own citation says."""
    runs = [run for candidate in draft.offers("title") for run in runs_of(draft, folded(candidate.quoted))]
    return Found(runs, "the page says it more than once") if runs else None


def _said_again(draft: Draft) -> Found | None:
    """Look for the document's title, on one of the first lines, where the page says it again."""
    if draft.offers("title"):
        return None
    runs, others, sure = document_title(draft)
    if not runs:
        return None
    headings = _first_level(draft)
    if len(headings) == 1 and not any(draft.lines[a].heading for a, _ in runs):
        # The one heading of the first level says that it is the page's, whatever else the page says twice.
        runs, sure = [_wrapped(draft, headings[0])], True
    reason = "the document's title, which the page says again"
    return Found(runs, reason, sure, frozenset(filter(None, others)))


def _said_inside(draft: Draft) -> Found | None:
    """Look for the document's title in a line that says more, such as the names, and offer it with the names behind it."""
    end = min(draft.marks.get(part, len(draft.lines)) for part in ("abstract", "references"))
    if draft.offers("title") or (said := said_inside(draft, end)) is None:
        return None
    (start, end), line = said
    draft.take(line, "title")
    draft.marks["title"] = draft.marks["title-end"] = line.index
    reason = "the document's title, which the page says again among other words"
    draft.cite(draft.offer("title", SourceKind.HEADING), (), (start, end), reason=reason)
    names = Names()
    for a, b in cut_names(draft.text[end : line.end], japanese=draft.japanese):
        names.spans.append((end + a, end + b))
        names.parts.append(((0, 0), (0, 0)))
    if len(names.spans) > 1:
        draft.marks["byline"] = line.index
        offer_names(draft, draft.offer("byline", SourceKind.BYLINE), names)
    return Found([], reason)


def _one_heading(draft: Draft) -> Found | None:
    """Look for the one heading of the first level."""
    headings = _first_level(draft)
    if len(headings) != 1 or headings[0].index > draft.marks.get("abstract", len(draft.lines)):
        return None
    return Found([_wrapped(draft, headings[0])], "the one heading of the first level")


def _alike(draft: Draft, run: Span, known: str) -> bool:
    """Whether lines say the start of a title that is known, or more than it."""
    text = folded("".join(line.text for line in draft.lines[run[0] : run[1] + 1]))
    return min(len(text), len(known)) >= _ALIKE and (text[:_ALIKE] == known[:_ALIKE] or text in known or known in text)


def _first_level(draft: Draft) -> list[Line]:
    return [line for line in draft.lines if line.heading == 1 and could_be_title(draft, line)]


def _headings(draft: Draft) -> Found | None:
    """Look for the heading of the first or second level that has names below it."""
    runs = [_wrapped(draft, line) for line in draft.lines if 0 < line.heading <= 2 and could_be_title(draft, line)]
    return Found(runs, "a heading", sure=bool(draft.offers("title"))) if runs else None


def _wrapped(draft: Draft, line: Line) -> Span:
    """Return the lines that a heading stands on: one in Markdown, or more if an extractor breaks lines by a measure."""
    last = line.index
    while (
        width(draft.lines[last].text) >= _MEASURE
        and last + 1 < len(draft.lines)
        and draft.lines[last + 1].start - draft.lines[last].end == 1
        and draft.is_free(draft.lines[last + 1])
        and last + 1 not in draft.labels
        and not draft.lines[last + 1].heading
        and not BETWEEN.whole(draft.lines[last + 1].text)
        and not (cut_names(draft.lines[last + 1].text) and is_byline_start(draft.lines[last + 1].text))
    ):
        last += 1
    return line.index, last


def _above_names(draft: Draft, found: Found) -> tuple[Span, Names]:
    """Return the run that most names stand below, and these names."""
    runs = sorted(dict.fromkeys(found.runs))[:_MOST_RUNS]
    # What stands between a title and its repetition is the page's frame, or the head itself.
    ends = [*(first for first, _ in runs[1:]), len(draft.lines)]
    below = [
        (run, names_below(draft, run[1] + 1, others=found.others, end=end)) for run, end in zip(runs, ends, strict=True)
    ]

    def weight(item: tuple[Span, Names]) -> tuple[int, int, int]:
        run, names = item
        count = len(names.spans)
        return min(count, 1 + count // 2), run[1] - names.first if count else 0, -run[0]

    return max(below, key=weight)


def _offer(draft: Draft, found: Found, run: Span, names: Names) -> None:
    if not draft.offers("title") or run[0] > draft.marks.get("header", -1):
        offer_run(draft, [run, *(other for other in sorted(dict.fromkeys(found.runs)) if other != run)], found.reason)
    if names.spans:
        draft.marks.setdefault("byline", names.first)
        for line in draft.lines[names.first : names.last + 1]:
            if draft.is_free(line):
                draft.take(line, "byline")
        offer_names(draft, draft.offer("byline", SourceKind.BYLINE), names)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page says around its lines: where volumes stand, which lines it repeats, in which script its abstract is."""

    draft: Draft
    end: int
    volumes: tuple[int, ...]
    repeated: frozenset[str]
    chinese: bool

    @classmethod
    def of(cls, draft: Draft) -> _Page:
        end = draft.marks.get("references", len(draft.lines))
        lines = draft.lines[:end]
        volumes = [line.index for line in lines if len(line.text) < _PARAGRAPH and PARTS["volume"].within(line.text)]
        times = Counter(line.text for line in draft.free(0, draft.marks.get("abstract", end)))
        # The first abstract or keywords that a page announces are in the language of its article.
        announced = (label.language for label in draft.labels.values() if label.field in ("abstract", "keywords"))
        return cls(
            draft,
            end,
            tuple(volumes[:_MOST_VOLUMES]),
            frozenset(text for text, number in times.items() if number > 1),
            next(announced, "") in ("zh", "ja"),
        )

    def below(self, line: Line, most: int) -> Sequence[Line]:
        """Return the lines below one, at most so many."""
        return self.draft.lines[line.index + 1 : line.index + 1 + most]


def _is_first(page: _Page, line: Line) -> bool:
    return line.index == 0


def _is_wide(page: _Page, line: Line) -> bool:
    return width(line.text) >= (_WIDE // 2 if has_han(line.text) else _WIDE)


def _has_words(page: _Page, line: Line) -> bool:
    return len(line.text.split()) >= _WORDS or (has_han(line.text) and _is_wide(page, line))


def _is_repeated(page: _Page, line: Line) -> bool:
    return line.text in page.repeated and _is_wide(page, line)


def _leads(page: _Page, line: Line) -> bool:
    """Whether a line leads the page, and a label or a paragraph follows soon."""
    return (
        _is_wide(page, line)
        and _between(page.draft, 0) >= line.index
        and any(width(a.text) >= _PARAGRAPH or a.index in page.draft.labels for a in page.below(line, 6))
    )


def _is_by_a_masthead(page: _Page, line: Line) -> bool:
    return abs(line.index - page.draft.marks.get("masthead", -9)) <= 2


def _is_by_a_volume(page: _Page, line: Line) -> bool:
    return any(0 < abs(line.index - volume) <= 4 for volume in page.volumes)


def _is_above_an_abstract(page: _Page, line: Line) -> bool:
    below = next((a for a in page.below(line, 2) if a.index in page.draft.labels), None)
    if below is None or page.draft.labels[below.index].field != "abstract":
        return False
    # Where another label follows, it is an item of the page's contents.
    return not any(after.index in page.draft.labels and len(after.text) < _WIDE for after in page.below(below, 1))


def _is_soon_above_an_abstract(page: _Page, line: Line) -> bool:
    """Whether an abstract follows, and nothing before it that may be a title."""
    for below in page.below(line, _SOON):
        if below.index in page.draft.labels and page.draft.labels[below.index].field == "abstract":
            return True
        if _has_words(page, below) and could_be_title(page.draft, below):
            return False
    return False


def _is_above_a_place_of_work(page: _Page, line: Line) -> bool:
    return any(AFFILIATION.within(below.text) is not None and "," in below.text for below in page.below(line, 1))


def _is_above_names(page: _Page, line: Line) -> bool:
    """Whether a byline stands below a line, and between them nothing that may be a title."""
    draft = page.draft
    near = names_below(draft, line.index + 1, most=2 + _between(draft, line.index + 1))
    if len(near.spans) < 2:
        return False
    between = draft.lines[line.index + 1 : near.first]
    return not any(could_be_title(draft, other) and not _may_part(draft, other) for other in between)


def _is_above_one_name(page: _Page, line: Line) -> bool:
    """Whether the next line is one name, and no other follows."""
    below = page.below(line, 1)
    return (
        bool(below) and len(cut_names(below[0].text)) == 1 and looks_like_a_name(below[0].text.rstrip("0123456789*, "))
    )


def _is_a_journal(page: _Page, line: Line) -> bool:
    return is_of_a_site(line.text)


def _is_in_another_script(page: _Page, line: Line) -> bool:
    return page.chinese and not has_han(line.text)


#: What speaks for a line, and how much.
CLUES: tuple[tuple[int, Callable[[_Page, Line], bool]], ...] = (
    (1, _is_first),
    (1, _is_wide),
    (1, _has_words),
    (3, _is_repeated),
    (3, _leads),
    (3, _is_by_a_masthead),
    (2, _is_by_a_volume),
    (3, _is_above_an_abstract),
    (1, _is_soon_above_an_abstract),
    (2, _is_above_a_place_of_work),
    (4, _is_above_names),
    (1, _is_above_one_name),
    (-3, _is_in_another_script),
    (-2, _is_a_journal),
)


def _by_its_place(draft: Draft) -> Found | None:
    """Look for the line that stands where a title would, by the clues."""
    page = _Page.of(draft)
    best: tuple[int, int] = (0, 0)
    for line in islice(filter(lambda line: _may_be_placed(page, line), draft.free()), _MOST_LINES):
        if (score := sum(weight for weight, holds in CLUES if holds(page, line))) > best[0]:
            best = (score, line.index)
    return Found([_unbroken(draft, best[1])], "where it stands on the page") if best[0] >= _ENOUGH else None


def _may_be_placed(page: _Page, line: Line) -> bool:
    if line.index >= page.end and not any(below.text.startswith("by ") for below in page.below(line, 1)):
        return False
    return (
        width(line.text) <= _LONGEST
        and could_be_title(page.draft, line)
        and not line.text.endswith((".", "。", ";", ","))
        and not is_one_of_names(page.draft, line)
    )


def _unbroken(draft: Draft, index: int) -> Span:
    """Return the run of lines that a title is broken over, one of which is known: lines that nothing parts."""
    if (
        index
        and draft.lines[index].start - draft.lines[index - 1].end <= 2
        and could_be_title(draft, draft.lines[index - 1])
        and _begins_anew(draft.lines[index - 1].text, draft.lines[index].text)
    ):
        # The names stand below a translation, and this below the title.
        return index - 1, index - 1
    first = last = index
    while (
        first
        and not draft.lines[first - 1].text.endswith((".", "。"))
        and could_be_title(draft, draft.lines[first - 1])
        and draft.lines[first].start - draft.lines[first - 1].end <= 2
        and width(draft.lines[first - 1].text) >= _BROKEN
    ):
        first -= 1
    while (
        last + 1 < len(draft.lines)
        and width(draft.lines[last].text) >= _BROKEN
        and draft.lines[last + 1].start - draft.lines[last].end <= 2
        and could_be_title(draft, draft.lines[last + 1])
        and not draft.lines[last + 1].text.endswith((".", "。"))
        and not is_one_of_names(draft, draft.lines[last + 1])
        and not is_byline_start(draft.lines[last + 1].text)
        and not _begins_anew(draft.lines[last].text, draft.lines[last + 1].text)
        and len(cut_names(draft.lines[last + 1].text)) < 2
        and width(draft.lines[last + 1].text) < _PARAGRAPH // 2
    ):
        last += 1
    return first, last


def _begins_anew(text: str, below: str) -> bool:
    """Whether a line begins another sentence, as the title in another language does, and is no rest of the one above it.

    Where words in small letters prevail in both, only the first word of a sentence has a capital.
    """

    def is_sentence(text: str) -> bool:
        words = [word for word in text.split() if len(word) > _SMALL]
        return (
            text[0].isupper() and len(words) >= _FEW and 3 * sum(word[0].islower() for word in words) >= 2 * len(words)
        )

    return is_sentence(text) and is_sentence(below) and 2 * width(below) >= width(text)


def _between(draft: Draft, start: int) -> int:
    """Return how many lines from `start` on are buttons and the like, which stand between a title and its names."""
    count = 0
    for line in draft.lines[start : start + _BUTTONS]:
        frame = BETWEEN.whole(line.text) or COUNTS.starts(line.text) or PLATFORM.whole(line.text) or is_path(line.text)
        if draft.is_free(line) and not frame:
            break
        count += 1
    return count


def _may_part(draft: Draft, line: Line) -> bool:
    """Whether a line may stand between a title and its names: a button, a label, a date, a volume."""
    return (
        BETWEEN.whole(line.text)
        or line.index in draft.labels
        or draft.is_labelled(line)
        or (len(line.text) < 120 and PARTS["volume"].within(line.text) is not None)
    )


#: The ways, the surest first.
WAYS: tuple[Callable[[Draft], Found | None], ...] = (
    _labelled,
    _known,
    _said_again,
    _one_heading,
    _headings,
    _said_inside,
    _by_its_place,
)
