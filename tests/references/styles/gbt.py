"""GB/T 7714 in its four editions: codes in brackets, `//` before the host, surname first without dots.

1987 has no codes, `见:` before the host and `～` between pages. 2005 states a patent's country apart. 2025 sets
`，：（）` in full width in every language, has [PP], and puts a standard's number before its title.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.references.items import Item, Name, Person
from tests.references.styles.common import PAGES, Style, fields, initials, ordinal, row, shorten, stop

CODES = {
    "journal": "J", "book": "M", "chapter": "M", "confproc": "C", "thesis": "D", "report": "R", "standard": "S", "patent": "P",
    "newspaper": "N", "webpage": "EB", "data": "DS", "software": "CP", "preprint": "PP", "legal-doc": "A",
}  # fmt: skip
_ONLINE = "url accessed doi cstr"
_HOLDS = {
    "journal": fields("type container year volume issue elocation", _ONLINE) | PAGES,
    "book": fields("type volume edition translators place publisher year", _ONLINE),
    "chapter": fields("type container volume editors edition place publisher year", _ONLINE) | PAGES,
    "confproc": fields("type container place publisher year", _ONLINE) | PAGES,
    "thesis": fields("type place publisher year", _ONLINE),
    "report": fields("type number place publisher year", _ONLINE),
    "standard": fields("type number place publisher year", _ONLINE),
    "patent": fields("type number year month day", _ONLINE),
    "newspaper": fields("type container year month day fpage", _ONLINE),
    "webpage": fields("type year month day", _ONLINE),
    "data": fields("type container version year month day", _ONLINE),
    "software": fields("type version year", _ONLINE),
    "preprint": fields("type container version year month day", _ONLINE),
    "legal-doc": fields("type number year month day", _ONLINE),
}


@dataclass(frozen=True)
class Gbt:
    """One form of the standard."""

    edition: int = 2015
    author_date: bool = False
    wide: bool = False
    caps: bool = True
    before_code: str = ""

    def __call__(self, item: Item) -> str:
        """Print a work."""
        text = " ".join(part for part in self._parts(item) if part)
        text = stop(text)
        if self.wide:
            return _widened(text, item)
        return text

    def _parts(self, item: Item) -> list[str]:
        who = self._who(item)
        what = self._title(item) + self._code(item)
        if self.edition == 1987:
            return [stop(who), stop(what), self._source(item)]
        links = [item.url, item.doi and f"DOI:{item.doi}", item.cstr and f"CSTR:{item.cstr}"]
        source, joined = self._source(item), what
        if item.type in ("chapter", "confproc"):
            joined, source = f"{what}//{source}", ""
        if item.accessed:
            if source:
                source += f"[{item.accessed}]"
            else:
                joined += f"[{item.accessed}]"
        return [stop(who), stop(joined), stop(source), *(f"{link}." for link in links if link)]

    def _who(self, item: Item) -> str:
        names, cut = shorten(item.authors, 3, 3)
        printed = [self._name(name, item.lang) for name in names]
        if cut or item.etal:
            printed.append({"zh": "等", "ru": "и др."}.get(item.lang, "et al."))
        who = row(printed)
        if self.author_date and item.type != "newspaper":
            return f"{who}, {item.year}"
        return who.removesuffix(".") if item.lang != "ru" else who

    def _name(self, name: Name, lang: str) -> str:
        if not isinstance(name, Person):
            return name.name
        if lang == "zh":
            return name.surname + name.given
        surname = name.surname.upper() if self.caps else name.surname
        return f"{surname} {initials(name.given, dot='', hyphen='-')}"

    def _title(self, item: Item) -> str:
        title = item.title
        if item.type == "book":
            title += self._volume(item)
        if item.type == "standard" and self.edition == 2025:
            return f"{item.number} {title}"
        if item.number and self.edition <= 2005 and item.type == "patent":
            return f"{title}: {_COUNTRIES[item.lang]}, {item.number}"
        if item.number:
            return f"{title}: {item.number}"
        return title

    def _volume(self, item: Item) -> str:
        if not item.volume:
            return ""
        return f": 卷 {item.volume}" if item.lang == "zh" else f": vol. {item.volume}"

    def _code(self, item: Item) -> str:
        if self.edition == 1987:
            return {"zh": ": 〔学位论文〕"}.get(item.lang, ": [dissertation]") if item.type == "thesis" else ""
        online = "/OL" if item.url or item.doi or item.cstr else ""
        return f"{self.before_code}[{CODES[item.type]}{online}]"

    def _source(self, item: Item) -> str:
        match item.type:
            case "journal":
                return self._journal(item)
            case "newspaper":
                return f"{item.container}, {item.iso_date}({item.fpage})"
            case "patent" | "legal-doc":
                return item.iso_date
            case "webpage":
                return f"({item.iso_date})"
            case "data" | "preprint":
                version = f"V{item.version}. " if item.version else ""
                return f"{version}{item.container}({item.iso_date})"
            case "software":
                return f"V{item.version}" + ("" if self.author_date else f". {item.year}")
        return self._imprint(item)

    def _journal(self, item: Item) -> str:
        tilde = "～" if self.edition == 1987 else "-"
        issue = f"({item.issue})" if item.issue else ""
        year = [] if self.author_date else [item.year or ""]
        numbering = ", ".join([*year, item.volume]) + issue if item.volume else "".join(year) + issue
        at = self._pages(item, tilde)
        gap = "" if self.author_date and not item.volume else ", "
        return f"{item.container}{gap}{numbering}" + (f": {at}" if at else "")

    def _pages(self, item: Item, dash: str) -> str:
        return f"{item.fpage}{dash}{item.lpage}" if item.lpage else item.fpage or item.elocation or ""

    def _imprint(self, item: Item) -> str:
        zh = item.lang == "zh"
        parts = []
        if item.type in ("chapter", "confproc"):
            host = row([self._name(name, item.lang) for name in item.editors])
            parts += [host, f"{item.container}{self._volume(item)}"]
            if self.edition == 1987:
                parts[0] = (
                    ("见: " if zh else "In: ") + (host + (" 编. " if zh else ", ed. ") if host else "") + parts.pop()
                )
        if item.translators:
            parts.append(
                row([self._name(name, item.lang) for name in item.translators]) + (", 译" if zh else ", trans.")
            )
        if item.edition:
            parts.append(f"{item.edition}版" if zh else f"{ordinal(item.edition)} ed.")
        at = self._pages(item, "～" if self.edition == 1987 else "-")
        year = "" if self.author_date else f", {item.year}"
        imprint = f"{item.place}: {item.publisher}{year}"
        if at:
            imprint += f". {at}" if self.edition == 1987 else f": {at}"
        return " ".join([*(stop(part) for part in parts if part), imprint])


_COUNTRIES = {"zh": "中国", "en": "US", "de": "DE", "fr": "FR", "ru": "RU"}
#: Marks that a full-width setting prints in full width, outside of addresses.
_WIDE = str.maketrans({",": "，", ":": "：", "(": "（", ")": "）"})


def _widened(text: str, item: Item) -> str:
    """Set the standard's own marks in full width; what is quoted (titles, numbers, addresses) keeps its own."""
    kept = sorted(
        {t for t in (item.title, item.container, item.number, item.place, item.doi, item.url, item.cstr) if t}, key=len
    )
    for index, piece in enumerate(reversed(kept)):
        text = text.replace(piece, f"\0{chr(0xE000 + index)}")
    for mark in ", ", ": ":
        text = text.replace(mark, mark.strip().translate(_WIDE))
    for name in ("DOI:", "CSTR:"):
        text = text.replace(name, name.replace(":", "\1"))
    text = text.translate(_WIDE).replace("\1", ":")
    for index, piece in enumerate(reversed(kept)):
        text = text.replace(f"\0{chr(0xE000 + index)}", piece)
    return text


_LANGUAGES = ("zh", "en", "de", "fr", "ru")
_EARLY = ("journal", "book", "chapter", "confproc", "thesis", "standard", "patent", "newspaper")


def _style(form: Gbt, languages: tuple[str, ...] = _LANGUAGES) -> Style:
    holds = dict(_HOLDS)
    if form.edition < 2025:
        del holds["preprint"]
    if form.edition == 1987:
        holds = {type_: holds[type_] - {"url", "accessed", "doi", "cstr"} for type_ in _EARLY}
        # Without codes a type is told where a word or a form tells it.
        holds = {type_: held - (set() if type_ in ("journal", "thesis") else {"type"}) for type_, held in holds.items()}
    return Style(form, languages, holds, most=3, kept=3)


STYLES = {
    "gbt-1987": _style(Gbt(1987, caps=False)),
    "gbt-2005": _style(Gbt(2005)),
    "gbt-2005-author-date": _style(Gbt(2005, author_date=True)),
    "gbt-2015": _style(Gbt(2015)),
    "gbt-2015-author-date": _style(Gbt(2015, author_date=True)),
    "gbt-2015-wide": _style(Gbt(2015, wide=True)),
    "gbt-2015-nocaps": _style(Gbt(2015, caps=False, before_code=" ")),
    "gbt-2025": _style(Gbt(2025, wide=True, caps=False)),
    "gbt-2025-author-date": _style(Gbt(2025, author_date=True, wide=True, caps=False)),
}
