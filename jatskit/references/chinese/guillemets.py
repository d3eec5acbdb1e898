"""The styles of Chinese humanities and economics, with titles in 《》: `作者：《题名》，《刊名》2018年第3期。`"""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.han_names import read_names, without_role
from jatskit.references.chinese.imprint import place_date, place_publisher, read_imprint, read_role, read_statements
from jatskit.references.chinese.numeration import PAGES, YEAR, place_pages, read_newspaper
from jatskit.references.chinese.stops import trimmed
from jatskit.references.chinese.titles import place_title
from jatskit.references.chinese.vocabulary import NEWSPAPER_ENDS
from jatskit.references.parts import Parts

_YEAR_BEFORE = re.compile(rf"[,(. ] ?\(?(?P<year>{YEAR})[a-z]?(?: ?年)?\)? ?[:,.]? ?$")
_BETWEEN = re.compile(r"[,.: ]{0,3}(?P<words>(?:载|載|收入|收于|见|見|刊|In)?:? ?(?:于|於)? ?)")
_SERIAL = re.compile(
    rf"[,. ]{{0,2}}(?:\((?P<edition>[^()]{{1,14}}版)\))?[,. ]{{0,2}}(?:(?P<year>{YEAR}) ?年? ?[,.]? ?)?(?:"
    rf"(?P<month>\d{{1,2}}) ?月 ?(?P<day>\d{{1,2}}) ?日)?"
    r"[,. ]{0,2}(?:第? ?(?P<volume>\d{1,4}) ?卷 ?[,.]? ?)?(?:第? ?(?P<issue>[A-Z]?[\d\-/、]{1,9}) ?(?:期|号|號)|"
    r"(?P<extra>增刊|特刊))?"
    rf"(?:\((?P<bracketed>\d{{1,3}})\))?[,.: ]{{0,2}}(?:第? ?(?P<pages>{PAGES}) ?[页頁版])?"
)
_THESIS = re.compile(
    r"[,. ]{0,2}(?P<school>[^,.:《》]{2,40}?) ?[,]? ?(?P<genre>(?:博 ?士|硕 ?士|碩 ?士|学 ?士|本 ?科)? ?"
    r"(?:后)? ?(?:研究生)? ?"
    r"(?:毕业)?(?:学 ?位|學 ?位)? ?(?:论 ?文|論 ?文|出站报告)(?:学位论文)?)"
)
_PAGES_LAST = re.compile(rf"[,. ]{{0,2}}第 ?(?P<pages>{PAGES}) ?[页頁]")
_EDITION = re.compile(
    rf"(?P<body>[,. ]{{0,2}}(?:[^,.:\d]{{2,12}}: ?)?(?P<publisher>[^,.:\d]{{2,40}}?))[, ]{{0,2}}"
    rf"(?P<year>{YEAR}) ?年(?: ?(?P<month>\d{{1,2}}) ?月)?"
    rf"(?P<edition>[^,.:\d]{{0,8}}第? ?[\d一二三四五六七八九十]{{0,3}}版)"
)
#: 《全集》第9册, but not 《刊名》第9卷第2期.
_HOST_VOLUME = re.compile(
    r"[,. ]{0,2}\(?(?P<volume>第 ?[\d一二三四五六七八九十]{1,4} ?[卷册冊辑輯集](?! ?,? ?第)"
    r"|[上中下][册冊卷编編])\)?(?=[,.]|$| ?\([^()]{1,6}版\))"
)
#: 《题名》（第4版）, 《题名》（修订本）
_EDITION_BEHIND = re.compile(
    r"[, ]{0,2}\((?P<edition>第? ?[\d一二三四五六七八九十]{1,3} ?版|"
    r"[增修补補订訂新第]{1,4}[一二三四五六七八九十\d]{0,3}[版本])\)"
)
#: 作者："题名"，《刊名》: a title in quotation marks.
_QUOTED = re.compile(r"[:,.] ?“(?P<title>[^“”《》]{2,200})”(?=[,.]| ?载)")
#: 某某著，某某译.
_AUTHORED = re.compile(
    r"(?P<authors>[^,]{2,60}(?:,[^,]{2,20}){0,3}?)(?:编著|編著|著|撰)[,;、 ]{1,2}(?P<others>.{2,80})"
)
_GENRE_FIRST = re.compile(
    r"[,. ]{0,2}(?P<genre>(?:未刊|未出版)?(?:博 ?士|硕 ?士|碩 ?士|学 ?士) ?"
    r"(?:后)?(?:研究生)? ?(?:学 ?位|學 ?位)? ?(?:论 ?文|論 ?文))[,:] ?"
    r"(?P<school>[^,.:《》\d]{3,40})"
)
_VOLUME_BEHIND = re.compile(r" ?\((?P<volume>第[^()]{1,8}[卷册冊辑]|[上中下][册卷]?)\)")
_YEAR_TAIL = re.compile(rf"[,. ]{{0,2}}(?P<year>{YEAR})(?: ?年| ?[-.] ?\d{{1,2}}|[. ]*$)")
_HAN = re.compile(f"[{HAN}]")


def read(text: str, start: int, end: int, parts: Parts) -> Parts | None:
    """Read a citation whose title stands in 《》 behind its authors; None if it is not one."""
    opening = text.find("《", start, min(end, start + 600))
    if opening < 0 or not _HAN.search(text, start, end):
        return None
    if quoted := _QUOTED.search(text, start, opening):
        opening, closing = quoted.start("title") - 1, quoted.end("title")
    else:
        found = _closing(text, opening, end)
        if found is None or found - opening < 3:
            return None
        closing = found
    before = text[start:opening].rstrip()
    if before and before[-1] not in ":,." and not before.endswith(("年", ")")):
        return None
    if text[closing + 1 : min(end, closing + 2)].strip(",.:;( [/\0") and not _HOST_VOLUME.match(text, closing + 1, end):
        return None  # the title goes on behind a work that it names
    _authors(text, start, opening, parts)
    place_title(text, opening + 1, closing, parts)
    parts.style = "zh-guillemets"
    at = closing + 1
    if match := _HOST_VOLUME.match(text, at, end) or _VOLUME_BEHIND.match(text, at, end):
        parts.spans["volume"], at = match.span("volume"), match.end()
    if match := _EDITION_BEHIND.match(text, at, end):
        parts.spans["edition"], at = match.span("edition"), match.end()
    _rest(text, at, end, parts)
    if parts.groups and "container" in parts.spans and text.find("》", start, parts.groups[0].names[0].whole[0]) < 0:
        parts.groups[0].role = "author"  # who edited a part of a work is named first, as its author
    return parts


def _closing(text: str, opening: int, end: int) -> int | None:
    depth = 0
    for position in range(opening, min(end, opening + 1500)):
        depth += (text[position] == "《") - (text[position] == "》")
        if not depth:
            return position
    return None


def _authors(text: str, start: int, end: int, parts: Parts) -> None:
    while end > start and text[end - 1] in " :,.":
        end -= 1
    if match := _YEAR_BEFORE.search(text, max(start, end - 14), end):
        parts.spans["year"] = match.span("year")
        end = match.start()
    while end > start and text[end - 1] in " :,.":
        end -= 1
    if (match := _AUTHORED.fullmatch(text, start, end)) and without_role(text, *match.span("others"))[1]:
        groups = [read_names(text, *match.span("authors")), read_names(text, *match.span("others"))]
        parts.groups.extend(group for group in groups if group)
    elif end > start and (group := read_names(text, start, end)):
        parts.groups.append(group)


def _rest(text: str, start: int, end: int, parts: Parts) -> None:
    between = _BETWEEN.match(text, start, end)
    at = between.end() if between else start
    host = text.find("《", at, min(end, at + 160))
    if host >= 0 and "," in text[at:host] and not _host_editors(text, at, host):
        host = -1
    if host >= 0:
        closing = _closing(text, host, end)
        if closing is not None:
            if host > at:
                _editors(text, at, host, parts)
            _host(text, host, closing, end, parts)
            return
    match = _GENRE_FIRST.match(text, start, end) or _THESIS.match(text, start, end)
    if match and "版" not in match["school"]:
        parts.type = "thesis"
        parts.spans["publisher"] = trimmed(text, *match.span("school"))
        parts.spans["genre"] = match.span("genre")
        _tail(text, match.end(), end, parts)
        return
    _imprint(text, start, end, parts)
    bare = "webpage" if parts.links and "year" in parts.spans else None
    parts.type = parts.type or ("book" if "publisher" in parts.spans else bare)


def _host_editors(text: str, start: int, end: int) -> bool:
    first, last = trimmed(text, start, end)
    return last > first and bool(without_role(text, first, last)[1])


def _editors(text: str, start: int, end: int, parts: Parts) -> None:
    first, last = trimmed(text, start, end)
    if last > first and (group := read_names(text, first, last, "editor")):
        if group.role == "author":
            group.role = "editor"
        parts.groups.append(group)


def _host(text: str, opening: int, closing: int, end: int, parts: Parts) -> None:
    place_title(text, opening + 1, closing, parts, key="container")
    name = text[opening + 1 : closing]
    if volume := _HOST_VOLUME.match(text, closing + 1, end):
        parts.spans["volume"], closing = volume.span("volume"), volume.end() - 1
    if name.endswith(NEWSPAPER_ENDS) and not name.endswith(("学报", "學報")):
        bare = end - 1 if text[end - 1] == "." else end
        if read_newspaper(text, closing + 1, bare, parts) is not None:
            parts.type = "newspaper"
            return
    match = _SERIAL.match(text, closing + 1, end)
    numbered = match and any(match[group] for group in ("volume", "issue", "extra", "bracketed"))
    alone = match is not None and not text[match.end() : end].strip(" .,\0")
    if match and (numbered or match["day"] or alone):
        newspaper = bool(match["day"]) or (
            name.endswith(NEWSPAPER_ENDS) and not name.endswith(("学报", "學報")) and not numbered
        )
        parts.type = "newspaper" if newspaper else "journal"
        for field in ("year", "month", "day", "volume"):
            if match[field]:
                parts.spans[field] = match.span(field)
        for field in ("issue", "extra", "bracketed"):
            if match[field]:
                parts.spans["issue"] = match.span(field)
        if match["pages"]:
            place_pages(text, match.span("pages"), parts)
        elif pages := _PAGES_LAST.match(text, match.end(), end):
            place_pages(text, pages.span("pages"), parts)
        return
    parts.type = "confproc" if re.search("研讨会|研討會|会议", name) else "chapter"
    at = closing + 1
    if edition := _EDITION_BEHIND.match(text, at, end):
        parts.spans["edition"], at = edition.span("edition"), edition.end()
    _imprint(text, at, end, parts)


def _imprint(text: str, start: int, end: int, parts: Parts) -> None:
    at = start
    while at < end:
        stop = min((p for p in (text.find(",", at + 1, end), text.find(".", at + 1, end)) if p > 0), default=end)
        nearer = text[at:stop].strip(" ,.\0")
        if nearer.endswith(("译", "譯", "编", "編", "校", "注")) and read_role(text, at, stop, parts):
            at = stop
        elif re.fullmatch(r"[, .]{0,2}(?:译|譯|编|編|主编)", text[stop : stop + 4].rstrip(". ,")):
            if not read_role(text, at, min(end, stop + 4), parts):
                break
            at = min(end, stop + 4)
        else:
            break
    if match := _EDITION.match(text, at, end):
        place_publisher(text, at, match.end("publisher"), parts)
        parts.spans["year"] = match.span("year")
        if any(letter.isdigit() or letter in "一二三四五六七八九十修增订" for letter in match["edition"][:-1]):
            parts.spans["edition"] = trimmed(text, *match.span("edition"))
        _tail(text, match.end(), end, parts)
        return
    if pages := _PAGES_LAST.search(text, at, end):
        place_pages(text, pages.span("pages"), parts)
        end = pages.start()
    while end > at and text[end - 1] in " .\0":
        end -= 1
    read_imprint(text, read_statements(text, at, end, parts), end, parts)


def _tail(text: str, start: int, end: int, parts: Parts) -> None:
    if match := _YEAR_TAIL.match(text, start, end):
        place_date(text, match.start(), match.end(), parts)
        parts.spans["year"] = match.span("year")
        start = match.end()
    if match := _PAGES_LAST.search(text, start, end):
        place_pages(text, match.span("pages"), parts)
