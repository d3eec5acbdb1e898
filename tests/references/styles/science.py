"""Styles of the sciences: IEEE, ACS, Nature, Science, Elsevier with numbers, Springer physics, AIP and APS."""

from __future__ import annotations

from tests.references.items import Item
from tests.references.styles.common import (
    PAGES,
    Style,
    direct,
    doi_url,
    dotted_month,
    fields,
    inverted,
    named,
    ordinal,
    quoted,
    row,
    span,
    stop,
)  # fmt: skip

_FIRST, _FIRST_TIGHT, _LAST = direct(), direct(gap=""), inverted()


def _edition(item: Item, word: str) -> str:
    return f", {ordinal(item.edition)} {word}" if item.edition else ""


def _p(item: Item, dot: str = ".") -> str:
    return f"pp{dot} {span(item)}" if item.lpage else f"p{dot} {item.fpage}"


def ieee(item: Item) -> str:
    """`A. B. Harker and X. Li, “Title,” J. Appl. Coat., vol. 12, no. 3, pp. 132–139, 2019, doi: 10.…`"""
    who = named(item, _FIRST, last=", and ", two=" and ", most=6, kept=1, etal=" et al.", roles=(", Ed.", ", Eds."))
    title = quoted(item.title, ",")
    place = f"{item.place}: {item.publisher}, {item.year}"
    match item.type:
        case "journal":
            at = _p(item) if item.fpage else item.elocation and f"Art. no. {item.elocation}"
            parts = [item.container, f"vol. {item.volume}", item.issue and f"no. {item.issue}", at, item.year]
            parts.append(item.doi and f"doi: {item.doi}")
            return f"{who}, {title} " + ", ".join(part for part in parts if part) + "."
        case "book":
            return f"{who}, {stop(item.title + _edition(item, 'ed.'))} {place}."
        case "chapter":
            editors = row([_FIRST(name) for name in item.editors], last=" and ")
            role = "Eds." if len(item.editors) > 1 else "Ed."
            return f"{who}, {title} in {item.container}{_edition(item, 'ed.')}, {editors}, {role} {place}, {_p(item)}."
        case "confproc":
            return f"{who}, {title} in {item.container}, {item.place}, {item.year}, {_p(item)}."
        case "thesis":
            return f"{who}, {title} Ph.D. dissertation, {item.publisher}, {item.place}, {item.year}."
        case "patent":
            date = f"{dotted_month(item.month or 1)} {item.day}, {item.year}"
            return f"{who}, {title} U.S. Patent {item.number}, {date}."
    year, mon, day = (item.accessed or "").split("-")
    seen = f"{dotted_month(mon)} {int(day)}, {year}"
    date = f"{dotted_month(item.month or 1)} {item.day}, {item.year}"
    return f"{who}, {title} {date}. Accessed: {seen}. [Online]. Available: {item.url}"


def acs(item: Item) -> str:
    """`Harker, A. B.; Li, X. Title. J. Appl. Coat. 2019, 12 (3), 132–139. DOI: 10.…`"""
    who = named(item, _LAST, sep="; ", most=10, kept=10, etal="; et al.", roles=(", Ed.", ", Eds."))
    if item.type == "journal":
        issue = f" ({item.issue})" if item.issue else ""
        at = f", {span(item)}" if item.fpage or item.elocation else ""
        doi = f" DOI: {item.doi}." if item.doi else ""
        return f"{stop(who)} {stop(item.title)} {item.container} {item.year}, {item.volume}{issue}{at}.{doi}"
    edition = _edition(item, "ed.")
    if item.type == "book":
        return f"{stop(who)} {item.title}{edition}; {item.publisher}: {item.place}, {item.year}."
    if item.type == "thesis":
        return f"{stop(who)} {stop(item.title)} Ph.D. Dissertation, {item.publisher}, {item.place}, {item.year}."
    editors = row([_LAST(name) for name in item.editors], "; ")
    role = "Eds." if len(item.editors) > 1 else "Ed."
    imprint = f"{item.publisher}: {item.place}, {item.year}"
    return f"{stop(who)} {stop(item.title)} In {item.container}{edition}; {editors}, {role}; {imprint}; {_p(item, '')}."


def nature(item: Item) -> str:
    """`Harker, A. B. & Li, X. Title. J. Appl. Coat. 12, 132–139 (2019).`"""
    who = named(item, _LAST, last=" & ", most=5, kept=1, etal=" et al.")
    at = f", {span(item)}" if item.fpage or item.elocation else ""
    match item.type:
        case "journal":
            return f"{stop(who)} {stop(item.title)} {item.container} {item.volume}{at} ({item.year})."
        case "book":
            edition = f" {ordinal(item.edition)} edn" if item.edition else ""
            return f"{stop(who)} {item.title}{edition} ({item.publisher}, {item.year})."
        case "thesis":
            return f"{stop(who)} {item.title} (PhD thesis, {item.publisher}, {item.year})."
        case "preprint":
            return f"{stop(who)} {stop(item.title)} Preprint at {doi_url(item.doi or '')} ({item.year})."
    editors = row([_LAST(name) for name in item.editors], last=" & ")
    role = "eds" if len(item.editors) > 1 else "ed."
    imprint = f"{item.publisher}, {item.year}"
    return f"{stop(who)} {stop(item.title)} in {item.container} ({role} {editors}) {span(item)} ({imprint})."


def science(item: Item) -> str:
    """`A. B. Harker, X. Li, Title. J. Appl. Coat. 12, 132–139 (2019).`"""
    who = named(item, _FIRST, most=5, kept=1, etal=" et al.")
    at = f", {span(item)}" if item.fpage or item.elocation else ""
    if item.type == "journal":
        doi = f" {doi_url(item.doi)}." if item.doi else ""
        return f"{who}, {stop(item.title)} {item.container} {item.volume}{at} ({item.year}).{doi}"
    if item.type == "book":
        edition = f", ed. {item.edition}" if item.edition else ""
        return f"{who}, {item.title} ({item.publisher}{edition}, {item.year})."
    editors = row([_FIRST(name) for name in item.editors])
    role = "Eds." if len(item.editors) > 1 else "Ed."
    return f"{who}, “{item.title}” in {item.container}, {editors}, {role} ({item.publisher}, {item.year}), {_p(item)}."


def elsevier(item: Item) -> str:
    """`A.B. Harker, X. Li, Title, J. Appl. Coat. 12 (2019) 132–139.`"""
    who = named(item, _FIRST_TIGHT, roles=(" (Ed.)", " (Eds.)"))
    at = f" {span(item)}" if item.fpage or item.elocation else ""
    edition = _edition(item, "ed.")
    match item.type:
        case "journal":
            doi = f" {doi_url(item.doi)}." if item.doi else ""
            return f"{who}, {item.title}, {item.container} {item.volume} ({item.year}){at}.{doi}"
        case "book":
            return f"{who}, {item.title}{edition}, {item.publisher}, {item.place}, {item.year}."
    editors = row([_FIRST_TIGHT(name) for name in item.editors])
    role = "Eds." if len(item.editors) > 1 else "Ed."
    host = f"{editors} ({role}), {item.container}{edition}"
    return f"{who}, {item.title}, in: {host}, {item.publisher}, {item.place}, {item.year}, {_p(item)}."


def springer(item: Item) -> str:
    """`A.B. Harker, X. Li, Title. J. Appl. Coat. 12(3), 132–139 (2019).`"""
    who = named(item, _FIRST_TIGHT)
    at = f", {span(item)}" if item.fpage or item.elocation else ""
    imprint = f"({item.publisher}, {item.place}, {item.year})"
    match item.type:
        case "journal":
            issue = f"({item.issue})" if item.issue else ""
            doi = f". {doi_url(item.doi)}" if item.doi else ""
            return f"{who}, {stop(item.title)} {item.container} {item.volume}{issue}{at} ({item.year}){doi}"
        case "book":
            return f"{who}, {item.title}{_edition(item, 'edn.')} {imprint}"
    editors = row([_FIRST_TIGHT(name) for name in item.editors])
    return f"{who}, {item.title}, in {item.container}, ed. by {editors} {imprint}, {_p(item)}"


def aip(item: Item) -> str:
    """`A. B. Harker and X. Li, “Title,” J. Appl. Coat. 12(3), 132–139 (2019).`"""
    who = named(item, _FIRST, last=", and ", two=" and ")
    if item.type == "book":
        return f"{who}, {item.title}{_edition(item, 'ed.')} ({item.publisher}, {item.place}, {item.year})."
    issue = f"({item.issue})" if item.issue else ""
    at = f", {span(item)}" if item.fpage or item.elocation else ""
    return f"{who}, {quoted(item.title, ',')} {item.container} {item.volume}{issue}{at} ({item.year})."


def aps(item: Item) -> str:
    """`A. B. Harker and X. Li, Phys. Rev. B 64, 184305 (2001).`: no title, and the first page only."""
    who = named(item, _FIRST, last=", and ", two=" and ", etal=" et al.")
    at = f", {item.fpage or item.elocation}" if item.fpage or item.elocation else ""
    return f"{who}, {item.container} {item.volume}{at} ({item.year})."


def aps_titled(item: Item) -> str:
    """`A. B. Harker and X. Li, Title, Phys. Rev. B 64, 184305 (2001).`"""
    who = named(item, _FIRST, last=", and ", two=" and ", etal=" et al.")
    at = f", {item.fpage or item.elocation}" if item.fpage or item.elocation else ""
    if item.type == "book":
        return f"{who}, {item.title}{_edition(item, 'ed.')} ({item.publisher}, {item.place}, {item.year})."
    return f"{who}, {item.title}, {item.container} {item.volume}{at} ({item.year})."


_JOURNAL = fields("type container year volume issue elocation doi") | PAGES
_BOOK = fields("type edition place publisher year")
_CHAPTER = fields("type container editors edition place publisher year") | PAGES
_THESIS = fields("type place publisher year")
_IEEE = {
    "journal": _JOURNAL,
    "book": _BOOK,
    "chapter": _CHAPTER,
    "confproc": fields("container place year") | PAGES,
    "thesis": _THESIS,
    "patent": fields("type number year month day"),
    "webpage": fields("type year month day url accessed"),
}
_NATURE = {
    "journal": _JOURNAL - {"issue", "doi"},
    "book": _BOOK - {"place"},
    "chapter": _CHAPTER - {"place", "edition"},
    "thesis": _THESIS - {"place"},
    "preprint": fields("type year doi"),
}
_SCIENCE = {
    "journal": _JOURNAL - {"issue"},
    "book": _BOOK - {"place"},
    "chapter": _CHAPTER - {"place", "edition"},
}

STYLES = {
    "ieee": Style(ieee, ("en",), _IEEE, most=6, kept=1, edited=True),
    "acs": Style(
        acs,
        ("en",),
        {"journal": _JOURNAL, "book": _BOOK, "chapter": _CHAPTER, "thesis": _THESIS},
        most=10,
        kept=10,
        edited=True,
    ),
    "nature": Style(nature, ("en",), _NATURE, most=5, kept=1),
    "science": Style(science, ("en",), _SCIENCE, most=5, kept=1),
    "elsevier-numeric": Style(
        elsevier, ("en",), {"journal": _JOURNAL - {"issue"}, "book": _BOOK, "chapter": _CHAPTER}, edited=True
    ),
    "springer-physics": Style(
        springer, ("en",), {"journal": _JOURNAL, "book": _BOOK, "chapter": _CHAPTER - {"edition"}}
    ),
    "aip": Style(aip, ("en",), {"journal": _JOURNAL - {"doi"}, "book": _BOOK}),
    "aps": Style(aps, ("en",), {"journal": _JOURNAL - {"title", "issue", "lpage", "doi"}}),
    "aps-titled": Style(aps_titled, ("en",), {"journal": _JOURNAL - {"issue", "lpage", "doi"}, "book": _BOOK}),
}
