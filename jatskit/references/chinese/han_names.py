"""Lists of names in Chinese citations: persons, foreigners in Chinese letters, bodies, and words for their roles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jatskit.language import HAN
from jatskit.names import COMPOUND_SURNAMES, split
from jatskit.references.chinese.stops import trimmed
from jatskit.references.chinese.vocabulary import (
    BODY_ENDS,
    NOBODY,
    ROLES,
    SURNAMES,
    TRANSLITERATED,
    TRANSLITERATED_ENDS,
)
from jatskit.references.parts import CitedName, Group
from jatskit.references.people import SURNAME_GIVEN, SURNAME_INITIALS, name_from

_SEPARATOR = re.compile(r" ?[,、;] ?| (?=等)|(?<=[^\s,、;])(?=等(?:[,.:]|$))")
_AND = re.compile(rf"(?<=[{HAN}])[和与及](?=[{HAN} ]{{2,5}}$)")
_ETAL = re.compile(r"等(?:人|编|著|译)?\.?$|et al\.?$|他$")
_HAN_LETTERS = re.compile(f"[{HAN} ]+")
_BODY = re.compile(f"(?:{'|'.join(BODY_ENDS)})$")
_HAN_ROLES = [word for word in ROLES if not word.isascii()]
_ROLE = re.compile(
    r"(?<![汇彙選选续續丛叢类類新简簡总總])(?P<mark>[, ] ?)?(?<![汇彙選选续續丛叢类類新简簡总總])"
    rf"(?P<role>{'|'.join(sorted(_HAN_ROLES, key=len, reverse=True))})$"
)
_LATIN_ROLE = re.compile(r"[, ] ?\(?(?P<role>trans|translators?|tr|eds?|editors?)\.?\)?$", re.IGNORECASE)
_WITH_INITIALS = re.compile(rf"(?P<surname>[{HAN}]{{1,7}}) (?P<given>[A-Z]\.?(?: ?[A-Z]\.?){{0,3}})")
#: Longer than any list of names before a title.
LONGEST = 600


def is_person(bare: str) -> bool:
    """Whether Han letters, without blanks, have the shape of a Chinese person's name."""
    if bare in NOBODY or bare in TRANSLITERATED or not 2 <= len(bare) <= 4:
        return False
    if bare[:2] in COMPOUND_SURNAMES and len(bare) > 2:
        return True
    return len(bare) < 4 and bare[0] in SURNAMES and bare[-1] not in TRANSLITERATED_ENDS and not _BODY.search(bare)


def han_name(text: str, start: int, end: int) -> CitedName:
    """Return a name in Han letters: divided if it is surely a Chinese person's, whole if not."""
    value = text[start:end]
    bare = value.replace(" ", "")
    if _HAN_LETTERS.fullmatch(value):
        if is_person(bare) and " " in value:  # a line's end may part a name anywhere: 赵晓 燕
            length = 2 if bare[:2] in COMPOUND_SURNAMES and len(bare) > 2 else 1
            offsets = [start + index for index, letter in enumerate(value) if letter != " "]
            surname = (start, offsets[length - 1] + 1)
            return CitedName((start, end), surname, (offsets[length], end), style="eastern")
        if is_person(bare) and (found := split(value)) and found.given:
            surname = (start + found.surname[0], start + found.surname[1])
            return CitedName((start, end), surname, (start + found.given[0], start + found.given[1]), style="eastern")
        return CitedName((start, end), style="eastern", is_organisation=_is_body(bare))
    if match := _WITH_INITIALS.fullmatch(text, start, end):
        return CitedName((start, end), match.span("surname"), match.span("given"), style="eastern")
    return CitedName((start, end), style="eastern", is_organisation=_is_body(bare))


def _is_body(bare: str) -> bool:
    if any(mark in bare for mark in "·•・‧]"):
        return False
    return (bool(_BODY.search(bare.rstrip(")"))) and len(bare) > 3) or len(bare) > 8


def read_names(text: str, start: int, end: int, role: str = "author") -> Group | None:
    """Read the list of names that the folded `text` has from `start` to `end`; None if it is none.

    A word for a role behind the last name (主编, 译, trans.) is taken off, and it decides the role.
    """
    start, end = trimmed(text, start, end)
    if end - start > LONGEST or end <= start:
        return None
    end, role = without_role(text, start, end, role)
    etal = False
    if found := _ETAL.search(text, max(start, end - 8), end):
        etal = True
        start, end = trimmed(text, start, found.start())
    names: list[CitedName] = []
    for first, last in _items(text, start, end):
        first, last = trimmed(text, first, last)
        if first == last:
            continue
        if _ETAL.fullmatch(text, first, last):
            etal = True
            continue
        names.append(_one(text, first, last))
    return Group(role, names, etal) if names else None


def without_role(text: str, start: int, end: int, role: str = "") -> tuple[int, str]:
    """Return where the names end before a word for their role, and the role; `role` if there is no word."""
    pattern = _LATIN_ROLE if text[end - 1].isascii() else _ROLE
    match = pattern.search(text, max(start, end - 16), end)
    if not match or match.start() == start:
        return end, role
    if pattern is _ROLE and not match["mark"]:
        before = text[start : match.start()].replace(" ", "")
        # 总编 may be all of a word, 杨立华导演 is a name and a role.
        if len(re.split("[,、;]", before)[-1]) < 2 or _BODY.search(text[start:end]):
            return end, role
    return match.start(), ROLES[match["role"].lower()]


def _items(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    at = start
    depth = 0
    cuts = {match.start(): match.end() for match in _SEPARATOR.finditer(text, start, end)}
    position = start
    while position < end:
        letter = text[position]
        depth += (letter in "([") - (letter in ")]")
        if depth <= 0 and position in cuts and position >= at:
            items.append((at, position))
            at = cuts[position]
            position = max(position + 1, at)
            continue
        position += 1
    items.append((at, end))
    last = items[-1]
    if match := _AND.search(text, *last):
        before, after = (text[last[0] : match.start()].strip(), text[match.end() : last[1]].strip())
        if is_person(before.replace(" ", "")) and is_person(after.replace(" ", "")):
            items[-1:] = [(last[0], match.start()), (match.end(), last[1])]
    return items


def _one(text: str, start: int, end: int) -> CitedName:
    if text[start].isalpha() and not _HAN_LETTERS.match(text, start):
        for order in (SURNAME_INITIALS, SURNAME_GIVEN):
            match = order.pattern.match(text, start, end)
            if match and match.end() >= end - 1:
                return name_from(text, match, order.style)
    return han_name(text, start, end)
