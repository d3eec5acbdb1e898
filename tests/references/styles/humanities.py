"""Bibliographies of the humanities in English: Chicago's notes-bibliography, and MLA."""

from __future__ import annotations

from tests.references.items import Item
from tests.references.styles.common import (
    PAGES,
    Style,
    chicago_digits,
    doi_url,
    dotted_month,
    fields,
    full,
    full_inverted,
    month,
    named,
    ordinal,
    quoted,
    row,
    sentences,
    span,
    stop,
)  # fmt: skip


def chicago(item: Item) -> str:
    """`Harker, Anna, and Xiu Li. “Title.” Journal 12, no. 3 (2019): 132–39.` (17th edition.)"""
    who = named(item, full, first=full_inverted, last=", and ", most=10, kept=7, roles=(", ed.", ", eds."))
    title = quoted(item.title, ".")
    edition = f"{ordinal(item.edition)} ed." if item.edition else ""
    at = span(item, short=chicago_digits)
    imprint = f"{item.place}: {item.publisher}, {item.year}."
    match item.type:
        case "journal":
            issue = f", no. {item.issue}" if item.issue else ""
            link = f" {doi_url(item.doi)}." if item.doi else ""
            end = f" ({item.year})" + (f": {at}" if at else "") + f".{link}"
            return f"{stop(who)} {title} {item.container} {item.volume}{issue}{end}"
        case "book":
            by = (
                f" Translated by {row([full(name) for name in item.translators], last=' and ')}."
                if item.translators
                else ""
            )
            return sentences(who, item.title) + by + f" {edition} {imprint}".replace("  ", " ")
        case "chapter":
            editors = row([full(name) for name in item.editors], last=" and ")
            host = ", ".join(part for part in (item.container, edition, f"edited by {editors}", at) if part)
            return f"{stop(who)} {title} In {host}. {imprint}"
        case "thesis":
            return f"{stop(who)} {title} PhD diss., {item.publisher}, {item.year}."
        case "newspaper":
            return f"{stop(who)} {title} {item.container}, {month(item.month or 1)} {item.day}, {item.year}."
    year, mon, day = (item.accessed or "").split("-")
    date = f"{month(item.month or 1)} {item.day}, {item.year}"
    return f"{stop(who)} {title} {date}. Accessed {month(mon)} {int(day)}, {year}. {item.url}."


def mla(item: Item) -> str:
    """`Harker, Anna, and Xiu Li. “Title.” Journal, vol. 12, no. 3, 2019, pp. 132–39.` (9th edition.)"""
    who = stop(named(item, full, first=full_inverted, last=", and ", most=2, kept=1, roles=(", editor", ", editors")))
    title = quoted(item.title, ".")
    edition = f"{ordinal(item.edition)} ed." if item.edition else None
    at = (
        f"pp. {span(item, short=chicago_digits)}"
        if item.lpage
        else f"p. {item.fpage}"
        if item.fpage
        else item.elocation
    )
    match item.type:
        case "journal":
            numbers = [f"vol. {item.volume}", item.issue and f"no. {item.issue}", item.year, at]
            link = item.doi and doi_url(item.doi)
            return f"{who} {title} " + ", ".join(part for part in (item.container, *numbers, link) if part) + "."
        case "book":
            by = row([full(name) for name in item.translators], last=" and ")
            parts = [by and f"Translated by {by}", edition, item.publisher, item.year]
            return f"{who} {stop(item.title)} " + ", ".join(part for part in parts if part) + "."
        case "chapter":
            editors = row([full(name) for name in item.editors], last=" and ")
            host = (item.container, f"edited by {editors}", edition, item.publisher, item.year, at)
            return f"{who} {title} " + ", ".join(part for part in host if part) + "."
        case "thesis":
            return f"{who} {stop(item.title)} {item.year}. {item.publisher}, PhD dissertation."
        case "newspaper":
            date = f"{item.day} {dotted_month(item.month or 1)} {item.year}"
            return f"{who} {title} {item.container}, {date}, {at}."
    year, mon, day = (item.accessed or "").split("-")
    date = f"{item.day} {dotted_month(item.month or 1)} {item.year}"
    return f"{who} {title} {date}, {item.url}. Accessed {int(day)} {dotted_month(mon)} {year}."


_JOURNAL = fields("type container year volume issue elocation doi") | PAGES
_CHAPTER = fields("type container editors edition publisher year") | PAGES
_WEB = fields("type year month day url accessed")
_THESIS = fields("type publisher year")

STYLES = {
    "chicago-notes": Style(
        chicago,
        ("en",),
        {
            "journal": _JOURNAL,
            "book": fields("type translators edition place publisher year"),
            "chapter": _CHAPTER | {"place"},
            "thesis": _THESIS,
            "newspaper": fields("container year month day"),
            "webpage": _WEB,
        },
        most=10,
        kept=7,
        edited=True,
    ),
    "mla": Style(
        mla,
        ("en",),
        {
            "journal": _JOURNAL,
            "book": fields("type translators edition publisher year"),
            "chapter": _CHAPTER,
            "thesis": _THESIS,
            "newspaper": fields("container year month day fpage"),
            "webpage": _WEB,
        },
        most=2,
        kept=1,
        edited=True,
    ),
}
