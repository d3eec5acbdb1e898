"""The body of the full text, which is not converted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jatskit.language import width
from jatskit.readers.body import body_of, may_be_evidence, take_body
from jatskit.readers.page.draft import Draft, Line

#: Columns of a line from which on it may be a piece of a paragraph, though the next one starts with a capital.
_PIECE = 50
#: What tells where the head of a page ends; the extractor's header is the first of its parts.
_HEAD = ("header", "title", "title-end", "byline", "abstract-end")
_SENTENCE_ENDS = (".", "。", "．", "!", "?", "！", "？", "”", ":", "：")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that belong together, and where they stand in the source."""

    start: int
    end: int
    text: str
    lines: tuple[Line, ...]


def recognise(draft: Draft) -> None:
    """Take the body, from behind the head of the page to the references."""
    if not draft.has("title"):
        return
    first = max(draft.marks.get(mark, 0) for mark in _HEAD) + 1
    blocks = _paragraphs(draft, draft.lines[first : draft.marks.get("references", _references(draft, first))])
    free = [all(map(draft.is_free, block.lines)) for block in blocks]
    body = body_of(draft, blocks, free)
    for number in body:
        for line in blocks[number].lines:
            draft.take(line, "body")
    take_body(draft, blocks, body)


def _references(draft: Draft, first: int) -> int | None:
    """Return the index of the last label of a list of references that could not be read."""
    return next((i for i, label in reversed(draft.labels.items()) if label.field == "references" and i > first), None)


def _paragraphs(draft: Draft, lines: Sequence[Line]) -> list[_Paragraph]:
    """Return the lines as paragraphs: those that an extractor broke at links and italics belong together."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(draft, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    at = draft.page.at
    return [
        _Paragraph(at(group[0].start), at(group[-1].end - 1) + 1, " ".join(line.text for line in group), tuple(group))
        for group in groups
    ]


def _goes_on(draft: Draft, before: Line, line: Line) -> bool:
    if line.heading or before.heading or not draft.is_free(line) or not draft.is_free(before):
        return False
    if any(one.index in draft.labels or may_be_evidence(one.text) for one in (before, line)):
        return False
    if line.text[0].islower() or line.text[0] in ",.;:)]%–":
        return True
    return not before.text.endswith(_SENTENCE_ENDS) and width(before.text) >= _PIECE
