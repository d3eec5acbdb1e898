"""Imprints: editions, translators, `place: publisher, year: pages`, in Chinese citations and those made like them."""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.han_names import read_names, without_role
from jatskit.references.chinese.numeration import PAGES, YEAR, place_pages
from jatskit.references.chinese.stops import first_stop, stops, trimmed
from jatskit.references.chinese.vocabulary import BODY_WORDS, CITIES, PUBLISHER_WORDS
from jatskit.references.parts import Parts, Span

_DATE = (
    r"(?:1[0-9]|20)\d\d ?(?P<mark>[-./年]) ?(?:0?[1-9]|1[0-2])(?!\d)"
    r"(?: ?(?:(?P=mark)|月) ?(?:\d{1,2}) ?日?(?!\d)| ?月(?!\d)|(?! ?[-./\d]))"
)
_YEAR = (
    rf"(?:\(? ?(?P<date>{_DATE})\)?|[\[(]? ?[c©]?(?P<year>{YEAR}) ?[\])]?(?: ?年 ?(?:第?[一二三四五\d]{{1,2}}版|版)?)?"
    r"(?: ?\([^()]{1,20}\))?(?:-(?:(?:1[0-9]|20)\d\d)?(?!\d))?)"
)
_PAGE_RUN = rf"(?:[Pp]{{1,2}}\.? ?|第)?(?P<pages>{PAGES})(?: ?[页頁])?"
_TAIL = re.compile(rf"(?:[,.:;]? ?{_YEAR})?(?: ?[:,.] ?{_PAGE_RUN})?[ .,\0]*$")
#: A piece that is all numbers.
_ALL = re.compile(rf" ?(?:{_YEAR})?(?: ?[:,.]? ?{_PAGE_RUN})?[ .,\0]*$")
_CANDIDATE = re.compile(rf"[,:(]|\.(?= ?[\d(\[c])| (?=[\[c\d])|(?<=[{HAN}])(?=\d{{4}} ?年)")
_LONGEST = 90
_DATED = re.compile(r"(\d{4}) ?[-./年] ?(\d{1,2})(?: ?[-./月] ?(\d{1,2}))?")
_EDITION = re.compile(
    rf"(?P<edition>第? ?[\d一二三四五六七八九十]{{1,4}} ?版|\d{{1,2}}(?:st|nd|rd|th)|[A-Z][\w ]{{0,24}}\.?"
    rf"(?= ed)|[{HAN} ]{{1,24}}[本版])"
    r"(?: ?(?:ed|edn|edition)(?![a-z])\.?)?(?:\.|,|(?= )|$)"
)
_VERSION = re.compile(
    r"[Vv](?:er(?:sion)?\.?)? ?(?P<version>\d{1,3}(?:\.\d{1,3}(?!\d)){0,4})(?:[.,](?= |\D|(?:19|20)\d\d)"
    r"|(?=[ \0]*$))"
)
_GENRE_LAST = re.compile(r"(?:博士|硕士|碩士)(?:研究生)?(?:学位|學位)?(?:论文|論文)$")
_STATE = re.compile(r"[A-Z]{2}$|(?:USA|UK|Sweden|France|Germany|China|Japan|Italy|Spain|Canada)$")


def read_statements(text: str, start: int, end: int, parts: Parts) -> int:
    """Put translators, editors, editions and versions that stand at `start` into `parts`; return where they end."""
    for _ in range(4):
        while start < end and text[start] in " .,\0":
            start += 1
        if start >= end:
            return start
        if match := _VERSION.match(text, start, end):
            parts.spans["version"] = match.span("version")
            start = match.end()
            continue
        stop = first_stop(text, start, end)
        match = _EDITION.match(text, start, min(end, stop + 1))
        if match and match.end() >= stop:
            parts.spans["edition"] = match.span("edition")
            start = match.end()
            continue
        if match := _ABBREVIATED_EDITION.match(text, start, end):
            parts.spans["edition"] = match.span("edition")
            start = match.end()
            continue
        if not read_role(text, start, stop, parts):
            return start
        start = stop + 1
    return start


_ABBREVIATED_EDITION = re.compile(r"(?P<edition>(?:\d{1,2}(?:st|nd|rd|th)|[A-Z][\w ]{0,24}\.?)(?= eds?\.)) eds?\. ?")


def read_role(text: str, start: int, stop: int, parts: Parts) -> bool:
    """Put people with a word for their role behind them (熊一平, 译) into `parts`; False if there are none."""
    first, last = trimmed(text, start, stop)
    if last - first > 160 or last - first < 3:
        return False
    ends, role = without_role(text, first, last)
    if not role or any(mark in text[first:ends] for mark in ":《“\0") or role == "author":
        return False
    group = read_names(text, first, ends, role)
    if not group:
        return False
    parts.groups.append(group)
    return True


def read_imprint(text: str, start: int, end: int, parts: Parts, *, meeting: bool = False) -> None:
    """Put place, publisher, year and pages of `text[start:end]` into `parts`; a `meeting` may have a city alone."""
    start, end = _bare(text, start, end)
    if start >= end:
        return
    if match := _ALL.match(text, start, end):
        if match["year"] and not match["pages"] and "year" in parts.spans and text[start:end].isdigit():
            place_pages(text, (start, end), parts)  # the year stands before the title
        else:
            _numbers(text, match, parts)
        return
    body = end
    for candidate in _CANDIDATE.finditer(text, max(start + 1, end - _LONGEST), end):
        match = _TAIL.match(text, candidate.start(), end)
        if match and (match["date"] or match["year"] or match["pages"]):
            _numbers(text, match, parts)
            body = candidate.start()
            break
    place_publisher(text, start, body, parts, meeting=meeting)


def is_numbers(text: str, start: int, end: int) -> bool:
    """Whether a piece of a citation is a year, pages or both, and nothing else."""
    return _ALL.match(text, start, end) is not None


def has_numbers(text: str, start: int, end: int) -> bool:
    """Whether a piece of a citation ends with a year or pages, or has `place: publisher`."""
    return any(
        (match := _TAIL.match(text, candidate.start(), end)) and (match["date"] or match["year"] or match["pages"])
        for candidate in _CANDIDATE.finditer(text, max(start, end - _LONGEST), end)
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " .,;:\0":
        start += 1
    while end > start and text[end - 1] in " \0.":
        end -= 1
    return start, end


def _numbers(text: str, match: re.Match[str], parts: Parts) -> None:
    if match["date"]:
        place_date(text, match.start("date"), match.end("date"), parts)
    elif match["year"] and not match["pages"] and "year" in parts.spans and text[match.start()] == ":":
        place_pages(text, trimmed(text, match.start("year"), match.end()), parts)  # the year stands before the title
    elif match["year"]:
        parts.spans.setdefault("year", match.span("year"))
    if match["pages"]:
        place_pages(text, match.span("pages"), parts)


def place_date(text: str, start: int, end: int, parts: Parts) -> None:
    """Put a date's year, month and day into `parts`."""
    if match := _DATED.search(text, start, end):
        for name, group in (("year", 1), ("month", 2), ("day", 3)):
            if match[group]:
                parts.spans[name] = match.span(group)


def place_publisher(text: str, start: int, end: int, parts: Parts, *, meeting: bool = False) -> None:
    """Put `place: publisher`, `publisher, place` or one of them alone into `parts`."""
    start, end = trimmed(text, start, end)
    if end - start < 2 or end - start > 200:
        return
    colon = text.rfind(":", start, end)
    if ";" in text[start:end]:
        colon = text.find(":", start, end)
    if colon > start:
        for stop in stops(text, start, colon):
            if stop + 1 < colon:
                start = stop + 1  # what stands before is no part of the imprint
        place, publisher = trimmed_place(text, start, colon), trimmed(text, colon + 1, end)
        publisher = _without_genre(text, publisher, parts)
        if any(letter.isalpha() for letter in text[slice(*publisher)]):
            if not any(letter.isdigit() for letter in text[slice(*place)]) and place[1] - place[0] < 60:
                parts.spans["place"] = place
            parts.spans["publisher"] = publisher
        return
    comma = text.find(",", start, end)
    if comma > 0:
        before, after = trimmed(text, start, comma), trimmed(text, comma + 1, end)
        last = text[slice(*after)]
        bodies = [any(word.lower() in BODY_WORDS for word in text[slice(*span)].split()) for span in (before, after)]
        thesis = parts.type == "thesis" and bodies == [True, False] and last.count(" ") < 2
        if thesis or last.replace(" ", "") in CITIES or ("," in last and _STATE.search(last) and not meeting):
            parts.spans["publisher"], parts.spans["place"] = _without_genre(text, before, parts), after
            return
    start, end = _without_genre(text, (start, end), parts)
    value = text[start:end]
    if value.replace(" ", "") in CITIES or (meeting and _is_place(value)):
        parts.spans["place"] = (start, end)
    else:
        parts.spans["publisher"] = (start, end)


def _without_genre(text: str, span: Span, parts: Parts) -> Span:
    """Return the span of a school without the kind of thesis printed behind its name (某大学博士学位论文)."""
    match = _GENRE_LAST.search(text, max(span[0], span[1] - 12), span[1])
    if not match or match.start() <= span[0]:
        return span
    parts.type = "thesis"
    parts.spans["genre"] = match.span()
    return span[0], match.start()


def _is_place(value: str) -> bool:
    """Whether what stands alone behind the title of a meeting may be where it met."""
    if any(word in value for word in PUBLISHER_WORDS) or any(word.lower() in BODY_WORDS for word in value.split()):
        return False
    return "," in value and all(item.strip()[:1].isupper() for item in value.split(","))


def trimmed_place(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a place's name; the dot of its abbreviation (Colo., Eng.) stays."""
    start, _ = trimmed(text, start, end)
    while end > start and text[end - 1] in " ,:\0":
        end -= 1
    return start, end
