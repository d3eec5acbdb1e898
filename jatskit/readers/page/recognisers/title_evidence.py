"""The title, where a page says it twice: as the document's title, in its header, as a heading, in its own citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from jatskit.language import HAN, has_han, width
from jatskit.layouts import PARTS, furniture_in
from jatskit.layouts.frame import COUNTS, NOTICES
from jatskit.layouts.head import AFFILIATION, AFTER_NAMES, BETWEEN, JOURNAL, PLATFORM
from jatskit.layouts.places import states_a_place
from jatskit.protocols import Certainty, Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import cut_names, is_one_of_names, names_below, offer_names

_PARTING = re.compile(r"\s+[|｜·•]\s+|\s+[-–—]{1,2}\s+|\s*::\s*|(?<=[A-Za-z]):\s+|\s*[_|｜](?=\S)|\t-?\s*|\s+»\s+")
_BUTTONS, _PARAGRAPH, _WIDE = 8, 200, 40
_NAME_MARKS = re.compile(rf"[;*†‡]|(?<=[a-z{HAN}])\d")
_DOI = re.compile(r"(?:doi[:.\s]|doi\.org/)\s{0,3}10\.", re.IGNORECASE)
_LONGEST_PLACE = 260
_FIRST_LINES, _SEGMENTS, _TORN = 8, 8, 14
_LEAST, _LEAST_HAN, _LONGEST = 15, 7, 600


def recognise(draft: Draft) -> None:
    """Offer the title where two places agree on it, and the names below it."""
    titles = [(c.kind, folded(c.quoted)) for c in draft.offers("title")]
    runs: list[tuple[int, int]] = []
    for _, known in titles:
        runs += runs_of(draft, known)
    parted, segments = _document_title(draft) if not titles else ([], set())
    first_level = [line for line in draft.lines if line.heading == 1 and could_be_title(draft, line)]
    if not titles and len(first_level) == 1 and not any(draft.lines[a].heading for a, _ in parted):
        # The one heading of the first level says that it is the page's, whatever else the page says twice.
        parted = [(first_level[0].index, first_level[0].index)]
    if not runs:
        runs = parted
    draft_others = frozenset(s for s in segments if s)
    if not runs:
        runs = [(line.index, line.index) for line in draft.lines if _heading(draft, line)]
    if not runs and (best := _by_its_place(draft)):
        runs = parted = [best]
    if not runs:
        return
    runs = sorted(dict.fromkeys(runs))[:12]
    # What stands between a title and its repetition is the page's frame, or the head itself.
    ends = [*(first for first, _ in runs[1:]), len(draft.lines)]
    found = [
        (names_below(draft, last + 1, others=draft_others, end=end), (first, last))
        for (first, last), end in zip(runs, ends, strict=True)
    ]
    names, (first, last) = max(
        found,
        key=lambda item: (
            min(len(item[0].spans), 1 + len(item[0].spans) // 2),
            item[1][1] - item[0].first if item[0].spans else 0,
            -item[1][0],
        ),
    )
    if not titles and not parted and not names.spans:
        return
    if not titles or first > draft.marks.get("header", -1):
        offer_run(draft, [(first, last), *(run for run in runs if run != (first, last))])
    if names.spans:
        draft.marks.setdefault("byline", names.first)
        for line in draft.lines[names.first : names.last + 1]:
            if draft.is_free(line):
                draft.take(line, "byline")
        offer_names(draft, draft.offer("byline", SourceKind.BYLINE), names)


def offer_run(draft: Draft, runs: Sequence[Span]) -> None:
    """Offer the lines of the first of these runs as the title, and take all of them."""
    first, last = runs[0]
    _take(draft, first, last, runs)
    pieces = draft.joined(first, last)
    draft.cite(
        draft.offer("title", SourceKind.HEADING),
        (),
        *pieces,
        reason="where it stands on the page, or that the page says it more than once",
        normalisation="pieces" if len(pieces) > 1 else "line",
        certainty=Certainty.LAID_OUT,
    )


def _by_its_place(draft: Draft) -> tuple[int, int] | None:
    """Return the line that stands where a title would: above names, an abstract or a place of work, by a volume."""
    if "masthead" in draft.marks:
        return None
    end = draft.marks.get("references", len(draft.lines))
    volumes = [line.index for line in draft.lines[:end] if len(line.text) < 200 and PARTS["volume"].within(line.text)][
        :200
    ]
    best: tuple[int, int] = (0, 0)
    tried = 0
    # The first abstract or keywords that a page announces are in the language of its article.
    announced = next((label.language for label in draft.labels.values() if label.field in ("abstract", "keywords")), "")
    chinese = announced in ("zh", "ja")
    for line in draft.free():
        below = draft.lines[line.index + 1].text if line.index + 1 < len(draft.lines) else ""
        if line.index >= end and not below.startswith("by "):
            continue
        if width(line.text) > 300 or not could_be_title(draft, line) or line.text.endswith((".", "。", ";", ",")):
            continue
        tried += 1
        if tried > 400:
            break
        after = draft.lines[line.index + 1 : line.index + 3]
        wide = width(line.text) >= (_WIDE // 2 if has_han(line.text) else _WIDE)
        score = int(line.index == 0) + int(wide)
        leads = wide and _between(draft, 0) >= line.index
        opens = any(
            width(a.text) >= _PARAGRAPH or draft.labels.get(a.index, None)
            for a in draft.lines[line.index + 1 : line.index + 7]
        )
        score += 3 * (leads and opens) - 3 * (chinese and not has_han(line.text))
        score += 2 * any(0 < abs(line.index - v) <= 4 for v in volumes)
        label = next((draft.labels[a.index].field for a in after if a.index in draft.labels), "")
        score += 3 * (label == "abstract") + 2 * bool(
            after and AFFILIATION.within(after[0].text) and "," in after[0].text
        )
        if is_one_of_names(draft, line):
            continue
        near = names_below(draft, line.index + 1, most=2 + _between(draft, line.index + 1))
        between = draft.lines[line.index + 1 : near.first] if near.spans else []
        score += 3 * (
            len(near.spans) > 1 and not any(could_be_title(draft, b) and not _may_part(draft, b) for b in between)
        )
        if score > best[0]:
            best = (score, line.index)
    if best[0] < 4:
        return None
    first = best[1]
    # A title may be broken over lines that nothing parts.
    while (
        first
        and not draft.lines[first - 1].text.endswith((".", "。"))
        and could_be_title(draft, draft.lines[first - 1])
        and draft.lines[first].start - draft.lines[first - 1].end <= 2
        and width(draft.lines[first - 1].text) >= 50
    ):
        first -= 1
    last = best[1]
    while (
        last + 1 < len(draft.lines)
        and width(draft.lines[last].text) >= 50
        and draft.lines[last + 1].start - draft.lines[last].end <= 2
        and could_be_title(draft, draft.lines[last + 1])
        and not draft.lines[last + 1].text.endswith((".", "。"))
        and len(cut_names(draft.lines[last + 1].text)) < 2
        and width(draft.lines[last + 1].text) < _PARAGRAPH // 2
    ):
        last += 1
    return first, last


def _between(draft: Draft, start: int) -> int:
    """Return how many lines from `start` on are buttons and the like, which stand between a title and its names."""
    count = 0
    for line in draft.lines[start : start + _BUTTONS]:
        if draft.is_free(line) and not BETWEEN.whole(line.text) and not COUNTS.starts(line.text):
            break
        count += 1
    return count


def is_of_the_frame(text: str) -> bool:
    """Whether a line that looks like a title is the page's: a count, a label with its value, a notice, a button."""
    return COUNTS.starts(text) or NOTICES.starts(text)


def _is_list_of_names(text: str) -> bool:
    """Whether a line parts names by marks or semicolons, as only a byline does."""
    return len(_NAME_MARKS.findall(text)) > 1 and len(cut_names(text)) > 1


def _may_part(draft: Draft, line: Line) -> bool:
    """Whether a line may stand between a title and its names: a button, a label, a date, a volume."""
    return (
        BETWEEN.whole(line.text)
        or line.index in draft.labels
        or draft.is_labelled(line)
        or (len(line.text) < 120 and PARTS["volume"].within(line.text) is not None)
    )


def _take(draft: Draft, first: int, last: int, runs: Sequence[Span]) -> None:
    draft.marks["title"] = first
    draft.marks["title-end"] = last
    for a, b in runs:
        for line in draft.lines[a : b + 1]:
            if draft.is_free(line):
                draft.take(line, "title" if a == first else "repeated-title")


def _long_enough(text: str, known: str) -> bool:
    return len(known) >= (_LEAST_HAN if has_han(text) else _LEAST)


def runs_of(draft: Draft, known: str) -> list[tuple[int, int]]:
    """Return the runs of whole lines that say a title which is known, folded."""
    runs: list[tuple[int, int]] = []
    if not known:
        return runs
    header = draft.marks.get("header", -1)
    for line in draft.lines:
        if line.index <= header:
            continue
        at, place = line.index, 0
        while at < len(draft.lines) and at - line.index < _TORN:
            piece = draft.folded(draft.lines[at])
            if not known.startswith(piece, place) or (not piece and at == line.index):
                break
            place += len(piece)
            if place == len(known):
                runs.append((line.index, at))
                break
            at += 1
    return runs


def _document_title(draft: Draft) -> tuple[list[Span], set[str]]:
    """Return where the page says again what one of its first lines says, and what else that line says, folded."""
    best: tuple[int, list[Span], set[str]] = (0, [], set())
    first = [line for line in draft.lines[:_FIRST_LINES] if _LEAST_HAN <= len(line.text) <= _LONGEST]
    joined = _joined_first(draft)
    for text, own in [*((line.text, (line.index, line.index)) for line in first), *joined]:
        parts = _parts(text)
        for a in range(len(parts)):
            for b in range(a + 1, len(parts) + 1):
                known = folded(text[parts[a][0] : parts[b - 1][1]])
                if len(known) <= best[0] or not _long_enough(text, known):
                    continue
                whole = a == 0 and b == len(parts)
                runs = [run for run in runs_of(draft, known) if whole or run[0] > own[1]]
                piece = text[parts[a][0] : parts[b - 1][1]]
                if JOURNAL.expression.match(piece.strip()) and len(piece.split()) <= 7 and not whole:
                    continue
                again = [run for run in runs if run[0] > own[1] and not _by_parts(draft, run, text, parts[a:b])]
                if again and not PLATFORM.whole(text[parts[a][0] : parts[b - 1][1]]):
                    others = {folded(text[c:d]) for n, (c, d) in enumerate(parts) if not a <= n < b}
                    best = (len(known), runs, others)
    return best[1], best[2]


def _by_parts(draft: Draft, run: Span, text: str, parts: Sequence[Span]) -> bool:
    """Whether the lines of a run are the parts of a document's title one by one, and so not one title."""
    said = {folded(text[start:end]) for start, end in parts}
    return run[1] > run[0] and len(said) > 1 and folded(draft.lines[run[0]].text) in said


def _joined_first(draft: Draft) -> list[tuple[str, Span]]:
    """Return the first lines put together, for a document's title that is broken."""
    lines = list(takewhile(lambda line: len(line.text) <= _LONGEST, draft.lines[:5]))
    return [(" ".join(line.text for line in lines[:n]), (0, n - 1)) for n in range(2, len(lines) + 1)]


def _parts(text: str) -> list[Span]:
    cuts = [m.span() for m in _PARTING.finditer(text)][: _SEGMENTS - 1]
    return list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True))


def journals_of(draft: Draft) -> Iterable[Span]:
    """Yield the other parts of a document's title that stand on the page as lines of their own."""
    lines = {draft.folded(line) for line in draft.lines[1:]}
    title = folded(draft.offers("title")[0].quoted) if draft.offers("title") else ""
    for line in draft.lines[:_FIRST_LINES]:
        if len(line.text) > _LONGEST or not title or folded(line.text) == title:
            continue
        about = title in folded(line.text)
        for start, end in _parts(line.text):
            text = line.text[start:end]
            known = folded(text)
            if (
                known
                and known not in title
                and len(_parts(line.text)) > 1
                and (known in lines if about else JOURNAL.expression.match(text.strip()))
                and not PLATFORM.whole(text.strip())
                and not text.strip().isdigit()
            ):
                yield line.start + start, line.start + end


def _heading(draft: Draft, line: Line) -> bool:
    """Whether a line is a heading of the first or second level that may be a title."""
    return 0 < line.heading <= 2 and could_be_title(draft, line)


def could_be_title(draft: Draft, line: Line) -> bool:
    """Whether a line might be a title, whatever stands around it."""
    text = line.text
    return (
        line.index not in draft.labels
        and width(text) <= _LONGEST
        and _long_enough(text, folded(text))
        and len(text.split()) > (0 if has_han(text) else 2)
        and not furniture_in(text)
        and not BETWEEN.whole(text)
        and not AFTER_NAMES.starts(text)
        and not PLATFORM.whole(text)
        and not (AFFILIATION.within(text) and "," in text)
        and not PARTS["volume"].within(text)
        and "://" not in text
        and "©" not in text
        and not is_of_the_frame(text)
        and not _DOI.search(text)
        and not _is_list_of_names(text)
        and not (len(text) < _LONGEST_PLACE and states_a_place(text))
    )
