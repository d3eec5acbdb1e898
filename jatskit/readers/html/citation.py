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
#: `2018 ,29 (04)`, `2018,29(04):12-15`.
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s{0,2}[,，;]\s{0,2}(?P<volume>\d{1,4})\s{0,2}[(（](?P<issue>[A-Za-z]?\d{1,3})[)）]"
    r"(?:\s{0,2}[:：,]\s{0,2}(?P<first>\d{1,7})(?:\s{0,2}[-–—]\s{0,2}(?P<last>\d{1,7}))?)?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_LONGEST = 260
_BEFORE, _AFTER, _FAR = 12, 30, 120


def offer_citations(sheet: Sheet, view: View, head: int, references: Span | None) -> None:
    """Offer what the lines that print the article's place say."""
    journals = {
        folded(c.quoted)
        for name in ("journal-title", "journal-abbreviation")
        for c in sheet.offers(name)
        if not c.distrusted
    }
    volumes = {folded(c.quoted) for c in sheet.offers("volume") if not c.distrusted}
    years = {str(c.values.get(("year",))) for c in sheet.offers("published")}
    titles = [folded(c.quoted) for c in sheet.offers("title")[:1]]
    offered = 0
    for line in view.lines:
        if line.end - line.start > 3000 or (references and references[0] <= line.start < references[1]):
            continue
        text = line.text
        if not 5 < len(text) <= _LONGEST or not _DIGIT.search(text):
            continue
        near = head - _BEFORE <= line.index <= head + (_FAR if _VOLUME.match(text) else _AFTER)
        place = folded(text)
        named = any(len(j) > 3 and j in place for j in journals)
        cites = any(len(t) > 20 and t in place for t in titles)
        if not (near or named or cites):
            continue
        if match := masthead_in(text):
            _offer_values(sheet, line.content, match.spans)
            sheet.take_span(line.start, line.end, "masthead")
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
    elif near and (pages := _PAGES.match(text)) and pages["last"]:
        _offer_values(sheet, line.content, {"fpage": pages.span("first"), "lpage": pages.span("last")})
        return 1
    elif commas := _WITH_COMMAS.search(text):
        spans["volume"] = commas.span("volume")
        spans["issue"] = commas.span("i1" if commas["i1"] else "i2")
        spans["fpage" if commas["last"] else "number"] = commas.span("first")
        if commas["last"]:
            spans["lpage"] = commas.span("last")
    elif year_first := _YEAR_FIRST.search(text):
        spans |= {key: year_first.span(key) for key in ("volume", "issue")}
        spans |= {
            key: year_first.span(group) for key, group in (("fpage", "first"), ("lpage", "last")) if year_first[group]
        }
        if not sheet.offers("published"):
            spans["year"] = year_first.span("year")
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
    if not any(not c.distrusted for c in sheet.offers("published")) and (year := _YEAR.search(text)):
        spans["year"] = year.span()
    if journal := _journal_before(text, min(start for start, _ in spans.values())):
        spans["journal"] = journal
    value = text[slice(*spans["volume"])]
    if volumes and folded(value) not in volumes:
        return 0
    if not volumes and not (near or named):
        return 0
    _offer_values(sheet, line.content, spans)
    sheet.take_span(line.start, line.end, "masthead")
    return 1


_BREADCRUMB = re.compile(r"\s*[>›»/|]\s*")
_YEAR_BEFORE = re.compile(r"[\s,(;:·–-]*(?:\(?(?:19|20)\d\d\)?)?[\s,(;:·–-]*$")
_VOLUME_WORD = re.compile(r"[\s,]{0,3}\(?(?:vol(?:ume|\.)?|第|卷)[:：.]?\s{0,3}$", re.IGNORECASE)
_NOT_A_JOURNAL = re.compile(
    r"home|journals?|archives?|issues?|articles?|volume|vol\.?|current|past|browse|content|published(?: in)?|citation|in|cite.*|"
    r"source|article info.*|year|首页|期刊|research article|open access|pages?",
    re.IGNORECASE,
)


def _journal_before(text: str, end: int) -> Span | None:
    """Return the name of the journal that a line begins with, or its last step before the volume."""
    if year := _YEAR_BEFORE.search(text, 0, end):
        end = year.start()
    start = 0
    for match in _BREADCRUMB.finditer(text, 0, end):
        start = match.end()
    name = _VOLUME_WORD.sub("", text[start:end]).strip(' .,;:·《》“”"')
    if not 2 <= len(name) <= 120 or not name[0].isalpha() or name[0].islower() or any(c.isdigit() for c in name):
        return None
    if _NOT_A_JOURNAL.fullmatch(name):
        return None
    at = text.index(name, start)
    stop = at + len(name) + (text[at + len(name) : at + len(name) + 1] == "." and "." in name)
    return at, stop


def offer_site_names(sheet: Sheet, view: View) -> None:
    """Offer as the journal what the document's title says beside the article's, if a line of the page says it, too."""
    page = view.page
    titles = [folded(candidate.quoted) for candidate in sheet.offers("title")]
    sure = bool(sheet.offers("volume"))
    lines: dict[str, Line] = {}
    for line in view.lines[:400]:
        if not line.is_long and 3 < len(line.text) < 120:
            lines.setdefault(folded(line.text), line)
    for element in page.all("title")[:1]:
        text = Text(page.text, element.inner, element.inner_end)
        for match in re.finditer(r"(?:(?! [-|–—:] |\|).)+", text.text):
            piece = folded(match[0])
            found = lines.get(piece)
            if (
                len(piece) < 4
                or any(piece in t or t in piece for t in titles if t)
                or found is None
                or _PLATFORM.search(match[0])
            ):
                continue
            if not sure and not _JOURNAL_WORD.search(match[0]):
                continue
            name = match[0].strip(" -–—:|")
            at = match.start() + match[0].index(name)
            span = text.span(at, at + len(name))
            sheet.offer("journal-title", _K.TITLE_TAG).quote((), span, normalisation="html")
            return


#: Words by which a name is a journal's, on a page that prints no volume.
_JOURNAL_WORD = re.compile(
    r"journal|review|annals|letters|bulletin|proceedings|acta|revista|revue|zeitschrift|transactions|dergisi|вестник|журнал|"
    r"известия|학회지|学报|杂志|研究|科学|通报|期刊|archives of|quarterly|rivista|jurnal|tidsskrift|cahiers",
    re.IGNORECASE,
)
#: Names in the titles of documents that are a platform's, and no journal's.
_PLATFORM = re.compile(
    r"online library|sciencedirect|springer|taylor & francis|iopscience|pubmed|\bpmc\b|\bhal\b|project euclid|publications|"
    r"sage journals|cambridge core|oxford academic|full text|abstract|semantic scholar|jstor|research ?gate|arxiv|biorxiv|"
    r"medrxiv|ssrn|google|scielo|redalyc|j-stage|dergipark|cyberleninka|elibrary|cnki|中国知网|万方|维普|frontiers$|mdpi|"
    r"hindawi|biomed central|wiley|elsevier|nature\.com|university|repository|researchers|request pdf|pdf|html",
    re.IGNORECASE,
)


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
        span = content.span(*spans["journal"])
        if "." in content.text[slice(*spans["journal"])]:
            sheet.offer("journal-abbreviation", _K.MASTHEAD).quote(("text",), span, normalisation="html")
        else:
            sheet.offer("journal-title", _K.MASTHEAD).quote((), span, normalisation="html")
    if "year" in spans:
        candidate = sheet.offer("published", _K.MASTHEAD, "issue")
        candidate.quote(("year",), content.span(*spans["year"]), normalisation="number")
        candidate.infer(("type",), "collection", "the year of an issue")
