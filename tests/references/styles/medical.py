"""The Vancouver family: surnames with bare initials, `year;volume(issue):pages`."""

from __future__ import annotations

from dataclasses import dataclass

from tests.references.items import Item
from tests.references.styles.common import (
    PAGES,
    Style,
    changed_digits,
    doi_url,
    dotless,
    fields,
    inverted,
    month,
    named,
    ordinal,
    row,
    sentences,
    span,
    stop,
)  # fmt: skip

_NAME = inverted(" ", dot="", gap="", hyphen="")


@dataclass(frozen=True)
class Vancouver:
    """One journal's form of it."""

    short_pages: bool = True
    dash: str = "-"
    after_journal: str = ". "
    doi: str = " doi: {}"
    with_issue: bool = True
    most: int = 6
    kept: int = 6

    def __call__(self, item: Item) -> str:
        """Print a work."""
        who = named(item, _NAME, most=self.most, kept=self.kept, etal=", et al", roles=(", editor", ", editors"))
        start = sentences(who, item.title + self._medium(item))
        edition = f" {ordinal(item.edition)} ed." if item.edition else ""
        imprint = f" {item.place}: {item.publisher}; {item.year}."
        match item.type:
            case "journal":
                return start + " " + self._journal(item)
            case "book":
                volume = f" Vol. {item.volume}." if item.volume else ""
                translators = row([_NAME(name) for name in item.translators])
                by = f" {translators}, translator{'s' * (len(item.translators) > 1)}." if translators else ""
                return f"{start}{volume}{by}{edition}{imprint}"
            case "chapter":
                editors = row([_NAME(name) for name in item.editors]) + ", editor" + "s" * (len(item.editors) > 1)
                return f"{start} In: {editors}. {stop(item.container or '')}{edition}{imprint} p. {self._pages(item)}."
            case "confproc":
                return f"{start} In: {stop(item.container or '')}{imprint} p. {self._pages(item)}."
            case "thesis":
                return start + imprint
            case "report":
                return start + imprint + (f" Report No.: {item.number}." if item.number else "")
            case "newspaper":
                return f"{start} {item.container}. {item.year} {month(item.month or 1, 3)} {item.day}:{item.fpage}."
        cited = item.accessed or ""
        seen = f"{cited[:4]} {month(cited[5:7], 3)} {int(cited[8:])}"
        return f"{start} {item.year} {month(item.month or 1, 3)} {item.day} [cited {seen}]. Available from: {item.url}"

    def _medium(self, item: Item) -> str:
        return {"thesis": " [dissertation]", "webpage": " [Internet]"}.get(item.type, "")

    def _pages(self, item: Item) -> str:
        return span(item, self.dash, changed_digits if self.short_pages else None)

    def _journal(self, item: Item) -> str:
        issue = f"({item.issue})" if item.issue and self.with_issue else ""
        at = f":{self._pages(item)}" if item.fpage or item.elocation else ""
        doi = self.doi.format(item.doi if "doi:" in self.doi else doi_url(item.doi)) if item.doi else ""
        numbers = f"{item.year};{item.volume or ''}{issue}{at}."
        return dotless(item.container or "") + self.after_journal + numbers + doi


def springer_basic(item: Item) -> str:
    """Springer's name-year form: `Harker AB (2019) Title. J Appl Coat 12(3):132–139.` without a last stop."""
    who = named(item, _NAME, most=None, etal=" et al", roles=(" (ed)", " (eds)"))
    start = f"{who} ({item.year}) {item.title}"
    edition = f", {ordinal(item.edition)} edn" if item.edition else ""
    if item.type == "journal":
        issue = f"({item.issue})" if item.issue else ""
        at = f":{span(item)}" if item.fpage or item.elocation else ""
        doi = f". {doi_url(item.doi)}" if item.doi else ""
        return f"{stop(start)} {dotless(item.container or '')} {item.volume}{issue}{at}{doi}"
    if item.type == "book":
        return f"{stop(start + edition)} {item.publisher}, {item.place}"
    if item.type == "thesis":
        return f"{stop(start)} Dissertation, {item.publisher}"
    editors = row([_NAME(name) for name in item.editors]) + (" (eds)" if len(item.editors) > 1 else " (ed)")
    at = f"pp {span(item)}" if item.lpage else f"p {item.fpage}"
    return f"{stop(start)} In: {editors} {stop(f'{item.container}{edition}')} {item.publisher}, {item.place}, {at}"


_HOLDS = {
    "journal": fields("type container year volume issue elocation doi") | PAGES,
    "book": fields("type edition volume translators place publisher year"),
    "chapter": fields("type container editors edition place publisher year") | PAGES,
    "confproc": fields("container place publisher year") | PAGES,
    "thesis": fields("type place publisher year"),
    "report": fields("number place publisher year"),
    "newspaper": fields("container year month day fpage"),
    "webpage": fields("type year month day url accessed"),
}
_SPRINGER = {
    "journal": _HOLDS["journal"],
    "book": fields("type edition place publisher year"),
    "chapter": _HOLDS["chapter"],
    "thesis": fields("type publisher year"),
}
_ELSEVIER = {type_: _HOLDS[type_] for type_ in ("book", "chapter")}

STYLES = {
    "vancouver": Style(Vancouver(), ("en",), _HOLDS, most=6, kept=6, edited=True),
    "ama": Style(Vancouver(short_pages=False, doi=" doi:{}", kept=3), ("en",), _HOLDS, most=6, kept=3, edited=True),
    "elsevier-vancouver": Style(
        Vancouver(dash="–", after_journal=" ", doi=" {}", with_issue=False),
        ("en",),
        {"journal": _HOLDS["journal"] - {"issue"}, **_ELSEVIER},
        most=6,
        kept=6,
        edited=True,
    ),
    "springer-basic": Style(springer_basic, ("en",), _SPRINGER, edited=True),
}
