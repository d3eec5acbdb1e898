"""What a page prints of the journal behind the article: its ISSNs and its publisher, as expressions of linear time.

Both readers of pages take their words for the publisher from here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Imprint:
    """One way to print a fact of the journal; the group `name` (or `issn`) is the value, and `example` holds one."""

    pattern: str
    example: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, without regard to case."""
        return re.compile(self.pattern, re.IGNORECASE)


_FORM = (
    r"(?:,?\s(?:inc|llc|ltd|limited|b\.v|bv|gmbh|ag|kgaa|s\.a|sa|co|corp|plc)(?![^\W_])\.?|\s&\sco(?![^\W_])\.?){0,4}"
)
_NAME = rf"(?-i:[^\W\d_a-z])[^.,;:()|\d©\n]{{2,80}}?{_FORM}"
_END = r"(?=\s{0,3}(?:[.,;:()|©]|\d|on behalf|in association|under|for the|all rights|$))"
#: Houses that hold the rights to what they publish, and say so by their name. A society is one only if it has no other.
_HOUSES = (
    r"(?:elsevier(?: (?:ireland|science|masson|editora|españa|taiwan|india|singapore))?|reed elsevier|academic press|"
    r"john wiley (?:&|and) sons|wiley[^\W\d_]{0,12}(?:[- ][^\W\d_&,.;:()]{1,14}){0,2}|"
    r"blackwell [^\W\d_]{3,12}(?: [^\W\d_]{3,12})?|springer[^\d.,;:()|©\n]{0,60}?|biomed central|"
    r"taylor (?:&|and) francis|informa [^\W\d_]{2,12}(?: [^\W\d_]{2,12})?|routledge|sage|macmillan publishers|"
    r"nature publishing group|(?:s\. )?karger|thieme|bmj|hindawi|mdpi|frontiers media|(?:walter )?de gruyter|emerald|"
    r"ios press|brill|kluwer [^\W\d_]{3,12}(?: [^\W\d_]{3,12})?|wolters kluwer|lippincott|mary ann liebert|"
    r"world scientific|american (?:physical|chemical|meteorological|geophysical) society|american institute of physics|"
    r"american society for microbiology|royal society of chemistry|ieee|association for computing machinery|acm|"
    rf"optical society of america|optica|{_NAME}(?:press|publishing|publishers?|publications|verlag))"
    r"(?: (?:group|publishing|publications|publishers?|media|verlag))?(?![^\W_])"
    rf"{_FORM}"
)
_HOUSE = re.compile(_HOUSES, re.IGNORECASE)
#: “Published by …”.
PUBLISHED_BY = Imprint(
    rf"\bpublished (?:online |under licen[cs]e )?by (?:the )?(?P<name>{_NAME}){_END}",
    "Published by Example Press on behalf of the Society of Tests",
)
#: A label and the name, on one line.
PUBLISHER_LABEL = Imprint(
    r"(?:publisher(?: name(?=\s?[:：]|(?P<bare>\s)))?|published by|verlag|éditeur|editorial|editora|yayıncı|издательство|издатель|出版社|出版单位|"
    r"出版者|발행기관|发行单位)\s{0,2}(?(bare)|[:：])\s{0,2}(?P<name>[^\W\d_][^;|\n]{1,100}?)\s{0,2}$",
    "Publisher: Example Press",
)
#: A copyright line that names a publishing house. Whoever holds the rights may be anybody; a house says that it is one.
RIGHTS = Imprint(
    r"(?:©|\(c\)|copyright|•)\s{0,2}(?:©|\(c\))?\s{0,2}(?:(?P<year>(?:19|20)\d\d),?\s)?(?:by )?(?:the )?"
    rf"(?P<name>{_HOUSES})(?(year){_END}|,?\s(?P<behind>(?:19|20)\d\d))",
    "© 2014 Example Publishing Ltd",
)
#: A label above the name.
PUBLISHER_WORD = re.compile(r"publisher(?: name)?\s{0,2}[:：]?|published by\s{0,2}[:：]?", re.IGNORECASE)
_AFTER = r"(?:\s{0,3}[(\[](?P<after>[^()\[\]\n\d]{1,30})[)\]])?"
#: An ISSN, and what stands in brackets behind it.
ISSN_NUMBER = Imprint(rf"(?<![\d-])(?P<issn>\d{{4}}[-‐–]\d{{3}}[\dXxХх])(?![\d-]){_AFTER}", "1234-5679 (online)")
#: The word; inside of a DOI it is none.
ISSN_WORD = re.compile(r"(?<![./])issn", re.IGNORECASE)
_PRINT = r"print|imprim|impres|gedruckt|печат|друк|印刷|印刷版|basılı|basili|인쇄|طباع|چاپ"
_ELECTRONIC = (
    r"on-?line|electr|eletr|elektron|em linha|en ligne|línea|web|digital|онлайн|электрон|електрон|电子|電子|オンライン|"
    r"온라인|전자|الكترون"
)
#: The words beside an ISSN, by `@publication-format`.
FORMATS: Mapping[str, re.Pattern[str]] = {
    "print": re.compile(rf"{_PRINT}|(?<![^\W\d_])p(?:[\s.-]{{0,2}}issn|$)", re.IGNORECASE),
    "electronic": re.compile(rf"{_ELECTRONIC}|(?<![^\W\d_])e(?:[\s.-]{{0,2}}issn|$)", re.IGNORECASE),
}


def is_house(text: str) -> bool:
    """Whether a text is a name that only a publishing house has."""
    return _HOUSE.fullmatch(text) is not None


def format_beside(words: str) -> str:
    """Return the format that the words beside an ISSN name; an empty text if they name none, or both."""
    named = [name for name, expression in FORMATS.items() if expression.search(words)]
    return named[0] if len(named) == 1 else ""
