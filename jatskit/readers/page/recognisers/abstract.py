"""The abstract: behind its label, or the long paragraph after the head of the page."""

from __future__ import annotations

from collections.abc import Sequence

from jatskit.findings import Path
from jatskit.language import width
from jatskit.layouts import ABSTRACT_SECTIONS, LabelMatch
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line

#: Columns from which on a line is a paragraph and not a heading; Han letters take two.
PARAGRAPH = 80
#: Columns from which on a paragraph is an abstract by its size alone.
_LONG = 400
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
    draft.take(line, "label")
    _quote_paragraph(draft, line, (*base, "paragraphs", 0), label.end, Certainty.STATED)
    _mark(draft, line.index, line.index)
    return True


def _mark(draft: Draft, first: int, last: int) -> None:
    draft.marks.setdefault("abstract", first)
    draft.marks.setdefault("abstract-end", last)


def recognise_unlabelled(draft: Draft) -> None:
    """Read the first paragraph after the head as the abstract, if the page says of none which it is."""
    if draft.has("abstracts") or "title" not in draft.marks:
        return
    head = max(draft.marks.get(mark, 0) for mark in ("title", "title-repeated", "byline", "masthead"))
    least = PARAGRAPH if "masthead" in draft.marks else _LONG
    for line in list(draft.free(head + 1, draft.marks.get("references")))[:3]:
        if width(line.text) >= least and line.text.endswith(_SENTENCE_ENDS) and line.index not in draft.labels:
            draft.take(line, "abstract")
            _quote_paragraph(draft, line, ("abstracts", 0, "paragraphs", 0), 0, Certainty.LAID_OUT)
            _mark(draft, line.index, line.index)
            return


def _quote_paragraph(draft: Draft, line: Line, path: Path, offset: int, sure: Certainty) -> None:
    reason = "behind its label" if sure is Certainty.STATED else "the first paragraph after the head of the page"
    draft.quote(path, (line.start + offset, line.end), reason=reason, certainty=sure)


def _below(draft: Draft, label: Line, base: Path) -> bool:
    """Read the paragraphs below a label, up to the next heading that is none of an abstract's."""
    lines: list[Line] = []
    for line in draft.lines[label.index + 1 :]:
        if not draft.is_free(line) or line.index in draft.labels or (_is_heading(line) and not _is_section(line)):
            break
        lines.append(line)
    while lines and _is_heading(lines[-1]):
        lines.pop()
    # An extractor may break a paragraph at its italics; a piece of an abstract is worse than none.
    if not lines or not lines[-1].text.endswith(_SENTENCE_ENDS):
        return False
    draft.take(label, "label")
    for line in lines:
        draft.take(line, "abstract")
    _quote_all(draft, lines, base)
    _mark(draft, label.index, lines[-1].index)
    return True


def _quote_all(draft: Draft, lines: Sequence[Line], base: Path) -> None:
    section, paragraphs = -1, 0
    for line in lines:
        if _is_heading(line):
            section, paragraphs = section + 1, 0
            path = (*base, "sections", section, "title")
            draft.quote(path, (line.start, line.end), reason="a heading in the abstract", certainty=Certainty.STATED)
            continue
        owner = base if section < 0 else (*base, "sections", section)
        _quote_paragraph(draft, line, (*owner, "paragraphs", paragraphs), 0, Certainty.STATED)
        paragraphs += 1


def _is_heading(line: Line) -> bool:
    return width(line.text) < PARAGRAPH and not line.text.endswith(_SENTENCE_ENDS)


def _is_section(line: Line) -> bool:
    return line.text.rstrip(":：").casefold() in ABSTRACT_SECTIONS
