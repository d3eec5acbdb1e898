"""What the JSON-LD of a page says of its article, in schema.org's words."""

from __future__ import annotations

import re

from jatskit.language import is_dense, language_of
from jatskit.protocols import Certainty, Span
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.json_spans import Leaf, Thing, read_json, things_in
from jatskit.readers.html.meta import keyword_spans, offer_date, offer_keyword_groups, offer_pages
from jatskit.readers.html.people import cut_names, quote_name_parts
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Page
from jatskit.readers.sheet import Sheet

_K = SourceKind.JSON_LD
_ARTICLES = frozenset(
    "ScholarlyArticle MedicalScholarlyArticle Article TechArticle Report PublicationIssue CreativeWork".split()
)
_SURE = frozenset("ScholarlyArticle MedicalScholarlyArticle".split())
_DOI = re.compile(r"(?:https?:\\?/\\?/(?:dx\.|www\.)?doi\.org\\?/|doi:\s?)?(10\.\d{4,9}\\?/[^\s\"\\]+)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?:\\?/\\?/orcid\.org\\?/)?((?:\d{4}-){3}\d{3}[\dX])\\?/?")
_PAGINATION = re.compile(r"(?:pp?\.\s?)?([A-Za-z]{0,3}\d{1,8})(?:\s?[-–]\s?([A-Za-z]{0,3}\d{1,8}))?")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+")


def offer_data(sheet: Sheet, page: Page) -> None:
    """Offer what the article in the page's JSON-LD says; of several, the first scholarly one that is a whole article."""
    found: list[Thing] = []
    for script in page.all("script"):
        if "ld+json" in page.text[slice(*script.attributes_at)].lower():
            found += things_in(read_json(page.text, script.inner, script.inner_end))
    articles = [t for t in found if t.types & _SURE] or [t for t in found if t.types & _ARTICLES and t.all("author")]
    article = next((t for t in articles if t.leaf("headline", "name")), None)
    if article is not None:
        _offer(sheet, article)


def _value(leaf: Leaf) -> str:
    return str(NORMALISATIONS["json"](leaf.text))


#: The keys that are read, of an article and of what is in it, and those whose objects are looked into.
_KEYS = (
    "headline", "name", "datePublished", "doi", "identifier", "abstract", "keywords", "volumeNumber", "issueNumber", "issn",
    "pageStart", "pageEnd", "pagination", "givenName", "familyName", "email", "affiliation", "author", "creator", "value",
)  # fmt: skip
_INNER = ("author", "creator", "affiliation", "address", "isPartOf", "publisher", "identifier")
#: Things in things, as an author's affiliation's address in an article; and no more of them than a page may have.
_DEPTH, _MOST_THINGS = 6, 5000


def _watch(sheet: Sheet, article: Thing) -> None:
    """Say which strings state something of the article."""
    queue = [(article, 0)]
    for number, (thing, depth) in enumerate(queue):
        if number > _MOST_THINGS:
            return
        named_better = thing.leaf("familyName") or any(address.leaf("name") for address in thing.things("address"))
        keys = [key for key in _KEYS if key != "name" or not named_better]
        for leaf in (value for key in keys for value in thing.all(key) if isinstance(value, Leaf)):
            sheet.watch(*leaf.span)
        if depth < _DEPTH:
            queue += [(inner, depth + 1) for key in _INNER for inner in thing.things(key)]


def _offer(sheet: Sheet, article: Thing) -> None:
    _watch(sheet, article)
    if (title := article.leaf("headline", "name")) and _value(title):
        sheet.offer("title", _K).quote((), title.span, normalisation="rich json")
    _offer_people(sheet, article)
    _offer_journal(sheet, article)
    if published := article.leaf("datePublished"):
        candidate = sheet.offer("published", _K)
        if offer_date(candidate, Text(sheet.source.text, *published.span)):
            candidate.infer(("type",), "pub", "datePublished")
    for key in ("sameAs", "identifier", "@id", "doi", "mainEntityOfPage", "url"):
        for value in article.all(key):
            leaf = (
                value if isinstance(value, Leaf) else value.leaf("value", "@id") if isinstance(value, Thing) else None
            )
            if leaf and (match := _DOI.fullmatch(leaf.text)):
                span = (leaf.span[0] + match.start(1), leaf.span[0] + match.end(1))
                sheet.offer("doi", _K).set(("type",), "doi").quote(("value",), span, normalisation="json")
                break
    if (abstract := article.leaf("abstract")) or (abstract := article.leaf("description")):
        text = _value(abstract)
        if (len(text) > 150 or (is_dense(text) and len(text) > 60)) and not text.endswith(("...", "…")):
            candidate = sheet.offer("abstract", _K, language_of(text) or "")
            candidate.quote(("paragraphs", 0), abstract.span, normalisation="rich json")
    terms: list[Span] = []
    for value in article.all("keywords"):
        if isinstance(value, Leaf):
            text_of = Text(sheet.source.text, *value.span)
            terms += [text_of.span(a, b) for a, b in keyword_spans(text_of.text)]
    if terms:
        joined = " ".join(sheet.source.text[a:b] for a, b in terms)
        offer_keyword_groups(sheet, _K, {language_of(joined) or "": terms}, "json")


def _offer_people(sheet: Sheet, article: Thing) -> None:
    candidate = sheet.offer("byline", _K)
    places: dict[str, str] = {}
    number = 0
    people = article.all("author") or article.all("creator")
    if len(people) == 1 and isinstance(people[0], Leaf):
        text = Text(sheet.source.text, *people[0].span)
        if len(names := cut_names(text.text, many=True)) > 1:
            people = [Leaf(span := text.span(a, b), sheet.source.text[slice(*span)]) for a, b in names]
    for value in people:
        name = value if isinstance(value, Leaf) else value.leaf("name") if isinstance(value, Thing) else None
        thing = value if isinstance(value, Thing) else Thing()
        given, family = thing.leaf("givenName"), thing.leaf("familyName")
        base = ("contributors", number)
        if given and family and _value(given) and _value(family):
            candidate.infer((*base, "names", 0, "style"), "western", "given and family name are told apart")
            candidate.quote((*base, "names", 0, "surname"), family.span, normalisation="json")
            candidate.quote((*base, "names", 0, "given"), given.span, normalisation="json")
        elif name and _value(name):
            text = Text(sheet.source.text, *name.span)
            if "Organization" in thing.types:
                candidate.quote((*base, "names", 0, "organisation"), name.span, normalisation="json")
            else:
                quote_name_parts(candidate, text, 0, len(text.text), (*base, "names", 0), "json", Certainty.STATED)
        else:
            continue
        candidate.infer((*base, "type"), "author", "the source names the authors")
        _offer_details(candidate, thing, base, places)
        number += 1


def _offer_details(candidate: Candidate, thing: Thing, base: tuple[str, int], places: dict[str, str]) -> None:
    for key in ("url", "@id", "sameAs", "identifier"):
        leaf = thing.leaf(key)
        if leaf and (match := _ORCID.fullmatch(leaf.text)):
            candidate.quote((*base, "orcid"), (leaf.span[0] + match.start(1), leaf.span[0] + match.end(1)))
            break
    if (email := thing.leaf("email")) and (match := _EMAIL.fullmatch(email.text.removeprefix("mailto:"))):
        start = email.span[1] - len(match[0])
        candidate.quote((*base, "emails", 0), (start, email.span[1]), normalisation="json")
    mine: list[str] = []
    for value in thing.all("affiliation"):
        leaf = value if isinstance(value, Leaf) else None
        if isinstance(value, Thing):
            address = value.things("address")
            leaf = (address[0].leaf("name") if address else None) or value.leaf("name")
        if leaf is None or not (text := _value(leaf)):
            continue
        key = folded(text)
        if key not in places:
            places[key] = f"aff{len(places) + 1}"
            candidate.set(("affiliations", len(places) - 1, "id"), places[key])
            candidate.quote(("affiliations", len(places) - 1, "text"), leaf.span, normalisation="json")
        if places[key] not in mine:
            mine.append(places[key])
            candidate.set((*base, "affiliations", len(mine) - 1), places[key])


def _offer_journal(sheet: Sheet, article: Thing) -> None:
    holders = [article]
    at = article
    for _ in range(4):
        parts = at.things("isPartOf")
        if not parts:
            break
        holders += parts
        at = parts[0]
    for holder in holders[1:]:
        kinds = holder.types
        if (not kinds or kinds & {"Periodical", "PublicationVolume", "PublicationIssue"}) and (
            (name := holder.leaf("name")) and kinds & {"Periodical"}
        ):
            sheet.offer("journal-title", _K).quote((), name.span, normalisation="json")
    for holder in holders:
        for key, about in (("volumeNumber", "volume"), ("issueNumber", "issue")):
            if (leaf := holder.leaf(key)) and 0 < len(_value(leaf)) <= 30:
                sheet.offer(about, _K).quote((), leaf.span, normalisation="json")
        for value in holder.all("issn"):
            if isinstance(value, Leaf) and _ISSN.fullmatch(value.text):
                sheet.offer("issn", _K, value.text.replace("-", "").upper()).quote(("value",), value.span)
        for key in ("publisher",):
            for thing in holder.things(key):
                if (name := thing.leaf("name")) and _value(name):
                    sheet.offer("publisher", _K).quote((), name.span, normalisation="json")
    first, last = article.leaf("pageStart"), article.leaf("pageEnd")
    if not first and (pagination := article.leaf("pagination")) and (match := _PAGINATION.fullmatch(pagination.text)):
        start = pagination.span[0]
        spans = [(start + a, start + b) for a, b in (match.span(1), match.span(2)) if b > a]
        offer_pages(sheet, _K, spans[0], spans[1] if len(spans) > 1 else None, "json")
    if first and _value(first):
        offer_pages(sheet, _K, first.span, last.span if last and _value(last) else None, "json")
