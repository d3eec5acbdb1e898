"""The forms in which a page says where an article stands: journal, year, volume, issue and pages.

A masthead is a whole line with the journal in it, the surest form; its template is for both directions, so the page
writer prints by it. A place is found anywhere in a text, wherever its lines are broken, and what comes before it is
looked at for the journal. A line that is a masthead goes first; what it leaves open, the places may add.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

# -- mastheads ----------------------------------------------------------------------------------------------

#: What may stand in a masthead's slot.
SLOTS: Mapping[str, str] = {
    "journal": r"[^\s>›《》|][^›《》|]{0,150}?",
    "year": r"[12][0-9]{3}",
    "volume": r"[A-Za-z]?[0-9]{1,5}[A-Za-z]?",
    "issue": r"[A-Za-z]{0,5}\s?[0-9]{0,4}(?:\s?[-–/]\s?[0-9]{1,4})?(?<=\w)",
    "fpage": r"[A-Za-z]{0,2}[0-9]{1,7}",
    "lpage": r"[A-Za-z]{0,2}[0-9]{1,7}",
    "doi": r"10\.[0-9]{4,9}/[^\s,;，；。]+[^\s.,;，；。]",
}
_LOOSE = {
    "-": r"\s*[-‐‑–—－~～]\s*",
    ":": r"\s*[:：]\s*",
    ",": r"\s*[,，]\s*",
    ".": r"\s*[.．。]\s*",
    "(": r"\s*[(（]\s*",
    ")": r"\s*[)）]\s*",
    " ": r"\s*",
    "›": r"\s*[›»>]",
    ">": r"\s*[›»>]",
}
_TEMPLATE = re.compile(r"\{(\w+)\}|([\[\]])|([^{}\[\]])")


@dataclass(frozen=True)
class Masthead:
    """A line that says which issue an article stands in.

    `template` is that line with its values in braces; what stands in square brackets may be missing. Blanks
    are optional and punctuation may be full-width when it is read.
    """

    name: str
    template: str
    example: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression that reads a whole line of this form, with a group for each slot."""
        out = []
        for slot, bracket, literal in _TEMPLATE.findall(self.template):
            if slot:
                out.append(f"(?P<{slot}>{SLOTS[slot]})")
            elif bracket:
                out.append("(?:" if bracket == "[" else ")?")
            else:
                out.append(_LOOSE.get(literal) or re.escape(literal))
        return re.compile("".join(out), re.IGNORECASE)

    def print(self, values: Mapping[str, str]) -> str:
        """Return the line with these values; a bracketed part is left out unless it has values, and all of them."""

        def part(pieces: list[tuple[str, str, str]]) -> tuple[str, bool]:
            text, complete, slots = "", True, 0
            while pieces:
                slot, bracket, literal = pieces.pop(0)
                if bracket == "]":
                    break
                if bracket == "[":
                    inner, whole = part(pieces)
                    text += inner if whole else ""
                elif slot:
                    slots += 1
                    complete &= slot in values
                    text += values.get(slot, "")
                else:
                    text += literal
            return text, complete and slots > 0

        return part(_TEMPLATE.findall(self.template))[0]

    @property
    def slots(self) -> frozenset[str]:
        """The slots that the template has room for."""
        return frozenset(slot for slot, _, _ in _TEMPLATE.findall(self.template) if slot)


MASTHEADS: tuple[Masthead, ...] = (
    Masthead(
        "magtech",
        "{journal} ›› {year}[, Vol. {volume}][ ›› Issue ({issue})][ : {fpage}[-{lpage}]][.][ DOI: {doi}][.]",
        "Strategic Study of CAE ›› 2022, Vol. 24 ›› Issue (2) : 22-28.",
    ),
    Masthead(
        "magtech-short",
        "{journal} ›› {year}[, Vol. {volume}] ›› ({issue})[ : {fpage}[-{lpage}]][.][ DOI: {doi}][.]",
        "中国工程科学 ›› 2022 ›› (2) : 22-28. DOI: 10.15302/J-SSCAE-2022.02.004",
    ),
    Masthead(
        "engineering-cn",
        "《{journal}》 >> {year}年 [第{volume}卷 ]第{issue}期[ : {fpage}[-{lpage}]][.][ doi: {doi}]",
        "《工程（英文）》 >> 2021年 第7卷 第6期 doi: 10.1016/j.eng.2020.11.002",
    ),
    Masthead(
        "gbt-cite",
        "{journal}, {year}, {volume}({issue}): {fpage}-{lpage}[.]",
        "中国工程科学, 2022, 24(2): 22-28.",
    ),
    Masthead(
        "mdpi",
        "{journal} {year}, {volume}({issue}), {fpage}-{lpage}[;][ https://doi.org/{doi}]",
        "Metabolites 2014, 4(4), 932-945; https://doi.org/10.3390/metabo4040932",
    ),
    Masthead(
        "elsevier-volume",
        "{journal}, Volume {volume}, Issue {issue}, [January ][February ][March ][April ][May ][June ][July ]"
        "[August ][September ][October ][November ][December ]{year}, Pages {fpage}-{lpage}",
        "Journal of Cleaner Production, Volume 12, Issue 3, April 2004, Pages 201-214",
    ),
)


@dataclass(frozen=True, slots=True)
class MastheadMatch:
    """A masthead found in a line: the slots' values and their offsets in the line."""

    masthead: Masthead
    spans: Mapping[str, tuple[int, int]]


def masthead_in(line: str) -> MastheadMatch | None:
    """Return the masthead that the whole `line` is, if it is one."""
    if len(line) > 400 or not any(digit in line for digit in "0123456789"):
        return None
    for masthead in MASTHEADS:
        if match := masthead.pattern.fullmatch(line):
            return MastheadMatch(masthead, {s: match.span(s) for s in masthead.slots if match[s]})
    return None


# -- places ------------------------------------------------------------------------------------------------

#: A month or a season, as an expression without regard to case.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|spring|summer|fall|autumn|winter)"
)
_DASH = "[-–—‐‑−~～]"
_ISSUE = r"(?:[SＳZ]?\d{1,4}(?:[-–/]\d{1,4})?|(?:suppl(?:ement)?\.?|special issue|pt\.?|part)\s?[A-Z\d]{0,4}|[A-Z]\d?)"
#: What may stand in the slots of a place.
_SLOTS: Mapping[str, str] = {
    "year": r"(?P<year>(?:1[89]|20)\d\d)(?!\d)",
    "volume": r"(?P<volume>(?-i:[A-Z]?)\d{1,4}(?-i:[A-Z]?))(?![\d.])",
    "volumes": r"(?P<volume>(?-i:[A-Z]?)\d{1,4}(?:[-–/]\d{1,4})?(?-i:[A-Z]?))(?![\d.])",
    "issue": rf"(?P<issue>{_ISSUE})(?![A-Za-z\d])",
    "bracketed": r"[(（]\s{0,2}(?P<issue>[^()（）\n]{1,24}?)\s{0,2}[)）]",
    "pages": rf"(?P<first>[A-Za-z]{{0,3}}\d{{1,7}})\s{{0,3}}{_DASH}\s{{0,3}}(?P<last>[A-Za-z]{{0,3}}\d{{1,7}})(?![\w])",
    "page": rf"(?P<first>[A-Za-z]{{0,4}}\d{{1,9}})(?:\s{{0,3}}{_DASH}\s{{0,3}}(?P<last>[A-Za-z]{{0,3}}\d{{1,7}}))?(?![\w])",
    "number": r"(?P<number>[A-Za-z]{0,4}[-.]?\d{1,9})(?![\w])",
    "date": rf"(?:\d{{1,2}}\s{{1,2}})?(?:{MONTH}(?:\s?[-–/]\s?{MONTH})?\.?)(?:\s{{1,2}}\d{{1,2}})?,?",
    "vol": r"(?<![^\W_])(?:volume|vol(?:umen)?|v)\.?\s{0,3}:?",
    "no": r"(?:issues?|numbers?|no|num|nº|n[.º]|iss)\.?\s{0,3}[:º°]?",
    "pp": r"(?:page\(s\)|pages?|pp|p|pgs?|页码|起止页码?|页)\s{0,2}[.:：]?",
    "electronic": r"(?P<number>[A-Za-z]{1,4}\d{2,9}|\d{5,9})(?![\w])",
    "article": r"(?:article(?:\s(?:number|no\.?|id))?|art\.(?:\s(?:no|id)\.?)?|paper(?:\sno\.?)?)\s{0,2}:?",
    "sep": r"[\s,;|·•–—-]{0,6}",
}


def place_behind(text: str, at: int) -> bool:
    """Whether a place that only a journal's title stands before starts in `text` at `at`, but for a mark or two."""
    return any(place.sure and place.pattern.match(text, start) for place in PLACES for start in range(at, at + 3))


@lru_cache(maxsize=4096)
def states_a_place(line: str) -> bool:
    """Whether a line holds a place that only a journal's title stands before."""
    return any(place.sure and place.pattern.search(line) for place in PLACES)


_PIECES = re.compile(r"\{(\w+)\}|( )|(_)")


@dataclass(frozen=True)
class Place:
    """A form of a place: slots in braces, `_` for a blank, a blank where one may stand; the rest is an expression.

    A line break is a blank. `sure` says that what stands before it can only be the journal's title.
    """

    name: str
    template: str
    example: str
    sure: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression that finds the place in a text."""

        def piece(match: re.Match[str]) -> str:
            if match[1]:
                return _SLOTS[match[1]]
            return r"\s{0,4}" if match[2] else r"\s{1,4}"

        return re.compile(_PIECES.sub(piece, self.template), re.IGNORECASE)


#: The forms, those that say most first.
PLACES: tuple[Place, ...] = (
    Place(
        "year-issue-after-comma",
        r"(?<![\d/.-]){year} , {volume} , {issue} , (?:{pp} )?{page}",
        "J. Tests 2004, 12, 3, 201–214",
        sure=True,
    ),
    Place(
        "year-first",
        r"(?<![\d/.-]){year} [,，] (?:vol\. )?{volume} (?:{bracketed} )?[,，:：] (?:{pp} )?{page}",
        "Metabolites 2014, 4(4), 932-945",
        sure=True,
    ),
    Place(
        "vancouver",
        r"(?<![\d/.-]){year}(?:_{date})? ; {volumes} (?:{bracketed} )?: {page}",
        "Tests Res. 2012 Nov 26;41(Database issue):D36–D42",
        sure=True,
    ),
    Place(
        "vancouver-supplement",
        r"(?<![\d/.-]){year}(?:_{date})? ; {volumes}_{issue} : {page}",
        "Tests Res. 2011 Nov;25 Suppl 2:S12-8",
        sure=True,
    ),
    Place(
        "year-volume-colon",
        r"(?<![\d/.-]){year}_{volume} (?:{bracketed} )?: {page}",
        "Tests in Processing 2016 3:21",
        sure=True,
    ),
    Place(
        "glued",
        r"(?<=[^\W\d_])(?P<year>(?:19|20)\d\d)(?P<volume>\d{1,3}) : {page}",
        "Tests in Processing20163:21",
        sure=True,
    ),
    Place(
        "springer",
        r"[(]{year}[)]_{volume} (?:{bracketed} )?[:,] {page}",
        "J Tests (2015) 12:201–214",
        sure=True,
    ),
    Place(
        "volume-article",
        r"{vol} {volume} (?:[,|-] {no} {issue} )?[,|:]? (?:{article} {number}(?!\s?[-–])|(?:{pp}|{article}) {page}) [(] {year} [)]",
        "Bioresources volume 3, Article number: 21 (2016)",
        sure=True,
    ),
    Place(
        "labelled-date-pages",
        r"{vol} {volume}{sep}{no} {issue}{sep}(?:{date} )?{year}{sep}(?:{article} {number}(?!\s?[-–])|(?:{pp}|{article}) {page})",
        "Journal of Tests, Volume 12, Issue 3, April 2004, Pages 201-214",
        sure=True,
    ),
    Place(
        "labelled-date-number",
        r"{vol} {volume} (?:, {no} {issue} )?, {date}_{year} , {page}",
        "Volume 55, September 2022, 102530",
        sure=True,
    ),
    Place(
        "labelled-date-pages-no-issue",
        r"{vol} {volume}{sep}(?:{date} )?{year}{sep}(?:{article} {number}(?!\s?[-–])|(?:{pp}|{article}) {page})",
        "Volume 12, April 2004, Pages 201-214",
        sure=True,
    ),
    Place(
        "labelled-pages-year",
        r"{vol} {volume}{sep}{no} {issue}{sep}{pp} {pages}{sep}(?:{date} )?[(]?{year}[)]?",
        "Vol. 12, No. 3, pp. 201-214, 2004",
    ),
    Place(
        "year-labelled",
        r"(?<![\d/.-]){year}{sep}{vol} {volume}{sep}(?:{no} [(]? {issue} [)]?{sep})?(?:{article} {number}(?!\s?[-–])|(?:{pp}|{article}|:) {page})",
        "2004 Volume 12 Issue 3 Pages 201-214",
    ),
    Place(
        "year-labelled-bare-pages",
        r"(?<![\d/.-]){year}{sep}{vol} {volume}{sep}{no} {issue}[ ,]{0,3}{pages}",
        "Year 2004, Volume: 12 Issue: 3, 201 - 214",
    ),
    Place(
        "hindawi",
        r"{vol} {year} (?:[(] (?:1[89]|20)\d\d [)])?{sep}article_id_{number}",
        "Volume 2014 (2014), Article ID 247835, 10 pages",
        sure=True,
    ),
    Place(
        "issue-dash",
        r"{vol} {volume} , {year} [-–] {no} {issue}",
        "Volume 12, 2014 - Issue 3",
    ),
    Place(
        "volume-dash-year",
        r"{vol} {volume} [-–] {year}",
        "Volume 5 - 2014",
    ),
    Place(
        "bracketed-year",
        r"{vol} {volume}[ ,]{0,3}(?:{no} {issue}[ ,]{0,3})?[(] (?:{date} )?{year} [)]",
        "Vol. 5 No. 2 (2019)",
    ),
    Place(
        "labelled-date",
        r"{vol} {volume}{sep}{no} {issue}{sep}(?:{date}{sep})?{year}",
        "Volume: 12, Issue: 3, April 2004",
    ),
    Place(
        "scielo",
        r"{vol} {volume}_{no} {issue}_[^\W\d_][^\d\n]{0,40}{year}",
        "Tests vol.12 no.3 City Apr. 2004",
    ),
    Place(
        "euclid",
        r"(?<![\w/.:-]){volume} {bracketed} : {page} [(] (?:{date} )?{year} [)]",
        "J. Tests 164(13): 2507-2538 (1 October 2015)",
        sure=True,
    ),
    Place(
        "year-in-brackets",
        r"(?<![\w/.:-]){volume} [(] {year} [)] {page}",
        "Journal of Tests 12 (2004) 201–214",
        sure=True,
    ),
    Place(
        "year-last",
        r"(?<![\w/.:-]){volume} (?:{bracketed} )?, {page} [(] {year} [)]",
        "J Tests 12, 201–214 (2004)",
        sure=True,
    ),
    Place(
        "year-after-comma",
        r"(?<=,\s){volume} , {pages} , {year}",
        "J. Tests, 12, 201–214, 2004",
        sure=True,
    ),
    Place(
        "et-al",
        r"et_al\.?_{year}_(?P<journal>[A-Z][^\d\n]{2,80}(?:\n[^\d\n]{2,80})?)\s{1,4}{volume}_{page}",
        "Jane Doe et al 2004 J. Tests 12 201",
        sure=True,
    ),
    Place(
        "published-on",
        r"(?:(?<=[.\w]\s)|(?<=\n)){volume} , {page} [–—-] published_(?:{date} )?{year}",
        "Rev. Tests 94, 045004 – Published 6 December 2022",
        sure=True,
    ),
    Place(
        "dated-journal",
        r"(?<![^\n])[ \t]{0,8}{date}_{year}_(?P<journal>[A-Z][^\d\n,;:]{2,60}?)[ ,.]{1,3}(?:{vol} )?{volume} (?:{bracketed} )?[,:] (?:{pp} )?{pages}",
        "February 15, 2015 J Tests 12, 201-214",
        sure=True,
    ),
    Place(
        "date-first",
        r"{date}_{year}{sep}{volume} {bracketed} [:,]? (?:{pp} )?{pages}",
        "Tests September 25, 2012 109 (39) 15888-15893",
        sure=True,
    ),
    Place(
        "labelled-issue-pages",
        r"{vol} {volume}{sep}{no} {issue}{sep}{pp} {pages}",
        "Volume: 25 issue: 5, page(s): 1115-1122",
    ),
    Place(
        "labelled-number-article",
        r"{vol} {volume}(?:{sep}{no} {issue})?[\s,]{1,4}{electronic}(?=\s{0,3}(?:\n|$))",
        "Volume 12, Issue 3 e1234",
    ),
    Place(
        "labelled-number",
        r"{vol} {volume}{sep}{no} {issue}",
        "Volume 12, Number 3",
    ),
    Place(
        "labelled-colon-pages-year",
        r"{vol} {volume} , {no} {issue} : {page} [(] {year} [)]",
        "中国测试, Volume 33, Issue 2 : 5-8(2013)",
        sure=True,
    ),
    Place(
        "year-volume-issue",
        r"(?<![\d/.-]){year} [,，] {volume} {bracketed}(?!\s?[:：,，]\s?\d)",
        "测试学报 . 2021 ,33 (10)",
    ),
    Place(
        "labelled-pages",
        r"(?<![^\n])[ \t]{0,8}(?:on )?{pp}[\s:：]{0,4}(?:{pages}|(?P<number>e\d{1,9})(?!\w))",
        "Page(s): 201 - 214",
    ),
    Place(
        "labelled-first-page",
        r"(?<![^\n])[ \t]{0,8}page[(]s[)][\s:：]{0,4}{page}",
        "Page(s): 201",
    ),
    Place(
        "labelled-article",
        r"(?<![^\n])[ \t]{0,8}(?:article|e-?location)(?:_(?:number|no\.?|id))?[ :]{1,3}{number}",
        "Article: e67380",
    ),
    Place(
        "japanese-catalogue",
        r"(?<=[^\W\d]\s)(?:{volume} )?[(（] {issue} [)）] , {page} , {year}(?:[-/]\d\d){1,2}",
        "例示史学研究 12 (88), 23-47, 2009-07-10",
        sure=True,
    ),
    Place(
        "chinese-running-head",
        r"第 {volume} 卷 [,，]? 第 {issue} 期[^\S\n]{2,40}(?P<journal>[^\W\d][^\n\d]{1,38}?)"
        r"[^\S\n]{2,40}vol\. \d{1,4} [,，]? no\. \d{1,4}(?:\s{1,6}{year} 年)?",
        "第22卷 第2期      中国测试科学      Vol.22 No.2",
        sure=True,
    ),
    Place(
        "chinese-labelled",
        r"(?<![\d/.-]){year} 年? (?:\d{1,2} 月 (?:\d{1,2} 日)?)? [,，›»>\s]{0,6}(?:第 {volume} 卷 )?[,，]? 第? {issue} [期號号] "
        r"(?:[,，:：]? (?:页码?|頁碼?|第|pp?\.?)? ?[:：]? {pages})?",
        "2020年 第40卷 第1期：1-10",
    ),
    Place(
        "chinese-year-last",
        r"第 {volume} 卷 [,，]? 第 {issue} 期 (?:[,，]? (?:{pages} )?[,，]? {year} 年)?",
        "第40卷 第1期 2020年1月",
    ),
)

#: Countries as affiliations end with them, in lower case.
COUNTRIES = frozenset(
    name.strip()
    for name in (
        "argentina, australia, austria, bangladesh, belgium, brazil, brasil, bulgaria, cameroon, canada, chile, china, pr china, "
        "p. r. china, p.r. china, people’s republic of china, people's republic of china, colombia, costa rica, croatia, cuba, "
        "cyprus, czech republic, czechia, denmark, ecuador, egypt, estonia, ethiopia, finland, france, germany, deutschland, "
        "ghana, greece, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, italia, japan, "
        "jordan, kazakhstan, kenya, korea, south korea, republic of korea, kuwait, latvia, lebanon, lithuania, luxembourg, "
        "malaysia, mauritania, mexico, méxico, mongolia, morocco, nepal, netherlands, the netherlands, new zealand, nigeria, "
        "norway, oman, pakistan, panama, peru, perú, philippines, poland, portugal, qatar, romania, russia, "
        "russian federation, saudi arabia, senegal, serbia, singapore, slovakia, slovenia, south africa, spain, españa, "
        "sri lanka, sudan, sweden, switzerland, taiwan, tanzania, thailand, tunisia, turkey, türkiye, uganda, ukraine, "
        "united arab emirates, united kingdom, uk, u.k, england, scotland, wales, united states, united states of america, "
        "usa, u.s.a, uruguay, uzbekistan, venezuela, vietnam, zambia, zimbabwe"
    ).split(",")
)
