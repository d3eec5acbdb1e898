"""What the data says that a page hands to its own scripts: the objects of a page that its scripts draw.

An object counts if it names a title, authors and something else of an article, and the page's own title is that title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jatskit.language import language_of
from jatskit.protocols import Certainty, Span
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.json_spans import Leaf, Thing, Value, end_of_value, read_json
from jatskit.readers.html.meta import offer_date, offer_keyword_groups, offer_pages
from jatskit.readers.html.people import quote_name_parts
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Page
from jatskit.readers.sheet import Sheet

_K = SourceKind.PAGE_DATA

#: The keys under which such data holds what, the first that is there counts.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "displayDocTitle", "articleTitle", "article_title", "headline"),
    "people": ("authors", "author", "creators", "contributors", "authorList"),
    "given": ("firstName", "givenName", "given", "first_name", "given_name"),
    "surname": ("lastName", "familyName", "family", "surname", "last_name", "family_name"),
    "name": ("name", "fullName", "preferredName", "displayName", "full_name"),
    "affiliation": ("affiliation", "affiliations"),
    "journal": ("publicationTitle", "journalTitle", "journalName", "containerTitle", "container-title", "sourceTitle"),
    "publisher": ("publisher", "publisherName"),
    "volume": ("volume", "volumeNumber"),
    "issue": ("issue", "issueNumber"),
    "first": ("startPage", "firstPage", "pageStart", "beginPage", "start_page"),
    "last": ("endPage", "lastPage", "pageEnd", "end_page"),
    "doi": ("doi", "DOI", "articleDoi"),
    "issn": ("issn", "ISSN", "eissn"),
    "abstract": ("abstract", "abstractText"),
    "published": ("publicationDate", "publishedDate", "datePublished", "publishDate", "pubDate", "publicationYear"),
    "online": ("onlineDate", "publishedOnline", "onlineDateOfPublication", "journalDisplayDateOfPublication"),
    "keywords": ("keywords", "authorKeywords"),
}
_DOI = re.compile(r"(?:https?:\\?/\\?/(?:dx\.)?doi\.org\\?/)?(10\.\d{4,9}\\?/[^\s\"\\]+)", re.IGNORECASE)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_ORCID = re.compile(r"(?:https?:\\?/\\?/orcid\.org\\?/)?((?:\d{4}-){3}\d{3}[\dX])\\?/?")
#: Where data begins in a script: behind what it is given to.
_BEGINNING = re.compile(r'(?:=|\(|^)\s{0,20}(?=[{\[]\s{0,200}["{\[])')
_MOST_OBJECTS, _MOST_STARTS, _LARGEST = 4000, 40, 4_000_000


def offer_islands(sheet: Sheet, page: Page) -> None:
    """Offer what the data in the page's scripts says of the article that the page's title names."""
    shown = [folded(candidate.quoted) for candidate in sheet.offers("title")]
    shown += [folded(element.words) for element in page.all("title")[:1]]
    for script in page.all("script"):
        start, end = script.inner, script.inner_end
        if not 200 < end - start < _LARGEST or "ld+json" in page.text[slice(*script.attributes_at)].lower():
            continue
        text = page.text
        if text.find('"authors"', start, end) < 0 and text.find('"author"', start, end) < 0:
            if not any(text.find(f'"{key}"', start, end) >= 0 for key in KEYS["people"][2:]):
                continue
        for article in _articles(text, start, end):
            title = _leaf(article, "title")
            if title and any(folded(_value(title)) in other for other in shown if other):
                _offer(sheet, article)
                return


def _articles(text: str, start: int, end: int) -> Iterator[Thing]:
    at, starts, seen = start, 0, 0
    while starts < _MOST_STARTS and (match := _BEGINNING.search(text, at, end)):
        starts += 1
        stop = end_of_value(text, match.end(), end)
        at = max(stop, match.end() + 1)
        if stop - match.end() < 100:
            continue
        queue: list[Value] = read_json(text, match.end(), stop)
        while queue and seen < _MOST_OBJECTS:
            value = queue.pop(0)
            if isinstance(value, list):
                queue = [*value[:50], *queue]
            elif isinstance(value, Thing):
                seen += 1
                if _is_article(value):
                    yield value
                queue += [v for values in value.values.values() for v in values if not isinstance(v, Leaf)]


def _is_article(thing: Thing) -> bool:
    title = _leaf(thing, "title")
    people = any(isinstance(v, Thing) for key in KEYS["people"] for v in thing.all(key))
    more = sum(_leaf(thing, what) is not None for what in ("doi", "abstract", "journal", "volume"))
    return title is not None and len(_value(title)) > 10 and people and more > 1


def _leaf(thing: Thing, what: str) -> Leaf | None:
    leaf = thing.leaf(*KEYS[what])
    return leaf if leaf and _value(leaf) else None


def _value(leaf: Leaf) -> str:
    return str(NORMALISATIONS["json"](leaf.text))


def _offer(sheet: Sheet, article: Thing) -> None:
    if title := _leaf(article, "title"):
        sheet.offer("title", _K).quote((), title.span, normalisation="rich json")
    _offer_people(sheet, article)
    for what, about in (
        ("journal", "journal-title"),
        ("publisher", "publisher"),
        ("volume", "volume"),
        ("issue", "issue"),
    ):
        if (leaf := _leaf(article, what)) and len(_value(leaf)) <= 200:
            sheet.offer(about, _K).quote((), leaf.span, normalisation="json")
    if (first := _leaf(article, "first")) and re.search(r"[1-9]", first.text):
        last = _leaf(article, "last")
        offer_pages(sheet, _K, first.span, last.span if last else None, "json")
    if (doi := _leaf(article, "doi")) and (match := _DOI.fullmatch(doi.text)):
        span = (doi.span[0] + match.start(1), doi.span[0] + match.end(1))
        sheet.offer("doi", _K).set(("type",), "doi").quote(("value",), span, normalisation="json")
    _offer_issns(sheet, article)
    for what, variant in (("published", ""), ("online", "electronic")):
        if leaf := _leaf(article, what):
            candidate = sheet.offer("published", _K, variant)
            if offer_date(candidate, Text(sheet.source.text, *leaf.span)):
                candidate.infer(("type",), "pub", "the key of the page's data")
                if variant:
                    candidate.infer(("format",), variant, "the key of the page's data")
    if abstract := _leaf(article, "abstract"):
        text = _value(abstract)
        if len(text) > 60 and not text.endswith(("...", "…")):
            candidate = sheet.offer("abstract", _K, language_of(text) or "")
            candidate.quote(("paragraphs", 0), abstract.span, normalisation="rich json")
    _offer_keywords(sheet, article)


def _offer_people(sheet: Sheet, article: Thing) -> None:
    people = next((found for key in KEYS["people"] if (found := article.things(key))), [])
    candidate = sheet.offer("byline", _K)
    places: dict[str, str] = {}
    number = 0
    for person in people:
        given, surname, name = _leaf(person, "given"), _leaf(person, "surname"), _leaf(person, "name")
        base = ("contributors", number)
        if given and surname:
            candidate.infer((*base, "names", 0, "style"), "western", "given and family name are told apart")
            candidate.quote((*base, "names", 0, "surname"), surname.span, normalisation="json")
            candidate.quote((*base, "names", 0, "given"), given.span, normalisation="json")
        elif name or surname:
            span = (name or surname or Leaf((0, 0), "")).span
            text = Text(sheet.source.text, *span)
            quote_name_parts(candidate, text, 0, len(text.text), (*base, "names", 0), "json", Certainty.STATED)
        else:
            continue
        candidate.infer((*base, "type"), "author", "the source names the authors")
        if (orcid := person.leaf("orcid", "orcidId", "ORCID")) and (match := _ORCID.fullmatch(orcid.text)):
            start = orcid.span[0]
            candidate.quote((*base, "orcid"), (start + match.start(1), start + match.end(1)))
        _offer_places(candidate, person, base, places)
        number += 1


def _offer_places(candidate: Candidate, person: Thing, base: tuple[str, int], places: dict[str, str]) -> None:
    mine: list[str] = []
    for key in KEYS["affiliation"]:
        for value in person.all(key):
            leaf = value if isinstance(value, Leaf) else _leaf(value, "name") if isinstance(value, Thing) else None
            if leaf is None or not (text := _value(leaf)):
                continue
            fold = folded(text)
            if fold not in places:
                places[fold] = f"aff{len(places) + 1}"
                candidate.set(("affiliations", len(places) - 1, "id"), places[fold])
                candidate.quote(("affiliations", len(places) - 1, "text"), leaf.span, normalisation="json")
            if places[fold] not in mine:
                mine.append(places[fold])
                candidate.set((*base, "affiliations", len(mine) - 1), places[fold])


def _offer_issns(sheet: Sheet, article: Thing) -> None:
    for key in KEYS["issn"]:
        for value in article.all(key):
            leaf = value if isinstance(value, Leaf) else value.leaf("value") if isinstance(value, Thing) else None
            if leaf is None or not _ISSN.fullmatch(leaf.text):
                continue
            candidate = sheet.offer("issn", _K, leaf.text.replace("-", "").upper()).quote(("value",), leaf.span)
            said = (value.leaf("format", "type") if isinstance(value, Thing) else None) or Leaf((0, 0), "")
            form = "electronic" if said.text[:1] in "Ee" else "print" if said.text[:1] in "Pp" else ""
            if said.text and form:
                candidate.infer(("format",), form, "the key of the page's data")


def _offer_keywords(sheet: Sheet, article: Thing) -> None:
    """Offer the authors' keywords; what is grouped by who gave them counts only if one group is the authors'."""
    spans: list[Span] = []
    for key in KEYS["keywords"]:
        values = article.all(key)
        groups = [value for value in values if isinstance(value, Thing)]
        for group in groups:
            kind = group.leaf("type", "name", "title")
            if kind and "author" in kind.text.lower():
                spans += [v.span for v in group.all("kwd") + group.all("keywords") if isinstance(v, Leaf)]
        if not groups:
            spans += [v.span for v in values if isinstance(v, Leaf) and not re.search("[,;]", v.text)]
        if spans:
            break
    if spans:
        joined = " ".join(sheet.source.text[a:b] for a, b in spans)
        offer_keyword_groups(sheet, _K, {language_of(joined) or "": spans}, "json")
