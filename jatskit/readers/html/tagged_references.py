"""The fields of a reference in a tag: `citation_title=…; citation_author=…; citation_journal_title=…`.

The tag's values are the raw text's evidence, once. Which part of a citation each one is, its name tells: so the parts
are inferences from the same stretches.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.findings import Path
from jatskit.identifiers import doi, issn
from jatskit.names import is_organisation, split
from jatskit.protocols import Span
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.readers.candidates import Candidate
from jatskit.readers.html.people import cut_names
from jatskit.readers.html.text import Text
from jatskit.readers.sheet import Sheet
from jatskit.references.citations import title_element

#: The name of a field, directly before its value.
_NAME = re.compile(r"citation_([a-z_]{1,40})=\s{0,10}$")
#: What the names of fields say; other names are not read.
_FIELDS: Mapping[str, str] = {
    "title": "title", "author": "author", "authors": "author", "journal_title": "journal", "journal_abbrev": "journal",
    "inbook_title": "book", "conference_title": "conference", "conference": "conference", "volume": "volume",
    "issue": "issue", "number": "issue", "firstpage": "fpage", "first_page": "fpage", "lastpage": "lpage",
    "last_page": "lpage", "pages": "pages", "publication_date": "date", "date": "date", "year": "date", "doi": "doi",
    "pmid": "pmid", "issn": "issn", "publisher": "publisher", "dissertation_institution": "institution",
}  # fmt: skip
_PAGES = re.compile(r"([A-Za-z]{0,3}\d{1,7})\s?[-–]+\s?([A-Za-z]{0,3}\d{1,7})")
_PAGE = re.compile(r"[A-Za-z]{0,3}\d{1,8}")
_NUMBER = re.compile(r"[\w./() –-]{1,30}")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_MOST_NAMES = 60


def cut_tagged(sheet: Sheet, chosen: Candidate) -> None:
    """Say of each entry with named fields which part of a citation each of them is."""
    source = sheet.source.text
    for path, evidence in chosen.evidence.items():
        if path[-1] != "raw":
            continue
        named: dict[str, list[Span]] = {}
        for start, end in evidence.spans:
            name = _NAME.search(source, max(0, start - 60), start)
            if name and (what := _FIELDS.get(name[1])) and (span := _trimmed(source, start, end)):
                named.setdefault(what, []).append(span)
        if "title" in named or ("author" in named and len(named) > 2):
            _say(sheet, (path[0], path[1], "citations", 0), named)


def has_fields(source: str, span: Span) -> bool:
    """Whether a value of a tag for a reference stands behind the name of a field."""
    return _NAME.search(source, max(0, span[0] - 60), span[0]) is not None


def _trimmed(source: str, start: int, end: int) -> Span | None:
    raw = source[start:end]
    said = raw.strip(" \t\r\n;,")
    at = start + raw.index(said) if said else start
    return (at, at + len(said)) if said else None


def _say(sheet: Sheet, base: Path, named: Mapping[str, list[Span]]) -> None:
    source = sheet.source.text

    def value(span: Span) -> str:
        return str(NORMALISATIONS["attribute"](source[slice(*span)]))

    def infer(what: str, span: Span, *path: str | int) -> None:
        sheet.infer((*base, *path), value(span), f"the field of the tag: {what}", span, normalisation="attribute")

    container = next((what for what in ("journal", "conference", "book") if what in named), "")
    types = {"journal": "journal", "conference": "confproc", "book": "chapter"}
    type_ = types.get(container) or (
        "thesis" if "institution" in named else "book" if "publisher" in named else "other"
    )
    sheet.infer((*base, "type"), type_, "the names of the tag's fields")
    _say_people(sheet, base, named.get("author", []))
    if "title" in named:
        infer("title", named["title"][0], title_element(type_, in_container=bool(container)))
    if container and (type_ != "other" or "title" in named):
        infer(container, named[container][0], "source")
    volume = value(named["volume"][0]) if "volume" in named else ""
    for what in ("volume", "issue"):
        if (
            what in named
            and _NUMBER.fullmatch(said := value(named[what][0]))
            and (what == "volume" or (container == "journal" and said != volume))
        ):
            infer(what, named[what][0], what)
    _say_pages(sheet, base, named)
    if "date" in named and (year := _YEAR.search(source, *named["date"][0])):
        sheet.infer((*base, "year"), year[0], "the field of the tag: date", year.span(), normalisation="attribute")
    if "publisher" in named or "institution" in named:
        what = "publisher" if "publisher" in named else "institution"
        infer(what, named[what][0], "publisher_name")
    ids = 0
    for what, check in (("doi", _is_doi), ("pmid", str.isdecimal)):
        if what in named and check(value(named[what][0])):
            sheet.infer((*base, "ids", ids, "type"), what, "the name of the tag's field")
            infer(what, named[what][0], "ids", ids, "value")
            ids += 1
    if "issn" in named and _is_issn(value(named["issn"][0])):
        infer("issn", named["issn"][0], "issn")


def _say_pages(sheet: Sheet, base: Path, named: Mapping[str, list[Span]]) -> None:
    source = sheet.source.text
    spans: dict[str, Span] = {}
    if "pages" in named and (match := _PAGES.fullmatch(source, *named["pages"][0])):
        spans = {"fpage": match.span(1), "lpage": match.span(2)}
    for what in ("fpage", "lpage"):
        if what in named and _PAGE.fullmatch(source, *named[what][0]):
            spans.setdefault(what, named[what][0])
    for what in ("fpage", "lpage") if "fpage" in spans else ():
        if what in spans:
            said = source[slice(*spans[what])]
            sheet.infer((*base, what), said, "the field of the tag: pages", spans[what], normalisation="attribute")


def _say_people(sheet: Sheet, base: Path, spans: list[Span]) -> None:
    """Say who is named, name by name; a list that is too long for one is left in the raw text."""
    number = 0
    for start, end in spans:
        text = Text(sheet.source.text, start, end)
        for a, b in cut_names(text.text, many=True)[:_MOST_NAMES]:
            path = (*base, "people", 0, "names", number)
            name = text.text[a:b]
            reason = "the field of the tag: author"
            parts = None if is_organisation(name) else split(name)
            if parts is None:
                part = "organisation" if is_organisation(name) else "unsplit"
                sheet.infer((*path, part), name, reason, text.span(a, b), normalisation="attribute")
            else:
                sheet.infer((*path, "style"), parts.style, "where the surname is printed")
                for part, span in (("surname", parts.surname), ("given", parts.given), ("suffix", parts.suffix)):
                    if span:
                        where = text.span(a + span[0], a + span[1])
                        said = name[slice(*span)]
                        sheet.infer((*path, part), said, reason, where, normalisation="attribute")
            number += 1
    if number:
        sheet.infer((*base, "people", 0, "role"), "author", "the name of the tag's field")


def _is_doi(text: str) -> bool:
    try:
        return bool(doi(text))
    except ValueError:
        return False


def _is_issn(text: str) -> bool:
    try:
        return bool(issn(text))
    except ValueError:
        return False
