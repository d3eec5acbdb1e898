"""The rest of an HTML page: what of it is furniture, and by which rule; and the body, which is not converted."""

from __future__ import annotations

import re
from bisect import bisect_left

from jatskit.layouts import furniture_in, label_in
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.body import body_of, take_body
from jatskit.readers.html.leftovers import close_leftovers
from jatskit.readers.html.view import HIDDEN, Line, View, is_hidden
from jatskit.readers.sheet import Sheet

#: Elements that are no part of the article, wherever they stand, and what their content is.
_FRAMES = {
    "head": "head", "nav": "navigation", "footer": "footer", "aside": "aside", "form": "form", "button": "control",
    "select": "control", "option": "control", "script": "script", "style": "style", "svg": "image", "iframe": "frame",
    "noscript": "without scripts", "template": "template", "object": "object",
}  # fmt: skip
#: What stands above a full text.
_HEAD = frozenset({"title", "abstracts", "translated_abstracts"})
_WORD = re.compile(r"\w")
_LINK = re.compile(r"\s*<a\b", re.IGNORECASE)


def close_accounts(sheet: Sheet, view: View, references: Span | None) -> None:
    """Put down to rules what is no value: markup, the site's frame, links, labels, the body."""
    page = view.page
    sheet.close_offers()
    close_leftovers(sheet)
    quoted = sheet.quoted_spans()
    sheet.take_spans(page.comments, "comment")
    at = 0
    while at < len(page.elements):
        element = page.elements[at]
        at += 1
        if element.tag == "form" and not is_hidden(element):
            continue
        if (rule := _FRAMES.get(element.tag)) or element.tag in HIDDEN:
            sheet.take_span(element.start, element.end, rule or "control")
            at = max(at, element.last)
    if references:
        sheet.take_span(*references, "reference-list")
    body = _take_body(sheet, view, quoted, references)
    ends = [0, *(line.end for line in view.lines)]
    sheet.take_spans(zip(ends, [*(line.start for line in view.lines), len(page.text)], strict=True), "markup")
    for line in view.lines:
        if line.index not in body and not line.inside(references):
            _take_line(sheet, line, quoted)


def _take_line(sheet: Sheet, line: Line, quoted: list[Span]) -> None:
    """Take a line that a rule knows, and what of another has no words in it."""
    text = line.page.text
    if not line.is_long and (rule := _rule(line)):
        sheet.take_span(line.start, line.end, rule)
        return
    at = line.start
    first = bisect_left(quoted, (line.start, line.start))
    inside = [span for span in quoted[max(0, first - 1) : first + 200] if span[0] < line.end and span[1] > line.start]
    if not inside:
        return
    for start, end in [*inside, (line.end, line.end)]:
        if at < start and not _WORD.search(words(text[at:start])):
            sheet.take_span(at, start, "separator")
        at = max(at, end)


def _rule(line: Line) -> str | None:
    """Return the rule by which a whole line is furniture."""
    text = line.text.strip()
    if not _WORD.search(text):
        return "separator"
    if rule := furniture_in(text):
        return rule
    label = label_in(text)
    if label and label.end == len(text):
        return "label"
    element = line.page.around(line.start)
    outer = line.page.text[line.start : line.end]
    if (element is not None and element.tag == "a") or (_LINK.match(outer) and outer.rstrip().lower().endswith("</a>")):
        return "link"
    return None


def _take_body(sheet: Sheet, view: View, quoted: list[Span], references: Span | None) -> set[int]:
    """Take the full text, if the page has one; return the numbers of its lines."""
    stop = references[0] if references else len(view.page.text)
    first = 0
    for evidence in sheet.evidence():
        if evidence.path[0] in _HEAD and evidence.spans and (end := evidence.spans[-1][1]) <= stop:
            # Only what is quoted from a line of the page says where the head is; a tag or a script may stand anywhere.
            at = bisect_left(view.lines, end, key=lambda line: line.end)
            if at < len(view.lines) and view.lines[at].start < end:
                first = max(first, at + 1)
    lines = [line for line in view.lines[first:] if line.end <= stop]
    body = body_of(sheet, lines, [not _touched(line, quoted) for line in lines])
    take_body(sheet, lines, body)
    return {lines[n].index for n in body}


def _touched(line: Line, quoted: list[Span]) -> bool:
    at = bisect_left(quoted, (line.start, line.start))
    before = at > 0 and quoted[at - 1][1] > line.start
    return before or (at < len(quoted) and quoted[at][0] < line.end)
