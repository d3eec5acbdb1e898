"""The body of a full text: one block of the page's accounts, told apart by one rule for every reader of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from jatskit.findings import Kind, Severity
from jatskit.layouts import LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.readers.sheet import Sheet

BODY_NOT_CONVERTED = Kind(
    "body-not-converted",
    Severity.INFO,
    "The page holds the article's full text. jatskit reads the metadata, the abstracts and the references of a page; the "
    "body stands in the accounts as one block and is not in the XML.",
)

#: How many paragraphs make a full text, how many do below a heading of one, and the characters of a paragraph.
_PARAGRAPHS, _HEADED, PARAGRAPH = 5, 2, 250
#: Characters of paragraphs that make a full text, however few they are: an extractor may put them all on one line.
_MANY = 4000
#: The blocks before the first paragraph that its headings are looked for in, and the characters of a heading.
_ABOVE, _HEADING = 3, 80
_BODY_HEADING = re.compile(
    r"(?:[\dIi]{1,2}\s?[.|]?\s{0,2})?(?:introduction|main(?: text)?|background|引言|前言|绪论|introducci[oó]n|introdução|einleitung|введение|"
    r"はじめに|서론)[:：.]?",
    re.IGNORECASE,
)
#: Labels that are headings in a full text.
_OF_THE_BODY = frozenset(
    {"acknowledgements", "conflicts", "date", "number", "issue", "volume", "title", "journal", "pages"}
)
#: Labels whose values are blocks of their own.
_BLOCKS = frozenset({"abstract", "keywords", "funding", "citation", "affiliation", "authors", "corresponding"})
#: Lines that may be evidence of a field, though no label announces it: dates, licences, addresses, identifiers.
_EVIDENCE = re.compile(
    r"\(?(?:received|revised|accepted|published|available online|submitted)\b.{0,12}\d|(?:copyright\b|©|\(c\)\s?\d)|e?-?issn\b|"
    r"(?:https?://(?:dx\.)?doi\.org/|doi:)|[^\s@]{1,60}@[^\s@]{1,60}$|.{0,60}\bcreative commons\b|\bcc[ -]by\b",
    re.IGNORECASE,
)
_LONGEST_EVIDENCE = 300


class Block(Protocol):
    """A paragraph, a heading or another line of a page: where it stands, and what it says."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""

    @property
    def text(self) -> str:
        """What it shows."""


def body_of(sheet: Sheet, blocks: Sequence[Block], free: Sequence[bool]) -> list[int]:
    """Return which of the blocks between a page's title and its references are the body of the full text; none if there is none.

    `blocks` are those from the title to the references; `free` says of each that nothing was read from it. What
    may be evidence of a field is left out, wherever it stands: a label and what it announces, a date, a licence.
    """
    first = _first(sheet, blocks, free)
    inside = [n for n in range(first, len(blocks)) if free[n]]
    last = next((n for n in reversed(inside) if is_paragraph(blocks[n])), -1)
    kept: list[int] = []
    announced: LabelMatch | None = None
    for n in inside:
        if n > last:
            break
        text = blocks[n].text
        label = label_in(text)
        if announced and announced.field in _BLOCKS and not _known(sheet, announced):
            announced = None
            continue
        announced = label if label and label.end == len(text) else None
        if (label and label.field not in _OF_THE_BODY and not _known(sheet, label)) or may_be_evidence(text):
            continue
        kept.append(n)
    paragraphs = [len(blocks[n].text) for n in kept if is_paragraph(blocks[n])]
    headed = any(_is_body_heading(blocks[n]) for n in kept[:_ABOVE])
    return kept if len(paragraphs) >= (_HEADED if headed else _PARAGRAPHS) or sum(paragraphs) >= _MANY else []


def take_body(sheet: Sheet, blocks: Sequence[Block], body: Sequence[int]) -> None:
    """Take the body, what stands between its blocks included, and report it as one."""
    if not body:
        return
    runs: list[Span] = []
    for before, number in zip([-2, *body], body, strict=False):
        start = runs.pop()[0] if number == before + 1 else blocks[number].start
        runs.append((start, blocks[number].end))
    sheet.take_spans(runs, "body")
    start, end = runs[0][0], runs[-1][1]
    message = f"The body of the article ({end - start} characters) is not converted."
    sheet.find(BODY_NOT_CONVERTED, message, offset=start)


def is_paragraph(block: Block) -> bool:
    """Whether a block is as long as the paragraphs of a text."""
    return block.end - block.start >= PARAGRAPH and len(block.text) >= PARAGRAPH


def may_be_evidence(text: str) -> bool:
    """Whether a line states something of the article, as it seems, though no label announces it."""
    return len(text) <= _LONGEST_EVIDENCE and _EVIDENCE.match(text) is not None


def _known(sheet: Sheet, label: LabelMatch) -> bool:
    """Whether the page's label of that field was read elsewhere, so that this one is a heading of the text."""
    field = {"abstract": "abstracts", "keywords": "keywords", "authors": "contributors"}.get(label.field)
    return field is not None and label.language == "en" and sheet.has(field)


def is_body_heading(text: str) -> bool:
    """Whether a line is the heading of the text itself."""
    return len(text) <= _HEADING and _BODY_HEADING.fullmatch(text.strip()) is not None


def _is_body_heading(block: Block) -> bool:
    return block.end - block.start <= _HEADING * 8 and is_body_heading(block.text)


def _first(sheet: Sheet, blocks: Sequence[Block], free: Sequence[bool]) -> int:
    """Return the number of the block that the body starts at: behind the head, and behind what may be the abstract."""
    paragraphs = [n for n, block in enumerate(blocks) if free[n] and is_paragraph(block)]
    headings = [n for n, block in enumerate(blocks) if free[n] and _is_body_heading(block)]
    if not sheet.has("abstracts"):
        # The first paragraph may be the abstract that was not read.
        if headings and (not paragraphs or headings[0] <= paragraphs[-1]):
            return headings[0]
        paragraphs = paragraphs[1:]
    if not paragraphs:
        return len(blocks)
    first = paragraphs[0]
    above = range(max(0, first - _ABOVE), first)
    return next((n for n in above if free[n] and _is_body_heading(blocks[n])), first)
