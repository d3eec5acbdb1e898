"""CSL-JSON, which citation managers and processors read (citation-style-language/schema, csl-data.json 1.0.2).

One item for each reference: its first reading. What CSL has no variable for stands in `custom`, the place for it: the
entry as printed (`text`), its label, who has an et al. (`etal`), other identifiers (`ids`), and the item of the
other language's reading (`other`).
"""

from __future__ import annotations

import json
from typing import Any

from jatskit.model import ElementCitation, Name, OrganisationName, Reference, UnsplitName, plain

#: CSL's types, by `@publication-type`; `document` is CSL's type for all else.
_TYPES = {
    "journal": "article-journal",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "book": "book",
    "chapter": "chapter",
    "confproc": "paper-conference",
    "thesis": "thesis",
    "report": "report",
    "standard": "standard",
    "patent": "patent",
    "data": "dataset",
    "database": "dataset",
    "software": "software",
    "webpage": "webpage",
    "preprint": "article",
    "map": "map",
}
_ROLES = {"inventor": "author", "guest-editor": "editor"} | {
    role: role for role in ("author", "editor", "translator", "compiler", "director", "illustrator", "curator")
}
_IDS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
#: Variables that are one field as it stands.
_SAME = {
    "series": "collection-title",
    "conf_name": "event-title",
    "conf_loc": "event-place",
    "edition": "edition",
    "version": "version",
    "publisher_name": "publisher",
    "publisher_loc": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "supplement": "supplement-number",
    "standard": "number",
    "government": "number",
    "elocation_id": "number",
    "isbn": "ISBN",
    "issn": "ISSN",
    "lang": "language",
}


def csl_json(reference: Reference) -> str:
    """Return a reference as one item of CSL-JSON, on one line."""
    return json.dumps(csl_item(reference), ensure_ascii=False)


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return a reference as an item of CSL-JSON; one without a reading has its text only."""
    readings = [item for item in reference.citations if isinstance(item, ElementCitation)]
    item: dict[str, Any] = {"id": reference.id, "type": "document"}
    custom: dict[str, Any] = {"text": plain(reference.raw)}
    if reference.label:
        custom["label"] = reference.label
    if readings:
        item |= _variables(readings[0], custom)
    if len(readings) > 1:
        rest: dict[str, Any] = {}
        other = _variables(readings[1], rest)
        custom["other"] = other | ({"custom": rest} if rest else {})
    return item | {"custom": custom}


def _variables(citation: ElementCitation, custom: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"type": _TYPES.get(citation.type or "", "document")}
    if analytic := citation.article_title or citation.chapter_title or citation.data_title:
        item["title"] = plain(analytic)
        if citation.source:
            item["container-title"] = plain(citation.source)
    elif citation.source:
        item["title"] = plain(citation.source)
    for group in citation.people:
        if role := _ROLES.get(group.role):
            item.setdefault(role, []).extend(map(_name, group.names))
        else:
            custom.setdefault("people", []).append({"role": group.role, "names": list(map(_name, group.names))})
        if group.etal:
            custom.setdefault("etal", []).append(group.role)
    for role in set(_ROLES.values()) & item.keys():
        if not item[role]:
            del item[role]
    for field, variable in _SAME.items():
        if value := getattr(citation, field):
            item.setdefault(variable, value)
    if citation.patent:
        item["number"] = citation.patent.number
        if citation.patent.country:
            item["jurisdiction"] = citation.patent.country
    if date := _date(citation.iso_date or citation.year, citation.season):
        item["issued"] = date
    if citation.accessed:
        item["accessed"] = _date(citation.accessed.iso or citation.accessed.text)
    if citation.conf_date:
        item["event-date"] = {"literal": citation.conf_date}
    pages = citation.page_range or "-".join(page for page in (citation.fpage, citation.lpage) if page)
    if pages:
        item["page"] = pages
    for id in citation.ids:
        if (variable := _IDS.get(id.type, "")) and variable not in item:
            item[variable] = id.value
        else:
            custom.setdefault("ids", []).append({"type": id.type, "value": id.value})
    if citation.links:
        item["URL"] = citation.links[0].href
    if citation.comments:
        item["genre"] = "; ".join(plain(comment) for comment in citation.comments)
    return item


def _name(name: Name) -> dict[str, str]:
    if isinstance(name, OrganisationName):
        return {"literal": name.organisation}
    if isinstance(name, UnsplitName):
        return {"literal": name.unsplit}
    parts = {"family": name.surname, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _date(text: str | None, season: str | None = None) -> dict[str, Any]:
    if not text:
        return {}
    parts = text.split("-")
    if len(parts[0]) == 4 and all(part.isascii() and part.isdecimal() for part in parts):
        date: dict[str, Any] = {"date-parts": [[int(part) for part in parts]]}
    else:
        date = {"literal": text}
    return date | ({"season": season} if season else {})
