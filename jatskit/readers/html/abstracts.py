"""The abstracts: below or behind their label, in an element that is marked as one, or where a digest points to."""

from __future__ import annotations

import re

from jatskit.language import is_dense, language_of
from jatskit.layouts import ABSTRACT_SECTIONS, LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.headings import main_heading
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind
_ABSTRACT_CLASS = re.compile(
    r"(?:class|id)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,120}?(?:abstract|chdivsummary|resumo|resumen|摘要)", re.IGNORECASE
)
_NOT_ABSTRACT_CLASS = re.compile(r"graphical|abstract-?(?:link|button|tab|nav|views?|url|metrics|toggle)")
_NOT_ABSTRACT_TAGS = frozenset("body html main a meta input button link script li h1 h2 h3".split())
_SENTENCE_ENDS = (".", "。", "．", "!", "?", "！", "？", "”", ")", "）", "」", "…", '"', "]")
_LEAST = 80
_MOST = 12_000
#: Characters below which a line without a sentence's end is no paragraph of an abstract.
_SHORT = 90
_BODY_HEADING = re.compile(
    r"(?:\d{1,2}\.?\s{0,2})?(?:introduction|main|background and introduction|引言|前言|绪论|graphical abstract|highlights|"
    r"references|similar content.*|figures?|article info.*|keywords?.*|access options|author.*|metrics|"
    r"this is a preview.*|about this article|data availability|full text|pdf|1 .*)",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"(?:\d{1,2}\.?\s{0,2})?introduction\s{0,2}[:.]?", re.IGNORECASE)
_NOT_A_PARAGRAPH = re.compile(
    r"(?:export citation|download|this is a preview|copyright|©|view (?:full|pdf)|full[- ]text|cite this|share|read more|"
    r"show more|keywords?\b|key words|doi:|https?://|msc\b|jel\b|pacs\b|to view this|access this|subscri|sign in|log ?in|"
    r"correspond|e-?mail|funding|how to cite|for citation|для цитирования|you (?:do not|currently)|get access)",
    re.IGNORECASE,
)

#: The sections of an abstract: the span of each one's title, and of its paragraphs.
Parts = list[tuple[Span | None, list[Span]]]


def offer_abstracts(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> None:
    """Offer the abstracts that the page shows, each in its language."""
    found = 0
    until = -1
    for index, label in labels.items():
        line = view.lines[index]
        if label.field != "abstract" or line.inside(references) or found >= 5 or line.start < until:
            continue
        rest = line.text[label.end :]
        if len(rest) >= 40 or (is_dense(rest) and len(rest) > 20):
            span = line.content.span(label.end, len(line.text))
            sheet.take_span(line.start, line.end, "abstract")
            found += _offer(sheet, view, [(None, [span, *_following(view, line, labels)])], _K.LABEL, label.language)
        elif not rest and (parts := _below(view, line, labels)):
            found += _offer(sheet, view, parts, _K.LABEL, label.language)
            until = parts[-1][1][-1][1]
    if not found:
        found = _behind_label(sheet, view, references)
    if not found:
        found = _by_class(sheet, view, labels, references)
    if not found:
        _by_digest(sheet, view, references)


def _behind_label(sheet: Sheet, view: View, references: Span | None) -> int:
    """Offer a long line that begins with the label."""
    found = 0
    for line in view.lines:
        if not line.is_long or line.inside(references) or found >= 3:
            continue
        beginning = words(line.page.text[line.start : line.start + 400])[:100]
        label = label_in(f"{beginning}…")
        if label and label.field == "abstract":
            text = Text(view.page.text, line.start, line.end)
            # The label ends where the words after it begin, in whatever tags.
            at = text.text.find(beginning[label.end : label.end + 20])
            if at >= 0:
                found += _offer(sheet, view, [(None, [text.span(at, len(text.text))])], _K.LABEL)
    return found


def _following(view: View, line: Line, labels: dict[int, LabelMatch]) -> list[Span]:
    """Return the paragraphs that go on where a labelled one ended, in the same element."""
    spans: list[Span] = []
    end = _end_of_abstract(view, line)
    if end == len(view.page.text):
        return spans
    for following in view.lines[line.index + 1 : line.index + 20]:
        if following.start >= end or following.index in labels or not _is_paragraph(view, following):
            break
        spans.append((following.start, following.end))
    return spans


def _is_paragraph(view: View, line: Line) -> bool:
    if line.is_long:
        return True
    text = line.text
    if _NOT_A_PARAGRAPH.match(text) or view.heading_of(view.page.around(line.start)):
        return False
    return (
        (text.endswith(_SENTENCE_ENDS) and len(text) > 20) or len(text) > _SHORT or (is_dense(text) and len(text) > 30)
    )


def _below(view: View, label: Line, labels: dict[int, LabelMatch]) -> Parts:
    """Return the sections below a heading for an abstract."""
    page = view.page
    end = _end_of_abstract(view, label)
    above = view.heading_of(page.around(label.start))
    parts: Parts = [(None, [])]
    total = 0
    for line in view.lines[label.index + 1 : label.index + 80]:
        text = line.text if not line.is_long else ""
        if line.start >= end or (line.index in labels and not _is_section_of(view, line, above, end)):
            break
        if text:
            heading = view.heading_of(page.around(line.start))
            known = text.rstrip(":： .").casefold() in ABSTRACT_SECTIONS or line.index in labels
            if (
                heading
                and above
                and heading.tag <= above.tag
                and "dt" not in (heading.tag, above.tag)
                and not _marked(end, view)
            ):
                break
            if known or (heading and len(text) < 80):
                lower = bool(heading and above and heading.tag > above.tag)
                first = not total and not lower and not _marked(end, view)
                if not known and (first or _BODY_HEADING.fullmatch(text.strip())):
                    break
                # The first section of an abstract may be an introduction; a later one is the article's. Below a label
                # that is no heading, a heading is one of the article's, unless its word is one of an abstract's.
                if total and (_INTRODUCTION.fullmatch(text) or not (known or above or _marked(end, view))):
                    break
                parts.append(((line.start, line.end), []))
                continue
            if not _is_paragraph(view, line):
                if total:
                    break
                continue
        parts[-1][1].append((line.start, line.end))
        total += line.end - line.start
        if total > _MOST * 4:
            break
    return [(title, paragraphs) for title, paragraphs in parts if paragraphs]


def _marked(end: int, view: View) -> bool:
    """Whether the page marks where the abstract ends."""
    return end < len(view.page.text)


def _is_section_of(view: View, line: Line, above: Element | None, end: int) -> bool:
    """Whether a line that could be another abstract's label is the heading of a section (“Summary”)."""
    if line.text.rstrip(":： .").casefold() != "summary":
        return False
    heading = view.heading_of(view.page.around(line.start))
    return _marked(end, view) or bool(heading and above and heading.tag > above.tag)


def _end_of_abstract(view: View, label: Line) -> int:
    """Return where the element that is marked as the abstract ends, if the label stands in one."""
    element = view.page.around(label.start)
    while element is not None and element.tag not in ("body", "html", "main"):
        if _ABSTRACT_CLASS.search(view.page.text, *element.attributes_at) and element.end > label.end + _LEAST:
            return element.end
        element = element.parent
    return len(view.page.text)


def _by_class(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> int:
    """Offer what stands in an element that is marked as the abstract."""
    page = view.page
    found, until = 0, 0
    for element, _ in page.marked(_ABSTRACT_CLASS, "abstract", "chdivsummary", "resum", "摘要"):
        if element.start < until:
            continue
        if element.tag in _NOT_ABSTRACT_TAGS or _NOT_ABSTRACT_CLASS.search(element.marked):
            continue
        if not _LEAST < element.end - element.start < 4 * _MOST:
            continue
        if references and references[0] <= element.start < references[1]:
            continue
        lines = [line for line in view.lines_in(element) if line.index not in labels and _is_paragraph(view, line)]
        if lines and sum(line.end - line.start for line in lines) > _LEAST:
            found += _offer(sheet, view, [(None, [(line.start, line.end) for line in lines])], _K.BODY)
            until = element.end
            if found >= 3:
                break
    return found


def _by_digest(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the paragraph whose beginning a tag gives, or the long one that follows the title closely."""
    offers = [c for c in sheet.offers("abstract") if len(c.quoted) > _LEAST]
    starts = {folded(candidate.quoted)[:40] for candidate in offers}
    for line in view.lines if starts else ():
        if line.end - line.start < _LEAST or line.inside(references):
            continue
        beginning = folded(words(view.page.text[line.start : line.start + 600]))[:40]
        if len(beginning) == 40 and beginning in starts:
            _offer(sheet, view, [(None, [(line.start, line.end)])], _K.BODY)
            return
    if any(c.kind not in (_K.PLAIN_META, _K.OPEN_GRAPH) for c in offers):
        return
    if heading := main_heading(view.page):
        first = view.line_at(heading.end)
        for line in view.lines[first : first + 18]:
            text = words(view.page.text[line.start : line.end])
            if len(text) > 400 and text.endswith(_SENTENCE_ENDS) and not _NOT_A_PARAGRAPH.match(text):
                _offer(sheet, view, [(None, [(line.start, line.end)])], _K.BODY)
                return


_ENDS_WITH = re.compile(
    r"\[?(?:(?:view |read |show |see )?(?:full[- ]?text|pdf|html|more|less|article|abstract)(?: (?:article|text|pdf|more))?|"
    r"…|\.\.\.|更多|展开|全文|展开更多|查看全部|收起|还原|もっと見る|더보기|lire la suite|mehr(?: anzeigen| lesen)?|leer más|ver más|ver mais|"
    r"показать (?:полностью|больше|все)|читать далее|devamını (?:oku|gör)|czytaj więcej)\s?(?:>>|»|\+|▼|∨)?\]?",
    re.IGNORECASE,
)


def _without_additions(view: View, span: Span) -> Span:
    """Return a paragraph without keywords that run on behind it, and without a link at its end."""
    page = view.page
    start, end = span
    for element in page.elements[page.after(start) : page.after(end)]:
        if element.end > end or element.inner_end - element.inner > 200 or element.tag not in _LABEL_TAGS:
            continue
        label = label_in(element.words)
        if label and label.field in ("keywords", "doi", "classification") and label.end == len(element.words):
            if element.start > start:
                end = element.start
            break
    for element in reversed(page.elements[page.after(start) : page.after(end)]):
        if element.tag in ("a", "button", "span") and element.inner_end <= end and _ENDS_WITH.fullmatch(element.words):
            if not words(page.text[min(element.end, end) : end]).strip(" ]."):
                end = element.start
                break
    return page.trimmed(start, end) or span


_LABEL_TAGS = ("b", "strong", "span", "em", "i", "u", "font")


def _offer(sheet: Sheet, view: View, parts: Parts, kind: SourceKind, stated: str = "") -> int:
    """Offer an abstract; where paragraphs are in several languages, several. Return how many there are.

    `stated` is the language of its label; an English label stands over texts in any language.
    """
    source = view.page.text
    by_language: dict[str, Parts] = {}
    last = stated if stated not in ("en", "zh") else ""
    for title, paragraphs in parts:
        spans = [_without_additions(view, span) for span in paragraphs]
        for number, span in enumerate(spans):
            text = words(source[slice(*span)])
            lang = (language_of(text) if len(text) > 80 or is_dense(text) else None) or last
            last = lang
            known = by_language.setdefault(lang, [])
            if number == 0 or not known:
                known.append((title if number == 0 else None, [span]))
            else:
                known[-1][1].append(span)
    if "" in by_language and len(by_language) == 2:
        unknown = by_language.pop("")
        lang, rest = next(iter(by_language.items()))
        by_language = {lang: unknown + rest}
    found = 0
    for lang, sections in by_language.items():
        text = " ".join(words(source[slice(*span)]) for _, spans in sections for span in spans)
        if len(text) < _LEAST and not (is_dense(text) and len(text) > 30):
            continue
        found += 1
        _quote(sheet.offer("abstract", kind, lang), sections)
    return found


def _quote(candidate: Candidate, sections: Parts) -> None:
    section, paragraph = -1, 0
    for title, spans in sections:
        if title:
            section, paragraph = section + 1, 0
            path = ("sections", section, "title")
            candidate.quote(path, title, normalisation="rich html", reason="a heading in the abstract")
        for span in spans:
            base: tuple[str | int, ...] = () if section < 0 else ("sections", section)
            candidate.quote((*base, "paragraphs", paragraph), span, normalisation="rich html")
            paragraph += 1
