"""The lines that print where the article stands: journal, year, volume, issue, pages or article number.

A page prints such lines for other articles, too. A line counts if it names the journal, or the volume that the tags
name, or if it stands close to the title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.layouts import masthead_in
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind
_VOLUME = re.compile(
    r"(?<![^\W_])(?:vol(?:ume|\.)?|cilt|bd\.|band|tome|том|т\.)\s{0,2}[:：]?\s{0,2}(?P<v>\d{1,4}[A-Z]?)(?![\d.])|第\s?(?P<w>\d{1,4})\s?卷",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?<![^\W_])(?<!article )(?<!Article )(?:issue|number|no\.?|iss\.?|nr\.?|sayı|n[úu]m(?:ero|\.)?|№|n\.º|heft|вып\.?)\s{0,2}[:：]?\s{0,2}"
    r"(?P<v>(?:S|Suppl\.? ?)?\d{1,4}(?:[-–/]\d{1,4})?)(?![\d.])|第\s?(?P<w>\d{1,4}(?:[-–/]\d{1,2})?|S\d)\s?期",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"(?<![^\W_])(?:pages?|pp?\.?|p[áa]g(?:inas|s)?\.?|sayfa|seiten?|с\.|页码?)\s{0,2}[:：]?\s{0,2}(?P<first>[A-Za-z]{0,3}\d{1,7})"
    r"(?:\s{0,2}[-–—‐]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}))?(?![\d])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![^\W_])art(?:icle|\.)\s{0,2}(?:number|no\.?|id|nr\.?)?\s{0,2}[:：]?\s{0,2}(?P<number>[A-Za-z]{0,2}\d{1,9})(?!\d)",
    re.IGNORECASE,
)
#: `41(Database issue):D36–D42`, `164(13): 2507-2538`, `5:781`.
_COMPACT = re.compile(
    r"(?<![\d/.:-])(?P<volume>\d{1,4})\s{0,2}(?:[(（](?P<issue>[^()（）]{1,24})[)）])?\s{0,2}[:：]\s{0,2}(?P<first>[A-Za-z]{0,3}\d{1,7})"
    r"(?:\s{0,2}[-–—‐]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}))?(?![\d:])"
)
#: `2016, 138, 12, 4073-4083`, `2014, 4(4), 932-945`.
_WITH_COMMAS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d),\s{0,2}(?P<volume>\d{1,4})(?:,\s{0,2}(?P<i1>\d{1,3})|\s{0,2}\((?P<i2>[^()]{1,20})\)),"
    r"\s{0,2}(?P<first>[A-Za-z]{0,3}\d{1,7})(?:\s{0,2}[-–—‐]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}))?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LONGEST = 260
_BEFORE, _AFTER, _FAR = 12, 30, 120


def offer_citations(sheet: Sheet, view: View, head: int, references: Span | None) -> None:
    """Offer what the lines that print the article's place say."""
    journals = {folded(c.quoted) for name in ("journal-title", "journal-abbreviation") for c in sheet.offers(name)}
    volumes = {folded(c.quoted) for c in sheet.offers("volume")}
    years = {str(c.values.get(("year",))) for c in sheet.offers("published")}
    titles = [folded(c.quoted) for c in sheet.offers("title")[:1]]
    offered = 0
    for line in view.lines:
        if line.end - line.start > 3000 or (references and references[0] <= line.start < references[1]):
            continue
        text = line.text
        if not 5 < len(text) <= _LONGEST or not any(c.isdigit() for c in text):
            continue
        near = head - _BEFORE <= line.index <= head + (_FAR if _VOLUME.match(text) else _AFTER)
        place = folded(text)
        named = any(len(j) > 3 and j in place for j in journals)
        cites = any(len(t) > 20 and t in place for t in titles)
        if not (near or named or cites):
            continue
        if match := masthead_in(text):
            _offer_values(sheet, line.content, match.spans)
            offered += 1
            continue
        offered += _offer_parts(sheet, line, volumes, years, near=near and not volumes, named=named or cites)
        if offered >= 6:
            return


def _offer_parts(sheet: Sheet, line: Line, volumes: set[str], years: set[str], *, near: bool, named: bool) -> int:
    text = line.text
    spans: dict[str, Span] = {}
    if volume := _VOLUME.search(text):
        spans["volume"] = volume.span("v" if volume["v"] else "w")
        if issue := _ISSUE.search(text, volume.end()) or _ISSUE.search(text):
            spans["issue"] = issue.span("v" if issue["v"] else "w")
        if number := _NUMBER.search(text):
            spans["number"] = number.span("number")
        elif pages := _PAGES.search(text):
            spans["fpage"] = pages.span("first")
            if pages["last"]:
                spans["lpage"] = pages.span("last")
    elif commas := _WITH_COMMAS.search(text):
        spans["volume"] = commas.span("volume")
        spans["issue"] = commas.span("i1" if commas["i1"] else "i2")
        spans["fpage" if commas["last"] else "number"] = commas.span("first")
        if commas["last"]:
            spans["lpage"] = commas.span("last")
    else:
        compacts = [m for m in _COMPACT.finditer(text) if not volumes or m["volume"] in volumes]
        if not compacts or not (_YEAR.search(text) or named):
            return 0
        match = compacts[0]
        spans["volume"] = match.span("volume")
        if match["issue"]:
            spans["issue"] = match.span("issue")
        key = "fpage" if match["last"] else "number" if not match["issue"] or match["first"][0].isalpha() else "fpage"
        spans[key] = match.span("first")
        if match["last"]:
            spans["lpage"] = match.span("last")
    value = text[slice(*spans["volume"])]
    if volumes and folded(value) not in volumes:
        return 0
    if not volumes and not (near or named):
        return 0
    _offer_values(sheet, line.content, spans)
    return 1


def _offer_values(sheet: Sheet, content: Text, spans: Mapping[str, Span]) -> None:
    for about in ("volume", "issue"):
        if about in spans:
            sheet.offer(about, _K.MASTHEAD).quote((), content.span(*spans[about]), normalisation="html")
    if "number" in spans:
        sheet.offer("pages", _K.MASTHEAD).quote(("elocation_id",), content.span(*spans["number"]), normalisation="html")
    elif "fpage" in spans:
        candidate = sheet.offer("pages", _K.MASTHEAD)
        candidate.quote(("pages", "first"), content.span(*spans["fpage"]), normalisation="html")
        if "lpage" in spans:
            candidate.quote(("pages", "last"), content.span(*spans["lpage"]), normalisation="html")
    if "doi" in spans:
        candidate = sheet.offer("doi", _K.MASTHEAD).set(("type",), "doi")
        candidate.quote(("value",), content.span(*spans["doi"]), normalisation="html")
    if "journal" in spans:
        sheet.offer("journal-title", _K.MASTHEAD).quote((), content.span(*spans["journal"]), normalisation="html")
    if "year" in spans:
        candidate = sheet.offer("published", _K.MASTHEAD, "issue")
        candidate.quote(("year",), content.span(*spans["year"]), normalisation="number")
        candidate.infer(("type",), "collection", "the year of an issue")
