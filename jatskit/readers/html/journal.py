"""The journal's name, where the page shows it beside the article: its banner, its breadcrumb, the document's title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.language import has_han
from jatskit.layouts import PARTS, label_in, numbers_of
from jatskit.layouts.head import JOURNAL, PLATFORM
from jatskit.protocols import Span
from jatskit.protocols.markup import words
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.citation import is_no_journal, offer_values
from jatskit.readers.html.headings import is_a_house
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_K = SourceKind
#: Classes and ids of what holds the journal's name and nothing else.
_NAMED = re.compile(
    r"(?:class|id|itemprop)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,80}?(?:journal|publication|periodical|jnl|serial)[\s_-]{0,2}"
    r"(?:title|name|heading|logo|home|link|banner)(?![a-z]{3})|class\s{0,2}=\s{0,2}[\"'](?:[\w-]{1,40}\s)?journal[\"']",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"(?:class|id|aria-label)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,60}?(?:bread-?_?crumb)", re.IGNORECASE)
#: Names in the titles of documents that are a platform's, and no journal's.
_PLATFORM = re.compile(
    r"online library|sciencedirect|springer|taylor & francis|iopscience|pubmed|\bpmc\b|\bhal\b|project euclid|publications|"
    r"sage journals|cambridge core|oxford academic|full text|abstract|semantic scholar|jstor|research ?gate|arxiv|biorxiv|"
    r"medrxiv|ssrn|google|scielo|redalyc|j-stage|dergipark|cyberleninka|elibrary|cnki|中国知网|万方|维普|frontiers$|mdpi|"
    r"project muse|europe pmc|xplore|digital library|dialnet|persée|érudit|openedition|annual reviews$|intechopen|"
    r"repec|citeseer|usenix|ingenta|emerald|bioone|highwire|karger|thieme|de gruyter|^brill$|zenodo|figshare|dataverse|dspace|"
    r"eprints|numdam|scitation|copernicus|doaj|hindawi|biomed central|wiley|elsevier|nature\.com|university|"
    r"repository|researchers|request pdf|pdf|html",
    re.IGNORECASE,
)
_LONGEST = 120
#: A site's address in the place of a name.
_ADDRESS = re.compile(r"[\w.-]{1,60}\.(?:info|com|org|net|edu|fr|ru|cn|br|io)", re.IGNORECASE)
#: What the text for an image says besides the name that the image shows.
_CAPTION = re.compile(
    r"^(?:logo of |cover of |go to )|\s?(?:logo|cover(?: image)?|home ?page|home|banner|issue cover)$", re.I
)
_LEAD = re.compile(
    r"^(?:刊名|期刊|来源|出处|journal(?: title| name)?|published in|revista|revue|журнал|dergi)\s?[:：]\s?", re.I
)
#: The pieces of a document's title; between Han letters a mark needs no blanks.
_BETWEEN = re.compile(r"(?:(?! [-|–—:] |\|).)+")
_BETWEEN_HAN = re.compile(r"[^-|–—_]+")
_QUOTED = re.compile("《([^《》]{2,60})》")
_BRACKET = re.compile(r"\s?\([^()]{2,40}\)(?:\s?DOI:?.{0,80})?$|\s?DOI:.{0,80}$")


def offer_journal_names(sheet: Sheet, view: View, heading: Element | None, references: Span | None) -> None:
    """Offer the journal that the banner, the breadcrumb and the document's title name."""
    _offer_breadcrumb(sheet, view.page)
    _offer_announced(sheet, view, heading)
    _offer_banner(sheet, view.page, heading, references)
    _offer_site_name(sheet, view)
    if not any(c.kind is not _K.MICRODATA for c in sheet.offers("journal-title")):
        _offer_full_name(sheet, view)


#: `From the journal Tests`, `In: Tests`, `Un article de la revue Tests`: what announces the journal near the title.
_ANNOUNCED = re.compile(
    r"(?:(?:from|in|published in|appears in|an article (?:from|in))(?: the journal)?|journal|un article de la revue|(?:dans|de) la revue|"
    r"en la revista|na revista|aus der zeitschrift|erschienen in)\s{0,2}[:：]?\s{1,2}",
    re.IGNORECASE,
)
_REACH = 12


def _offer_announced(sheet: Sheet, view: View, heading: Element | None) -> None:
    """Offer the name that is a link, or in italics, behind words for a journal, on a line close to the title."""
    if heading is None:
        return
    at = view.line_at(heading.inner)
    page = view.page
    for line in view.lines[max(at - _REACH, 0) : at + 2 * _REACH]:
        if line.is_long or not (match := _ANNOUNCED.match(line.text)):
            continue
        name = line.text[match.end() :].strip(" ,.;:|")
        inside = page.elements[page.after(line.start) : page.after(line.end)]
        marked = any(e.tag in ("a", "i", "em", "cite") and e.words.strip(" ,.;:|") == name for e in inside)
        if marked and not _is_abbreviated(name) and _is_name(sheet, name):
            start = line.text.index(name, match.end())
            _offer_name(sheet, _K.MASTHEAD, line.content.span(start, start + len(name)))
            return


def _offer_full_name(sheet: Sheet, view: View) -> None:
    """Offer the line that says in full what the page abbreviates."""
    short = [c.quoted for c in sheet.offers("journal-abbreviation") if "." in c.quoted][:2]
    for line in view.lines[:400] if short else ():
        if line.is_long or not 8 < len(line.text) <= _LONGEST or line.end - line.start > 1000:
            continue
        name = line.text.strip(" ,.;:|")
        if not _is_abbreviated(name) and _is_name(sheet, name) and any(abbreviated_in(text, name) for text in short):
            at = line.text.index(name)
            _offer_name(sheet, _K.MASTHEAD, line.content.span(at, at + len(name)))
            return


def _is_name(sheet: Sheet, text: str) -> bool:
    """Whether a text may be a journal's name: no label, no number of an issue, no platform, and not the article's title."""
    folds = folded(text)
    if not 1 < len(text) <= _LONGEST or not folds or re.search(r"\d", text) or label_in(text):
        return False
    if is_no_journal(text) or _ADDRESS.fullmatch(text) or PLATFORM.whole(text) or text[0].islower():
        return False
    return not any(folds == t or (len(folds) > 30 and folds in t) for t in _titles(sheet))


def _titles(sheet: Sheet) -> list[str]:
    return [folded(candidate.quoted) for candidate in sheet.offers("title")]


def _offer_name(sheet: Sheet, kind: SourceKind, span: Span, normalisation: str = "html") -> None:
    sheet.offer("journal-title", kind).quote((), span, normalisation=normalisation)


def _offer_breadcrumb(sheet: Sheet, page: Page) -> None:
    """Offer the step before an issue in a breadcrumb as the journal, and what the step of the issue says."""
    for outer, _ in page.marked(_CRUMBS, "crumb"):
        if outer.end - outer.start > 8000:
            continue
        steps = [e for e in outer.within() if e.tag in ("li", "a", "span") and not any(map(_is_block, e.within()))]
        texts: list[Text] = []
        for step in steps:
            if texts and step.start < texts[-1].span(0, 1)[0] + len(texts[-1].text):
                continue
            text = Text(page.text, *step.content)
            if len(text.text.strip(" /›»>")) > 1:
                texts.append(text)
        for number, text in enumerate(texts):
            volume = PARTS["volume"].within(text.text)
            issue = PARTS["issue"].within(text.text)
            if not (volume or issue) or len(text.text) > 150:
                continue
            spans = {}
            if volume:
                spans["volume"] = numbers_of(volume)["volume"]
            if issue:
                spans["issue"] = numbers_of(issue)["issue"]
            if volume or sheet.offers("volume"):
                offer_values(sheet, text, spans)
            before = texts[number - 1] if number else None
            if before is not None and volume and _is_name(sheet, before.text.strip()):
                name = before.text.strip(" /›»>")
                at = before.text.index(name)
                _offer_name(sheet, _K.MASTHEAD, before.span(at, at + len(name)))
            return


def _is_block(element: Element) -> bool:
    return element.tag in ("li", "a", "ol", "ul")


def _offer_banner(sheet: Sheet, page: Page, heading: Element | None, references: Span | None) -> None:
    """Offer the name in the elements that are marked as the journal's; of several names, the one that most say."""
    until = min(heading.end + 8000, len(page.text)) if heading else len(page.text)
    found: dict[str, list[tuple[Span, str]]] = {}
    for element, _ in page.marked(_NAMED, "journal", "publication", "periodical", "jnl", "serial", end=until):
        if element.tag in ("body", "html", "input", "meta", "script", "form", "button", "cite", "i", "em"):
            continue
        if references and references[0] <= element.start < references[1]:
            continue
        for span, normalisation in _texts_of(element):
            text = _LEAD.sub("", _CAPTION.sub("", words(page.text[slice(*span)]))).strip(" ,.:;|")
            if _is_name(sheet, text):
                inner = Text(page.text, *span)
                at = inner.text.find(text)
                if at >= 0:
                    span = inner.span(at, at + len(text))
                found.setdefault(folded(text), []).append((span, normalisation))
                break
    ranked = sorted(found.values(), key=len, reverse=True)
    if ranked and (len(ranked) == 1 or len(ranked[0]) > len(ranked[1])):
        # What is written with blanks between its words is what people see.
        span, normalisation = max(ranked[0], key=lambda each: words(page.text[slice(*each[0])]).count(" "))
        if _is_abbreviated(words(page.text[slice(*span)])):
            sheet.offer("journal-abbreviation", _K.MASTHEAD).quote(("text",), span, normalisation=normalisation)
        else:
            _offer_name(sheet, _K.MASTHEAD, span, normalisation)


def _is_abbreviated(name: str) -> bool:
    return re.search(r"[^\W\d_]\.(?:\s|$)", name) is not None


def _texts_of(element: Element) -> Iterator[tuple[Span, str]]:
    """Yield what an element says: its words, or the text that stands for its image."""
    if element.tag == "img":
        if span := element.span("alt"):
            yield span, "attribute"
        return
    if element.end - element.start > 3000:
        return
    if element.words:
        blocks = [e for e in element.within() if e.tag in ("p", "div", "li", "h1", "h2", "h3", "a", "span") and e.words]
        for each in [element, *blocks[:3]]:
            yield each.content, "html"
    for image in element.within():
        if image.tag == "img" and (span := image.span("alt")):
            yield span, "attribute"


def _offer_site_name(sheet: Sheet, view: View) -> None:
    """Offer as the journal what the document's title says beside the article's, if the page says it, too."""
    page = view.page
    # Beside a title that others say, too, what was taken for it in the document's title may be the journal's.
    document = next((folded(element.words) for element in page.all("title")[:1]), "")
    others = [folded(c.quoted) for c in sheet.offers("title") if c.kind is not _K.TITLE_TAG]
    titles = others if any(t in document for t in others if t) else _titles(sheet)
    taken = _titles(sheet)
    sure = bool(sheet.offers("volume"))
    shown: set[str] | None = None
    near = [line.text for line in view.lines[:200] if not line.is_long and len(line.text) < 300 and "." in line.text]
    for element in page.all("title")[:1]:
        text = Text(page.text, element.inner, element.inner_end)
        between = _BETWEEN_HAN if has_han(text.text) else _BETWEEN
        for match in between.finditer(text.text):
            name = _BRACKET.sub("", match[0]).strip(" -–—:|")
            if quoted := _QUOTED.search(name):
                # `《测试学报》官网`: the name is what the marks hold.
                name = quoted[1]
            piece = folded(name)
            if (
                _is_abbreviated(name)
                or len(piece) < (2 if has_han(name) else 4)
                or any(piece in t or t in piece for t in titles if t)
            ):
                continue
            if (
                _PLATFORM.search(name)
                or _ADDRESS.fullmatch(name)
                or is_a_house(name)
                or (piece in taken and not JOURNAL.within(name))
            ):
                continue
            short = any(abbreviated_in(line, name) for line in near)
            if not short:
                if not (sure or JOURNAL.within(name)):
                    continue
                shown = _shown(view) if shown is None else shown
                if piece not in shown:
                    continue
            at = match.start() + match[0].index(name)
            _offer_name(sheet, _K.TITLE_TAG, text.span(at, at + len(name)))
            return


#: Links of a page among which a journal's name is looked for.
_MOST_LINKS = 300


def _shown(view: View) -> set[str]:
    """Return the short texts that the page shows, in its frame, too, and those that stand for its images."""
    shown = {line.folded for line in view.lines[:400] if not line.is_long and 1 < len(line.text) < _LONGEST}
    for link in view.page.all("a", "cite")[:_MOST_LINKS]:
        if link.end - link.start < 500:
            shown.add(folded(link.words))
    for image in view.page.all("img")[:60]:
        shown.add(folded(image.get("alt")))
    for frame in view.page.all("nav", "header", "footer")[:20]:
        for element in [frame, *frame.within()[:400]]:
            if (
                element.tag in ("a", "li", "span", "h2", "div", "p", "nav", "header", "footer")
                and element.end - element.start < 500
            ):
                shown.add(folded(element.words))
    return shown - {""}


_SMALL = frozenset("of the and in for de la des du et y und für on a an".split())


def abbreviated_in(text: str, name: str) -> bool:
    """Whether a text has an abbreviation of a title of several words: words that begin the title's, in their order."""
    full = [w for w in re.findall(r"[^\W\d_]+", name.casefold()) if w not in _SMALL]
    there = [w for w in re.findall(r"[^\W\d_]+\.?", text.casefold()) if w.rstrip(".") not in _SMALL]
    size = len(full)
    if size < 2:
        return False
    for at in range(len(there) - size + 1):
        pairs = list(zip(there[at : at + size], full, strict=True))
        if all(long.startswith(short.rstrip(".")) for short, long in pairs) and any(s.endswith(".") for s, _ in pairs):
            return True
    return False
