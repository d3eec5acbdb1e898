"""What people see on the page, offered as candidates: heading, dates, licence, identifiers, abstract, keywords."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jatskit.language import has_han, language_of
from jatskit.layouts import ABSTRACT_SECTIONS, LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.dates import dates_in
from jatskit.readers.html.citation import offer_citations
from jatskit.readers.html.meta import Tags, keyword_spans, offer_keyword_groups
from jatskit.readers.html.references import offer_list
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind
_FOOTNOTES = re.compile(
    r"(?:\s|<sup[^>]{0,200}>(?:(?!</sup>).){0,200}</sup>|<a [^>]{0,300}>\s*(?:<[^>]{0,100}>)?[†*‡§¶#]\s*(?:<[^>]{0,100}>)?\s*</a>|[†‡§¶]|"
    r"\*(?!\w)|<(?:br|/span|span[^>]{0,100})/?>)+$",
    re.DOTALL,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SENTENCE_ENDS = (".", "。", "．", "!", "?", "！", "？", "”", ")", "）", "」", "…")
_LEAST_ABSTRACT = 80
_MOST_ABSTRACT = 12_000


def offer_visible(sheet: Sheet, view: View, tags: Tags) -> None:
    """Offer what the page shows."""
    _offer_headings(sheet, view)
    labels = _labels(view)
    references = offer_list(sheet, view, labels)
    head = _head(view)
    _offer_dates(sheet, view, references)
    _offer_dois(sheet, view, references)
    offer_citations(sheet, view, head, references)
    _offer_abstracts(sheet, view, labels, references)
    _offer_keywords(sheet, view, labels, references)
    _offer_licence(sheet, view.page)
    _offer_issns(sheet, view.page)


def _labels(view: View) -> dict[int, LabelMatch]:
    found: dict[int, LabelMatch] = {}
    for line in view.lines:
        if not line.is_long and (label := label_in(line.text)):
            found[line.index] = label
    return found


def _head(view: View) -> int:
    """Return the number of the line that the first main heading is, or 0."""
    heading = main_heading(view.page)
    return view.line_at(heading.inner) if heading else 0


# -- headings -----------------------------------------------------------------------------------------------


def main_heading(page: Page) -> Element | None:
    """Return the heading that is the article's title, if one is told by the document's title or by being alone."""
    title = next((folded(e.words) for e in page.all("title") if e.words), "")
    found: list[tuple[int, Element]] = []
    for element in page.all("h1", "h2", "h3")[:60]:
        if element.end - element.start > 6000 or any(a.tag in ("nav", "footer", "aside") for a in element.ancestors()):
            continue
        text = folded(element.words)
        if len(text) < 4:
            continue
        marked = bool(re.search(r"title|headline|citation", element.marked)) and element.tag != "h3"
        inside = text in title or (len(title) > 20 and title in text)
        # The journal is in the document's title too, behind the article's or before it.
        score = (4 if inside and len(text) > 20 else 1 if inside else 0) + (2 if element.tag == "h1" else 0) + marked
        if inside and 2 * len(text) >= len(title):
            score += 2
        if score >= 3:
            found.append((score, element))
    if found:
        return max(found, key=lambda item: (item[0], -item[1].index))[1]
    alone = [e for e in page.all("h1") if e.words]
    return alone[0] if len(alone) == 1 and len(alone[0].words) > 12 else None


def _offer_headings(sheet: Sheet, view: View) -> None:
    page = view.page
    if (heading := main_heading(page)) and (span := without_footnotes(page, *heading.content)):
        sheet.offer("title", _K.HEADING).quote((), span, normalisation="rich html")
    for element in page.all("title")[:1]:
        if element.words and (span := without_site(page, *element.content)):
            sheet.offer("title", _K.TITLE_TAG).quote((), span, normalisation="html")


_SITE = re.compile(r"\s+[|·•–—]\s+|\s+-\s+|\s*\|\s*")


def without_site(page: Page, start: int, end: int) -> Span | None:
    """Return the document's title without the names of the site around it."""
    text = page.text[start:end]
    pieces: list[Span] = []
    at = 0
    for match in [*_SITE.finditer(text), None]:
        stop = match.start() if match else len(text)
        pieces.append((at, stop))
        at = match.end() if match else stop
    longest = max(pieces, key=lambda piece: piece[1] - piece[0])
    return page.trimmed(start + longest[0], start + longest[1])


def without_footnotes(page: Page, start: int, end: int) -> Span | None:
    """Return a heading's content without the marks of footnotes at its end."""
    text = page.text[start:end]
    tail = text[-600:]
    match = _FOOTNOTES.search(tail)
    if match and words(text[: len(text) - len(tail) + match.start()]):
        cut = words(tail[match.start() :])
        if len(cut) <= 6 and not re.search(r"[^\W\d_]{2}", cut):
            end = start + len(text) - len(tail) + match.start()
    return page.trimmed(start, end)


# -- dates --------------------------------------------------------------------------------------------------

#: What is printed before a date, and what the date is: a type of `history/date`, or a kind of publication.
_EVENTS: tuple[tuple[str, str], ...] = (
    ("received", r"(?:manuscript |article |original )?received|submitted|submission date|date of submission|"
     r"收稿日期|收稿时间|投稿时间|收到日期|poступила|поступила(?: в редакцию)?|recibido|recebido|reçu|eingegangen|"
     r"geliş tarihi|başvuru tarihi|受付|접수일"),
    ("rev-recd", r"(?:manuscript |article )?revised|revision received|received in (?:final |its )?revised form|修回日期|"
     r"修改日期|修订日期|最后修改时间|revisado|düzeltme tarihi|после доработки|수정일"),
    ("accepted", r"(?:manuscript |article )?accepted(?: for publication)?|acceptance date|录用日期|接受日期|录用时间|"
     r"принята(?: к публикации)?|aceptado|aceito|aprovado|accepté|angenommen|kabul tarihi|受理|게재확정일"),
    ("electronic", r"(?:first )?published online|(?:first )?published on the web|(?:version of record |article first published )online|"
     r"available online|online(?: publication)? date|epub|网络出版日期|在线发表|网络首发|date of publication \(online\)|"
     r"first online|online published|published electronically|posted online"),
    ("", r"published(?: in print)?|publication date|date of publication|date published|issue date|publication history|"
     r"出版日期|刊出日期|发布日期|出版时间|발행일|publicado|publicação|yayım(?:lanma)? tarihi|опубликована|"
     r"erscheinungsdatum|year of publication"),
)  # fmt: skip
_EVENT = re.compile(
    "|".join(f"(?P<e{n}>(?<![^\\W\\d_])(?:{pattern}))" for n, (_, pattern) in enumerate(_EVENTS)), re.IGNORECASE
)
_GAP = re.compile(
    r"[\s:：\-–—|,(（\[<>=.]*(?:on|date|at|the|in (?:its )?(?:final |revised |original )*form|online|print)?[\s:：\-–,(（.]*",
    re.I,
)
#: Characters of a line in which events are looked for: one with a history in it is short.
_LONGEST_HISTORY = 700


def _offer_dates(sheet: Sheet, view: View, references: Span | None) -> None:
    seen: set[str] = set()
    lines = view.lines
    for line in lines:
        if line.is_long or line.end - line.start > _LONGEST_HISTORY * 2 or _inside(line, references):
            continue
        text = line.text
        if len(text) > _LONGEST_HISTORY or not (events := list(_EVENT.finditer(text))):
            continue
        for event in events:
            what = _EVENTS[int((event.lastgroup or "e0")[1:])][0]
            gap = _GAP.match(text, event.end())
            at = gap.end() if gap else event.end()
            if at >= len(text):
                following = lines[line.index + 1] if line.index + 1 < len(lines) else None
                if following is None or following.is_long or len(following.text) > 60:
                    continue
                _offer_date(sheet, what, following.content, 0, seen)
            else:
                _offer_date(sheet, what, line.content, at, seen)


def _offer_date(sheet: Sheet, what: str, content: Text, at: int, seen: set[str]) -> None:
    date = next(dates_in(content.text, at), None)
    if date is None or date.start > at + 2 or (what in seen and what not in ("", "electronic")):
        return
    published = what in ("", "electronic")
    if not published and not date.month:
        return
    seen.add(what)
    candidate = sheet.offer("published" if published else "history", _K.BODY if published else _K.LABEL, what)
    candidate.quote(("year",), content.span(*date.year), normalisation="number")
    if date.month:
        candidate.quote(("month",), content.span(*date.month), normalisation="month")
        if date.day:
            candidate.quote(("day",), content.span(*date.day), normalisation="number")
    if published:
        candidate.infer(("type",), "pub", "the words before it")
        if what:
            candidate.infer(("format",), what, "the words before it")
    else:
        candidate.set(("type",), what)


def _inside(line: Line, span: Span | None) -> bool:
    return span is not None and span[0] <= line.start < span[1]


# -- identifiers and licence --------------------------------------------------------------------------------

_DOI_LINE = re.compile(
    r"(?:(?:article |paper )?(?:DOI|Digital Object Identifier|CrossRef DOI)(?: ?号)?\s{0,3}[:：]?\s{0,3})?"
    r"(?:https?://(?:dx\.|www\.)?doi\.org/)?(10\.\d{4,9}(?:\.\d+)*/[^\s<>\"，。；]{1,200})(?:\s{0,3}\(?(?:Paper|Article|external link)\)?.{0,60})?",
    re.IGNORECASE,
)


def _offer_dois(sheet: Sheet, view: View, references: Span | None) -> None:
    count = 0
    for line in view.lines:
        if line.end - line.start > 800 or _inside(line, references) or "10." not in line.text:
            continue
        if len(line.text) <= 250 and (match := _DOI_LINE.fullmatch(line.text.strip())):
            offset = line.text.index(match[0])
            value = match[1].rstrip(".,;")
            span = line.content.span(offset + match.start(1), offset + match.start(1) + len(value))
            candidate = sheet.offer("doi", _K.BODY if count else _K.CITATION)
            candidate.set(("type",), "doi").quote(("value",), span, normalisation="html")
            count += 1
            if count >= 4:
                return


_CC = re.compile(
    r"https?://creativecommons\.org/(?:licenses/[a-z-]+/\d\.\d(?:/[a-z-]{2,8})?|publicdomain/[a-z]+/\d\.\d)/?"
)


def _offer_licence(sheet: Sheet, page: Page) -> None:
    for element in page.all("a", "link"):
        span = element.attributes_at
        if "creativecommons.org" not in page.text[slice(*span)] or not (href := element.span("href")):
            continue
        if match := _CC.search(page.text, *href):
            sheet.offer("licence", _K.BODY).quote(("licences", 0, "url"), match.span(), reason="the licence's link")
            return


_ISSN = re.compile(
    r"(?:(?P<before>print|online|electronic|[ep])[\s-]{0,2})?\bISSN(?:[\s-]{0,2}L)?\s{0,3}(?:\((?P<inside>[^)<>]{1,20})\))?"
    r"(?:\s|[:：]|<[^<>]{0,80}>|&nbsp;){0,8}(?P<issn>\d{4}-\d{3}[\dXx])(?![\d-])(?:\s{0,3}\((?P<after>print|online|electronic)\))?",
    re.IGNORECASE,
)


def _offer_issns(sheet: Sheet, page: Page) -> None:
    for number, match in enumerate(_ISSN.finditer(page.text)):
        if number >= 12:
            return
        around = page.around(match.start("issn"))
        if around is None or around.tag in ("script", "style", "title", "option"):
            continue
        if any("reference" in a.marked or a.tag == "li" for a in [around, *list(around.ancestors())[:3]]):
            continue
        issn = match["issn"].replace("-", "").upper()
        candidate = sheet.offer("issn", _K.FURNITURE, issn).quote(("value",), match.span("issn"))
        said = (match["before"] or match["inside"] or match["after"] or "").lower()
        if said:
            form = "electronic" if said[0] in "oe" or "online" in said else "print" if said[0] == "p" else ""
            if form:
                candidate.infer(("format",), form, "the word beside it")


# -- abstracts ----------------------------------------------------------------------------------------------

_ABSTRACT_CLASS = re.compile(
    r"(?:class|id)\s*=\s*[\"'][^\"']{0,120}?(?:abstract|summary|chdivsummary|resumo|resumen|摘要)", re.I
)
_NOT_ABSTRACT_CLASS = re.compile(
    r"graphical|abstract-?(?:link|button|tab|nav|views?|url|metrics|toggle)|short-?abstract-?link"
)


def _offer_abstracts(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> None:
    found = 0
    for index, label in labels.items():
        line = view.lines[index]
        if label.field != "abstract" or _inside(line, references) or found >= 4:
            continue
        rest = line.text[label.end :]
        if len(rest) >= 40 or (has_han(rest) and len(rest) > 20):
            span = line.content.span(label.end, len(line.text))
            _offer_paragraphs(sheet, view, [(None, [span])], _K.LABEL)
            found += 1
        elif not rest and (parts := _below(view, line, labels)):
            found += _offer_paragraphs(sheet, view, parts, _K.LABEL)
    if not found:
        for line in view.lines:
            label = _long_label(line)
            if label and not _inside(line, references):
                text = Text(view.page.text, line.start, line.end)
                _offer_paragraphs(sheet, view, [(None, [text.span(label.end, len(text.text))])], _K.LABEL)
                found += 1
                break
    if not found:
        found = _by_class(sheet, view, labels, references)
    if not found:
        _by_description(sheet, view, references)


def _long_label(line: Line) -> LabelMatch | None:
    if not line.is_long:
        return None
    label = label_in(words(line.page.text[line.start : line.start + 400])[:100] + "…")
    return label if label and label.field == "abstract" else None


Parts = list[tuple[Span | None, list[Span]]]


def _below(view: View, label: Line, labels: dict[int, LabelMatch]) -> Parts:
    """Return the sections below a heading for an abstract: the span of each one's title, and of its paragraphs."""
    page = view.page
    end = _end_of_abstract(view, label)
    parts: Parts = [(None, [])]
    total = 0
    for line in view.lines[label.index + 1 : label.index + 80]:
        if line.start >= end or line.index in labels:
            break
        size = line.end - line.start
        text = line.text if not line.is_long else ""
        element = page.around(line.start)
        heading = _heading_of(element)
        is_section = bool(text) and text.rstrip(":： .").casefold() in ABSTRACT_SECTIONS
        if text and (is_section or (heading and heading.start > label.start and len(text) < 60)):
            if not is_section and not (heading and _is_within_abstract(heading, label)):
                break
            if _is_body_heading(text) and not is_section:
                break
            parts.append(((line.start, line.end), []))
            continue
        if text and len(text) < 40 and not text.endswith(_SENTENCE_ENDS) and not (has_han(text) and len(text) > 15):
            if total == 0 or _joins(text):
                if total == 0:
                    continue
            break
        parts[-1][1].append((line.start, line.end))
        total += size
        if total > _MOST_ABSTRACT * 4:
            break
    parts = [(title, paragraphs) for title, paragraphs in parts if paragraphs]
    return parts


def _joins(text: str) -> bool:
    return text[:1] in ",.;:)"


_BODY_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:introduction|main|background and introduction|引言|前言|绪论|graphical abstract|highlights|"
    r"references|similar content.*|figures?|article info.*|keywords?.*|access options|author.*|metrics|"
    r"this is a preview.*|about this article|data availability|1 .*)",
    re.IGNORECASE,
)


def _is_body_heading(text: str) -> bool:
    return _BODY_HEADING.fullmatch(text.strip()) is not None


def _heading_of(element: Element | None) -> Element | None:
    at = element
    for _ in range(4):
        if at is None:
            return None
        if at.tag in (*_HEADINGS, "dt"):
            return at
        at = at.parent
    return None


def _is_within_abstract(heading: Element, label: Line) -> bool:
    """Whether a heading below the one of the abstract is lower than it, and so a section's."""
    above = _heading_of(label.page.around(label.start))
    if above is None:
        return False
    return heading.tag in _HEADINGS and above.tag in _HEADINGS and heading.tag > above.tag


def _end_of_abstract(view: View, label: Line) -> int:
    """Return where the element that is marked as the abstract ends, if the label stands in one."""
    element = view.page.around(label.start)
    while element is not None and element.tag not in ("body", "html", "main"):
        if _ABSTRACT_CLASS.search(view.page.text, *element.attributes_at) and element.end > label.end + _LEAST_ABSTRACT:
            return element.end
        element = element.parent
    return len(view.page.text)


def _by_class(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> int:
    """Offer what stands in an element that is marked as the abstract."""
    page = view.page
    found, until = 0, 0
    for match in _ABSTRACT_CLASS.finditer(page.text):
        element = page.elements[page.after(match.start()) - 1]
        if element.start < until or not element.attributes_at[0] <= match.start() < element.attributes_at[1]:
            continue
        if element.tag in (
            "body",
            "html",
            "main",
            "a",
            "meta",
            "input",
            "button",
            "link",
            "script",
        ) or _NOT_ABSTRACT_CLASS.search(element.marked):
            continue
        if not _LEAST_ABSTRACT < element.end - element.start < 4 * _MOST_ABSTRACT:
            continue
        if references and references[0] <= element.start < references[1]:
            continue
        lines = [
            line for line in view.lines_in(element)
            if line.index not in labels and (line.is_long or len(line.text) > 50 or (has_han(line.text) and len(line.text) > 25))
        ]  # fmt: skip
        if lines and sum(line.end - line.start for line in lines) > _LEAST_ABSTRACT:
            found += _offer_paragraphs(sheet, view, [(None, [(l.start, l.end) for l in lines])], _K.BODY)
            until = element.end
            if found >= 3:
                break
    return found


def _by_description(sheet: Sheet, view: View, references: Span | None) -> int:
    """Offer the paragraph whose beginning a tag gives, as a digest."""
    starts = [
        folded(candidate.quoted)[:40]
        for candidate in sheet.offers("abstract")
        if len(candidate.quoted) > _LEAST_ABSTRACT
    ]
    heading = main_heading(view.page)
    for line in view.lines:
        if line.end - line.start < _LEAST_ABSTRACT or _inside(line, references):
            continue
        beginning = folded(words(view.page.text[line.start : line.start + 600]))[:40]
        if len(beginning) == 40 and beginning in starts:
            return _offer_paragraphs(sheet, view, [(None, [(line.start, line.end)])], _K.BODY)
    if not starts or not any(c.kind not in (_K.PLAIN_META, _K.OPEN_GRAPH) for c in sheet.offers("abstract")):
        return _first_paragraph(sheet, view, heading)
    return 0


def _first_paragraph(sheet: Sheet, view: View, heading: Element | None) -> int:
    """Offer the one long paragraph that follows the title and the authors closely."""
    if heading is None:
        return 0
    first = view.line_at(heading.end)
    for line in view.lines[first : first + 16]:
        text = words(view.page.text[line.start : line.end])
        if len(text) > 400 and text.endswith(_SENTENCE_ENDS):
            return _offer_paragraphs(sheet, view, [(None, [(line.start, line.end)])], _K.BODY)
    return 0


def _offer_paragraphs(sheet: Sheet, view: View, parts: Parts, kind: SourceKind) -> int:
    source = view.page.text
    text = " ".join(words(source[slice(*span)]) for _, spans in parts for span in spans)
    if len(text) < _LEAST_ABSTRACT and not (has_han(text) and len(text) > 30):
        return 0
    lang = language_of(text) or ""
    candidate = sheet.offer("abstract", kind, lang)
    section = -1
    for title, spans in parts:
        base: tuple[str | int, ...] = ()
        if title:
            section += 1
            base = ("sections", section)
            candidate.quote((*base, "title"), title, normalisation="rich html", reason="a heading in the abstract")
        for number, span in enumerate(spans):
            candidate.quote((*base, "paragraphs", number), span, normalisation="rich html")
    return 1


# -- keywords -----------------------------------------------------------------------------------------------

_SEPARATORS_ONLY = re.compile(r"[\s,;，；、·•|/]*")


def _offer_keywords(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> None:
    for index, label in labels.items():
        line = view.lines[index]
        if label.field != "keywords" or _inside(line, references):
            continue
        spans: list[Span] = []
        if label.end < len(line.text):
            spans = _terms_of(view, line, label.end)
        if not spans or line.text.rstrip().endswith((";", "；", ",")):
            spans += _listed(view, line, labels)
        values = [words(view.page.text[slice(*span)]) for span in spans]
        if not spans or any(len(value) > 120 for value in values) or (len(spans) == 1 and len(values[0]) > 60):
            continue
        lang = language_of(" ".join(values)) or (
            "zh" if any(map(has_han, values)) else "" if label.language == "zh" else label.language
        )
        by_lang: dict[str, list[Span]] = {}
        if any(map(has_han, values)) and not all(map(has_han, values)):
            for span, value in zip(spans, values, strict=True):
                by_lang.setdefault("zh" if has_han(value) else lang if lang != "zh" else "en", []).append(span)
        else:
            by_lang[lang] = spans
        offer_keyword_groups(sheet, _K.LABEL, by_lang, "html")


def _terms_of(view: View, line: Line, offset: int) -> list[Span]:
    """Return the keywords of a line: its linked or marked pieces, or what its separators part."""
    text = line.text[offset:]
    pieces = _marked_pieces(view.page, line, line.content.span(offset, len(line.text))[0]) if text.strip() else []
    if len(pieces) > 1 and not re.search(r"[;；]", text):
        joined = folded("".join(words(view.page.text[slice(*p)]) for p in pieces))
        if joined == folded(text):
            return pieces
    return [line.content.span(offset + a, offset + b) for a, b in keyword_spans(text)]


def _marked_pieces(page: Page, line: Line, start: int) -> list[Span]:
    """Return the contents of the innermost links and spans of a line."""
    pieces: list[Span] = []
    first = page.after(start - 200 if start > 200 else 0)
    for element in page.elements[first : page.after(line.end)]:
        if (
            element.inner < line.start
            or element.inner < start
            or element.tag not in ("a", "span", "li", "em", "strong", "b")
        ):
            continue
        if element.inner_end > line.end or (pieces and element.inner < pieces[-1][1]):
            continue
        if element.tag in ("em",) and pieces:
            continue
        if span := page.trimmed(element.inner, element.inner_end):
            value = words(page.text[slice(*span)])
            if value.strip(" ,;；，、"):
                pieces.append(span)
    return pieces


def _listed(view: View, label: Line, labels: dict[int, LabelMatch]) -> list[Span]:
    """Return the keywords in the lines below their label."""
    spans: list[Span] = []
    page = view.page
    signature: tuple[str, str] | None = None
    parted = True
    for line in view.lines[label.index + 1 : label.index + 60]:
        if line.is_long or line.index in labels or len(line.text) > 600:
            break
        text = line.text
        if _SEPARATORS_ONLY.fullmatch(text):
            parted = True
            continue
        element = page.around(line.start)
        if _heading_of(element) is not None:
            break
        mine = _signature(element)
        if signature is None:
            signature = mine
        elif mine != signature and not parted:
            break
        terms = _terms_of(view, line, 0)
        if len(text) > 100 and len(terms) < 3:
            break
        spans += terms
        parted = text.rstrip().endswith((",", ";", "；", "，", "、"))
        if len(terms) > 2 and not parted and mine[0] not in ("li", "a", "span"):
            break
    return spans


def _signature(element: Element | None) -> tuple[str, str]:
    """Return the tag and the class of the block that an element stands in."""
    at = element
    while at is not None and at.tag in ("a", "span", "i", "em", "b", "strong", "font"):
        at = at.parent
    return (at.tag, at.get("class")) if at else ("", "")


def paragraphs(lines: Sequence[Line]) -> list[Span]:
    """Return where lines stand."""
    return [(line.start, line.end) for line in lines]
