"""Lists of personal names at the head of a citation, in the orders that the styles of the world print.

A list keeps to one order: surname, comma, given names (APA, Chicago's first author, ABNT); surname and initials
without a comma (Vancouver, GB/T 7714); given names first (IEEE, physics). Chicago turns only its first name round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jatskit.references.letters import CAPITAL, LETTER, SMALL
from jatskit.references.parts import CitedName

#: Small words before a surname, in the case in which they are printed.
PARTICLE = (
    r"(?:[Vv]an ?(?:de[rn]?|'t)?|[Vv]on(?: de[rm]| und zu)?|[Dd]e(?: l[ao]s?|l)?|[Dd]e[lr]|[Dd]ella|[Dd]i|[Dd]a|[Dd]o|[Dd]os|[Dd]as|"
    r"[Dd]u|[Ll]e|[Ll]a|[Tt]e[rn]?|[Zz]u[mr]?|St\.|bin|ibn|al|el|af|av|y|e|do|DE(?: L[AO]S?)?|DEL|D[AO]S?|DI|VAN(?: DE[RN])?|VON)"
)
_WORD = rf"(?:[{CAPITAL}]' ?)?[{CAPITAL}][{LETTER}'\-]{{0,30}}[{SMALL}{CAPITAL}]"
_SURNAME = rf"(?:{PARTICLE} ){{0,2}}(?:(?:[dl]'|al-|el-)?{_WORD})(?:[ \-](?:{PARTICLE} )?{_WORD}){{0,2}}"
#: Initials of two letters, as Russian, Greek and French names have them.
_LONG_INITIAL = r"(?:Yu|Ya|Ju|Zh|Sh|Kh|Ch|Th|Ph|Ts|Ye|Je|Jr?e|St|Cl|Fr|Gy|Sz|Cs|Wm|Ю|Я)"
_INITIAL = rf"(?:{_LONG_INITIAL}|[{CAPITAL}])"
#: With their dots; a scraper may leave blanks around them.
_DOTTED = rf"{_INITIAL} ?\.(?:[ \-]{{0,2}}{_INITIAL} ?\.){{0,5}}(?:-[{CAPITAL}](?![{LETTER}.]))?"
_BARE = rf"[{CAPITAL}]{{1,4}}(?:[ \-][{CAPITAL}]{{1,2}}){{0,3}}(?![{LETTER}'])"
_INITIALS = rf"(?:{_DOTTED}|{_BARE})"
_GIVEN = (
    rf"(?:{_INITIAL}\. ?)?{_WORD}(?:[ \-]{_WORD}){{0,2}}(?:[ \-][{CAPITAL}](?:\.|(?![{LETTER}']))){{0,3}}"
    rf"(?:(?: |-)(?!(?:y|e) )(?:{PARTICLE}|d')(?![{LETTER}]))?"
)
_SUFFIX = (
    r"(?:,? ?(?P<suffix>(?:Jr|Sr|JR|SR)\.?(?![^\W\d_])|I{2,3}(?![^\W\d_])|(?:Filho|FILHO|Neto|NETO|Júnior|JÚNIOR)"
    r"(?![^\W\d_])))?"
)
_COMMA = r" ?, ?"
#: After one initial: it is H. Igor or F. LaPorta that comes, and no title.
_NOT_A_SECOND_NAME = (
    rf"(?! ?[{CAPITAL}]\.)(?!(?:(?<=, [{CAPITAL}]\.)|(?<=,[{CAPITAL}]\.)|(?<=[{SMALL}] [{CAPITAL}]\.)) "
    rf"[{CAPITAL}][{LETTER}]+(?:\. [{CAPITAL}]| and [{CAPITAL}]))"
    rf"(?!(?:(?<=, [{CAPITAL}])|(?<=[{SMALL}] [{CAPITAL}]))\. [{CAPITAL}][{LETTER}]+(?:\. [{CAPITAL}]| and [{CAPITAL}]))"
)


#: Characters of a name that tell in which orders it may be printed: no surname is longer.
LOOK = 200


@dataclass(frozen=True)
class Order:
    """An order in which names are printed: the expression for one, and JATS's `@name-style` for it."""

    name: str
    expression: str
    style: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a name may be in this order."""
        return re.compile(self.expression)

    def may_begin(self, look: str) -> bool:
        """Whether a name in this order may begin with `look`, the next `LOOK` characters: a cheap test before all."""
        if self.name.startswith("comma"):
            return "," in look
        if self.name == "initials-surname":
            return "." in look[1:5]
        if self.name == "bare-initials-surname":
            return look[1:2] in " -" or look[1:2].isupper()
        return True


#: `DES MARAIS, D. J.`, `Xu, T`, `Peebles, P.Z., Jr.`
COMMA_INITIALS = Order(
    "comma-initials",
    rf"(?P<surname>{_SURNAME}){_SUFFIX}{_COMMA}(?P<given>{_INITIALS}(?: {PARTICLE}(?![{LETTER}]))?)"
    rf"{_SUFFIX.replace('suffix', 'suffix2')}{_NOT_A_SECOND_NAME}",
    "western",
)
#: `Powell, Walter W.`
COMMA_GIVEN = Order(
    "comma-given",
    rf"(?P<surname>{_SURNAME}){_SUFFIX}{_COMMA}(?P<given>(?:{_GIVEN}|{_INITIALS}))(?![{LETTER}])"
    rf"{_SUFFIX.replace('suffix', 'suffix2')}",
    "western",
)
#: `van den Hout JH`, `DES MARAIS D J`, `Peebles P Z Jr`, `VEEN P H van der`
SURNAME_INITIALS = Order(
    "surname-initials",
    rf"(?P<surname>{_SURNAME}) (?P<given>{_INITIALS}(?: {PARTICLE}(?![{LETTER}]))?)"
    rf"{_SUFFIX}(?! ?(?!(?:et|and|y|e|und|en|и|и др) )[{SMALL}]){_NOT_A_SECOND_NAME}",
    "eastern",
)
#: `XIAO Ling`, `Klatzky Roberta`
SURNAME_GIVEN = Order(
    "surname-given",
    rf"(?P<surname>(?:{PARTICLE} ){{0,2}}{_WORD}) (?P<given>{_GIVEN}){_SUFFIX}(?![{LETTER}])",
    "eastern",
)
#: `Wang Zong-Jie`, among names with initials
SURNAME_HYPHENED = Order(
    "surname-hyphened",
    rf"(?P<surname>{_WORD}) (?P<given>[{CAPITAL}][{SMALL}]{{1,6}}-[{CAPITAL}]?[{SMALL}]{{1,6}})(?![{LETTER}])",
    "eastern",
)
#: `J. E. Hunter`, `K.C. Zapp`
INITIALS_SURNAME = Order(
    "initials-surname",
    rf"(?P<given>{_DOTTED}) ?(?P<surname>{_SURNAME}){_SUFFIX}(?![{LETTER}])",
    "western",
)
#: `C Buzea`, `JE Hunter`
BARE_SURNAME = Order(
    "bare-initials-surname",
    rf"(?P<given>{_BARE}) (?P<surname>{_SURNAME}){_SUFFIX}(?![{LETTER}])",
    "western",
)
#: `Thomas F. LaPorta`, `Jan Douwe van der Ploeg`
GIVEN_SURNAME = Order(
    "given-surname",
    rf"(?P<given>{_WORD}(?: (?:{_WORD}|[{CAPITAL}](?:\.|(?![{LETTER}'])))){{0,3}}?) "
    rf"(?P<surname>(?:{PARTICLE} ){{0,2}}{_WORD}){_SUFFIX}(?![{LETTER}])(?! (?!(?:and|et|y|e|und|en) )[{LETTER}])",
    "western",
)

_AND = r"(?:&|and|with|mit|et|y|e|und|u\.|и|en|og|och|和|与|及)"
_SEPARATOR = re.compile(
    rf" ?; ?(?:{_AND} )?| ?, ?{_AND} | ?{_AND} (?=[{CAPITAL}a-z])| ?, ?(?=[{CAPITAL}{SMALL}])|(?<=\.)&|(?<=\.),"
)
_LAST = re.compile(r"[^\s,;]")
#: `et al.` and what other languages and scripts write for it.
ET_AL = re.compile(
    r"[,;]? ?\[?(?:(?:et|at) ?al(?:ii|ia)?(?![^\W\d_])\.?|et coll\.|and others|e outros|y otros|u\. ?a\.|и др\.?\]?|…|\.\.\. ?"
    r"(?=[,(])|等(?!级|等|离|于|价|高|距|效)|他(?=[,.]))",
    re.IGNORECASE,
)
_LAST_AFTER_ELLIPSIS = re.compile(rf",? ?(?:…|\.{{3}}|\. \. \.) ?(?:& ?)?(?=[{CAPITAL}])")


@dataclass(frozen=True, slots=True)
class NameList:
    """Names read from a text, where their list ends, whether `et al.` ends it, and the order they were printed in."""

    names: tuple[CitedName, ...]
    end: int
    etal: bool
    order: str


_SUFFIX_WORD = re.compile(r" (Jr\.?|JR\.?|Sr\.?|Filho|FILHO|Neto|NETO|Júnior|JÚNIOR|Junior)$")


def name_from(text: str, match: re.Match[str], style: str) -> CitedName:
    """Return the name that the expression of an order matched."""
    groups = match.groupdict()
    suffix = next((match.span(name) for name in ("suffix", "suffix2") if groups.get(name)), None)
    start, end = match.span("surname")
    if suffix is None and (found := _SUFFIX_WORD.search(text[start:end])):
        suffix, end = (start + found.start(1), start + found.end(1)), start + found.start()
    return CitedName(match.span(), (start, end), match.span("given"), suffix, style)


def read_list(text: str, start: int, end: int, first: Order, rest: tuple[Order, ...]) -> NameList | None:
    """Read names from `start` on: the first by one order, those after it by the first of `rest` that fits each."""
    names: list[CitedName] = []
    at, etal = start, False
    order, match = first, first.pattern.match(text, start, end)
    while match:
        names.append(name_from(text, match, order.style))
        at = match.end()
        if found := ET_AL.match(text, at, end):
            at, etal = found.end(), True
            break
        separator = _LAST_AFTER_ELLIPSIS.match(text, at, end) or _SEPARATOR.match(text, at, end)
        if not separator:
            break
        for order in (*rest, GIVEN_SURNAME) if _LAST.search(separator[0]) else rest:
            if match := order.pattern.match(text, separator.end(), end):
                break
        else:
            break
    if not names:
        return None
    return NameList(tuple(names), at, etal, first.name)


def undotted(text: str, names: Sequence[CitedName]) -> list[CitedName]:
    """Return the names, the last without the dot of the sentence if initials have none in this list."""
    last = names[-1]
    dots = [text[slice(*name.given)].count(".") for name in names if name.given]
    if last.given and dots[-1] == 1 and text[last.given[1] - 1] == "." and sum(dots) == 1:
        given = (last.given[0], last.given[1] - 1)
        whole = (last.whole[0], min(last.whole[1], given[1]))
        return [*names[:-1], CitedName(whole, last.surname, given, last.suffix, last.style)]
    return list(names)
