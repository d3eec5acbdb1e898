"""The reference list: its entries, their labels, their languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from jatskit.findings import Kind, Path, Severity
from jatskit.language import language_of
from jatskit.layouts import YEAR
from jatskit.layouts.sections import AFTER_REFERENCES, LIST_LINKS
from jatskit.protocols import Certainty, Span
from jatskit.protocols.evidence import value_of
from jatskit.readers.page.draft import Draft, Line
from jatskit.references import entries_of, han_gaps
from jatskit.references.citations import flat, han_language_of
from jatskit.references.entries import Place, starts_a_list
from jatskit.references.parse import parse_reference
from jatskit.references.parsed import CHARACTERS_REMOVED, NOTHING_PRINTED, ParsedReference
from jatskit.references.quoting import Cut, cuts_of, without

LINE_BREAKS_JOINED = Kind(
    "reference-line-breaks-joined",
    Severity.INFO,
    "Blanks inside words, left by the line breaks of a PDF, were taken out, and hyphens with them. The raw text keeps "
    "them.",
)

#: What the page's own findings tell of a value already.
_OF_THE_PAGE = (CHARACTERS_REMOVED.id, NOTHING_PRINTED.id)
_SHOWN = 3
#: What stands below a list on the pages of publishers.
_AFTER_LABELS = frozenset(("received", "accepted", "revised", "rev-recd", "keywords", "abstract"))
#: Characters that no line of a menu has.
_MENU_LINE = 80
#: Lines that a list without a heading may start at; a page with more of them is none.
_MOST_STARTS = 20


def recognise(draft: Draft) -> None:
    """Take the list behind a heading for it, or else one that starts with a label in double or single brackets."""
    headings = [i for i, label in draft.labels.items() if label.field == "references"]
    for index in reversed(headings):
        heading = draft.lines[index]
        if draft.labels[index].end == len(heading.text) and _take(draft, index + 1, headed=True):
            draft.take(heading, "heading")
            draft.marks["references"] = index
            return
    starts = [line for line in draft.free() if starts_a_list(line.text)]
    for candidate in starts[:_MOST_STARTS]:
        if _take(draft, candidate.index, headed=False):
            draft.marks["references"] = candidate.index
            return


def _take(draft: Draft, first: int, *, headed: bool) -> bool:
    # Numbered sections of a list go on below their headings; nothing else does.
    lines: list[Line] = []
    links: list[Line] = []
    gaps: set[int] = set()
    listed = False  # Between the heading and the list may stand a menu of the page's sections.
    for line in draft.lines[first:]:
        if draft.rule(line) == "link-words" or (headed and lines and LIST_LINKS.whole(line.text)):
            links.append(line)
            gaps.add(len(lines))
        elif draft.is_free(line):
            listed = listed or len(line.text) > _MENU_LINE or YEAR.search(line.text) is not None
            if (listed or not headed) and _ends(draft, line):
                break
            lines.append(line)
    texts = [candidate.text for candidate in lines]
    if not (entries := entries_of(texts, headed=headed, gaps=gaps)):
        return False
    last = lines[entries[-1].text[-1][0]].index
    draft.marks["references-end"] = last
    for line in links:
        if line.index <= last + 1 and draft.is_free(line):
            draft.take(line, "link-words")
    raws = [[(lines[i].start + a, lines[i].start + b) for i, a, b in entry.text] for entry in entries]
    for number, (entry, spans) in enumerate(zip(entries, raws, strict=True)):
        for index in {place[0] for place in (entry.label, *entry.text) if place}:
            draft.take(lines[index], "reference-list")
        base = ("references", number)
        draft.set((*base, "id"), f"ref{number + 1}")
        if entry.label:
            _quote_label(draft, number, entry.label, lines)
        draft.quote((*base, "raw"), *spans, reason="an entry of the reference list", certainty=Certainty.STATED)
    _read_citations(draft, raws)
    return True


def _ends(draft: Draft, line: Line) -> bool:
    """Whether a line below a list belongs to what comes after it."""
    label = draft.labels.get(line.index)
    return (label is not None and label.field in _AFTER_LABELS) or AFTER_REFERENCES.starts(line.text)


def _quote_label(draft: Draft, number: int, label: Place, lines: Sequence[Line]) -> None:
    index, start, end = label
    text = lines[index].text[start:end]
    if text.startswith("[["):
        start, end = start + 1, start + text.index("]]") + 1
    span = (lines[index].start + start, lines[index].start + end)
    path = ("references", number, "label")
    draft.quote(path, span, reason="the label before the entry", certainty=Certainty.STATED)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as one text: where it starts on the page, and what of the text is not the entry's.

    Lines of the page between the entry's own, such as link words, stand as line breaks in the text, so that an offset
    in it and one on the page differ by `start` only.
    """

    start: int
    text: str
    holes: tuple[Cut, ...]


def _entry(page: str, spans: Sequence[Span]) -> _Entry:
    start, text, holes = spans[0][0], page[spans[0][0] : spans[0][1]], []
    for (_, before), (after, end) in pairwise(spans):
        between = page[before:after]
        if between.strip():
            holes.append(Cut(before + 1 - start, after - start, "these lines between are not the entry's"))
            between = between[:1] + "\n" * (len(between) - 1)
        text += between + page[after:end]
    return _Entry(start, text, tuple(holes))


def _read_citations(draft: Draft, raws: Sequence[Sequence[Span]]) -> None:
    """Cut the entries into their parts; a half that cannot be is told apart, and its Han words are joined."""
    entries = [_entry(draft.text, spans) for spans in raws]
    texts = [entry.text for entry in entries]
    parsed = [parse_reference(text) for text in texts]
    halves = (one.text[slice(*span)] for one in parsed if len(one.spans) == 2 for span in one.spans)
    other_language = language_of("\n".join(half for half in halves if han_language_of(half) is None))
    for number, (entry, one, gaps) in enumerate(zip(entries, parsed, han_gaps(texts), strict=True)):
        cuts = sorted((*cuts_of(entry.text, gaps), *entry.holes), key=lambda cut: cut.start)
        _set_citations(draft, number, entry, one.in_list(cuts, other_language), cuts, other_language)


def _set_citations(
    draft: Draft, number: int, entry: _Entry, parsed: ParsedReference, cuts: Sequence[Cut], other_language: str | None
) -> None:
    """Put the readings of an entry into the draft.

    The entry's characters are its raw text's evidence, each once. Which of them are the title and which the volume is
    what the parser makes of them: so the parts are inferences, drawn from stretches of the raw text.
    """
    base = ("references", number)
    evidence = {item.path: item for item in parsed.read.evidence}
    left_out: set[Span] = set()
    at = 0
    for index, half in enumerate(parsed.spans):
        if index in parsed.read.readings:
            made = parsed.read.readings.index(index)
            for path, value in flat(parsed.read.data[made]):
                item = evidence.get(("citations", made, *path))
                place = (*base, "citations", at, *path)
                if item is None:
                    draft.set(place, value)
                    continue
                spans = [(entry.start + a, entry.start + b) for a, b in item.spans]
                draft.infer(place, value, item.reason, *spans, normalisation=item.normalisation)
                left_out |= {(before[1], after[0]) for before, after in pairwise(item.spans)}
        elif len(parsed.spans) == 2 or cuts:
            pieces, inside = without(half, cuts)
            left_out |= {(cut.start, cut.end) for cut in inside}
            spans = [(entry.start + a, entry.start + b) for a, b in pieces]
            reasons = ["one language's half of the entry"] if len(parsed.spans) == 2 else []
            reasons += sorted({f"joined: {cut.reason}" for cut in inside})
            if not reasons:
                continue
            path = (*base, "citations", at)
            value = value_of(draft.text, spans, "pieces")
            draft.infer((*path, "text"), value, "; ".join(reasons), *spans, normalisation="pieces")
            if language := han_language_of(entry.text[slice(*half)]) or other_language:
                draft.infer((*path, "lang"), language, "the letters and small words of this half")
        else:
            continue
        at += 1
    _report(draft, base, entry, parsed, [cut for cut in cuts if (cut.start, cut.end) in left_out])


def _report(draft: Draft, base: Path, entry: _Entry, parsed: ParsedReference, joined: Sequence[Cut]) -> None:
    if joined := [cut for cut in joined if cut not in entry.holes]:
        text = entry.text
        words = (f"“{text[max(0, cut.start - 2) : cut.start]}{text[cut.end : cut.end + 2]}”" for cut in joined)
        rest = f" and {len(joined) - _SHOWN} more" if len(joined) > _SHOWN else ""
        message = f"Line breaks inside words were joined: {', '.join(islice(words, _SHOWN))}{rest}."
        draft.find(LINE_BREAKS_JOINED, message, path=(*base, "raw"))
    place = draft.source.place(draft.page.at(entry.start))
    for finding in parsed.findings:
        if finding.kind not in _OF_THE_PAGE:
            draft.findings.append(replace(finding, path=(*base, *finding.path), place=place))
