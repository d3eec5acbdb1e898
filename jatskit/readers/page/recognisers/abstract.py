"""The abstract: behind its label, or the long paragraph after the head of the page."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from jatskit.findings import Path
from jatskit.language import width
from jatskit.layouts import LabelMatch
from jatskit.layouts.sections import AFTER_ABSTRACT, AFTER_LAST_SECTIONS, LAST_SECTIONS, SECTIONS
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line

#: Columns from which on a line is a paragraph and not a heading; Han letters take two.
PARAGRAPH = 80
#: Columns from which on a paragraph is an abstract by its size alone.
_LONG = 400
#: Columns from which on a line below the title is a paragraph of the text, if it is no abstract.
_PIECE = 240
_MOST_LINES, _HEADING_WORDS = 80, 6
#: Characters that no abstract reaches.
_LONGEST = 8000
_SENTENCE_ENDS = (".", "。", "．", "!", "?", "！", "？", "”", ")", "）")


def recognise_labelled(draft: Draft) -> None:
    """Read the first abstract that a label announces, and one whose label is in another language as its translation."""
    first = None
    for line in list(draft.free(0, draft.marks.get("references"))):
        label = draft.labels.get(line.index)
        if not label or label.field != "abstract" or label.language == first or draft.has("translated_abstracts"):
            continue
        base: Path = ("translated_abstracts" if first else "abstracts", 0)
        if not _read(draft, line, label, base):
            continue
        if first:
            draft.infer((*base, "lang"), label.language, "its label is in this language")
        else:
            first = label.language


def _read(draft: Draft, line: Line, label: LabelMatch, base: Path) -> bool:
    if label.end == len(line.text):
        return _below(draft, line, base)
    if width(line.text[label.end :]) < PARAGRAPH // 2:
        return False
    lines = _continued(draft, line)
    if not lines:
        return False
    for part in lines:
        draft.take(part, "label" if part is line else "abstract")
    path = (*base, "paragraphs", 0)
    if len(lines) == 1:
        _quote_paragraph(draft, line, path, label.end, Certainty.STATED)
    else:
        (start, end), *rest = draft.joined(line.index, lines[-1].index)
        spans = ((start + label.end, end), *rest)
        draft.quote(path, *spans, reason="behind its label", normalisation="pieces", certainty=Certainty.STATED)
    _mark(draft, line.index, lines[-1].index)
    return True


def _continued(draft: Draft, first: Line) -> list[Line]:
    """Return the lines of a paragraph that starts on its label's line; none if its end cannot be told."""
    lines = [first]
    widest = width(first.text)
    for line in draft.lines[first.index + 1 : first.index + _MOST_LINES]:
        last = lines[-1]
        ended = last.text.endswith(_SENTENCE_ENDS)
        # A line as long as the others may end a sentence at the measure.
        full = len(lines) > 1 and width(last.text) * 10 >= widest * 9 and widest < _LONG // 2
        if ended and not (full and line.start - last.end <= 2):
            break
        if not draft.is_free(line) or line.index in draft.labels or line.heading or AFTER_ABSTRACT.starts(line.text):
            break
        lines.append(line)
        widest = max(widest, width(line.text))
    if lines[-1].text.endswith(_SENTENCE_ENDS):
        return lines
    # A paragraph that nothing breaks is whole without a full stop.
    return [first] if width(first.text) >= _LONG and len(lines) == 1 else []


def _mark(draft: Draft, first: int, last: int) -> None:
    draft.marks.setdefault("abstract", first)
    draft.marks.setdefault("abstract-end", last)


def recognise_unlabelled(draft: Draft) -> None:
    """Read the first paragraph after the head as the abstract, if the page says of none which it is."""
    if draft.has("abstracts") or "title" not in draft.marks:
        return
    if any(label.field == "abstract" and draft.is_free(draft.lines[i]) for i, label in draft.labels.items()):
        # The page says where it is, and it could not be read there.
        return
    head = max(draft.marks.get(mark, 0) for mark in ("title", "title-repeated", "byline", "masthead"))
    least = PARAGRAPH if "masthead" in draft.marks else _LONG
    for line in list(draft.free(head + 1, draft.marks.get("references")))[:3]:
        if width(line.text) >= least and line.text.endswith(_SENTENCE_ENDS) and line.index not in draft.labels:
            draft.take(line, "abstract")
            _quote_paragraph(draft, line, ("abstracts", 0, "paragraphs", 0), 0, Certainty.LAID_OUT)
            _mark(draft, line.index, line.index)
            return
        if width(line.text) >= _PIECE or AFTER_ABSTRACT.starts(line.text):
            # What stands below a paragraph that is none, or below the heading of the text, is the text.
            return


def _quote_paragraph(draft: Draft, line: Line, path: Path, offset: int, sure: Certainty) -> None:
    reason = "behind its label" if sure is Certainty.STATED else "the first paragraph after the head of the page"
    draft.quote(path, (line.start + offset, line.end), reason=reason, certainty=sure)


def _below(draft: Draft, label: Line, base: Path) -> bool:
    """Read the paragraphs below a label, up to the next heading that is none of an abstract's."""
    lines: list[Line] = []
    seen: set[str] = set()
    extra: set[int] = set()
    first = label.index + 1
    while first < len(draft.lines) and draft.lines[first].text in (":", "：", ".", "-"):
        first += 1
    for line in draft.lines[first:]:
        if not draft.is_free(line) or line.index in draft.labels or line.heading or AFTER_ABSTRACT.starts(line.text):
            if not _is_section(line):
                break
        if _is_section(line):
            heading = line.text.rstrip(":：").casefold()
            # After an abstract without sections, after its last one or with one again, the full text begins.
            if (lines and not seen) or heading in seen or (seen & LAST_SECTIONS and heading not in AFTER_LAST_SECTIONS):
                break
            seen.add(heading)
        elif lines and not _is_section(lines[-1]) and seen & LAST_SECTIONS and _complete(lines):
            # The last section of an abstract has as many paragraphs as the others: what follows is the full text.
            break
        elif _is_heading(line) and not (lines and _heads(lines[-1], extra)) and not _is_fragment(draft, line, lines):
            if not seen or seen & LAST_SECTIONS or not _opens_section(draft, line, lines):
                break
            extra.add(line.index)
        lines.append(line)
    while lines and _is_heading(lines[-1]):
        lines.pop()
    if len(seen) + len(extra) == 1 and lines:
        # A first section without a second one is a piece.
        return False
    # A piece of an abstract is worse than none.
    if not lines or not lines[-1].text.endswith(_SENTENCE_ENDS) or sum(len(line.text) for line in lines) > _LONGEST:
        return False
    for index in range(label.index, first):
        draft.take(draft.lines[index], "label")
    for line in lines:
        draft.take(line, "abstract")
    _quote_all(draft, lines, base, extra)
    _mark(draft, label.index, lines[-1].index)
    return True


def _complete(lines: Sequence[Line]) -> bool:
    """Whether the section that is open has ended a sentence, and no earlier one had a second paragraph."""
    if not lines[-1].text.endswith(_SENTENCE_ENDS):
        return False
    paragraphs = 0
    for line in lines:
        paragraphs = 0 if _is_section(line) else paragraphs + (width(line.text) >= PARAGRAPH)
        if paragraphs > 1:
            return False
    return True


def _is_fragment(draft: Draft, line: Line, before: Sequence[Line]) -> bool:
    """Whether a short line is a piece of a sentence that an extractor broke at its italics, links or small figures."""
    following = draft.lines[line.index + 1].text if line.index + 1 < len(draft.lines) else ""
    # A line in lower case behind a whole sentence is the page's, not the abstract's.
    goes_on = bool(before) and not before[-1].text.endswith(_SENTENCE_ENDS) and not _is_section(before[-1])
    return (
        goes_on
        or line.text[0].islower()
        or line.text[0] in ",.;:)–"
        or following[:1] in (*",.;:)",)
        or (following[:1].islower() and len(following) > len(line.text))
    )


def _heads(line: Line, extra: Container[int]) -> bool:
    """Whether a line is the heading of a section of an abstract."""
    return _is_section(line) or line.index in extra


def _opens_section(draft: Draft, line: Line, before: Sequence[Line]) -> bool:
    """Whether a short line heads a section that the table does not know, between two paragraphs."""
    following = draft.lines[line.index + 1] if line.index + 1 < len(draft.lines) else None
    return (
        bool(before)
        and before[-1].text.endswith(_SENTENCE_ENDS)
        and line.text[0].isupper()
        and not re.search(r"\d", line.text)
        and len(line.text.split()) <= _HEADING_WORDS
        and following is not None
        and draft.is_free(following)
        and following.index not in draft.labels
        and not _is_section(following)
    )


def _quote_all(draft: Draft, lines: Sequence[Line], base: Path, extra: Container[int]) -> None:
    section, paragraphs = -1, 0
    groups: list[list[Line]] = []
    for line in lines:
        open_end = (
            bool(groups) and not _heads(groups[-1][-1], extra) and not groups[-1][-1].text.endswith(_SENTENCE_ENDS)
        )
        starts_low = line.text[0].islower() or line.text[0] in ",.;:)"
        if groups and not _heads(line, extra) and (open_end or (starts_low and not _heads(groups[-1][-1], extra))):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        line = group[0]
        if _heads(line, extra):
            section, paragraphs = section + 1, 0
            path = (*base, "sections", section, "title")
            draft.quote(path, (line.start, line.end), reason="a heading in the abstract", certainty=Certainty.STATED)
            continue
        owner = base if section < 0 else (*base, "sections", section)
        path = (*owner, "paragraphs", paragraphs)
        if len(group) == 1:
            _quote_paragraph(draft, line, path, 0, Certainty.STATED)
        else:
            spans = draft.joined(line.index, group[-1].index)
            reason = "behind its label, on lines that belong together"
            draft.quote(path, *spans, reason=reason, normalisation="pieces", certainty=Certainty.STATED)
        paragraphs += 1


def _is_heading(line: Line) -> bool:
    return width(line.text) < PARAGRAPH and not line.text.endswith(_SENTENCE_ENDS)


def _is_section(line: Line) -> bool:
    return line.text.rstrip(":：. ").casefold() in SECTIONS
