"""The page layouts that jatskit knows, as data: both the page reader and the page writer go by these tables.

To teach jatskit a layout, add a piece of furniture here or a masthead or another form of a place to `places.py`, with an
example; to teach it a word, add it to `labels.py`, `numbered.py` or `head.py`. The tests run every example and every word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jatskit.layouts.labels import LABELS, LabelMatch, begins_with_label, label_in, may_begin_label
from jatskit.layouts.menus import is_menu
from jatskit.layouts.numbered import PARTS, numbers_of
from jatskit.layouts.places import MASTHEADS, SLOTS, Masthead, MastheadMatch, masthead_in
from jatskit.layouts.sections import ABSTRACT_SECTIONS

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
    "begins_with_label",
    "furniture_in",
    "label_in",
    "masthead_in",
    "may_begin_label",
    "numbers_of",
]

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
        r"(?:[\[(]?+\s*+(?:CrossRef|Cross Ref|Google Scholar|PubMed(?: Central|/NCBI| Abstract)?|Medline|PMC(?: free article)?|"
        r"Web of Science ?®?(?: Times Cited: ?[\d,]{1,9})?|ISI(?: Web of Science)?|Scopus|CAS|"
        r"ADS|Search ADS|MathSciNet|Zentralblatt|Infotrieve|"
        r"View(?: in| at)? (?:Article|Publisher|Google Scholar|Scopus|PubMed|Web of Science)(?: Full Text)?|Find Full Text|"
        r"Full Text(?: PDF)?|Article|Open URL|OpenURL|Taylor & Francis Online|Wiley Online Library|百度学术|万方)\s*+[\])]?+[\s,|;·•]*+)++",
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
        return "menu" if is_menu(line) and label_in(line) is None else None
    return FURNITURE[(match.lastindex or 1) - 1].name


# -- reference labels ---------------------------------------------------------------------------------------

#: A year that a citation may tell.
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

#: The marks that number the entries of a list, each with the number in a group; the first that fits is used.
REFERENCE_LABELS: Mapping[str, str] = {
    "[[1]] |": r"\[\[(\d{1,4})\]\]\s*\|?",
    "[1]": r"[\[［【](\d{1,4})[\]］】]",
    "(1)": r"[(（](\d{1,4})[)）]",
    "1.": r"(\d{1,3})[.．、](?=\s|[^\d\s.]|$)",
    "1)": r"(\d{1,3})[)）]",
}
