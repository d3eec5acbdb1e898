"""The author-date family in English: APA 7, Harvard (Cite them right), Chicago author-date, Elsevier's Harvard, Cell."""

from __future__ import annotations

from tests.references.items import Item
from tests.references.styles.common import (
    PAGES,
    Style,
    chicago_digits,
    day_month_year,
    direct,
    doi_url,
    fields,
    full,
    full_inverted,
    inverted,
    month,
    named,
    ordinal,
    quoted,
    row,
    sentences,
    span,
    stop,
)  # fmt: skip

_SPACED = inverted()
_TIGHT = inverted(gap="")


def apa(item: Item) -> str:
    """`Harker, A. B., & Li, X. (2019). Title. Journal, 12(3), 132–139. https://doi.org/…`"""
    who = named(item, _SPACED, last=", & ", most=20, kept=19, roles=(" (Ed.)", " (Eds.)"))
    date = item.year
    if item.type in ("webpage", "newspaper"):
        date = f"{item.year}, {month(item.month or 1)} {item.day}"
    start = f"{stop(who)} ({date})."
    link = f" {doi_url(item.doi)}" if item.doi else ""
    edition = f"{ordinal(item.edition)} ed." if item.edition else ""
    match item.type:
        case "journal":
            at = f", Article {item.elocation}" if item.elocation else f", {span(item)}" if item.fpage else ""
            numbers = f"{item.volume}" + (f"({item.issue})" if item.issue else "")
            return f"{start} {stop(item.title)} {item.container}, {numbers}{at}.{link}"
        case "book":
            translators = row([direct()(name) for name in item.translators], last=" & ")
            volume = f"Vol. {item.volume}" if item.volume else ""
            notes = ", ".join(note for note in (edition, volume) if note)
            by = (
                f" ({translators}, Trans.{'; ' + notes if notes else ''})"
                if translators
                else f" ({notes})"
                if notes
                else ""
            )
            return f"{start} {stop(item.title + by)} {stop(item.publisher or '')}"
        case "chapter":
            editors = row([direct()(name) for name in item.editors], last=" & ")
            role = "Eds." if len(item.editors) > 1 else "Ed."
            at = f"pp. {span(item)}" if item.lpage else f"p. {item.fpage}"
            place = ", ".join(part for part in (edition, at) if part)
            return f"{start} {stop(item.title)} In {editors} ({role}), {item.container} ({place}). {item.publisher}."
        case "thesis":
            return f"{start} {item.title} [Doctoral dissertation, {item.publisher}]."
        case "report":
            number = f" (Report No. {item.number})" if item.number else ""
            return f"{start} {stop(item.title + number)} {item.publisher}."
        case "newspaper":
            return f"{start} {stop(item.title)} {item.container}, {item.fpage}."
        case "webpage":
            year, mon, day = (item.accessed or "").split("-")
            return f"{start} {stop(item.title)} Retrieved {month(mon)} {int(day)}, {year}, from {item.url}"
        case "data":
            version = f" (Version {item.version})" if item.version else ""
            return f"{start} {item.title}{version} [Data set]. {item.container}.{link}"
        case "software":
            return f"{start} {item.title} (Version {item.version}) [Computer software]. {item.url}"
    return f"{start} {stop(item.title)} {item.container}.{link}"


def harvard(item: Item) -> str:
    """`Harker, A.B. and Li, X. (2019) ‘Title’, Journal, 12(3), pp. 132–139.` (Cite them right.)"""
    who = named(item, _TIGHT, last=" and ", most=3, kept=1, etal=" et al.", roles=(" (ed.)", " (eds)"))
    start = f"{who} ({item.year})"
    title = f"‘{item.title}’"
    at = f", pp. {span(item)}" if item.lpage else f", p. {item.fpage}" if item.fpage else ""
    edition = f"{ordinal(item.edition)} edn. " if item.edition else ""
    link = f" Available at: {doi_url(item.doi)}." if item.doi else ""
    if item.url:
        link = f" Available at: {item.url} (Accessed: {day_month_year(item.accessed or '')})."
    match item.type:
        case "journal":
            numbers = f"{item.volume}" + (f"({item.issue})" if item.issue else "")
            article = f", article {item.elocation}" if item.elocation else ""
            return f"{start} {title}, {item.container}, {numbers}{article}{at}.{link}"
        case "book":
            return f"{start} {stop(item.title)} {edition}{item.place}: {item.publisher}."
        case "chapter":
            editors = row([_TIGHT(name) for name in item.editors], last=" and ")
            role = "(eds)" if len(item.editors) > 1 else "(ed.)"
            host = f"{editors} {role} {stop(item.container or '')}"
            return f"{start} {title}, in {host} {edition}{item.place}: {item.publisher}{at}."
        case "thesis":
            return f"{start} {stop(item.title)} PhD thesis. {item.publisher}."
        case "newspaper":
            return f"{start} {title}, {item.container}, {item.day} {month(item.month or 1)}{at}."
    return f"{start} {stop(item.title)}{link}"


def chicago(item: Item) -> str:
    """`Harker, Anna, and Xiu Li. 2019. “Title.” Journal 12 (3): 132–39.` (17th edition, author-date.)"""
    who = named(item, full, first=full_inverted, last=", and ", most=10, kept=7, roles=(", ed.", ", eds."))
    start = sentences(who, item.year)
    title = quoted(item.title, ".")
    edition = f" {ordinal(item.edition)} ed." if item.edition else ""
    at = span(item, short=chicago_digits)
    match item.type:
        case "journal":
            issue = f" ({item.issue})" if item.issue else ""
            link = f" {doi_url(item.doi)}." if item.doi else ""
            return f"{start} {title} {item.container} {item.volume}{issue}" + (f": {at}" if at else "") + f".{link}"
        case "book":
            return f"{start} {stop(item.title)}{edition} {item.place}: {item.publisher}."
        case "chapter":
            editors = row([full(name) for name in item.editors], last=" and ")
            second = edition.rstrip()
            host = (
                f"{item.container},{second}, edited by {editors}"
                if second
                else f"{item.container}, edited by {editors}"
            )
            return f"{start} {title} In {host}, {at}. {item.place}: {item.publisher}."
    return f"{start} {title} PhD diss., {item.publisher}."


def elsevier(item: Item) -> str:
    """`Harker, A.B., Li, X., 2019. Title. J. Appl. Coat. 12 (3), 132–139.`"""
    who = named(item, _TIGHT, roles=(" (Ed.)", " (Eds.)"))
    start = f"{who}, {item.year}."
    edition = f", {ordinal(item.edition)} ed" if item.edition else ""
    match item.type:
        case "journal":
            issue = f" ({item.issue})" if item.issue else ""
            at = f", {span(item)}" if item.fpage or item.elocation else ""
            link = f" {doi_url(item.doi)}" if item.doi else ""
            return f"{start} {stop(item.title)} {item.container} {item.volume}{issue}{at}.{link}"
        case "book":
            return f"{start} {stop(item.title + edition)} {item.publisher}, {item.place}."
    editors = row([_TIGHT(name) for name in item.editors])
    role = "Eds." if len(item.editors) > 1 else "Ed."
    at = f"pp. {span(item)}" if item.lpage else f"p. {item.fpage}"
    host = stop(f"{item.container}{edition}")
    return f"{start} {item.title}, in: {editors} ({role}), {host} {item.publisher}, {item.place}, {at}."


def cell(item: Item) -> str:
    """`Harker, A.B., and Li, X. (2019). Title. J. Appl. Coat. 12, 132–139.`"""
    who = named(item, _TIGHT, last=", and ", most=10, kept=10)
    start = f"{stop(who)} ({item.year})."
    if item.type == "journal":
        at = f", {span(item)}" if item.fpage or item.elocation else ""
        link = f" {doi_url(item.doi)}." if item.doi else ""
        return f"{start} {stop(item.title)} {item.container} {item.volume}{at}.{link}"
    if item.type == "book":
        return f"{start} {item.title} ({item.publisher})."
    editors = row([direct(gap="")(name) for name in item.editors], last=", and ", two=" and ")
    role = "eds." if len(item.editors) > 1 else "ed."
    at = f"pp. {span(item)}" if item.lpage else f"p. {item.fpage}"
    return f"{start} {stop(item.title)} In {item.container}, {editors}, {role} ({item.publisher}), {at}."


_JOURNAL = fields("type container year volume issue elocation doi") | PAGES
_CHAPTER = fields("type container editors edition publisher year") | PAGES
_APA = {
    "journal": _JOURNAL,
    "book": fields("type edition volume translators publisher year"),
    "chapter": _CHAPTER,
    "thesis": fields("type publisher year"),
    "report": fields("number publisher year"),
    "newspaper": fields("container year month day fpage"),
    "webpage": fields("type year month day url accessed"),
    "data": fields("type container version year doi"),
    "software": fields("type version year url"),
    "preprint": fields("container year doi"),
}
_BOOK = fields("type edition place publisher year")
_HARVARD = {
    "journal": _JOURNAL | {"url", "accessed"},
    "book": _BOOK,
    "chapter": _CHAPTER | {"place"},
    "thesis": fields("type publisher year"),
    "newspaper": fields("container year month day fpage"),
    "webpage": fields("type year url accessed"),
}
_CHICAGO = {
    "journal": _JOURNAL,
    "book": _BOOK,
    "chapter": _CHAPTER | {"place"},
    "thesis": fields("type publisher year"),
}

STYLES = {
    "apa": Style(apa, ("en",), _APA, most=20, kept=19, edited=True),
    "harvard": Style(harvard, ("en",), _HARVARD, most=3, kept=1, edited=True),
    "chicago-author-date": Style(chicago, ("en",), _CHICAGO, most=10, kept=7, edited=True),
    "elsevier-harvard": Style(
        elsevier, ("en",), {"journal": _JOURNAL, "book": _BOOK, "chapter": _CHAPTER | {"place"}}, edited=True
    ),
    "cell": Style(
        cell,
        ("en",),
        {
            "journal": _JOURNAL - {"issue"},
            "book": fields("type publisher year"),
            "chapter": _CHAPTER - {"edition"},
        },
        most=10,
        kept=10,
    ),
}
