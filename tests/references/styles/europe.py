"""Other languages' own rules: ABNT in Portuguese, ISO 690 in French and Spanish, DIN 1505-2, Russian GOST."""

from __future__ import annotations

from dataclasses import dataclass

from tests.references.items import Item, Name, Organisation
from tests.references.styles.common import (
    PAGES,
    Style,
    caps,
    direct,
    fields,
    full_inverted,
    inverted,
    named,
    row,
    sentences,
    span,
    stop,
)  # fmt: skip

_PT = "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.".split()
_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def _caps_inverted(name: Name) -> str:
    return full_inverted(caps(name))


def _dated(iso: str, months: list[str], glue: str = " ") -> str:
    year, month, day = iso.split("-")
    return glue.join([str(int(day)), months[int(month) - 1], year])


# -- ABNT NBR 6023 ------------------------------------------------------------------------------------------


def abnt(item: Item) -> str:
    """`SILVA, João; SOUZA, Ana. Título. Revista, v. 12, n. 3, p. 132-139, 2019.`"""
    start = sentences(
        named(item, _abnt_name, sep="; ", most=3, kept=1, etal=" et al.", roles=(" (org.)",) * 2), item.title
    )
    edition = f" {item.edition}. ed." if item.edition else ""
    imprint = f" {item.place}: {item.publisher}, {item.year}."
    at = f"p. {span(item, '-')}" if item.fpage else item.elocation
    match item.type:
        case "journal":
            parts = [item.container, f"v. {item.volume}", item.issue and f"n. {item.issue}", at, item.year]
            doi = f" DOI: {item.doi}." if item.doi else ""
            return f"{start} " + ", ".join(part for part in parts if part) + f".{doi}{_abnt_link(item)}"
        case "book":
            return start + edition + (f" v. {item.volume}." if item.volume else "") + imprint
        case "chapter":
            editors = row([_caps_inverted(name) for name in item.editors], "; ")
            return f"{start} In: {editors} (org.). {stop(item.container or '')}{edition}{imprint} {at}."
        case "confproc":
            return f"{start} In: {stop(item.container or '')}{imprint} {at}."
        case "thesis":
            return f"{start} {item.year}. Tese (Doutorado) – {item.publisher}, {item.place}, {item.year}."
        case "newspaper":
            date = f"{item.day} {_PT[int(item.month or 1) - 1]} {item.year}"
            return f"{start} {item.container}, {date}. {at}."
    return f"{start} {item.year}.{_abnt_link(item)}"


def _abnt_name(name: Name) -> str:
    return name.name.upper() if isinstance(name, Organisation) else _caps_inverted(name)


def _abnt_link(item: Item) -> str:
    return f" Disponível em: {item.url}. Acesso em: {_dated(item.accessed or '', _PT)}." if item.url else ""


# -- ISO 690 ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Iso690:
    """The words of one language."""

    last: str
    issue: str
    edition: str
    host: str
    editor: str
    colon: str
    link: str
    months: tuple[str, ...]
    glue: str
    seen: str
    thesis: str

    def __call__(self, item: Item) -> str:
        """Print a work."""
        who = named(
            item, _caps_inverted, last=self.last, most=3, kept=1, etal=" et al.", roles=(f" ({self.editor})",) * 2
        )
        start = sentences(who, item.title)
        edition = " " + self.edition.format(item.edition) if item.edition else ""
        imprint = f" {item.place}{self.colon}{item.publisher}, {item.year}"
        at = f", p. {span(item, '-')}" if item.fpage else ""
        match item.type:
            case "journal":
                issue = f", {self.issue} {item.issue}" if item.issue else ""
                doi = f" DOI {item.doi}." if item.doi else ""
                return f"{start} {stop(item.container or '')} {item.year}, vol. {item.volume}{issue}{at}.{doi}{self._link(item)}"
            case "book":
                return f"{start}{edition}{imprint}."
            case "chapter":
                editors = row([_caps_inverted(name) for name in item.editors], last=self.last)
                return f"{start} {self.host} {editors} ({self.editor}), {stop(item.container or '')}{edition}{imprint}{at}."
            case "thesis":
                return f"{start} {self.thesis}.{imprint}."
        return f"{start} {item.year}.{self._link(item)}"

    def _link(self, item: Item) -> str:
        if not item.url:
            return ""
        seen = self.seen.format(_dated(item.accessed or "", list(self.months), self.glue))
        return f" {self.link}{item.url} [{seen}]."


iso690_fr = Iso690(
    last=" et ", issue="n°", edition="{}e éd.", host="In :", editor="éd.", colon=" : ", link="Disponible à l’adresse : ",
    months=tuple(_FR), glue=" ", seen="consulté le {}", thesis="Thèse de doctorat",
)  # fmt: skip
iso690_es = Iso690(
    last=" y ", issue="núm.", edition="{}ª ed.", host="En:", editor="ed.", colon=": ", link="Disponible en: ",
    months=tuple(_ES), glue=" de ", seen="consulta: {}", thesis="Tesis doctoral",
)  # fmt: skip


# -- DIN 1505-2 ---------------------------------------------------------------------------------------------


def din1505(item: Item) -> str:
    """`MÜLLER, Hans ; SCHMIDT, Anna: Titel. In: Zeitschrift Bd. 3 (2004), Nr. 2, S. 11–15`: no last stop."""
    who = named(item, _caps_inverted, sep=" ; ", most=3, kept=1, etal=" u. a.", roles=(" (Hrsg.)",) * 2)
    start = f"{who}: {stop(item.title)}"
    edition = f" {item.edition}. Aufl." if item.edition else ""
    imprint = f" {item.place} : {item.publisher}, {item.year}"
    at = f", S. {span(item)}" if item.fpage else ""
    match item.type:
        case "journal":
            issue = f", Nr. {item.issue}" if item.issue else ""
            return f"{start} In: {item.container} Bd. {item.volume} ({item.year}){issue}{at}"
        case "book":
            volume = f" Bd. {item.volume}." if item.volume else ""
            return f"{start}{volume}{edition}{imprint}"
        case "chapter":
            editors = row([_caps_inverted(name) for name in item.editors], " ; ")
            return f"{start} In: {editors} (Hrsg.): {stop(item.container or '')}{edition}{imprint}{at}"
    return f"{start} {item.place}, {item.publisher}, Diss., {item.year}"


# -- GOST ---------------------------------------------------------------------------------------------------

_RU = inverted(" ")
_RU_COMMA = inverted(", ")
_RU_FIRST = direct()


def gost_705(item: Item) -> str:
    """`Иванов И. О., Петрова А. Б. Заглавие // Журнал. 2019. Т. 5. № 2. С. 11–15.` (ГОСТ Р 7.0.5.)"""
    who = named(item, _RU, most=3, kept=3, etal=" и др.")
    start = f"{stop(who)} {item.title}"
    edition = f" {item.edition}-е изд." if item.edition else ""
    match item.type:
        case "journal":
            issue = f" № {item.issue}." if item.issue else ""
            at = f" С. {span(item)}." if item.fpage else ""
            doi = f" DOI: {item.doi}." if item.doi else ""
            return f"{start} // {stop(item.container or '')} {item.year}. Т. {item.volume}.{issue}{at}{doi}{_gost_link(item)}"
        case "book":
            volume = f" Т. {item.volume}." if item.volume else ""
            return f"{stop(start)}{volume}{edition} {item.place}: {item.publisher}, {item.year}. {_leaves(item)} с."
        case "confproc":
            return (
                f"{start} // {stop(item.container or '')} {item.place}: {item.publisher}, {item.year}. С. {span(item)}."
            )
        case "thesis":
            return f"{start}: дис. ... канд. техн. наук. {item.place}, {item.year}. {_leaves(item)} с."
        case "newspaper":
            date = f"{int(item.day or 1):02d}.{int(item.month or 1):02d}"
            return f"{start} // {stop(item.container or '')} {item.year}. {date}. С. {item.fpage}."
    return f"{start} [Электронный ресурс].{_gost_link(item)}"


def gost_71(item: Item) -> str:
    """`Иванов, И. О. Заглавие / И. О. Иванов, А. Б. Петрова // Журнал. – 2019. – Т. 5, № 2. – С. 11–15.` (ГОСТ 7.1.)"""
    first = item.authors[0]
    responsible = named(item, _RU_FIRST, most=3, kept=1, etal=" [и др.]")
    start = f"{stop(_RU_COMMA(first))} {item.title} / {responsible}"
    if item.type == "journal":
        issue = f", № {item.issue}" if item.issue else ""
        at = f" – С. {span(item)}." if item.fpage else ""
        return f"{start} // {stop(item.container or '')} – {item.year}. – Т. {item.volume}{issue}.{at}"
    edition = f" – {item.edition}-е изд." if item.edition else ""
    return f"{stop(start)}{edition} – {item.place} : {item.publisher}, {item.year}. – {_leaves(item)} с."


def _leaves(item: Item) -> int:
    """How many pages a book has; no field of it, but the styles state it."""
    return 100 + sum(map(ord, item.title)) % 400


def _gost_link(item: Item) -> str:
    if not item.url:
        return ""
    year, month, day = (item.accessed or "").split("-")
    return f" URL: {item.url} (дата обращения: {day}.{month}.{year})."


_JOURNAL = fields("type container year volume issue") | PAGES
_LINKED = _JOURNAL | {"doi", "url", "accessed"}
_BOOK = fields("type edition place publisher year")
_CHAPTER = fields("type container editors edition place publisher year") | PAGES
_CONF = fields("container place publisher year") | PAGES
_THESIS = fields("type place publisher year")
_NEWS = fields("type container year month day fpage")
_WEB = fields("type year url accessed")

_ABNT = {
    "journal": _LINKED, "book": _BOOK | {"volume"}, "chapter": _CHAPTER, "confproc": _CONF, "thesis": _THESIS,
    "newspaper": _NEWS, "webpage": _WEB,
}  # fmt: skip
_ISO = {"journal": _LINKED, "book": _BOOK, "chapter": _CHAPTER, "thesis": _THESIS, "webpage": _WEB}
_GOST = {
    "journal": _LINKED, "book": _BOOK | {"volume"}, "confproc": _CONF, "thesis": fields("type place year"),
    "newspaper": _NEWS - {"type"}, "webpage": fields("type url accessed"),
}  # fmt: skip

STYLES = {
    "abnt": Style(abnt, ("pt",), _ABNT, most=3, kept=1, edited=True),
    "iso690-fr": Style(iso690_fr, ("fr",), _ISO, most=3, kept=1, edited=True),
    "iso690-es": Style(iso690_es, ("es",), _ISO, most=3, kept=1, edited=True),
    "din-1505": Style(
        din1505,
        ("de",),
        {"journal": _JOURNAL, "book": _BOOK | {"volume"}, "chapter": _CHAPTER, "thesis": _THESIS},
        most=3,
        kept=1,
        edited=True,
    ),
    "gost-7.0.5": Style(gost_705, ("ru",), _GOST, most=3, kept=3),
    "gost-7.1": Style(gost_71, ("ru",), {"journal": _JOURNAL, "book": _BOOK}, most=3, kept=1),
}
