"""The keywords, behind their label."""

from __future__ import annotations

import re

from jatskit.language import has_han, language_of
from jatskit.layouts import LabelMatch, label_in
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.meta import keyword_spans, offer_keyword_groups
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Page
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind

#: Two blanks or more that do not collapse.
_GAP = re.compile(r"(?:(?:&nbsp;|&#160;|&#xa0;|&ensp;|&emsp;|\u00a0|\u3000|\u2003)[ \t]{0,3}){2,40}", re.IGNORECASE)
_SEPARATORS_ONLY = re.compile(r"[\s,;，；、·•|/]*")


def offer_keywords(sheet: Sheet, view: View, labels: dict[int, LabelMatch], references: Span | None) -> None:
    """Offer the keywords behind and below their labels; without one, those in an element that is marked as theirs."""
    found = False
    for index, label in labels.items():
        line = view.lines[index]
        if label.field != "keywords" or line.inside(references):
            continue
        spans: list[Span] = []
        if label.end < len(line.text):
            spans = _terms_of(view, line, label.end)
        if not spans or line.text.rstrip().endswith((";", "；", ",")):
            spans += _listed(view, line, labels)
        values = [words(view.page.text[slice(*span)]) for span in spans]
        if not spans or any(len(value) > 120 for value in values) or (len(spans) == 1 and len(values[0]) > 60):
            continue
        if any(value.endswith((":", "：")) for value in values):
            # The next label: what this one announces stands elsewhere.
            continue
        found = True
        lang = language_of(" ".join(values)) or (
            "zh" if any(map(has_han, values)) else "en" if label.language == "zh" else label.language
        )
        by_lang: dict[str, list[Span]] = {}
        if any(map(has_han, values)) and not all(map(has_han, values)):
            for span, value in zip(spans, values, strict=True):
                by_lang.setdefault("zh" if has_han(value) else lang if lang != "zh" else "en", []).append(span)
        else:
            by_lang[lang] = spans
        offer_keyword_groups(sheet, _K.LABEL, by_lang, "html")
        sheet.take_span(line.start, line.end, "keywords")
    found = found or _inline(sheet, view, references)
    if not found:
        _by_class(sheet, view, references)


def _inline(sheet: Sheet, view: View, references: Span | None) -> bool:
    """Offer the keywords behind a label that stands inside of a line: at the end of an abstract, mostly."""
    page = view.page
    for element in page.all("b", "strong", "em", "i"):
        if element.inner_end - element.inner > 120 or (references and references[0] <= element.start < references[1]):
            continue
        label = label_in(element.words)
        if label is None or label.field != "keywords" or label.end != len(element.words):
            continue
        line = view.lines[min(view.line_at(element.start), len(view.lines) - 1)]
        if not line.start < element.start < line.end or line.end - element.end > 1500:
            continue
        rest = Text(page.text, element.end, line.end)
        skipped = len(rest.text) - len(rest.text.lstrip(" :：—–-."))
        spans = [rest.span(skipped + a, skipped + b) for a, b in keyword_spans(rest.text[skipped:])]
        values = [words(page.text[slice(*span)]) for span in spans]
        if len(values) < 2 or any(len(value) > 80 for value in values):
            continue
        lang = language_of(" ".join(values)) or ("zh" if all(map(has_han, values)) else "")
        offer_keyword_groups(sheet, _K.LABEL, {lang: spans}, "html")
        return True
    return False


_MARKED = re.compile(
    r"(?:class|id)\s{0,2}=\s{0,2}[\"'](?:[^\"'<>]{0,60}[\s_-])?(?:article-?)?(?:keywords?|kwd-?group|kwd-?list|keyword-?(?:list|group|section))[\s\"']",
    re.IGNORECASE,
)


def _by_class(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the linked or marked terms of the first element whose class says that it holds keywords."""
    page = view.page
    for element, _ in page.marked(_MARKED, "keyword", "kwd"):
        if element.tag in ("meta", "input", "body", "a", "form", "script") or element.end - element.start > 20_000:
            continue
        if references and references[0] <= element.start < references[1]:
            continue
        leaves = [e for e in element.within() if e.tag in ("a", "li", "span") and not e.within() and e.words]
        spans: list[Span] = []
        for leaf in leaves:
            text = Text(page.text, leaf.inner, leaf.inner_end)
            if label_in(text.text.strip()) is None:
                spans += [text.span(a, b) for a, b in keyword_spans(text.text)]
        values = [words(page.text[slice(*span)]) for span in spans]
        if len(values) < 2 or any(len(value) > 80 or value.endswith((":", "：")) for value in values):
            continue
        lang = language_of(" ".join(values)) or ("zh" if all(map(has_han, values)) else "")
        offer_keyword_groups(sheet, _K.BODY, {lang: spans}, "html")
        sheet.take_span(element.start, element.end, "keywords")
        return


def _terms_of(view: View, line: Line, offset: int) -> list[Span]:
    """Return the keywords of a line: its linked or marked pieces, or what its separators part."""
    text = line.text[offset:]
    pieces = _marked_pieces(view.page, line, line.content.span(offset, len(line.text))[0]) if text.strip() else []
    if len(pieces) > 1 and not re.search(r"[;；]", text):
        joined = folded("".join(words(view.page.text[slice(*p)]) for p in pieces))
        if joined == folded(text):
            return pieces
    terms = [line.content.span(offset + a, offset + b) for a, b in keyword_spans(text)]
    return _widely_set(view.page, terms[0]) if len(terms) == 1 else terms


def _widely_set(page: Page, span: Span) -> list[Span]:
    """Return the terms that a typesetter's blanks part, several of them between two terms."""
    found: list[Span] = []
    at = span[0]
    for gap in [*_GAP.finditer(page.text, *span), None]:
        end = gap.start() if gap else span[1]
        if inner := page.trimmed(at, end):
            found.append(inner)
        at = gap.end() if gap else end
    return found


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
        if text.endswith((":", "：")):
            break  # the next label
        if _SEPARATORS_ONLY.fullmatch(text):
            parted = True
            continue
        element = page.around(line.start)
        if view.heading_of(element) is not None:
            break
        mine = view.signature(element)
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
