"""The reference list that people see: its entries, their labels, without the links behind them."""

from __future__ import annotations

import re

from jatskit.layouts import LabelMatch, furniture_in
from jatskit.layouts.events import events_in
from jatskit.protocols import Span
from jatskit.protocols.markup import INLINE, words
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

#: Classes and ids by which sites mark the list.
_MARKED = re.compile(
    r"(?:class|id)\s*=\s*[\"'][^\"']{0,80}?(?:ref(?:erence)?s?[-_]?list|references?\b|bibliograph|article-?references|"
    r"citation-?list|reflist|refs\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\[（(［【]?\s?(\d{1,4})\s?(?:[\])）］】]|[.．、](?!\d))?[.\s]*|\d{1,4}$")
_LINK_WORDS = re.compile(
    r"[\s\[\](),;.|·•/]*(?:(?:Cross ?Ref|Google (?:Scholar|Preview)|"
    r"WorldCat|COPAC|PubMed(?: Central)?|PMC(?: free article)?|Free(?: article)?|Web of Science(?:®.{0,20})?|Scopus|"
    r"ISI|CAS|ADS|Article|View(?: Article| in| Record).{0,40}|Full ?Text.{0,20}|MathSciNet|zbMATH|Crossref|Medline|DOI|"
    r"PDF|HTML|Free Full Text|Abstract(?:/FREE Full Text|Free)?|Links?|OpenUrl|Download.{0,20}|Search.{0,20}|Find (?:it|at).{0,20}|"
    r"Export.{0,20}|Cited by.{0,12}|NASA ADS|RSC|Open in a new tab|Order article via Infotrieve|百度学术|万方|知网|"
    r"PubMed Abstract.{0,20}|Publisher Full Text|BioMed Central Full Text|\^|↩︎?|↑|⇑|(?:View|Show) reference.{0,20}|"
    r"Return to.{0,20}|Go to.{0,20}|View|Show.{0,20})"
    r"[\s\[\](),;.|·•/]*)+",
    re.IGNORECASE,
)
_LEAST_LETTERS = 15
#: Characters of source beyond which an element of an entry holds more than words for links.
_LONGEST_LINKS = 4000
_MOST = 5000
_NEAR = 6000


def offer_list(sheet: Sheet, view: View, labels: dict[int, LabelMatch]) -> Span | None:
    """Offer the reference list of the page, and return where it stands."""
    best: list[Element] = []
    for index, label in reversed(labels.items()):
        line = view.lines[index]
        if label.field == "references" and label.end == len(line.text):
            entries = [entry for entry in _entries_after(view, line.end) if _says_enough(entry)]
            if len(entries) > len(best) and _cites(entries):
                best = entries
    if len(best) < 2:
        for element, _ in view.page.marked(_MARKED, "refe", "refs", "refl", "ref-", "ref_", "bibliograph", "citation"):
            if element.tag in ("a", "li", "button", "nav", "script", "link", "meta", "span", "sup") or (
                best and element.start < best[-1].end
            ):
                continue
            entries = [entry for entry in _entries_in(element) if _says_enough(entry)]
            if len(entries) > max(2, len(best)) and _cites(entries):
                best = entries
    if not best:
        return _offer_lines(sheet, view, labels)
    _offer(sheet, view, best[:_MOST])
    return best[0].start, best[-1].end


def _offer_lines(sheet: Sheet, view: View, labels: dict[int, LabelMatch]) -> Span | None:
    """Offer the entries that line breaks part, in one block below the label."""
    page = view.page
    for index, label in reversed(labels.items()):
        if label.field != "references" or index + 1 >= len(view.lines):
            continue
        block = _block(page.around(view.lines[index + 1].start))
        entries: list[list[Span]] = []
        numbered = False
        for line in view.lines[index + 1 : index + 1 + _MOST]:
            if block is None or line.start >= block.end or line.index in labels or line.is_long:
                break
            number = _LABEL.match(line.text)
            starts = number is not None and bool(number[1])
            numbered = numbered or (starts and not entries)
            if numbered and not starts and entries:
                entries[-1].append((line.start, line.end))
            else:
                entries.append([(line.start, line.end)])
        texts = [words(page.text[spans[0][0] : spans[-1][1]]) for spans in entries]
        if len(entries) > 1 and _are_references(texts) and all(len(text) > _LEAST_LETTERS for text in texts):
            _offer_spans(sheet, view, entries)
            return entries[0][0][0], entries[-1][-1][1]
    return None


def _block(element: Element | None) -> Element | None:
    while element is not None and element.tag in INLINE:
        element = element.parent
    return element if element is not None and element.tag not in ("body", "html") else None


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def _cites(entries: list[Element]) -> bool:
    """Whether entries are those of a reference list: half of them say a year, and few say when something happened.

    Under a tab called “References” some pages have the article's own properties, or a form to sign in.
    """
    return _are_references([entry.words for entry in entries[:200]])


def _are_references(texts: list[str]) -> bool:
    dated = sum(_YEAR.search(text) is not None for text in texts)
    events = sum((first := next(events_in(text), None)) is not None and first.start < 3 for text in texts)
    return 2 * dated >= len(texts) and 4 * events <= len(texts)


#: What stands at the end of a list and is no entry of it: the history of the article, the address of its authors.
_NO_ENTRY = re.compile(
    r"(?:received|recibido|recebido|reçu|eingegangen|поступила|收稿日期|correspond(?:ence|ing|encia|ência)|copyright|©|"
    r"creative commons|this is an open|download references|how to cite|e-?mail)\b",
    re.IGNORECASE,
)


def _says_enough(element: Element) -> bool:
    text = element.words
    if _NO_ENTRY.match(text):
        return False
    # A Han letter says as much as some three of an alphabet.
    letters = 0
    for c in text[:400]:
        if c.isalpha():
            letters += 3 if "\u3400" <= c <= "\u9fff" else 1
            if letters >= _LEAST_LETTERS:
                break
    return letters >= _LEAST_LETTERS and _LINK_WORDS.fullmatch(text) is None


def _entries_after(view: View, offset: int) -> list[Element]:
    """Return the entries of the list that follows a heading: items of a list, or blocks that are alike."""
    page = view.page
    first = page.after(offset)
    for element in page.elements[first : first + 400]:
        if element.start - offset > _NEAR:
            break
        if element.tag in ("h1", "h2") and element.words and not re.search(r"ref|文献|bibl", element.words, re.I):
            break
        if element.tag in ("ol", "ul", "dl", "table") and (entries := _entries_in(element)):
            entries = _with_siblings(element, entries)
            if len(entries) > 1 or _cites(entries):
                return entries
    for element in page.elements[first : first + 30]:
        if element.tag in ("div", "section", "p", "cite", "li") and element.says_more_than(30):
            siblings = _alike(element)
            if len(siblings) > 2 or (element.tag == "p" and len(siblings) == 2 and _cites(siblings)):
                return siblings
            inner = _entries_in(element)
            if len(inner) > 2:
                return inner
    return []


_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _with_siblings(element: Element, entries: list[Element]) -> list[Element]:
    """Add the entries of lists beside a list: some sites cut it, to show the rest on demand."""
    parent = element.parent
    if parent is None:
        return entries
    numbered = _number(entries[0]) == 1
    for other in parent.within():
        if other.parent is not parent or other.start <= element.start:
            continue
        if other.tag in _HEADING_TAGS:
            break
        inner = [e for e in other.within()[:5] if e.tag == element.tag] if other.tag in ("div", "section") else []
        if other.tag == element.tag or inner:
            other = inner[0] if inner else other
            more = _entries_in(other)
            # A list that counts from 1 again is another one: of related or of citing articles.
            if other.get("class") != element.get("class") or (numbered and more and _number(more[0]) == 1):
                break
            entries = entries + more
    return entries


def _number(entry: Element) -> int:
    match = _LABEL.match(entry.words)
    return int(match[1]) if match and match[1] else 0


def _entries_in(element: Element) -> list[Element]:
    """Return the items of a list element, or the blocks in an element that are alike and say enough."""
    within = element.within()
    if element.tag in ("ol", "ul"):
        return [e for e in within if e.tag == "li" and e.parent is element and _says_enough(e)]
    if element.tag == "table":
        return [e for e in within if e.tag == "tr" and _says_enough(e)]
    if element.tag == "dl":
        return [e for e in within if e.tag == "dd" and _says_enough(e)]
    lists = [
        e
        for e in within
        if e.tag in ("ol", "ul") and not any(a.tag == "li" and a.index > element.index for a in e.ancestors())
    ]
    best: list[Element] = []
    for each in lists:
        best = best + _entries_in(each)
    if len(best) > 2:
        return best
    groups: dict[tuple[int, str], list[Element]] = {}
    for each in within:
        if each.tag in ("div", "p", "cite", "li", "tr") and each.parent is not None:
            groups.setdefault((each.parent.index, each.tag), []).append(each)
    for group in sorted(groups.values(), key=len, reverse=True)[:4]:
        good = [e for e in group if _says_enough(e) and e.end - e.start < 8000]
        if len(good) > 2 and sum(bool(re.search(r"(?:1[89]|20)\d\d", e.words)) for e in good) * 2 > len(good):
            return good
    return []


def _alike(element: Element) -> list[Element]:
    """Return an element and those of the same tag and class that follow it in the same parent."""
    if element.parent is None:
        return [element]
    mine = element.get("class")
    return [
        e
        for e in element.parent.within()
        if e.parent is element.parent and e.tag == element.tag and e.get("class") == mine and e.index >= element.index
    ]


def _offer(sheet: Sheet, view: View, entries: list[Element]) -> None:
    links: dict[str, bool] = {}
    _offer_spans(sheet, view, [spans for entry in entries if (spans := _pieces(entry, links))])


def _offer_spans(sheet: Sheet, view: View, entries: list[list[Span]]) -> None:
    """Offer entries, each by where its text stands; the label at its beginning is told apart."""
    page = view.page
    candidate = sheet.offer("references", SourceKind.BODY)
    number = 0
    for spans in entries:
        label = None
        text = Text(page.text, *spans[0])
        if match := _LABEL.match(text.text):
            if match.end() and match.end() < len(text.text):
                end = len(match[0].rstrip())
                label = text.span(0, end)
                rest = text.span(match.end(), len(text.text))
                spans = [page.trimmed(*rest) or rest, *spans[1:]]
            elif match.end() == len(text.text) and len(spans) > 1:
                label, spans = spans[0], spans[1:]
        base = ("references", number)
        candidate.set((*base, "id"), f"ref{number + 1}")
        if label:
            candidate.quote((*base, "label"), label, normalisation="html", reason="the label before the entry")
        normalisation = "rich html" if len(spans) == 1 else "html"
        candidate.quote((*base, "raw"), *spans, normalisation=normalisation, reason="an entry of the reference list")
        number += 1
    if not number:
        candidate.values.clear()


_OPENING = re.compile(r"[\[(](?:\s|&nbsp;|&#160;|&#xa0;){0,6}$", re.IGNORECASE)
_CLOSING = re.compile(r"(?:\s|&nbsp;|&#160;|&#xa0;){0,6}[\])]", re.IGNORECASE)
_DASHES = re.compile(r"(?:\s|&nbsp;)*[-–—](?:\s|&nbsp;)*$")


def _with_brackets(page: Page, start: int, end: int) -> Span:
    """Return a hole with the brackets around it, if there is one on either side."""
    before = _OPENING.search(page.text, max(0, start - 40), start)
    after = _CLOSING.match(page.text, end, end + 40)
    return (before.start(), after.end()) if before and after else (start, end)


def _is_links(source: str) -> bool:
    """Whether a piece of an entry is words for links only, or the site's."""
    text = words(source)
    return 0 < len(text) < 250 and (_LINK_WORDS.fullmatch(text) is not None or furniture_in(text) is not None)


def _pieces(entry: Element, links: dict[str, bool]) -> list[Span]:
    """Return where an entry's text stands, without the links that the site put behind it.

    `links` holds which pieces of the list are links; most are said for each entry.
    """
    page = entry.page
    holes: list[Span] = []
    for element in entry.within():
        if holes and element.start < holes[-1][1]:
            continue
        if element.tag in ("script", "style", "button", "svg", "img", "input", "select"):
            holes.append((element.start, element.end))
        elif element.tag in ("a", "span", "div", "p", "ul", "small", "cite", "section"):
            source = page.text[element.inner : element.inner_end]
            if len(source) > _LONGEST_LINKS:
                continue
            if source not in links:
                links[source] = _is_links(source)
            if links[source]:
                holes.append(_with_brackets(page, element.start, element.end))
    spans: list[Span] = []
    at = entry.inner
    for start, end in [*holes, (entry.inner_end, entry.inner_end)]:
        span = page.trimmed(at, start)
        if (
            span
            and start < entry.inner_end
            and (dash := _DASHES.search(page.text, max(span[0], span[1] - 40), span[1]))
        ):
            # A dash joins the entry to the link.
            span = page.trimmed(span[0], dash.start())
        if span and words(page.text[slice(*span)]).strip(" []().,;|·-–—"):
            spans.append(span)
        at = max(at, end)
    return spans
