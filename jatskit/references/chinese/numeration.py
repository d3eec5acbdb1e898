"""The numbers at the end of a citation of a serial: year, volume, issue, pages; dates and pages of a newspaper."""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.parts import Parts, Span

YEAR = r"(?:1[0-9]|20)\d\d(?!\d)"
_PAGE = r"(?:[A-Za-z序前]{0,5} ?\d{1,7}[A-Za-z]?(?:\.e?\d{1,3})?|[ivxlc]{1,7}(?![a-z]))"
#: A run of pages, also one that jumps (69-75+68; 24-28, 71). Bounded.
PAGES = rf"{_PAGE}(?: ?- ?{_PAGE})?(?: ?[,+;] ?(?!{YEAR} ?[.)\0]*$){_PAGE}(?: ?- ?{_PAGE})?){{0,6}}"
_ISSUE = r"(?:(?!\d{4}-\d)[^()\[\]版:]{0,14}\d[^()\[\]版:]{0,12}|增刊|特刊|专刊|[Ss]uppl\.?|[上中下](?:半月)?|Z|C)"
_NUMERATION = re.compile(
    rf"(?:[,.;:]? ?\(?(?P<year>{YEAR})(?: ?年)?\)?(?:[-.]\d{{1,2}})?(?![-\d]))?"
    r"(?: ?[,.;]? ?(?:第|[Vv]ol\.? ?|[Vv]\. ?|卷)? ?(?P<volume>PP(?=\()|(?:[A-Z]-?)?\d{1,4}[A-Z]?(?:[-/]\d{1,4}"
    r"(?= ?[(:]))?)(?: ?卷)?(?![\w%]|\.\d))?"
    rf"(?: ?[,.]? ?\( ?(?P<issue>{_ISSUE}) ?\)|[,.]? ?(?:第|[Nn]o\.? ?|Issue )(?P<issue2>[\d\-/]{{1,9}}|增刊)"
    rf"(?: ?期)?)?"
    rf"(?:-(?=[ .\0]*$)|(?: ?[:,.] ?)(?:[Pp]{{1,2}}\.? ?|第)?(?P<pages>{PAGES})(?: ?[页頁])?)?"
    rf"(?:[,.] ?\(?(?P<year2>{YEAR})(?: ?年)?\)?)?[ .,\0]*$"
)
#: Where the numbers may begin.
_CANDIDATE = re.compile(rf"[,:(]|\.(?= ?\d)| (?=\d|\(|[Vv]ol|第)|(?<=[{HAN}])(?=\d{{4}}|第 ?\d)")
#: The numbers of no serial are longer.
_LONGEST = 110
_DATE = r"(?P<year>(?:1[4-9]|20)\d\d) ?[-./年] ?(?P<month>\d{1,2}) ?[-./月] ?(?P<day>\d{1,2}) ?日?"
_NEWSPAPER = re.compile(
    rf"[,.]? ?\(?{_DATE}\)?(?: ?[,:]? ?\(? ?(?:第 ?)?(?P<pages>[A-Z]{{0,2}}\d{{1,3}}(?:-[A-Z]?\d{{1,3}})?"
    rf"(?:, ?[A-Z]?\d{{1,3}}){{0,4}})?"
    r"(?P<words>[^()]{0,12}) ?\)?)?[ .\0]*$"
)
#: A whole serial: `[J]. 1936, 1(1)-. Place: publisher, 1936-`.
WHOLE_SERIAL = re.compile(
    rf"[ .]{{0,3}}(?P<numbers>{YEAR}(?:, ?\d{{1,4}})? ?(?:\(\d{{1,4}}\))? ?-?(?:{YEAR}(?:, ?\d{{1,4}})? ?"
    rf"(?:\(\d{{1,4}}\))?)?)\. ?(?=\D)"
)
_NEWSPAPER_CANDIDATE = re.compile(rf"[,.(]|(?<=[{HAN} ])(?=\d{{4}})")
_FIRST_LAST = re.compile(rf"(?P<first>{_PAGE})(?: ?- ?(?P<last>{_PAGE}))?")


def place_pages(text: str, span: Span, parts: Parts) -> None:
    """Put a run of pages into `parts`: first, last and, if it jumps, the whole; or the number of an article."""
    match = _FIRST_LAST.match(text, *span)
    if not match:
        return
    first, last = match.span("first"), match.span("last")
    if match["last"] is None and match.end() >= span[1]:
        digits = "".join(letter for letter in match["first"] if letter.isdigit())
        if (
            len(digits) > 5
            or (digits[:1] == "0" and len(digits) > 3)
            or (match["first"][0].isalpha() and len(digits) > 2)
        ):
            parts.spans["elocation"] = first
            return
    parts.spans["fpage"] = first
    if match["last"]:
        parts.spans["lpage"] = last
    if match.end() < span[1]:
        parts.spans["pages"] = span


def read_serial(text: str, start: int, end: int, parts: Parts) -> int | None:
    """Put the numbers at the end of `text[start:end]` into `parts`; return where they begin, or None.

    They begin at the first place from which on there is nothing but numbers.
    """
    for candidate in _CANDIDATE.finditer(text, max(start, end - _LONGEST), end):
        match = _NUMERATION.match(text, candidate.start(), end)
        if match and _believable(match):
            _place(text, match, parts)
            return candidate.start()
    return None


def read_numbers(text: str, start: int, end: int, parts: Parts) -> bool:
    """Put numbers that begin at `start` and end at `end` into `parts`; False if they are not all numbers."""
    match = _NUMERATION.match(text, start, end)
    if not match or not _believable(match):
        return False
    _place(text, match, parts)
    return True


def _believable(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("year", "volume", "issue", "issue2", "pages", "year2"))


def _place(text: str, match: re.Match[str], parts: Parts) -> None:
    for name, source in (
        ("year", "year"),
        ("year", "year2"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("issue", "issue2"),
    ):
        if match[source]:
            parts.spans[name] = match.span(source)
    if match["pages"]:
        place_pages(text, match.span("pages"), parts)


def read_newspaper(text: str, start: int, end: int, parts: Parts) -> int | None:
    """Put the date and the page of a newspaper into `parts`; return where they begin, or None."""
    for candidate in _NEWSPAPER_CANDIDATE.finditer(text, max(start, end - _LONGEST), end):
        match = _NEWSPAPER.match(text, candidate.start(), end)
        if match:
            for name in ("year", "month", "day"):
                parts.spans[name] = match.span(name)
            if match["pages"] and not match["words"]:
                place_pages(text, match.span("pages"), parts)
            return candidate.start()
    return None
