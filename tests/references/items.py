"""Works to be cited, in fields that belong to no style, and strategies that make plausible ones.

What the strategies leave out, since no reader could tell it from the print alone:
- a full stop and a blank within a title: it is the sign that ends titles in most styles;
- a tail such as "(2)" on a title: it looks like an issue;
- an edition of 1: no style prints it;
- a work with neither authors nor an organisation, unless it is a newspaper's or a page's: the first field is then a guess;
- a host of the same title as its chapter;
- a page range that runs down, or a journal article with neither volume nor issue;
- an article number of digits alone: in `12(3), 184305` it is a page as well as an article number.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from tests.references.words import WORDS

TYPES = (
    "journal", "book", "chapter", "confproc", "thesis", "report", "standard", "patent", "newspaper", "webpage", "data",
    "software", "preprint", "legal-doc",
)  # fmt: skip
LANGUAGES = tuple(WORDS)


@dataclass(frozen=True)
class Person:
    """A person. A name that cannot be split is all surname."""

    surname: str
    given: str = ""


@dataclass(frozen=True)
class Organisation:
    """A body as an author."""

    name: str


Name = Person | Organisation


@dataclass(frozen=True)
class Item:
    """A cited work. `title` is the cited work's own, `container` what it stands in; `accessed` is an ISO date."""

    type: str
    title: str
    lang: str = "en"
    authors: tuple[Name, ...] = ()
    etal: bool = False
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    container: str | None = None
    year: str | None = None
    month: str | None = None
    day: str | None = None
    volume: str | None = None
    issue: str | None = None
    fpage: str | None = None
    lpage: str | None = None
    elocation: str | None = None
    publisher: str | None = None
    place: str | None = None
    edition: str | None = None
    version: str | None = None
    number: str | None = None
    url: str | None = None
    doi: str | None = None
    cstr: str | None = None
    accessed: str | None = None

    @property
    def iso_date(self) -> str:
        """The date as far as it is known."""
        return "-".join(part.zfill(2) for part in (self.year, self.month, self.day) if part)


FIELDS = tuple(field.name for field in fields(Item))

_NUMBERS = st.integers(1, 320).map(str)
_YEARS = st.integers(1950, 2026).map(str)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def titles(draw: st.DrawFn, lang: str) -> str:
    """A title of some four to twelve words, with the punctuation that titles have."""
    words = WORDS[lang]
    head = draw(st.sampled_from(words.heads))
    picked = draw(st.lists(st.sampled_from(words.complements), min_size=1, max_size=2, unique=True))
    if lang == "zh":
        picked = picked[:1]
    return words.gap.join([head, *picked]) + draw(st.just("") | st.sampled_from(words.tails))


def persons(lang: str) -> st.SearchStrategy[Person]:
    """A person; in Chinese sometimes a foreigner whose transliterated name is not split."""
    words = WORDS[lang]
    person = st.builds(Person, st.sampled_from(words.surnames), st.sampled_from(words.given))
    if lang != "zh":
        return person
    foreigners = st.sampled_from([Person("马克思"), Person("扬奎斯特"), Person("玛丽·安·琼斯")])
    return st.integers(0, 9).flatmap(lambda die: foreigners if die == 9 else person)


def people(lang: str, most: int = 5) -> st.SearchStrategy[tuple[Name, ...]]:
    """A list of persons, all different."""
    return st.lists(persons(lang), min_size=1, max_size=most, unique=True).map(tuple)


def bodies(lang: str) -> st.SearchStrategy[tuple[Name, ...]]:
    """One organisation."""
    return st.sampled_from(WORDS[lang].organisations).map(lambda name: (Organisation(name),))


@st.composite
def dois(draw: st.DrawFn) -> str:
    """A DOI in one of the shapes that registrants use."""
    a, b = draw(st.integers(1000, 99999)), draw(st.integers(100, 9999))
    shapes = (
        f"10.{a}/jam.{b}.2019", f"10.{a}/j.cnki.1000-{b:04d}.2018.03.005", f"10.1016/S0{b % 1000:03d}-{a % 9000 + 1000}(99)00{b % 900 + 100}-X",
        f"10.1002/(SICI)1097-{b:04d}(1998)12:3<{a}::AID-JAM>3.0.CO;2-N", f"10.{a}/s{b}-021-0{b}-4", f"10.{a}/JAM_{b}",
    )  # fmt: skip
    return draw(st.sampled_from(shapes))


_URLS = st.builds(
    lambda host, path: f"https://{host}/{path}",
    st.sampled_from(["www.coastaldata.example", "db.timber.example", "news.harbour-times.example"]),
    st.sampled_from(["reports/2019/a-7.html", "view?id=123&lang=en", "d/5f_2c", "~wang/paper.pdf"]),
)
#: Whatever is accessed was published before.
_ONLINE_YEARS = st.integers(1998, 2019).map(str)
_ACCESSED = st.dates(date(2020, 1, 1), date(2026, 6, 30)).map(date.isoformat)


@st.composite
def pages(draw: st.DrawFn, *, articles: bool) -> dict[str, str]:
    """A page, a range of pages or, for journal articles, an article number."""
    first = draw(st.integers(1, 1800))
    shape = draw(st.sampled_from(["range", "range", "range", "page", *(["number"] if articles else [])]))
    if shape == "number":
        return {"elocation": draw(st.sampled_from("eL")) + str(10000 + first)}
    if shape == "page":
        return {"fpage": str(first)}
    return {"fpage": str(first), "lpage": str(first + draw(st.integers(1, 40)))}


@st.composite
def items(draw: st.DrawFn, lang: str, type_: str) -> Item:
    """A plausible work of this type in this language."""
    words = WORDS[lang]
    value: dict[str, Any] = {"type": type_, "lang": lang, "title": draw(titles(lang)), "year": draw(_YEARS)}
    corporate = type_ in ("standard", "legal-doc") or (
        type_ in ("report", "webpage", "data", "software") and draw(st.booleans())
    )
    value["authors"] = draw(bodies(lang) if corporate else people(lang))
    if not corporate and len(value["authors"]) >= 3:
        value["etal"] = draw(st.booleans())
    value |= _FILLERS[type_](draw, lang, words)
    assume(value.get("container") != value["title"])
    return Item(**{key: field for key, field in value.items() if field is not None})


def _journal(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    volume = draw(_maybe(_NUMBERS) if lang == "zh" else _NUMBERS)
    issues = st.integers(1, 12).map(str) | st.sampled_from(["S1", "9/10", "2-3"])
    issue = draw(_maybe(issues) if volume else issues)
    return {
        "container": draw(st.sampled_from(words.journals)), "volume": volume, "issue": issue,
        **draw(pages(articles=lang == "en")), **_link(draw, lang),
    }  # fmt: skip


def _link(draw: st.DrawFn, lang: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(["none", "none", "doi", "doi", "url", *(["cstr"] if lang == "zh" else [])]))
    if kind == "doi":
        return {"doi": draw(dois())}
    if kind == "cstr":
        return {"cstr": f"32{draw(st.integers(100, 999))}.14.jam.{draw(st.integers(1, 9999)):06d}"}
    return _address(draw) if kind == "url" else {}


def _address(draw: st.DrawFn) -> dict[str, Any]:
    return {"year": draw(_ONLINE_YEARS), "url": draw(_URLS), "accessed": draw(_ACCESSED)}


def _imprint(draw: st.DrawFn, words: Any) -> dict[str, Any]:
    return {"place": draw(st.sampled_from(words.places)), "publisher": draw(st.sampled_from(words.publishers))}


def _book(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {
        "edition": draw(_maybe(st.integers(2, 9).map(str))), "volume": draw(_maybe(st.integers(1, 9).map(str))),
        "translators": draw(st.just(()) | people(lang, 2)), **_imprint(draw, words),
    }  # fmt: skip


def _chapter(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {
        "container": draw(titles(lang)), "editors": draw(people(lang, 2)), "edition": draw(_maybe(st.integers(2, 5).map(str))),
        "volume": draw(_maybe(st.integers(1, 9).map(str))),
        **_imprint(draw, words), **draw(pages(articles=False)),
    }  # fmt: skip


def _confproc(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {
        "container": draw(st.sampled_from(words.proceedings)),
        **_imprint(draw, words),
        **draw(pages(articles=False)),
    }


def _thesis(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {"place": draw(st.sampled_from(words.places)), "publisher": draw(st.sampled_from(words.universities))}


def _report(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {**_imprint(draw, words), "number": draw(_maybe(st.integers(11, 999).map(lambda n: f"TR-{n}")))}


def _standard(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    codes = (
        ["GB/T 3792—2021", "GB 18030—2022", "NB/T 10386—2020"] if lang == "zh" else ["ISO 690:2021", "IEC 62380:2004"]
    )
    code = draw(st.sampled_from(codes))
    return {**_imprint(draw, words), "number": code, "year": code[-4:]}


def _dated(draw: st.DrawFn) -> dict[str, Any]:
    day = draw(st.dates())
    return {"month": str(day.month), "day": str(day.day)}


def _patent(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    prefix = {"zh": "CN", "en": "US", "de": "DE", "fr": "FR", "ru": "RU", "pt": "BR", "es": "ES"}[lang]
    digits = draw(st.integers(10000000, 29999999))
    number = f"{digits}.{digits % 10}" if lang == "zh" and draw(st.booleans()) else f"{prefix}{digits}A"
    return {**_dated(draw), "number": number}


def _newspaper(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    page = draw(st.integers(1, 24))
    return {**_dated(draw), "container": draw(st.sampled_from(words.newspapers)), "fpage": f"{page:02d}"}


def _webpage(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {**_dated(draw), **_address(draw)}


def _data(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    version = draw(_maybe(st.sampled_from(["1", "2", "2.1"])))
    return {**_dated(draw), "container": draw(st.sampled_from(words.sites)), "version": version, "doi": draw(dois())}


def _software(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    return {"version": draw(st.sampled_from(["1.2", "3.0.1", "2"])), **_address(draw)}


def _preprint(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    version = draw(_maybe(st.sampled_from(["2", "3"])))
    return {**_dated(draw), "container": draw(st.sampled_from(words.sites)), "version": version, "doi": draw(dois())}


def _legal(draw: st.DrawFn, lang: str, words: Any) -> dict[str, Any]:
    count = draw(st.integers(1, 60))
    return {**_dated(draw), "number": f"水发〔2019〕{count}号" if lang == "zh" else f"No. {count}/2019"}


_FILLERS = {
    "journal": _journal, "book": _book, "chapter": _chapter, "confproc": _confproc, "thesis": _thesis, "report": _report,
    "standard": _standard, "patent": _patent, "newspaper": _newspaper, "webpage": _webpage, "data": _data,
    "software": _software, "preprint": _preprint, "legal-doc": _legal,
}  # fmt: skip


_SHARED = ("year", "month", "day", "volume", "issue", "fpage", "lpage", "elocation", "doi", "edition", "etal")


@st.composite
def bilingual(draw: st.DrawFn, type_: str) -> tuple[Item, Item]:
    """One work in Chinese and in English: the same numbers, the same authors in two scripts."""
    zh = draw(items("zh", type_))
    en = draw(items("en", type_))
    shared = {name: getattr(zh, name) for name in _SHARED}
    authors = tuple(_romanised(name) for name in zh.authors)
    return zh, replace(en, **shared, authors=authors, url=None, accessed=None)


def _romanised(name: Name) -> Name:
    if isinstance(name, Organisation):
        return Organisation("Institute of Applied Mapping")
    if not name.given:
        return Person("Marsh", "Jane Ann")
    return Person(_pinyin(name.surname).capitalize(), _pinyin(name.given).capitalize())


def _pinyin(han: str) -> str:
    return "".join(lazy_pinyin(han))
