"""Chinese house styles of the humanities and of law: titles in 《》, no codes, numbers with their measure words."""

from __future__ import annotations

from tests.references.items import Item
from tests.references.styles.common import PAGES, Style, fields, han, row, span


def _who(item: Item) -> str:
    names = row([han(name) for name in item.authors or item.editors], "、") + ("等" if item.etal else "")
    return names if item.authors else f"{names}主编"


def _issue(item: Item) -> str:
    volume = f"第{item.volume}卷" if item.volume else ""
    return volume + (f"第{item.issue}期" if item.issue else "")


def _at(item: Item, dash: str) -> str:
    return f"，第{span(item, dash)}页" if item.fpage else ""


def _translated(item: Item) -> str:
    return f"，{row([han(name) for name in item.translators], '、')}译" if item.translators else ""


def _edition(item: Item) -> str:
    return f"（第{item.edition}版）" if item.edition else ""


def _volume(item: Item) -> str:
    return f"第{item.volume}卷" if item.type == "book" and item.volume else ""


def history(item: Item) -> str:
    """作者：《题名》，《刊名》2018年第3期，第5~9页。"""
    return _notes(item, host="载", dash="~", imprint="{place}：{publisher}，{year}年")


def law(item: Item) -> str:
    """作者：《题名》，载《刊名》2018年第3期，第5—9页。 A book's imprint has no place and ends in 年版."""
    return _notes(item, host="载", dash="—", imprint="{publisher}{year}年版", at="载")


def plain(item: Item) -> str:
    """作者：《书名》，出版社，2004年版。"""
    return _notes(item, host="", dash="-", imprint="{publisher}，{year}年版")


def _notes(item: Item, *, host: str, dash: str, imprint: str, at: str = "") -> str:
    start = f"{_who(item)}：《{item.title}》"
    made = imprint.format(place=item.place, publisher=item.publisher, year=item.year)
    editors = row([han(name) for name in item.editors], "、")
    date = f"{item.year}年{item.month}月{item.day}日"
    match item.type:
        case "journal":
            end = f"，{at}《{item.container}》{item.year}年{_issue(item)}{_at(item, dash)}"
        case "book":
            end = f"{_volume(item)}{_edition(item)}{_translated(item)}，{made}"
        case "chapter":
            end = f"，{host}{editors}主编：《{item.container}》{_edition(item)}，{made}{_at(item, dash)}"
        case "thesis":
            end = f"，博士学位论文，{item.publisher}，{item.year}年"
        case "newspaper":
            end = f"，{at}《{item.container}》{date}，第{item.fpage}版"
        case _:
            end = f"，{date}，{item.url}，{_han_date(item.accessed or '')}访问"
    return start + end + "。"


def _han_date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def author_date(item: Item) -> str:
    """作者，2018，《题名》，《刊名》第3期。"""
    start = f"{_who(item)}，{item.year}，《{item.title}》"
    editors = row([han(name) for name in item.editors], "、")
    match item.type:
        case "journal":
            end = f"，《{item.container}》{_issue(item)}{_at(item, '-')}"
        case "book":
            end = f"{_volume(item)}{_edition(item)}{_translated(item)}，{item.place}：{item.publisher}"
        case "chapter":
            end = (
                f"，载{editors}主编《{item.container}》{_edition(item)}，{item.place}：{item.publisher}{_at(item, '-')}"
            )
        case _:
            end = f"，{item.publisher}博士学位论文"
    return start + end + "。"


_IMPRINT = "publisher year"
_NOTES = {
    "journal": fields("type container year volume issue") | PAGES,
    "book": fields("type volume edition translators", _IMPRINT),
    "chapter": fields("type container editors edition", _IMPRINT) | PAGES,
    "thesis": fields("type", _IMPRINT),
    "newspaper": fields("type container year month day fpage"),
    "webpage": fields("type year month day url accessed"),
}
_PLACED = {type_: held | ({"place"} if type_ in ("book", "chapter") else set()) for type_, held in _NOTES.items()}

STYLES = {
    "zh-history": Style(history, ("zh",), _PLACED, edited=True),
    "zh-law": Style(law, ("zh",), _NOTES, edited=True),
    "zh-plain": Style(plain, ("zh",), _NOTES, edited=True),
    "zh-author-date": Style(
        author_date, ("zh",), {type_: _PLACED[type_] for type_ in ("journal", "book", "chapter", "thesis")}
    ),
}
