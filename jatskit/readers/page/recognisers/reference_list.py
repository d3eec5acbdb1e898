"""The reference list: its entries, their labels, their languages."""

from __future__ import annotations

from collections.abc import Sequence

from jatskit.findings import Kind, Severity
from jatskit.language import han_language, language_of
from jatskit.protocols import Certainty, Span
from jatskit.protocols.evidence import joined_han, value_of
from jatskit.readers.page.draft import Draft, Line
from jatskit.references import entries_of, halves_of, han_gaps
from jatskit.references.entries import Place, starts_a_list

LINE_BREAKS_JOINED = Kind(
    "reference-line-breaks-joined",
    Severity.INFO,
    "Blanks inside Chinese words, left by the line breaks of a PDF, were taken out. The raw text keeps them.",
)


_SHOWN = 3
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
    lines = list(draft.free(first))
    texts = [candidate.text for candidate in lines]
    if not (entries := entries_of(texts, headed=headed)):
        return False
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


def _quote_label(draft: Draft, number: int, label: Place, lines: Sequence[Line]) -> None:
    index, start, end = label
    text = lines[index].text[start:end]
    if text.startswith("[["):
        start, end = start + 1, start + text.index("]]") + 1
    span = (lines[index].start + start, lines[index].start + end)
    path = ("references", number, "label")
    draft.quote(path, span, reason="the label before the entry", certainty=Certainty.STATED)


def _read_citations(draft: Draft, raws: Sequence[Sequence[Span]]) -> None:
    """Part the entries into their languages, and join the Han words that line breaks had split."""
    page = draft.source.text
    # From the first character to the last of an entry: an entry of several lines keeps its line breaks here.
    texts = [page[spans[0][0] : spans[-1][1]] for spans in raws]
    halves = [halves_of(text) for text in texts]
    other = "\n".join(
        text[half.start : half.end]
        for text, pair in zip(texts, halves, strict=True) for half in pair or () if not half.han
    )  # fmt: skip
    other_language = language_of(other)
    for number, (text, pair, gaps) in enumerate(zip(texts, halves, han_gaps(texts), strict=True)):
        breaks = [gap for gap in gaps if gap.is_break]
        if not pair and not breaks:
            continue
        start = raws[number][0][0]
        for position, (a, b) in enumerate([(half.start, half.end) for half in pair] if pair else [(0, len(text))]):
            path = ("references", number, "citations", position)
            inside = [gap for gap in breaks if a <= gap.start and gap.end <= b]
            spans = _pieces(start + a, start + b, [(start + gap.start, start + gap.end) for gap in inside])
            reasons = ["one language's half of the entry"] if pair else []
            reasons += sorted({f"joined: {gap.reason}" for gap in inside})
            value = value_of(page, spans, "pieces")
            draft.infer((*path, "text"), value, "; ".join(reasons), *spans, normalisation="pieces")
            language = han_language(text[a:b]) if not pair or pair[position].han else other_language
            if language:
                draft.infer((*path, "lang"), language, "the letters and small words of this half")
        if breaks:
            joined = ", ".join(f"“{joined_han(text[max(0, g.start - 2) : g.end + 2])}”" for g in breaks[:_SHOWN])
            rest = f" and {len(breaks) - _SHOWN} more" if len(breaks) > _SHOWN else ""
            message = f"Line breaks inside words were joined: {joined}{rest}."
            draft.find(LINE_BREAKS_JOINED, message, path=("references", number, "raw"))


def _pieces(start: int, end: int, gaps: Sequence[Span]) -> list[Span]:
    edges = [start, *(edge for gap in gaps for edge in gap), end]
    return list(zip(edges[::2], edges[1::2], strict=True))
