"""Where in its container a work stands: volume, issue, pages, date, edition, in all the ways that styles write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from jatskit.alternatives import alternatives
from jatskit.months import MONTH, MONTHS
from jatskit.references.dates import YEAR
from jatskit.references.parts import Span

#: A page or an article's number: 12, S104, L950, e1003235, 372e, 384.e12.
_PAGE = r"(?:[A-Za-z]{1,2}[\-.]?)?\d{1,8}(?:[a-z](?![a-z])|\.e\d{1,3})?"
#: First and last page.
_RANGE = rf"{_PAGE} ?-{{1,2}} ?{_PAGE}"
_PAGES = (
    rf"(?:{_RANGE}|{_PAGE})(?:(?:, ?| ?\+ ?|; ?| and | e | y )(?!{YEAR}(?![\d\-]))(?:{_RANGE}|\d{{1,6}})(?![\d(:]))*"
)
_ORDINAL = (
    r"(?:\d{1,3} ?(?:st|nd|rd|th|ª|º|a|o|e|re|ème|-?[еяй])\.?|\d{1,3}\.?|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|revised|rev\.?|enlarged|new|erw\.|überarb\.|neue|primera|segunda|primeira|deuxième|nouvelle|international|"
    r"student|summer|winter|spring|fall)"
)
_EDITION = (
    rf"(?:{_ORDINAL}(?:,? (?:and |& |und |e |y |et )?(?:{_ORDINAL}|expanded|updated|rev\.|enl\.|\d{{4}})){{0,3}},? "
    r"(?:edition|edição|edición|édition|edn\.?|eds?\.|ed(?![^\W\d_])|éd\.|aufl(?:age|\.)|version|изд(?:ание|\.))(?: ed\.?)?"
    r"|ed\. ?\d{1,2}(?=[,.);]))"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATED = rf"(?:(?:{_DAY} ?(?:de )?)?{MONTH}(?: ?- ?{MONTH})?(?: {_DAY}(?: ?- ?\d{{1,2}})?)?)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|primavera|verano|otoño|invierno|printemps|été|automne|hiver)"
_YEARLETTER = rf"{YEAR}(?:[a-h](?![a-z]))?"

_EDITION_ITEM = rf"(?P<edition>{_EDITION})"
_FULL_DATE = rf"(?P<fulldate>{_DATED},? (?:de )?(?P<fullyear>{_YEARLETTER}))"
_VOLUME_ISSUE = (
    rf"(?P<volumeissue>(?<![\w\-])(?P<vivolume>[A-Z]{{0,2}}\d{{1,4}}[A-Z]?) ?\( ?(?P<viissue>(?![^()]{{0,15}}{YEAR} ?\))"
    r"(?:(?:no|nr|pt|iss|suppl?|supl|special|sp|s)\b\.? ?)*[A-Za-z]{0,8}\.? ?\d{1,5}(?:[ \-/,&]{1,3}\d{1,5})?[A-Za-z]?|"
    r"(?:suppl?|supl|special(?: issue)?)\.? ?\d{0,3}) ?\)(?!-))"
)
_RANGE_ITEM = rf"(?P<range>(?<![\w\-]){_RANGE}(?:, ?{_RANGE})*(?![\w\-]))"
_NUMBER = r"(?P<number>(?<![\w\-])(?<!\d\.)(?:[A-Z]{1,2}|[eELS])?\d{1,8}(?-i:[a-z])?(?![\w\-]))"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


#: The pieces of locators, by what they begin with: a digit, a word, a bracket. The first that fits counts.
_AT_DIGIT = _any(
    _EDITION_ITEM,
    r"(?P<size>(?<![\d\-])(?P<sizevalue>\d{1,4}) ?(?P<sizeunit>p\.?|pp\.?|pages|páginas|págs?\.?|f\.|fls\.|folhas|"
    r"с\.|s\.|seiten)(?![^\W\d_]))",
    _FULL_DATE,
    rf"(?P<yeardate>(?P<yearfirst>{_YEARLETTER})[.,]? (?:{_DATED}|(?P<dd>\d\d)\.(?P<mm>\d\d)(?=\.))(?= ?(?:[,;:.)\]\0]|$)))",
    rf"(?P<isodate>(?P<isoyear>{YEAR})[.\-/](?P<isomonth>\d{{1,2}})[.\-/](?P<isoday>\d{{1,2}})(?!\d))",
    rf"(?P<month>{_DAY} (?:de )?{MONTH}(?= ?(?:[,;.)\0]|$)))",
    _VOLUME_ISSUE,
    rf"(?P<year>(?<![A-Za-z]-){_YEARLETTER})(?! ?-{{0,2}} ?\d)",
    _RANGE_ITEM,
    _NUMBER,
)
_AT_WORD = _any(
    _EDITION_ITEM,
    rf"(?P<labelvol>(?:vol(?:ume)?s?\.?|v\.|bd\.|band|tome|tomo|t\.|том|т\.) ?"
    rf"(?P<volume>[A-Z]?\d{{1,5}}[A-Za-z]?|[IVXLC]{{1,8}}(?![^\W\d_]))(?: ?\((?P<volissue>(?!{YEAR})\d{{1,4}})\))?)",
    r"(?P<labelissue>(?:no\.?|n\.[oº°]?|n[oº°]\.?|nr\.?|num\.|núm\.?|issue|iss\.|heft|h\.|№|вып\.|제) ?"
    r"(?P<issue>[A-Z]?\d{1,5}(?:[\-/]\d{1,4})?(?:[A-Za-z](?![a-z]))?)(?:호)?)(?![.\d]*\d)",
    rf"(?P<labelpages>(?:(?-i:pp?\.?|Pp\.|P\.)|pgs?\.|pages?|págs?\.?|pags?\.|seiten?|s\.|стр\.|с\.|páginas?) ?"
    rf"(?P<pages>{_PAGES}))(?![^\W\d_])",
    r"(?P<labelarticle>(?:art(?:icle|\.)(?: no\.| number| id| n°)?|e-?loc(?:ation)?:?|paper(?: no\.)?) ?"
    r"(?P<article>[a-z]?\d{1,8}))",
    _FULL_DATE,
    rf"(?P<seasondate>{_SEASON},? (?P<seasonyear>{_YEARLETTER}))",
    rf"(?P<month>{_DATED}(?=[;,:]? ?\d|[);,.]))",
    r"(?P<supplement>(?:suppl?(?:ement)?|supl(?:emento)?)\.?(?: ?\d{1,3})?(?![^\W\d_]))",
    _VOLUME_ISSUE,
    _RANGE_ITEM,
    _NUMBER,
)
_AT_BRACKET = _any(
    r"(?P<issuealone>(?:(?<=;)|(?<=; ))\( ?(?P<onlyissue>[A-Za-z]{0,5}\d{1,4}(?:[\-/]\d{1,4})?) ?\))",
    rf"(?P<yearparen>\( ?(?:{_DATED},? |{_SEASON},? )?(?P<parenyear>{_YEARLETTER})(?:, {_DATED})? ?\))",
)
#: The words that a piece may begin with.
_CUES = frozenset(
    (
        " ".join(MONTHS)
        + " vol volume vols volumes v bd band tome tomo t том т no n nr num núm issue iss heft h № вып 제 p pp pg pgs page "
        "pages pág págs pag pags seite seiten s стр с página páginas art article e eloc paper spring summer autumn fall "
        "winter primavera verano otoño invierno printemps été automne hiver supp suppl supplement supl suplemento first "
        "second third fourth fifth sixth seventh eighth ninth tenth revised rev enlarged new erw überarb neue ed primera segunda "
        "primeira deuxième nouvelle international student"
    ).split()
)
#: Where a piece may begin: at a number, at such a word, at one or two letters before a number, at a bracket.
_TOKEN = re.compile(
    rf"(?<!\d)\d+|(?<![^\W\d_])(?:{alternatives(_CUES)}(?![^\W\d_])|[^\W\d_]{{1,2}}(?=\d))|[(№]", re.IGNORECASE
)

#: What may stand between two items of one run.
_GAP = re.compile(r"[\s,;:.()\[\]\0]*(?:(?:and|e|und|y|ed) )?", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One piece of a locator: its kind (the name of the group in the table above) and the match."""

    kind: str
    start: int
    end: int
    match: re.Match[str]


Run: TypeAlias = list[Item]

#: What an item tells of the run that it stands in: whether the run is a journal's locator.
_ITEM_WEIGHTS = {
    "volumeissue": 3.0, "labelvol": 2.5, "labelissue": 2.0, "labelpages": 2.0, "labelarticle": 2.0, "range": 2.0,
    "number": 1.0, "yearparen": 1.0, "year": 0.6, "fulldate": 0.8, "yeardate": 0.8, "isodate": 0.8, "seasondate": 0.6,
    "supplement": 0.5, "month": 0.4,
}  # fmt: skip


def run_weight(run: Run) -> float:
    """Say how much a run of locators tells of an article's place in a journal."""
    total = 0.0
    for item in run:
        total += _ITEM_WEIGHTS.get(item.kind, 0.0)
    return total


def items_of(text: str, start: int, end: int) -> list[Item]:
    """Return all the pieces of locators in a stretch of text, in order."""
    found: list[Item] = []
    at = start
    while token := _TOKEN.search(text, at, end):
        start, at = token.span()
        letter = text[start]
        if letter.isdigit():
            pattern = _AT_DIGIT
        elif letter == "(":
            pattern = _AT_BRACKET
        elif token[0] in ("Janeiro", "JANEIRO") and text[max(0, start - 7) : start].lower() == "rio de ":
            continue
        else:
            pattern = _AT_WORD
        match = pattern.match(text, start, end)
        if match and not _is_span_of_years(text, match):
            # The outermost group is closed last.
            found.append(Item(match.lastgroup or "", *match.span(), match))
            at = match.end()
    return found


_YEARS_APART = re.compile(r"(?:1[4-9]|20)\d\d ?- ?(?:1[4-9]|20)\d\d")
_BEFORE_YEARS = re.compile(r"[^\W\d][,(]? ?\(?$")


def _is_span_of_years(text: str, match: re.Match[str]) -> bool:
    """Whether it is years that a title names (a history, 1950-2000) and no pages."""
    if match.lastgroup != "range" or not _YEARS_APART.fullmatch(match[0]):
        return False
    return _BEFORE_YEARS.search(text[max(0, match.start() - 3) : match.start()]) is not None


def runs_of(text: str, items: list[Item]) -> list[Run]:
    """Return the items in runs: between the items of a run there is only punctuation."""
    runs: list[Run] = []
    for item in items:
        if runs:
            before = runs[-1][-1].end
            gap = _GAP.match(text, before, item.start)
            if gap and gap.end() == item.start:
                runs[-1].append(item)
                continue
        runs.append([item])
    return runs


def spans_of_run(text: str, run: Run, *, dated: bool) -> dict[str, Span]:
    """Say what the items of one run are. `dated`: the year is known already, so that a number may look like one."""
    out: dict[str, Span] = {}
    bare: list[Item] = []
    sure = dated or any(item.kind in ("yearparen", "fulldate", "yeardate", "isodate") for item in run)
    for item in run:
        match = item.match
        if item.kind == "labelvol":
            out.setdefault("volume", match.span("volume"))
            if match["volissue"]:
                out.setdefault("issue", match.span("volissue"))
        elif item.kind == "labelissue":
            out.setdefault("issue", match.span("issue"))
        elif item.kind == "labelpages":
            out.update(pages_of(text, *match.span("pages")))
        elif item.kind == "labelarticle":
            out.setdefault("elocation", match.span("article"))
        elif item.kind == "edition":
            out.setdefault("edition", match.span("edition"))
        elif item.kind == "volumeissue":
            out.setdefault("volume", match.span("vivolume"))
            out.setdefault("issue", match.span("viissue"))
            bare.append(item)
        elif item.kind == "supplement":
            out.setdefault("supplement", match.span())
        elif item.kind == "year" and "year" in out and text[item.start - 1] == ":":
            bare.append(Item("number", item.start, item.end, match))  # 1950;(1):1400
        elif item.kind == "year" and sure and (not dated or len(run) > 1) and item is not run[0]:
            bare.append(Item("number", item.start, item.end, match))
        elif item.kind in _YEARS:
            out.update({k: v for k, v in date_spans(text, item).items() if k not in out})
            bare.append(item)
        elif item.kind == "issuealone":
            out.setdefault("issue", match.span("onlyissue"))  # 2021;(8):109
        elif item.kind in ("range", "number"):
            bare.append(item)
        elif item.kind == "month":
            out.update({k: v for k, v in date_spans(text, item).items() if k not in out})
    _place_bare(text, bare, out)
    return out


_YEARS = {
    "year": "year",
    "yearparen": "parenyear",
    "fulldate": "fullyear",
    "yeardate": "yearfirst",
    "isodate": "isoyear",
    "seasondate": "seasonyear",
}
_MONTH = re.compile(MONTH, re.IGNORECASE)
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def date_spans(text: str, item: Item) -> dict[str, Span]:
    """Return the spans of year, month and day in a dated item."""
    out: dict[str, Span] = {}
    if group := _YEARS.get(item.kind):
        start, end = item.match.span(group)
        out["year"] = (start, end - 1 if text[end - 1].isalpha() else end)
    if item.kind == "isodate":
        out["month"], out["day"] = item.match.span("isomonth"), item.match.span("isoday")
    elif item.kind == "yeardate" and item.match["mm"]:
        out["day"], out["month"] = item.match.span("dd"), item.match.span("mm")
    elif found := _MONTH.search(text, item.start, item.end):
        end = found.end() - (1 if text[found.end() - 1] == "." else 0)
        out["month"] = (found.start(), end)
        days = [d.span() for d in _DAY_NUMBER.finditer(text, item.start, item.end)]
        if len(days) == 1:
            out["day"] = days[0]
    return out


_SPLIT_RANGE = re.compile(rf"({_PAGE}) ?-{{1,2}} ?({_PAGE})")
_FIRST_PAGE = re.compile(_PAGE)


def pages_of(text: str, start: int, end: int) -> dict[str, Span]:
    """Return first and last page, and the whole where it is more than those."""
    out: dict[str, Span] = {}
    if match := _SPLIT_RANGE.match(text, start, end):
        out["fpage"], out["lpage"] = match.span(1), match.span(2)
        if match.end() < end:
            out["pages"] = (start, end)
    elif match := _FIRST_PAGE.match(text, start, end):
        out["fpage"] = match.span()
        if match.end() < end:
            out["pages"] = (start, end)
    return out


def _place_bare(text: str, bare: list[Item], out: dict[str, Span]) -> None:
    """Say what numbers without a label are, from their order: volume, issue, page."""
    numbers = [item for item in bare if item.kind == "number"]
    closing = next((item.start for item in bare if item.kind == "yearparen"), None)
    if closing is not None and sum(n.end <= closing for n in numbers) >= 2:
        numbers = [n for n in numbers if n.end <= closing]  # what follows 12, 1755 (1996) is something else
    ranges = [item for item in bare if item.kind == "range"]
    if "fpage" not in out and ranges:
        out.update(pages_of(text, ranges[-1].start, ranges[-1].end))
    if any(item.kind == "volumeissue" for item in bare):
        after = [n for n in numbers if n.start > out["volume"][0]]
        if "fpage" not in out and after:
            _put_page(text, after[0], out)
        return
    if "volume" in out:
        if "fpage" not in out and "elocation" not in out and numbers:
            if "issue" not in out and len(numbers) > 1:
                out["issue"] = (numbers[0].start, numbers[0].end)
            _put_page(text, numbers[-1], out)
        return
    if not numbers:
        return
    if "fpage" in out or "elocation" in out:
        before = [n for n in numbers if n.start < out.get("fpage", out.get("elocation", (0, 0)))[0]]
        if before:
            out["volume"] = (before[0].start, before[0].end)
            if len(before) > 1 and "issue" not in out:
                out["issue"] = (before[1].start, before[1].end)
        return
    first = numbers[0]
    lone = len(numbers) == 1 and "issue" not in out
    if lone and (first.end - first.start > 3 or "day" in out or ("month" in out and "year" not in out)):
        _put_page(text, first, out)
        return
    if len(numbers) == 1 and "issue" in out and first.start > out["issue"][1]:
        _put_page(text, first, out)  # no. 6 (1974): 975
        return
    out["volume"] = (first.start, first.end)
    if len(numbers) == 2:
        _put_page(text, numbers[1], out)
    elif len(numbers) > 2:
        out["issue"] = (numbers[1].start, numbers[1].end)
        _put_page(text, numbers[2], out)


def _put_page(text: str, item: Item, out: dict[str, Span]) -> None:
    """A number in the place of a page is an article's number if it begins with e, or is as long as one."""
    word = text[item.start : item.end]
    is_article = word[0] in "eE" or (word.isdigit() and len(word) >= 6) or (word[0].isalpha() and len(word) >= 6)
    out["elocation" if is_article else "fpage"] = (item.start, item.end)
