"""What the meta tags of a page say, offered as candidates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jatskit.identifiers import orcid as orcid_of
from jatskit.language import has_han, is_dense, language_of, language_tag
from jatskit.layouts import label_in
from jatskit.layouts.article_types import article_type_of
from jatskit.protocols import Span
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.dates import NO_SUCH_DATE, first_date
from jatskit.readers.html.people import Person, cut_names, offer_people
from jatskit.readers.html.tags import meaning
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.sheet import Sheet
from jatskit.readers.terms import term_spans

_K = SourceKind
_EMPTY = re.compile(r"[\s\-–—.,;:/|_]*|n/?a|null|none|undefined|no abstract.{0,20}|\[?object.{0,20}", re.IGNORECASE)
_PAGES = re.compile(
    r"(?:pp?\.?\s*)?([A-Za-z]{0,3}\d{1,7}|[ivxlc]{1,8}(?![a-z]))\s*(?:[-–—‐−]+\s*([A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,3})?|[ivxlc]{1,8}(?![a-z])))?(?!\d)"
)
_ARTICLE_NUMBER = re.compile(r"0\d{3,}|\d{6,8}|e\d+|[A-Z]{1,2}\d{4,7}|ar\d+", re.IGNORECASE)


def is_article_number(text: str) -> bool:
    """Whether a lone number has a form that no page has: `e123`, `045004`, `1234567`."""
    return _ARTICLE_NUMBER.fullmatch(text) is not None


_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
_SUBJECT_CODE = re.compile(
    r"(?:primary|secondary)?\s*\d{2}[A-Z]\d{2}|\d{2}[A-Z]xx|[A-Z]\d{2}(?:\.\d+)?|\d{2}\.\d{2}\.[+A-Z]\w?|"
    r"(?:ddc|lcc|udc|msc|jel|rvk|mesh|info)\s?:.{0,80}|(?:journal )?article|text"
)
#: Semicolons, but for those that end an entity which was escaped twice.
_MOST_KEYWORDS = 60


@dataclass(slots=True)
class Tag:
    """A meta tag that says something: in which vocabulary, what, where its value stands, in which language."""

    kind: SourceKind
    what: str
    span: Span
    raw: str
    lang: str
    scheme: str = ""


@dataclass(slots=True)
class Tags:
    """The tags of a page, by vocabulary."""

    by_kind: dict[SourceKind, list[Tag]] = field(default_factory=dict)

    def of(self, kind: SourceKind, *what: str) -> list[Tag]:
        """Return the tags of a vocabulary that say one of these things, in the order of the page."""
        return [tag for tag in self.by_kind.get(kind, ()) if tag.what in what]


def read_tags(page: Page) -> Tags:
    """Return the meta tags that say something of the article."""
    tags = Tags()
    for element in page.all("meta"):
        name = _name(element)
        if not name:
            continue
        kind, what = name
        span = element.span("content") or element.span("value")
        if span is None:
            continue
        raw = page.text[slice(*span)]
        if _EMPTY.fullmatch(raw[:60]) and len(raw) <= 60:
            continue
        lang = language_tag(element.get("xml:lang") or element.get("lang"))
        tags.by_kind.setdefault(kind, []).append(Tag(kind, what, span, raw, lang, element.get("scheme").lower()))
    return tags


def _name(element: Element) -> tuple[SourceKind, str] | None:
    found = None
    for attribute in ("property", "name"):
        if attribute in element.attributes and (known := meaning(element.get(attribute))):
            # Of two names, the better known vocabulary counts.
            if found is None or (found[0] in (_K.OPEN_GRAPH, _K.PLAIN_META) and known[0] is not _K.PLAIN_META):
                found = known
    return found


def stated_languages(page: Page, tags: Tags) -> list[str]:
    """Return the languages that tags say the article is in, and then the one that the page is marked to be in."""
    found = [language_tag(tag.raw) for kind in tags.by_kind for tag in tags.of(kind, "language")]
    found += [language_tag(element.get("lang")) for element in page.all("html")[:1]]
    return [lang for lang in dict.fromkeys(found) if lang]


_SINGLE = {"journal": "journal-title", "publisher": "publisher", "volume": "volume", "issue": "issue"}


def offer_tags(sheet: Sheet, tags: Tags) -> None:
    """Offer what the tags say, field by field."""
    for kind, known in tags.by_kind.items():
        for tag in known:
            sheet.watch(*tag.span)
        for tag in tags.of(kind, "language"):
            sheet.offer("language", kind).quote((), tag.span, normalisation="attribute")
        _offer_titles(sheet, tags, kind)
        _offer_single(sheet, tags, kind)
        _offer_abbreviations(sheet, tags, kind)
        _offer_issns(sheet, tags, kind)
        _offer_pages(sheet, tags, kind)
        _offer_ids(sheet, tags, kind)
        _offer_dates(sheet, tags, kind)
        _offer_people(sheet, tags, kind)
        _offer_abstracts(sheet, tags, kind)
        _offer_keywords(sheet, tags, kind)
        _offer_licence(sheet, tags, kind)
        _offer_type(sheet, tags, kind)
    _offer_source_line(sheet, tags)
    _offer_references(sheet, tags)


def _value(tag: Tag) -> str:
    return str(NORMALISATIONS["attribute"](tag.raw))


def _offer_titles(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    first = ""
    for tag in tags.of(kind, "title", "translated"):
        value = _value(tag)
        if tag.what == "title" and not first:
            first = value
            sheet.offer("title", kind).quote((), tag.span, normalisation="rich attribute")
            continue
        lang = tag.lang or language_of(value) or ""
        if lang and value != first and (tag.lang or lang != language_of(first)):
            candidate = sheet.offer("translated-title", kind, lang)
            candidate.quote(("title",), tag.span, normalisation="rich attribute")
            candidate.infer(("lang",), lang, "the language of the tag, or of its words", tag.span)
        elif tag.what == "title":
            sheet.offer("title", kind).quote((), tag.span, normalisation="rich attribute")


#: `Vol. 12`, `No. 3`, `第12卷`: a number with the word for what it counts.
_NUMBERED = re.compile(
    r"(?:vol(?:ume|\.)?|v\.|no\.?|issue|iss\.?|n[ºo°]\.?|№|第)\s{0,3}[:：.]?\s{0,3}([A-Za-z]{0,5}\d[^\s卷期]{0,20})\s{0,3}[卷期]?|\(([A-Za-z]{0,5}\d[^\s()]{0,20})\)",
    re.IGNORECASE,
)


def _offer_single(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for what, about in _SINGLE.items():
        found = tags.of(kind, what)
        if what == "journal" and not found:
            # Proceedings stand where a journal does; a paper in a journal's proceedings has both, and the journal counts.
            found = tags.of(kind, "container")
        for tag in found[:4]:
            if about == "journal-title" and not tag.lang and has_han(found[0].raw) != has_han(tag.raw):
                lang = language_of(_value(tag)) or ("zh" if has_han(tag.raw) else "en")
                translated = sheet.offer("translated-journal-title", kind, lang)
                translated.quote(("text",), tag.span, normalisation="attribute")
                translated.infer(("lang",), lang, "its letters", tag.span)
                continue
            if tag.lang and tag.lang != found[0].lang:
                if about == "journal-title":
                    translated = sheet.offer("translated-journal-title", kind, tag.lang)
                    translated.quote(("text",), tag.span, normalisation="attribute")
                    translated.infer(("lang",), tag.lang, "the language of the tag", tag.span)
                continue
            if about not in ("volume", "issue"):
                if len(tag.raw) <= 300:
                    end = _end_of_name(tag.raw) if about == "publisher" else len(tag.raw)
                    if end:
                        span = (tag.span[0], tag.span[0] + end)
                        sheet.offer(about, kind).quote((), span, normalisation="attribute")
            elif len(tag.raw) <= 60 and _value(tag).strip("0"):
                match = _NUMBERED.fullmatch(tag.raw)
                at = match.span(1 if match[1] else 2) if match else (0, len(tag.raw))
                span = (tag.span[0] + at[0], tag.span[0] + at[1])
                sheet.offer(about, kind).quote((), span, normalisation="attribute")


#: A publisher's name with its place run on: `Tests PublicationsTests CA: Los Angeles, CA`, `ACMPUB27New York, NY, USA`.
_PLACE_RUN_ON = re.compile(r"(?<=[a-z])(?=[A-Z]\w{1,20}\s[A-Z]{2}:\s)")
_NUMBER_RUN_ON = re.compile(r"[A-Z]{3,10}\d{1,3}(?=[A-Z])")


def _end_of_name(raw: str) -> int:
    """Return where the publisher's name in a tag ends; 0 if there is a number in the place of the name."""
    if _NUMBER_RUN_ON.match(raw):
        return 0
    place = _PLACE_RUN_ON.search(raw)
    return place.start() if place else len(raw)


def _offer_abbreviations(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "abbreviation")[:1]:
        if re.search(r"[^\W\d_]{2}", tag.raw) and len(tag.raw) <= 200:
            sheet.offer("journal-abbreviation", kind).quote(("text",), tag.span, normalisation="attribute")


_ISSN = re.compile(r"(?<![\dX-])(\d{4}-?\d{3}[\dXx])(?![\dX-])")


def _offer_issns(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "issn", "eissn", "pissn"):
        found = list(_ISSN.finditer(tag.raw))
        if not found:
            sheet.offer("issn", kind, tag.raw[:20]).quote(("value",), tag.span, normalisation="attribute")
        for match in found:
            span = (tag.span[0] + match.start(1), tag.span[0] + match.end(1))
            number = match[1].replace("-", "").upper()
            candidate = sheet.offer("issn", kind, number).quote(("value",), span)
            if tag.what == "eissn" or (tag.what == "pissn" and len(tags.of(kind, "eissn", "pissn")) > 1):
                candidate.infer(("format",), "electronic" if tag.what == "eissn" else "print", "the name of its tag")


def _offer_pages(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "elocation")[:1]:
        sheet.offer("pages", kind).quote(("elocation_id",), tag.span, normalisation="attribute")
        return
    ranges = [tag for tag in tags.of(kind, "pages", "fpage") if _PAGES.match(tag.raw)]
    if not ranges:
        return
    first = ranges[0]
    if first.what == "pages" or re.search(r"\d\s*[-–—]\s*[A-Za-z]?\d", first.raw):
        match = _PAGES.match(first.raw)
        if match is None:
            return
        at = first.span[0]
        if not match[2] and is_article_number(match[1]):
            number = (at + match.start(1), at + match.end(1))
            sheet.offer("pages", kind).quote(("elocation_id",), number)
            return
        spans = [(at + a, at + b) for a, b in (match.span(1), match.span(2)) if b > a]
        offer_pages(sheet, kind, spans[0], spans[1] if len(spans) > 1 else None, "line")
        return
    last = next((tag for tag in tags.of(kind, "lpage") if _PAGES.match(tag.raw)), None)
    offer_pages(sheet, kind, first.span, last.span if last else None, "attribute")


def offer_pages(sheet: Sheet, kind: SourceKind, first: Span, last: Span | None, normalisation: str) -> None:
    """Offer a first page and a last one; a lone number of a form that no page has is an article's."""
    one = sheet.source.text[slice(*first)].strip()
    other = sheet.source.text[slice(*last)].strip() if last else one
    if len(one) > 20 or len(other) > 20:
        return
    if one == other and is_article_number(one):
        sheet.offer("pages", kind).quote(("elocation_id",), first, normalisation=normalisation)
        return
    candidate = sheet.offer("pages", kind).quote(("pages", "first"), first, normalisation=normalisation)
    if last and (whole := _whole_last(one, other)):
        candidate.infer(("pages", "last"), whole, "the digits that the last page has in common with the first", last)
    elif last:
        candidate.quote(("pages", "last"), last, normalisation=normalisation)


def _whole_last(first: str, last: str) -> str:
    """Return the last page with the digits that it leaves out: 1242 in `1234–42`; "" if it leaves none out."""
    if not (first.isdecimal() and last.isdecimal() and len(last) < len(first)):
        return ""
    whole = first[: len(first) - len(last)] + last
    return whole if int(whole) > int(first) else ""


def _offer_ids(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "doi", "identifier", "source"):
        match = _DOI.match(tag.raw) or (_DOI.search(tag.raw) if tag.what == "doi" else None)
        if not match and tag.what == "doi":
            sheet.offer("doi", kind).set(("type",), "doi").quote(("value",), tag.span, normalisation="attribute")
        if not match or (tag.what == "source" and "doi.org" not in tag.raw):
            continue
        span = (tag.span[0] + match.start(1), tag.span[0] + len(match[0].rstrip(".;,")) + match.start())
        sheet.offer("doi", kind).set(("type",), "doi").quote(("value",), span, normalisation="attribute")
    for what in ("pmid", "pmcid"):
        for tag in tags.of(kind, what)[:1]:
            if re.fullmatch(r"(?:PMC)?\d{1,9}", tag.raw):
                sheet.offer("other-id", kind, what).set(("type",), what).quote(("value",), tag.span)


_MONTH_YEAR = re.compile(r"\s*(0?[1-9]|1[0-2])\s?[/.-]\s?((?:1[89]|20)\d\d)\s*")


def offer_date(candidate: Candidate, text: Text, year_only: bool = False) -> bool:
    """Quote the first date of a text; return whether there is one."""
    if match := _MONTH_YEAR.fullmatch(text.text):
        # In a tag, and alone: 09/2020 is no issue's number.
        candidate.quote(("year",), text.span(*match.span(2)), normalisation="number")
        candidate.quote(("month",), text.span(*match.span(1)), normalisation="month")
        return True
    date = first_date(text.text)
    if date is None:
        return False
    for part, span, normalisation in date.parts[: 1 if year_only else None]:
        candidate.quote((part,), text.span(*span), normalisation=normalisation)
    if date.refused:
        candidate.refuse(text.span(*date.refused), NO_SUCH_DATE)
    return True


def _offer_dates(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for what, variant in (("published", ""), ("date", ""), ("year", ""), ("online", "electronic"), ("created", "")):
        found = tags.of(kind, what)
        # Of the dates of no known kind, the first of these that is there.
        before = ("published", "date", "year", "created")
        if what in before and tags.of(kind, *before[: before.index(what)]):
            continue
        for tag in found[:3]:
            candidate = sheet.offer("published", kind, variant)
            if offer_date(candidate, Text(sheet.source.text, *tag.span)):
                candidate.infer(("type",), "pub", "the name of its tag")
                if variant:
                    candidate.infer(("format",), variant, "the name of its tag")
    for what in ("received", "accepted"):
        for tag in tags.of(kind, what)[:1]:
            candidate = sheet.offer("history", kind, what)
            if offer_date(candidate, Text(sheet.source.text, *tag.span)):
                candidate.set(("type",), what)


def _offer_people(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    people: list[Person] = []
    # A tag for each author says more than one for all of them.
    each = len(tags.of(kind, "author")) > 1
    for tag in tags.of(kind, "author", *(() if each else ("authors",)), "institution", "orcid", "email"):
        text = Text(sheet.source.text, *tag.span)
        if tag.what in ("author", "authors"):
            many = tag.what == "authors" or (not each and kind not in (_K.HIGHWIRE, _K.BEPRESS, _K.EPRINTS))
            for start, end in cut_names(text.text, many=many or (not each and _two_people(sheet.source.text, tag))):
                cut = AND_OTHERS.search(text.text, start, end)
                people.append(Person(text, start, cut.start() if cut else end, tag.lang))
        elif not people:
            continue
        elif tag.what == "institution":
            people[-1].places.append(tag.span)
        elif tag.what == "email":
            people[-1].email = tag.span if re.fullmatch(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+", tag.raw) else None
        elif _is_orcid(tag.raw):
            people[-1].orcid = tag.span
    if not people:
        for tag in tags.of(kind, "contributor"):
            text = Text(sheet.source.text, *tag.span)
            people += [Person(text, a, b, tag.lang) for a, b in cut_names(text.text, many=False)]
    offer_people(sheet, kind, people, normalisation="attribute")


#: What says that more authors are left out.
AND_OTHERS = re.compile(r"[\s,.]{0,3}(?:\bet\.? al\b\.?|\band others\b|等)\s{0,2}$", re.IGNORECASE)
_TWO_NAMES = re.compile(
    r"\s*((?:[^\W\d_][\w.'’-]{0,30}\s){1,2}[^\W\d_][\w'’-]{1,30}),\s((?:[^\W\d_][\w.'’-]{0,30}\s){1,2}[^\W\d_][\w'’-]{1,30})\s*"
)
#: Characters of markup between the parts of a name.
_BETWEEN = r"(?:\s|<[^<>]{0,200}>){1,20}"


def _two_people(source: str, tag: Tag) -> bool:
    """Whether a tag that may hold one name or two holds two: the page has both elsewhere, and never as one name."""
    if len(tag.raw) > 120 or not (match := _TWO_NAMES.fullmatch(tag.raw)):
        return False
    one, other = match.groups()
    if re.search(re.escape(other) + _BETWEEN + re.escape(one), source):
        return False
    rest = (source[: tag.span[0]], source[tag.span[1] :])
    return all(any(name in part for part in rest) for name in (one, other))


def _is_orcid(value: str) -> bool:
    try:
        return bool(orcid_of(value))
    except ValueError:
        return False


def _offer_abstracts(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "abstract")[:6]:
        for start, end in _halves(tag):
            if length := _length_of_label(sheet.source.text[start:end]):
                sheet.take_span(start, start + length, "label")
                start += length
            value = str(NORMALISATIONS["attribute"](sheet.source.text[start:end]))
            if (len(value) < 60 and not (is_dense(value) and len(value) > 25)) or value.endswith(("...", "…")):
                continue
            lang = tag.lang or language_of(value) or ""
            candidate = sheet.offer("abstract", kind, lang)
            candidate.quote(("paragraphs", 0), (start, end), normalisation="rich attribute")


_LABEL_TAG = re.compile(
    r"\s*(?:&lt;|<)(h\d|title|b|strong|jats:title|p|span)(?:&gt;|>)\s*([^<>&;]{2,40}?)\s*(?:&lt;|<)/\1(?:&gt;|>)\s*"
)


def _length_of_label(raw: str) -> int:
    """Return the length of the label that an abstract in a tag begins with; 0 if it begins with its words."""
    if (match := _LABEL_TAG.match(raw)) and (label := label_in(match[2])) and label.end == len(match[2]):
        return match.end()
    label = label_in(raw[:60] + ("…" if len(raw) > 60 else ""))
    return label.end if label and label.field == "abstract" else 0


#: Where a text in Han letters ends and its translation begins.
_TRANSLATION = re.compile(r"(?<=[。；;！）])\s{0,3}[;；]?\s{0,3}(?=[A-Z][^\u3000-\u9fff]{80,20000}$)")


def _halves(tag: Tag) -> list[Span]:
    """Return the one or two texts of a tag that holds an abstract and its translation."""
    start, end = tag.span
    if has_han(tag.raw) and (match := _TRANSLATION.search(tag.raw)):
        return [(start, start + match.start()), (start + match.end(), end)]
    return [tag.span]


def _offer_keywords(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    groups: dict[str, list[Span]] = {}
    beside_han = any(has_han(tag.raw) for tag in tags.of(kind, "keywords"))
    for tag in tags.of(kind, "keywords")[:200]:
        text = Text(sheet.source.text, *tag.span)
        terms = keyword_spans(text.text)
        if has_han(text.text) and any(not has_han(text.text[a:b]) for a, b in terms):
            for a, b in terms:
                groups.setdefault("zh" if has_han(text.text[a:b]) else "en", []).append(text.span(a, b))
            continue
        lang = (
            tag.lang
            or language_of(" ".join(text.text[a:b] for a, b in terms))
            or ("zh" if has_han(text.text) else "en" if beside_han and text.text.isascii() else "")
        )
        groups.setdefault(lang, []).extend(text.span(a, b) for a, b in terms)
    offer_keyword_groups(sheet, kind, groups, "attribute")


def keyword_spans(text: str) -> list[Span]:
    """Return where the terms of a list of keywords stand."""
    return term_spans(text)[:_MOST_KEYWORDS]


def offer_keyword_groups(sheet: Sheet, kind: SourceKind, groups: dict[str, list[Span]], normalisation: str) -> None:
    """Offer keywords, by language; subject codes are none, and a term counts once."""
    for lang, spans in groups.items():
        candidate = sheet.offer("keywords", kind, lang)
        seen: set[str] = set()
        for span in spans:
            value = str(NORMALISATIONS[normalisation](sheet.source.text[slice(*span)]))
            if not value or len(value) > 150:
                continue
            if value.casefold() in seen or _SUBJECT_CODE.fullmatch(value):
                sheet.claim(*span, "repeated keyword" if value.casefold() in seen else "subject code")
                continue
            seen.add(value.casefold())
            candidate.quote(("keywords", len(seen) - 1), span, normalisation=normalisation)
        if seen:
            candidate.infer(("type",), "author", "keywords given with an article are its authors'")


_CC = re.compile(
    r"https?://creativecommons\.org/(?:licenses/[a-z-]+/\d\.\d(?:/(?!legalcode|deed)[a-z-]{2,8})?|publicdomain/[a-z]+/\d\.\d)/?"
)


def _offer_licence(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    for tag in tags.of(kind, "rights"):
        if match := _CC.search(tag.raw):
            span = (tag.span[0] + match.start(), tag.span[0] + match.end())
            sheet.offer("licence", kind).quote(("licences", 0, "url"), span)


def _offer_type(sheet: Sheet, tags: Tags, kind: SourceKind) -> None:
    """Offer the type that a tag names in a publisher's words; a word that tells none is what the work is called."""
    for tag in tags.of(kind, "type"):
        if found := article_type_of(_value(tag)):
            sheet.offer("type", kind).infer((), found, "the kind of article that the tag names", tag.span)
        else:
            sheet.claim(*tag.span, "kind of work")


_SOURCE_LINE = re.compile(r"(.{1,150}?)[ ,]+((?:1[89]|20)\d\d) +(\d{1,4}):(\w{1,12})")


def _offer_source_line(sheet: Sheet, tags: Tags) -> None:
    """Read the journal in `dc.source`, which may have the year, the volume and the issue behind it."""
    for tag in tags.of(_K.DUBLIN_CORE, "source")[:1]:
        if "://" in tag.raw or len(tag.raw) > 200:
            continue
        match = _SOURCE_LINE.fullmatch(tag.raw)
        span = (tag.span[0], tag.span[0] + match.end(1)) if match else tag.span
        if match or not re.search(r"\d", tag.raw):
            sheet.offer("journal-title", _K.DUBLIN_CORE).quote((), span, normalisation="attribute")


_FIELDS = re.compile(r"citation_[a-z_]{1,40}=([^;]*+(?:;(?!\s{0,3}citation_)[^;]*+)*+)")


def _offer_references(sheet: Sheet, tags: Tags) -> None:
    """Offer the list that the tags hold, one tag an entry."""
    found = tags.of(_K.HIGHWIRE, "reference") or tags.of(_K.BEPRESS, "reference")
    if not found:
        return
    candidate = sheet.offer("references", _K.HIGHWIRE)
    for number, tag in enumerate(found):
        base = ("references", number)
        # `citation_title=…; citation_author=…`: the values, without their names.
        spans = [m.span(1) for m in _FIELDS.finditer(tag.raw) if m[1].strip()]
        spans = [(tag.span[0] + start, tag.span[0] + end) for start, end in spans] or [tag.span]
        candidate.set((*base, "id"), f"ref{number + 1}")
        candidate.quote((*base, "raw"), *spans, normalisation="attribute", reason="a tag for an entry of the list")
