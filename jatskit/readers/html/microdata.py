"""What the markup of the visible page says in schema.org's words: microdata (`itemprop`) and RDFa (`property`).

Only what stands in an item that is an article counts, and not what stands in another item in it, such as an author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.language import is_dense, language_of
from jatskit.protocols import Certainty, Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.meta import keyword_spans, offer_date, offer_keyword_groups, offer_pages
from jatskit.readers.html.people import quote_name_parts
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.sheet import Sheet

_K = SourceKind.MICRODATA
_ARTICLE = re.compile(
    r"(?:itemtype|typeof)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,80}?(?:ScholarlyA|TechA|MedicalScholarlyA)rticle\b",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+)", re.IGNORECASE)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
#: Where a property's value stands, by the tag: an attribute, or else the words.
_VALUES = {"meta": "content", "link": "href", "a": "href", "time": "datetime", "data": "value"}
_SINGLE = {"volumenumber": "volume", "issuenumber": "issue"}
#: Properties whose value is an address only if nothing is said.
_ADDRESSES = frozenset({"sameas", "url", "license"})
_LARGEST = 2_000_000


def offer_microdata(sheet: Sheet, page: Page) -> None:
    """Offer what the first article among the page's items says."""
    article = next((mark.element for mark in page.marked(_ARTICLE, "scholarlyarticle", "techarticle")), None)
    if article is None or article.end - article.start > _LARGEST:
        if article is None:
            _offer_loose(sheet, page)
        return
    article_level = list(_properties(article))
    _offer_words(sheet, page, article_level)
    _offer_numbers(sheet, page, article_level)
    _offer_people(sheet, page, [element for name, element in article_level if name == "author"])


_LOOSE = re.compile(
    r"(?:itemprop|property)\s{0,2}=\s{0,2}[\"'](volumeNumber|issueNumber|pageStart|pageEnd)[\"']", re.IGNORECASE
)


def _offer_loose(sheet: Sheet, page: Page) -> None:
    """Offer the numbers of a page that names no item, if it says each once: they can only be the article's."""
    found: dict[str, list[Element]] = {}
    for element, match in page.marked(_LOOSE, "volumenumber", "issuenumber", "pagestart", "pageend"):
        found.setdefault(match[1].lower(), []).append(element)
    if all(len({element.words for element in elements}) == 1 for elements in found.values()):
        _offer_numbers(sheet, page, [(name, elements[0]) for name, elements in found.items()])


def _name(element: Element) -> str:
    if not element.mentions("prop"):
        return ""
    said = element.get("itemprop") or element.get("property")
    return re.split(r"[:/#]", said.split(" ")[0])[-1].lower() if said else ""


def _is_item(element: Element) -> bool:
    names = ("itemscope", "typeof")
    return any(element.mentions(name) and name in element.attributes for name in names)


def _properties(item: Element) -> Iterator[tuple[str, Element]]:
    """Yield the properties of an item, and those of the periodical, the issue and the volume that it is part of."""
    until = -1
    for element in item.within():
        if element.start < until:
            continue
        name = _name(element)
        if name:
            yield name, element
        if (
            _is_item(element)
            and name != "ispartof"
            and not re.search(r"periodical|publication(?:issue|volume)", element.marked)
        ):
            until = element.end


def _value(page: Page, name: str, element: Element) -> tuple[Span, str] | None:
    """Return where the value of a property stands, and its normalisation."""
    attribute = _VALUES.get(element.tag)
    if element.tag == "a" and name not in _ADDRESSES:
        attribute = None
    span = element.span("content") or (element.span(attribute) if attribute else None)
    if span:
        return span, "attribute"
    return (element.content, "html") if element.words else None


def _offer_words(sheet: Sheet, page: Page, properties: list[tuple[str, Element]]) -> None:
    titled = False
    terms: list[Span] = []
    how = "html"
    for name, element in properties:
        found = _value(page, name, element)
        if found is None:
            continue
        span, normalisation = found
        if normalisation == "attribute":
            sheet.take_span(element.start, element.inner, "markup")
        text = Text(page.text, *span)
        in_journal = any(
            re.search(r"[\"'/:]periodical\b", outer.marked) for outer in [element, *list(element.ancestors())[:4]]
        )
        if name in ("headline", "name") and not titled and not in_journal and len(text.text) > 10:
            sheet.offer("title", _K).quote((), span, normalisation=f"rich {normalisation}")
            titled = True
        elif name == "name" and in_journal and len(text.text) <= 200:
            sheet.offer("journal-title", _K).quote((), span, normalisation=normalisation)
        elif name in ("description", "abstract") and (
            len(text.text) > 150 or (is_dense(text.text) and len(text.text) > 60)
        ):
            if not text.text.endswith(("...", "…")):
                candidate = sheet.offer("abstract", _K, language_of(text.text) or "")
                candidate.quote(("paragraphs", 0), span, normalisation=f"rich {normalisation}")
        elif name == "keywords":
            terms += [text.span(a, b) for a, b in keyword_spans(text.text)]
            how = normalisation
        elif name == "datepublished":
            candidate = sheet.offer("published", _K)
            if offer_date(candidate, text):
                candidate.infer(("type",), "pub", "datePublished")
        elif name in ("sameas", "identifier", "doi", "url") and (match := _DOI.fullmatch(text.text.strip())):
            at = text.text.index(match[1])
            candidate = sheet.offer("doi", _K).set(("type",), "doi")
            candidate.quote(("value",), text.span(at, at + len(match[1])), normalisation=normalisation)
    if terms:
        joined = " ".join(page.text[a:b] for a, b in terms)
        offer_keyword_groups(sheet, _K, {language_of(joined) or "": terms}, how)


def _offer_numbers(sheet: Sheet, page: Page, properties: list[tuple[str, Element]]) -> None:
    pages: dict[str, tuple[Span, str]] = {}
    for name, element in properties:
        found = _value(page, name, element)
        if found is None or found[0][1] - found[0][0] > 60:
            continue
        span, normalisation = found
        text = Text(page.text, *span).text.strip()
        if name in _SINGLE and text.strip("0"):
            sheet.offer(_SINGLE[name], _K).quote((), span, normalisation=normalisation)
        elif name in ("pagestart", "pageend"):
            pages.setdefault(name, found)
        elif name == "issn" and _ISSN.fullmatch(text):
            candidate = sheet.offer("issn", _K, text.replace("-", "").upper())
            candidate.quote(("value",), span, normalisation=normalisation)
    if first := pages.get("pagestart"):
        last = pages.get("pageend")
        offer_pages(sheet, _K, first[0], last[0] if last else None, first[1])


def _offer_people(sheet: Sheet, page: Page, authors: list[Element]) -> None:
    candidate = sheet.offer("byline", _K)
    number = 0
    for author in authors[:500]:
        inner = {_name(element): element for element in reversed(author.within()) if _name(element)}
        base = ("contributors", number, "names", 0)
        given, family = inner.get("givenname"), inner.get("familyname")
        if given and family and given.words and family.words:
            candidate.infer((*base, "style"), "western", "given and family name are told apart")
            candidate.quote((*base, "surname"), family.content, normalisation="html")
            candidate.quote((*base, "given"), given.content, normalisation="html")
        else:
            found = _value(page, "name", inner.get("name", author))
            if found is None or not 1 < len((text := Text(page.text, *found[0])).text) < 100:
                continue
            quote_name_parts(candidate, text, 0, len(text.text), base, found[1], Certainty.STATED)
        candidate.infer(("contributors", number, "type"), "author", "the source names the authors")
        number += 1
