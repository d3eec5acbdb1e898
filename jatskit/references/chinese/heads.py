"""The head of a citation of GB/T 7714's kind: `authors. `, `authors, year. ` or `authors. year. ` before the title."""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.han_names import is_person, read_names
from jatskit.references.chinese.numeration import YEAR
from jatskit.references.chinese.stops import stops, trimmed
from jatskit.references.chinese.vocabulary import BODY_SUFFIXES, BODY_WORDS
from jatskit.references.letters import CAPITAL, LETTER, SMALL
from jatskit.references.parts import CitedName, Group, Parts
from jatskit.references.people import (
    COMMA_INITIALS,
    INITIALS_SURNAME,
    SURNAME_INITIALS,
    NameList,
    Order,
    read_list,
    undotted,
)

#: Behind names: a year, perhaps in brackets, or the dot alone. `2004a` tells two works of a year apart.
_YEAR_BEHIND = re.compile(
    rf"\.? ?,? ?\(?(?P<year>{YEAR})[a-z]?(?: ?年)?\)?(?: ?\([^()]{{1,12}}\))?(?:[.,:] ?|(?=《)| (?=[^\d,]))"
)
_DOT = re.compile(r" ?\.{1,2} ?|: ?(?=《)")
_YEAR_FIRST = re.compile(rf"\(?(?P<year>{YEAR})[a-z]?\)?\. ?(?=\D)")
_YEAR_NEXT = re.compile(rf" ?\(?(?P<year>{YEAR})[a-z]?\)?\.")
_YEAR_BEFORE = re.compile(rf"(?:[,.] ?\(?| ?\()(?P<year>{YEAR})[a-z]?(?: ?年)?\)?$")
_WORD = rf"[{CAPITAL}][{LETTER}'\-]{{0,30}}[{SMALL}{CAPITAL}]"
#: `XIAO Ling`, `Omran Mahamed G. H.`; an article begins no name.
SURNAME_GIVEN = Order(
    "surname-given",
    rf"(?!(?:The|A|An|On|In) )(?P<surname>{_WORD}) (?P<given>{_WORD}(?:[ \-]{_WORD}){{0,2}}"
    rf"(?: [{CAPITAL}]\.){{0,3}}"
    rf"(?: [{CAPITAL}](?![{LETTER}])){{0,2}})(?![{LETTER}])",
    "eastern",
)
_ORDERS = (SURNAME_INITIALS, COMMA_INITIALS, SURNAME_GIVEN, INITIALS_SURNAME)
#: Marks that no list of names has.
_NO_NAME = re.compile(r"[《》“”?!:]|//")
_TIGHT_DOT = re.compile(rf"(?<=[^\W_])\.(?=[{HAN}{CAPITAL}《“\d])")
#: Words with which a title begins where no blank stands before it.
_TITLE = re.compile(rf"[{CAPITAL}][{LETTER}']* |[{HAN}《“]")
#: A part of a foreigner's name in Chinese letters.
_PART = re.compile(f"[{HAN}]{{1,7}}")
_LONGEST_HEAD = 800


def read_head(text: str, start: int, end: int, parts: Parts) -> int:
    """Put the authors and the year before the title into `parts`; return where the title begins.

    `end` is where the title ends, if that is known. Without authors the title begins at `start`.
    """
    while start < end and text[start] in " \0.,":
        start += 1
    if match := _YEAR_FIRST.match(text, start, end):
        parts.spans["year"] = match.span("year")
        return match.end()
    limit = min(end, start + _LONGEST_HEAD)
    if found := latin_names(text, start, limit):
        after = _ending(text, found.end, end)
        if after is not None and any(letter.isalpha() for letter in text[after[1] : min(end, after[1] + 200)]):
            parts.groups.append(Group("author", undotted(text, found.names), found.etal))
            year, at = after
            if year:
                parts.spans["year"] = year
            return at
    for stop in _stops(text, start, limit):
        group_end, title = stop, stop + 1
        year = None
        if match := _YEAR_BEFORE.search(text, max(start, stop - 12), stop):
            group_end, year = match.start(), match.span("year")
        elif match := _YEAR_NEXT.match(text, stop + 1, end):
            title, year = match.end(), match.span("year")
        first, last = trimmed(text, start, group_end)
        if (
            last <= first
            or _NO_NAME.search(text, first, last)
            or not any(letter.isalpha() for letter in text[title:end])
            or (year is None and any(letter.isdigit() for letter in text[first:last]) and "[" not in text[first:last])
        ):
            return start
        group = _group(text, first, last)
        if not group:
            return start
        parts.groups.append(group)
        if year:
            parts.spans["year"] = year
        return title
    return start


def _group(text: str, start: int, end: int) -> Group | None:
    value = text[start:end]
    if value.isascii() or not re.search(f"[{HAN}]", value):
        body = "." not in value or any(word.lower() in BODY_WORDS for word in value.split())
        return Group("author", [CitedName((start, end), is_organisation=body)])
    return read_names(text, start, end)


def latin_names(text: str, start: int, end: int) -> NameList | None:
    """Read names in Latin or Cyrillic letters, by the order that explains most of them; bodies are none."""
    best: NameList | None = None
    for order in _ORDERS:
        found = read_list(text, start, end, order, (order,))
        if found and (best is None or found.end > best.end):
            if order is SURNAME_GIVEN and _is_body(text, found):
                continue
            unsure = order in (SURNAME_GIVEN, INITIALS_SURNAME)
            if unsure and _ending(text, found.end, end) is None and found.end < end:
                continue
            best = found
        if best is not None and order is SURNAME_INITIALS and _ending(text, best.end, end) is not None:
            return best
    return best


def _is_body(text: str, found: NameList) -> bool:
    words = text[found.names[0].whole[0] : found.names[-1].whole[1]].replace(",", " ").split()
    return any(word.lower() in BODY_WORDS or word.endswith(BODY_SUFFIXES) for word in words)


def _ending(text: str, at: int, end: int) -> tuple[tuple[int, int] | None, int] | None:
    """Return the year behind names that end at `at` and where the title begins; None if names cannot end so."""
    if match := _YEAR_BEHIND.match(text, at, end):
        return match.span("year"), match.end()
    if match := _DOT.match(text, at, end):
        return None, match.end()
    if text[at - 1] == "." and at < end and (text[at] == " " or _TITLE.match(text, at)):
        return None, at + (text[at] == " ")
    return None


def _stops(text: str, start: int, end: int) -> list[int]:
    """Return the stops at which the authors may end: those with a blank behind, if the citation sets any."""
    found = list(stops(text, start, end))
    if not found:
        return [match.start() for match in _TIGHT_DOT.finditer(text, start, end)][:1]
    # A dot inside a foreigner's name (the full-width one of 斯特劳.巴赫) ends no names.
    for index, stop in enumerate(found[:-1]):
        nearest = re.split(r"[,;、]", text[start:stop])[-1].strip()
        following = re.split(r"[,;、.]", text[stop + 1 : stop + 12])[0]
        if not (_PART.fullmatch(nearest) and _PART.fullmatch(following)) or (index == 0 and is_person(nearest)):
            return found[index:]
    return found[-1:]
