"""The page layouts that jatskit knows, as data: both the page reader and the page writer go by these tables.

To teach jatskit a layout, add a masthead or a piece of furniture here, with an example; to teach it a word, add it to
`labels.py` or `numbered.py`. The tests run every example and every word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jatskit.layouts.labels import LABELS, LabelMatch, label_in, may_begin_label
from jatskit.layouts.numbered import PARTS, numbers_of

__all__ = [
    "ABSTRACT_SECTIONS",
    "FURNITURE",
    "LABELS",
    "MASTHEADS",
    "PARTS",
    "REFERENCE_LABELS",
    "SLOTS",
    "YEAR",
    "FurnitureRule",
    "LabelMatch",
    "Masthead",
    "MastheadMatch",
    "furniture_in",
    "label_in",
    "masthead_in",
    "may_begin_label",
    "numbers_of",
]

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
_PIECES = re.compile(r"\{(\w+)\}|([\[\]])|([^{}\[\]])")


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
        for slot, bracket, literal in _PIECES.findall(self.template):
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

        return part(_PIECES.findall(self.template))[0]

    @property
    def slots(self) -> frozenset[str]:
        """The slots that the template has room for."""
        return frozenset(slot for slot, _, _ in _PIECES.findall(self.template) if slot)


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


# -- abstracts ----------------------------------------------------------------------------------------------

#: Headings of the sections of a structured abstract.
ABSTRACT_SECTIONS = frozenset(
    "aim aims background conclusion conclusions design findings introduction interpretation method methods "
    "methodology objective objectives purpose result results setting significance 目的 方法 结果 结论 背景".split()
) | {"materials and methods", "methods and results", "patients and methods"}

# -- furniture ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Lines of a page that belong to the web site and not to the article."""

    name: str
    pattern: str
    example: str


FURNITURE: tuple[FurnitureRule, ...] = (
    FurnitureRule("pager", r"[〈〉<>‹›«»←→|\s]+", "〈 |"),
    FurnitureRule(
        "share",
        r"(?:Share|Print|Download|Email|Cite|Citation|Export|RIS|BibTeX|EndNote|PDF|HTML|Save|Tweet|Facebook|Twitter|"
        r"LinkedIn|WeChat|Weibo|分享|打印|下载|收藏|引用|导出)(?:\s*(?:PDF|this article|article|full text|全文))?",
        "Download PDF",
    ),
    FurnitureRule(
        "navigation",
        r"(?:Home|Back|Back to top|Top|Previous|Next|Previous article|Next article|Search|Menu|Login|Log ?in|Sign in|"
        r"Register|Current Issue|Archive|Contact(?: Us)?|About(?: Us)?|Help|Skip to (?:main )?content|"
        r"首页|返回|上一篇|下一篇|返回顶部|登录|注册|当前期|过刊浏览)",
        "Next article",
    ),
    FurnitureRule(
        "link-words",
        r"(?:\[?+\s*+(?:CrossRef|Cross Ref|Google Scholar|PubMed|Web of Science|Scopus|CAS|View Article|View in Scopus|"
        r"Full Text|Article|百度学术|万方)\s*+\]?+[\s,|;]*+)++",
        "[CrossRef] [Google Scholar]",
    ),
    FurnitureRule(
        "counts",
        r"(?:\d+\s*(?:views|downloads|citations)|(?:浏览|下载|被引)(?:量|次数)?\s*[:：]?\s*\d+)",
        "53 views",
    ),
)


@lru_cache(maxsize=1)
def _furniture_pattern() -> re.Pattern[str]:
    """Return one expression for all rules, the n-th of which is its n-th group."""
    return re.compile("|".join(f"({rule.pattern})" for rule in FURNITURE), re.IGNORECASE)


def furniture_in(line: str) -> str | None:
    """Return the name of the rule by which the whole `line` is furniture, if it is."""
    if len(line) > 100 or not (match := _furniture_pattern().fullmatch(line)):
        return None
    return FURNITURE[(match.lastindex or 1) - 1].name


# -- reference labels ---------------------------------------------------------------------------------------

#: A year that a citation may tell.
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

#: The marks that number the entries of a list, each with the number in a group; the first that fits is used.
REFERENCE_LABELS: Mapping[str, str] = {
    "[[1]] |": r"\[\[(\d{1,4})\]\]\s*\|?",
    "[1]": r"[\[［【](\d{1,4})[\]］】]",
    "(1)": r"[(（](\d{1,4})[)）]",
    "1.": r"(\d{1,3})[.．、](?=\s|[^\d\s.])",
    "1)": r"(\d{1,3})[)）]",
}
