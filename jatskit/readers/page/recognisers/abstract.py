"""The abstract: behind its label, below it, or the paragraph of the head that nothing announces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from jatskit.findings import Path
from jatskit.language import has_han, language_of, width
from jatskit.layouts import LabelMatch
from jatskit.layouts.head import AFFILIATION
from jatskit.layouts.sections import (
    AFTER_ABSTRACT,
    AFTER_LAST_SECTIONS,
    BEFORE_ABSTRACT,
    BODY_BEGINS,
    GLUED_ABSTRACT,
    LANGUAGE_CODES,
    LAST_SECTIONS,
    NOTICES,
    SECTIONS,
    SMALL_WORDS,
)
from jatskit.protocols import Certainty, Span
from jatskit.readers.body import is_body_heading
from jatskit.readers.page.draft import Draft, Line

#: Columns from which on a line is a paragraph and not a heading; Han letters take two.
PARAGRAPH = 80
#: Columns from which on a paragraph is an abstract by its size alone.
_LONG = 400
#: Columns from which on a line below the title is a paragraph of the text, if it is no abstract.
_PIECE = 240
_MOST_LINES, _HEADING_WORDS = 120, 8
#: Characters that no abstract reaches, and characters that any has that ends in the middle of a sentence.
_LONGEST, _UNENDED = 8000, 200
#: From so many paragraphs on, those without headings are the text itself, unless something says that they end there.
_TEXT = 3
#: Lines below the head that an abstract without a label may start at, and columns of its first line.
_BELOW, _FIRST = 40, 150
_SENTENCE_ENDS = (".", "。", "．", "!", "?", "！", "？", "”", ")", "）")
#: What may stand behind the last sentence: the number of a reference, an arrow, an address.
_ENDED = re.compile(
    r"(?:(?<!\d)[.。!?”)]\s?[\[(]?\d{1,3}(?:[,–-]\s?\d{1,3}){0,4}[\])]?|[.。!?”)’\"…]\s?[⇓↓▼↵*†■□]?|(?:https?://|www\.)\S{3,200})$"
)
_TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
_FIGURES = re.compile(r"[\d,–−-]{1,6}")
_SENTENCE = re.compile(r"[.!?]\s[^\W\d_a-z]|。.")


def is_ended(text: str) -> bool:
    """Whether a line ends where a sentence does."""
    return text.endswith(_SENTENCE_ENDS) or _ENDED.search(text[-220:]) is not None


@dataclass(slots=True)
class _Block:
    """The lines that may be an abstract: `parts` are its headings, one line each, and its paragraphs.

    `bounded` says that something is known that begins where the block ends; `end` is the index of the line there.
    """

    parts: list[tuple[bool, list[Line]]] = field(default_factory=list)
    bounded: bool = False
    end: int = 0
    seen: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All lines, in order."""
        return [line for _, lines in self.parts for line in lines]

    @property
    def size(self) -> int:
        """The characters of all lines."""
        return sum(len(line.text) for line in self.lines)

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The paragraphs, without the headings."""
        return [lines for heading, lines in self.parts if not heading]

    @property
    def is_open(self) -> bool:
        """Whether the last paragraph ends within a sentence."""
        return bool(self.parts) and not self.parts[-1][0] and not is_ended(self.parts[-1][1][-1].text)

    @property
    def has_last(self) -> bool:
        """Whether the section has begun that closes an abstract."""
        return not LAST_SECTIONS.isdisjoint(self.seen)


def recognise_labelled(draft: Draft) -> None:
    """Read the first abstract that a label announces, and one whose label is in another language as its translation."""
    labels = {i: label for i, label in draft.labels.items() if label.field == "abstract"}
    # A summary may be the last section of the abstract, or of the text.
    summaries = {i for i in labels if draft.lines[i].text.casefold().startswith("summary")}
    if not _read_all(draft, {i: label for i, label in labels.items() if i not in summaries}) and not (
        summaries and _read_all(draft, {i: labels[i] for i in summaries})
    ):
        _read_glued(draft)


def _read_all(draft: Draft, labels: Mapping[int, LabelMatch]) -> bool:
    first = None
    for line in list(draft.free(0, draft.marks.get("references"))):
        label = labels.get(line.index)
        if not label or label.language == first or draft.has("translated_abstracts"):
            continue
        base: Path = ("translated_abstracts" if first else "abstracts", 0)
        if not _read(draft, line, label, base):
            continue
        if first:
            draft.infer((*base, "lang"), label.language, "its label is in this language")
        else:
            first = label.language
    return first is not None


def _read(draft: Draft, line: Line, label: LabelMatch, base: Path) -> bool:
    if label.end == len(line.text):
        return _below(draft, line, base)
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
        # A line as long as the others may end a sentence at the measure.
        full = len(lines) > 1 and width(last.text) * 10 >= widest * 9 and widest < _LONG // 2
        if is_ended(last.text) and not (full and line.start - last.end <= 2):
            break
        if not draft.is_free(line) or line.index in draft.labels or line.heading or AFTER_ABSTRACT.starts(line.text):
            break
        lines.append(line)
        widest = max(widest, width(line.text))
    if is_ended(lines[-1].text):
        return lines
    # A paragraph that nothing breaks is whole without a full stop.
    return [first] if width(first.text) >= _LONG and len(lines) == 1 else []


def _read_glued(draft: Draft) -> None:
    """Read the abstract whose label is glued to its first word, at the start of a line or within it."""
    for line in list(draft.free(0, draft.marks.get("references"))):
        if not _FIRST <= len(line.text) <= _LONGEST or not (match := GLUED_ABSTRACT.search(line.text)):
            continue
        end = len(line.text)
        if (stop := BODY_BEGINS.expression.search(line.text, match.end() + _FIRST)) is not None:
            end = stop.start()
        text = line.text[match.end() : end].rstrip()
        if len(text) >= _FIRST and is_ended(text):
            draft.take(line, "abstract")
            span = (line.start + match.end(), line.start + match.end() + len(text))
            reason = "behind its label, which is glued to it"
            draft.quote(("abstracts", 0, "paragraphs", 0), span, reason=reason, certainty=Certainty.LAID_OUT)
            _mark(draft, line.index, line.index)
            return


def _mark(draft: Draft, first: int, last: int) -> None:
    draft.marks.setdefault("abstract", first)
    draft.marks.setdefault("abstract-end", last)


# -- without a label ----------------------------------------------------------------------------------------


def recognise_unlabelled(draft: Draft) -> None:
    """Read the first paragraph after the head as the abstract, if the page says of none which it is."""
    if draft.has("abstracts") or not draft.has("title"):
        return
    if any(label.field == "abstract" and draft.is_free(draft.lines[i]) for i, label in draft.labels.items()):
        # The page says where it is, and it could not be read there.
        return
    head = max(draft.marks.get(mark, -1) for mark in ("header", "title", "title-repeated", "byline", "masthead"))
    lines = list(draft.free(head + 1, draft.marks.get("references")))[:_BELOW]
    for line in lines:
        if _is_section(line) and len((block := _collect(draft, line.index)).seen) >= _TEXT:
            if block.has_last and _is_whole(block):
                _take(draft, block, ("abstracts", 0), Certainty.LAID_OUT)
            return
        if width(line.text) >= _FIRST and _SENTENCE.search(line.text):
            break
    if "title" in draft.marks and _read_first(draft, head):
        return
    for line in lines:
        block = _collect(draft, line.index) if line.index not in draft.labels else _Block()
        if _stands_alone(draft, line, block) and _is_whole(block):
            _take(draft, block, ("abstracts", 0), Certainty.LAID_OUT)
            return
        if width(line.text) >= _FIRST and _SENTENCE.search(line.text):
            return  # The first paragraph is none, and so no other is.


def _read_first(draft: Draft, head: int) -> bool:
    """Read the abstract among the first lines after the head, if it is a line; return whether that is settled."""
    least = PARAGRAPH if "masthead" in draft.marks else _LONG
    for line in list(draft.free(head + 1, draft.marks.get("references")))[:3]:
        if width(line.text) >= least and is_ended(line.text) and line.index not in draft.labels:
            if _is_continued(line) or AFFILIATION.within(line.text[:PARAGRAPH]):
                return False
            block = _collect(draft, line.index)
            if _heading_in(line):
                headed = [lines[0] for lines in block.paragraphs if _heading_in(lines[0])]
                if len(headed) < _TEXT or len(headed) < len(block.paragraphs) or not _is_whole(block):
                    return False
                _take(draft, block, ("abstracts", 0), Certainty.LAID_OUT)
                return True
            if len(block.paragraphs) == 2 and block.bounded and not block.seen and _is_whole(block):
                _take(draft, block, ("abstracts", 0), Certainty.LAID_OUT)
                return True
            draft.take(line, "abstract")
            _quote_paragraph(draft, line, ("abstracts", 0, "paragraphs", 0), 0, Certainty.LAID_OUT)
            _mark(draft, line.index, line.index)
            return True
        if width(line.text) >= _FIRST and is_ended(line.text):
            return False
        if width(line.text) >= _PIECE or is_body_heading(line.text):
            # What stands below a paragraph that is none, or below the heading of the text, is the text.
            return True
    return False


def _stands_alone(draft: Draft, line: Line, block: _Block) -> bool:
    """Whether a paragraph or two stand between the head and the heading of the text, or what else comes after an abstract."""
    if block.seen or not block.bounded or not 1 <= len(block.paragraphs) < _TEXT:
        return False
    text = " ".join(part.text for part in block.paragraphs[0])
    return (
        width(line.text) >= _FIRST
        and (line.text[0].isupper() or has_han(line.text[0]))
        and width(text) >= _PIECE
        and _SENTENCE.search(text) is not None
        and not NOTICES.within(text)
        and not AFFILIATION.within(text[:PARAGRAPH])
    )


def _quote_paragraph(draft: Draft, line: Line, path: Path, offset: int, sure: Certainty) -> None:
    reason = "behind its label" if sure is Certainty.STATED else "the first paragraph after the head of the page"
    draft.quote(path, (line.start + offset, line.end), reason=reason, certainty=sure)


# -- below a label ------------------------------------------------------------------------------------------


def _below(draft: Draft, label: Line, base: Path) -> bool:
    """Read the paragraphs below a label, up to the next heading that is none of an abstract's."""
    first = label.index + 1
    while first < len(draft.lines) and (
        BEFORE_ABSTRACT.whole(draft.lines[first].text) or draft.lines[first].text in LANGUAGE_CODES
    ):
        first += 1
    block = _collect(draft, first)
    if not block.seen and len(block.paragraphs) >= _TEXT and (not block.bounded or block.size > _LONGEST // 2):
        # With no heading between them, the text follows at once.
        block.parts = block.parts[:1]
    if not _is_whole(block):
        return False
    for index in range(label.index, first):
        draft.take(draft.lines[index], "label")
    _take(draft, block, base, Certainty.STATED)
    draft.marks["abstract"] = min(draft.marks["abstract"], label.index)
    return True


def _is_whole(block: _Block) -> bool:
    """Whether a block is an abstract and no piece of one, which is worse than none."""
    if len(block.seen) == 1:
        return False  # a first section without a second one
    if not block.paragraphs or block.size > _LONGEST:
        return False
    last = block.parts[-1][1]
    return is_ended(last[-1].text) or (block.bounded and sum(len(line.text) for line in last) >= _UNENDED)


def _collect(draft: Draft, first: int) -> _Block:
    """Return the lines from an index on that may be an abstract."""
    block = _Block()
    for line in draft.lines[first : first + _MOST_LINES]:
        block.end = line.index
        section = _is_section(line) and (line.text[0].isupper() or not block.is_open)
        if not draft.is_free(line) or (line.index in draft.labels and not section):
            block.bounded = True
            break
        if section:
            heading = _heading_of(line)
            # After an abstract without sections, after its last one or with one again, the full text begins.
            if (
                (block.parts and (not block.seen or heading in BODY_HEADINGS))
                or heading in block.seen
                or (block.has_last and heading not in AFTER_LAST_SECTIONS)
            ):
                block.bounded = True
                break
            block.seen.append(heading)
            block.parts.append((True, [line]))
            continue
        if line.heading and block.parts and not _opens_section(draft, line, structured=bool(block.seen)):
            block.bounded = AFTER_ABSTRACT.starts(line.text)
            break
        goes_on = bool(block.parts) and not block.parts[-1][0] and (block.is_open or _goes_on(draft, line))
        if _is_over(line, block, goes_on=goes_on):
            block.bounded = True
            break
        if (
            _opens_section(draft, line, structured=bool(block.seen))
            and not goes_on
            and not (block.parts and block.parts[-1][0])
        ):
            if (block.parts and not block.seen) or block.has_last:
                break
            block.seen.append(_heading_of(line))
            block.parts.append((True, [line]))
        elif goes_on:
            block.parts[-1][1].append(line)
        elif _is_short_heading(line) and not (block.parts and block.parts[-1][0]) and not _is_broken(draft, line):
            break
        elif block.has_last and not block.parts[-1][0] and _one_paragraph_each(block):
            # The last section of an abstract has as many paragraphs as the others: what follows is the full text.
            block.bounded = True
            break
        else:
            block.parts.append((False, [line]))
    while block.parts and block.parts[-1][0]:
        block.parts.pop()
        block.seen.pop()
    return block


#: The heading that may begin an abstract and never goes on with it.
BODY_HEADINGS = frozenset({"introduction"})


def _is_over(line: Line, block: _Block, *, goes_on: bool) -> bool:
    """Whether something begins with a line that stands behind abstracts."""
    if _TAG.match(line.text):
        return True
    if goes_on and block.is_open and _is_continued(line):
        return False
    if not goes_on and len(line.text) < 2 * _PIECE and "doi.org/10." in line.text:
        return True  # how the article is cited
    if not goes_on and NOTICES.starts(line.text):
        return True
    if width(line.text) >= _PIECE and not goes_on:
        return False
    return AFTER_ABSTRACT.starts(line.text) and not (block.is_open and len(line.text) < 4)


def _is_continued(line: Line) -> bool:
    """Whether a line is a piece of a sentence that an extractor broke at its italics, links or small figures."""
    return line.text[0].islower() or line.text[0] in ",.;:)–−"


def _goes_on(draft: Draft, line: Line) -> bool:
    """Whether a line goes on with a sentence, or is a figure within one."""
    below = draft.lines[line.index + 1] if line.index + 1 < len(draft.lines) else None
    figure = _FIGURES.fullmatch(line.text) is not None and below is not None
    return _is_continued(line) or (figure and below is not None and (_is_continued(below) or below.text[0] in "—"))


def _is_broken(draft: Draft, line: Line) -> bool:
    """Whether a short line is the start of a sentence that an extractor broke: the next one goes on with it."""
    below = draft.lines[line.index + 1] if line.index + 1 < len(draft.lines) else None
    return below is not None and (
        _is_continued(below)
        or below.text[0].isdigit()
        or line.text[-1] in "([,/"
        or SMALL_WORDS.whole(line.text.split()[-1])
    )


def _opens_section(draft: Draft, line: Line, *, structured: bool) -> bool:
    """Whether a short line heads a section that no table knows: a paragraph stands below it, or what may be its start."""
    below = draft.lines[line.index + 1] if line.index + 1 < len(draft.lines) else None
    return (
        _is_short_heading(line)
        and line.text[0].isupper()
        and not re.search(r"\d", line.text)
        and len(line.text.split()) <= _HEADING_WORDS
        and below is not None
        and draft.is_free(below)
        and below.index not in draft.labels
        and not _is_section(below)
        and below.text[0].isupper()
        and (structured or width(below.text) >= PARAGRAPH or is_ended(below.text))
        and not _is_broken(draft, line)
    )


def _one_paragraph_each(block: _Block) -> bool:
    """Whether the section that is open has ended a sentence, and no earlier one had a second paragraph."""
    return not block.is_open and not any(not a[0] and not b[0] for a, b in pairwise(block.parts))


def _take(draft: Draft, block: _Block, base: Path, sure: Certainty) -> None:
    """Quote a block: sections and paragraphs, or the same abstract in two languages, one below the other."""
    for line in block.lines:
        draft.take(line, "abstract")
    _mark(draft, block.lines[0].index, block.lines[-1].index)
    other = _other_language(block) if base[0] == "abstracts" else None
    section, paragraphs = -1, 0
    for number, (heading, lines) in enumerate(block.parts):
        if other and number == other[0]:
            base, paragraphs = ("translated_abstracts", 0), 0
            draft.infer((*base, "lang"), other[1], "the language of its words")
        if heading:
            section, paragraphs = section + 1, 0
            span = (lines[0].start, lines[0].end)
            path = (*base, "sections", section, "title")
            draft.quote(path, span, reason="a heading in the abstract", certainty=Certainty.STATED)
            continue
        owner = base if section < 0 else (*base, "sections", section)
        path = (*owner, "paragraphs", paragraphs)
        if len(lines) == 1:
            _quote_paragraph(draft, lines[0], path, 0, sure)
        else:
            spans: tuple[Span, ...] = draft.joined(lines[0].index, lines[-1].index)
            reason = "behind its label" if sure is Certainty.STATED else "after the head of the page"
            reason += ", on lines that belong together"
            draft.quote(path, *spans, reason=reason, normalisation="pieces", certainty=sure)
        paragraphs += 1


def _other_language(block: _Block) -> tuple[int, str] | None:
    """Return the number of the paragraph from which on a block is in another language, and that language."""
    if block.seen or len(block.parts) < 2:
        return None
    languages = [language_of(" ".join(line.text for line in lines)) for _, lines in block.parts]
    changes = [n for n, (a, b) in enumerate(pairwise(languages), 1) if a != b]
    if len(changes) != 1 or None in languages:
        return None
    found = languages[changes[0]]
    return (changes[0], found) if found else None


def _is_short_heading(line: Line) -> bool:
    return width(line.text) < PARAGRAPH and not is_ended(line.text)


def _heading_of(line: Line) -> str:
    return line.text.rstrip(":：. ").casefold()


def _heading_in(line: Line) -> bool:
    """Whether a paragraph begins with the heading of a section and a colon."""
    heading, colon, _ = line.text[:PARAGRAPH].replace("：", ":").partition(":")
    return bool(colon) and heading.strip().casefold() in SECTIONS


def _is_section(line: Line) -> bool:
    return _heading_of(line) in SECTIONS
