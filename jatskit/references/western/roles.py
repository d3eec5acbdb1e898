"""Editors and translators: people who are said to be that, by a mark before or behind their names."""

from __future__ import annotations

import re

from jatskit.alternatives import alternatives
from jatskit.references import people
from jatskit.references.letters import LETTER
from jatskit.references.parts import Group
from jatskit.references.people import NameList
from jatskit.references.western.heads import EDITOR_MARK
from jatskit.references.western.publishers import is_publisher

#: Words before the names of editors.
_EDITED_BY = re.compile(
    r"(?:\(? ?(?:edited by|edited and translated by|eds?\. by|eds?\.|ed\. by|eds?(?![^\W\d_])|hrsg\. v(?:on|\.)|hg\. v(?:on|\.)|"
    r"herausgegeben von|organizado por|org\. por|editado por|sous la dir(?:ection|\.) d(?:e |')|dir\. par|édité par|"
    r"под ред\.|под редакцией|отв\. ред\.) ?:? ?)(?=[^\W\d_])",
    re.IGNORECASE,
)


_TRANSLATED_BY = re.compile(
    r"(?:\(? ?(?:translated by|translated from .{3,20} by|trans(?:l|lated)?\.? by|transl?\.|trans\.\)|tradução "
    r"(?:e nota das tradutoras )?(?:de|do|da|por)?|"
    r"trad\.(?: de| por| par| d')?|traducción de|traducido por|traduit (?:de .{3,20} )?par|trad(?:uit|\.) (?:par|de)|übers(?:\.|etzt) von|"
    r"aus dem .{4,20} von|пер\. с .{3,8}|пер\.|перевод) ?:? ?)(?=[^\W\d_])",
    re.IGNORECASE,
)


_MARK_AFTER = re.compile(rf",? ?{EDITOR_MARK}(?![{LETTER}])", re.IGNORECASE)


_TRANSLATORS_AFTER = re.compile(
    r",? ?\(?(?:trans(?:l|lator|lators)?\.?|trad\.|tradutores|trads\.|übers\.|пер\.)\)?(?![^\W\d_])", re.I
)


#: Without any of these words there are no editors and no translators.
_ROLES = alternatives(
    "ed eds edited editor editors editores editado hrsg hg hgg herausgegeben org orgs organizado organizador organizadores "
    "organizadora coord coords dir dirs comp comps éd éds édité ред transl translated translator translators trans trad traduit "
    "tradução tradutores traducción traducido trads übers пер перевод redaktion".split()
)
_ANY_ROLE = re.compile(rf"(?<![^\W\d_])(?:{_ROLES}|sous la dir|под ред|aus dem)(?![^\W\d_])", re.IGNORECASE)


#: Characters of the names of editors or translators, and of the words that tell them.
_LONGEST = 600
_LISTS = (
    (people.COMMA_INITIALS, (people.COMMA_INITIALS, people.INITIALS_SURNAME)),
    (people.SURNAME_INITIALS, (people.SURNAME_INITIALS,)),
    (people.INITIALS_SURNAME, (people.INITIALS_SURNAME, people.GIVEN_SURNAME)),
    (people.GIVEN_SURNAME, (people.GIVEN_SURNAME, people.INITIALS_SURNAME)),
    (people.COMMA_GIVEN, (people.COMMA_GIVEN, people.GIVEN_SURNAME)),
)


def names_at(text: str, start: int, end: int) -> NameList | None:
    """Return the longest list of names that starts here."""
    best: NameList | None = None
    look = text[start : start + people.LOOK]
    for first, rest in _LISTS:
        if not first.may_begin(look):
            continue
        found = people.read_list(text, start, end, first, rest)
        if found and (best is None or found.end > best.end):
            best = found
    return best and _without_publisher(text, best)


def _without_publisher(text: str, names: NameList) -> NameList | None:
    """Return the names before one that is a publisher's: `edited by John Harker, Harbour Press`."""
    for index, name in enumerate(names.names):
        if is_publisher(text[slice(*name.whole)]):
            before = names.names[:index]
            return NameList(before, before[-1].whole[1], False, names.order) if before else None
    return names


def _announced(text: str, at: int, end: int) -> tuple[Group, int] | None:
    """Return people with a word before their names that says what they did, and where that ends."""
    for role, pattern in (("editor", _EDITED_BY), ("translator", _TRANSLATED_BY)):
        if (mark := pattern.match(text, at, end)) and (names := names_at(text, mark.end(), end)):
            return Group(role, list(names.names), names.etal), _closed(text, mark, names.end, end)
    return None


def _told_behind(text: str, at: int, end: int) -> tuple[Group, int] | None:
    """Return people with a word behind their names that says what they did; the most that one order reads."""
    best: tuple[Group, int] | None = None
    look = text[at : at + people.LOOK]
    for first, rest in _LISTS:
        if not first.may_begin(look):
            continue
        names = people.read_list(text, at, end, first, rest)
        if names is None or (best is not None and names.end < best[1]):
            continue
        for role, pattern in (("editor", _MARK_AFTER), ("translator", _TRANSLATORS_AFTER)):
            if (mark := pattern.match(text, names.end, end)) and (best is None or mark.end() > best[1]):
                best = Group(role, list(names.names), names.etal), mark.end()
                break
    return best


def _closed(text: str, mark: re.Match[str], at: int, end: int) -> int:
    return at + 1 if "(" in mark[0] and at < end and text[at] == ")" else at


def last_role(text: str, start: int, end: int) -> int:
    """Return where the last word begins that tells editors or translators, -1 if there is none."""
    last = -1
    for match in _ANY_ROLE.finditer(text, start, end):
        last = match.start()
    return last


def people_at(text: str, at: int, end: int) -> tuple[Group, int] | None:
    """Return editors or translators who are named here and said to be that, and where that ends."""
    end = min(end, at + _LONGEST)
    if not (text[at].isalpha() or text[at] in "(["):
        return None
    return _announced(text, at, end) or (_told_behind(text, at, end) if text[at].isalpha() else None)
