"""The head of a citation: who made the work and, in author–date styles, when; each way that it can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jatskit.months import MONTH
from jatskit.references import people
from jatskit.references.dates import YEAR
from jatskit.references.letters import CAPITAL, LETTER, SMALL
from jatskit.references.parts import CitedName, Group, Span
from jatskit.references.people import NameList, Order, undotted
from jatskit.references.western.vocabulary import JOURNAL_ABBREVIATIONS

#: What says that the people before it, or behind it, are the editors.
EDITOR_MARK = (
    r"(?:\(?(?:eds?\.|ed(?![^\W\d_])|eds(?![^\W\d_])|editors?|hrsg\.?|hg\.|hgg\.|orgs?\.|organizador(?:es|a)?|coords?\.|dirs?\.|"
    r"comps?\.|éds?\.|redaktion|ред\.|под ред\.|editor(?:es)?|editores)\)?)"
)
_AFTER_EDITORS = re.compile(rf",? ?{EDITOR_MARK}(?![{LETTER}])", re.IGNORECASE)
_DATE_IN_BRACKETS = re.compile(
    rf"[.,]? ?(?:\[[^\[\]]{{1,40}}\] ?)?[(\[] ?(?:(?:c|ca\.?|©) ?)?(?:(?P<year>{YEAR})[a-h]?(?P<more>(?:, ?| "
    rf")[^()]{{1,30}})?|(?P<lead>[^()\d]{{1,20}}|"
    rf"\d{{1,2}} [^()\d]{{1,16}}) ?(?P<year2>{YEAR})|n\. ?d\.?(?:-[a-z])?|s\. ?[df]\.?|o\. ?J\.|in press|no "
    rf"prelo|forthcoming) ?[)\]](?! ?\d{{4}}) ?[.,:]?",
    re.IGNORECASE,
)
_DATE_BARE = re.compile(
    rf"(?:(?:[.,;:]|(?<=\.)|(?= )) ?(?:\[\d{{4}}\] ?)?(?P<year>{YEAR})[a-h]?(?:, {MONTH}(?: \d{{1,2}})?)?(?: ?[.,:;]|(?= [\u201c\"]))"
    rf"|(?= )(?<![.,;:]) (?P<year2>{YEAR})[a-h]? (?=[{CAPITAL}]))|[.,] ?n\. ?d\.",
    re.IGNORECASE,
)
#: Characters of a year in brackets, with a letter and the marks around it.
_ONLY_A_YEAR = 10
_MONTH = re.compile(MONTH, re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
#: A line in the place of the authors of the entry before.
_SAME_AUTHOR = re.compile(r"[-_]{2,}[.,:;]? ?|_{3,}[.,:;]? ?")
_ORGANISATION = re.compile(
    rf"(?:(?:the|a) )?[{CAPITAL}0-9][^.:;!?\u201c\"\0()]{{1,120}}?(?: ?\([^()\d]{{1,40}}\))?(?: "
    rf"?\[@[^\[\]]{{1,30}}\])?(?:, [{CAPITAL}][^.:;\u201c\"\0()]{{1,80}}?)?"
    rf"(?= ?(?:\.(?: |$|\0)|(?<=[{SMALL}][{SMALL}][{SMALL}])\.(?=[{CAPITAL}])|: |\.? ?\((?:{YEAR}|n\.d\.)|, {YEAR}|, ?[\u201c\"]|\.? {YEAR}\.))"
)
#: Words of which one makes a name an organisation's.
ORGANISATION_WORDS = frozenset(
    "organization organisation association ministry ministério ministerio institute instituto institut university universidade "
    "universidad université centers centre center centro department departamento agency agência agencia committee comitê council "
    "conselho group grupo team society sociedade sociedad société federation federación federação foundation fundação fundación "
    "academy academia bureau office commission comissão comisión company corporation inc inc. ltd llc labs laboratory library "
    "network initiative collaboration consortium government governo secretaria prefeitura board service services bank "
    "forum programme program project administration authority union league trust college school press hospital nations statistics "
    "sistema museum archive archives who unesco oecd nih cdc fao ibge министерство институт университет академия "
    "bundesamt bundesministerium gesellschaft verein amt ministère".split()
)
_CASE_AT_LAW = re.compile(rf"[^.]{{0,80}}(?:\.[^.]{{0,4}})? v\.? (?=[{CAPITAL}])")


@dataclass(slots=True)
class Head:
    """One reading of a head: the people, the date if it stands there, and where the rest of the citation begins.

    `ended` is the mark behind the people: `.`, `:`, `,`, `(` (a date in brackets), `d` (a bare date), `"` or nothing.
    """

    groups: list[Group]
    after: int
    ended: str
    score: float
    date: dict[str, Span] = field(default_factory=dict)


_LISTS: tuple[tuple[Order, tuple[Order, ...], float], ...] = (
    (people.COMMA_INITIALS, (people.COMMA_INITIALS, people.INITIALS_SURNAME), 2.0),
    (people.SURNAME_INITIALS, (people.SURNAME_INITIALS, people.COMMA_INITIALS, people.SURNAME_HYPHENED), 2.0),
    (people.INITIALS_SURNAME, (people.INITIALS_SURNAME,), 2.0),
    (people.BARE_SURNAME, (people.BARE_SURNAME,), 1.2),
    (people.COMMA_GIVEN, (people.INITIALS_SURNAME, people.GIVEN_SURNAME, people.COMMA_GIVEN), 1.2),
    (people.GIVEN_SURNAME, (people.GIVEN_SURNAME, people.INITIALS_SURNAME), 0.6),
)
_EACH_TURNED = (people.COMMA_GIVEN, (people.COMMA_GIVEN, people.COMMA_INITIALS), 1.4)
#: Characters of a list of names that are looked at for the mark between them.
_LOOK = 120


def heads_of(text: str, start: int, end: int) -> list[Head]:
    """Return the ways to read who made the work, the likeliest first; the last of them is: nobody is named."""
    found: list[Head] = []
    if same := _SAME_AUTHOR.match(text, start, end):
        as_before = Head([], same.end(), ".", 1.0)
        _date(text, same.end(), end, as_before)
        return [as_before]
    look = text[start : min(end, start + _LOOK)]
    lists = _LISTS
    if ";" in look or "&" in look or look[1:3].isupper():
        lists = (*_LISTS, _EACH_TURNED)
    for first, rest, worth in lists:
        if not first.may_begin(look):
            continue
        names = people.read_list(text, start, end, first, rest)
        head = _head(text, names, end, worth) if names is not None else None
        if head is not None:
            found.append(head)
    found.sort(key=lambda head: -head.score)
    if (not found or found[0].score < 2.2) and (organisation := _organisation(text, start, end)):
        found.append(organisation)
    nobody = Head([], start, "", 0.0)
    if found and found[0].score >= 2.4:
        return found[:1] if found[0].score >= 2.6 or len(found) == 1 else found[:2]
    return [*found[:3], nobody]


def _head(text: str, names: NameList, end: int, worth: float) -> Head | None:
    at = names.end
    if len(names.names) > 1 and text[at : at + 1] == "." and (surname := names.names[-1].surname):
        if text[slice(*surname)].lower() in JOURNAL_ABBREVIATIONS:  # J. Smith, J. Appl. Coat. 1
            names = NameList(names.names[:-1], names.names[-2].whole[1], False, names.order)
            at = names.end
    if names.order == "surname-initials" and len(names.names) == 1 and _SHOUTED_TWICE.match(text, start_of(names), at):
        return None  # DE LA TOUR, Hélène
    if len(names.names) == 1 and _names_an_organisation(text, names.names[0]):
        return None
    if names.order.startswith("comma") and _ENDS_IN_INITIALS.search(text[slice(*(names.names[0].surname or (0, 0)))]):
        return None  # McDaniel SH, Salas E
    collaboration: list[CitedName] = []
    if more := _AND_A_GROUP.match(text, at, end):
        collaboration.append(CitedName(more.span("name"), is_organisation=True))
        at = more.end()
    role = "author"
    if mark := _AFTER_EDITORS.match(text, at, end):
        role, at = "editor", mark.end()
    if names.order == "given-surname" and len(names.names) == 1:
        worth -= 0.4 + text[slice(*names.names[0].whole)].isupper() * 0.8
    if names.order == "comma-given" and len(names.names) > 2:
        worth += 0.8
    printed = undotted(text, names.names) if names.order == "surname-initials" else names.names
    group = Group(role, [*printed, *collaboration], names.etal)
    head = Head([group], at, "", worth + min(len(names.names), 6) * 0.1 + names.etal * 0.5)
    if _date(text, at, end, head):
        head.score += 0.6
    elif mark := _END.match(text, at, end):
        head.ended = mark[0].strip()[:1] or " "
        head.after = mark.end()
        if head.ended not in ".:":
            head.score -= 0.3
    elif names.etal or text[at - 1 : at] == ".":
        head.ended, head.after = ".", at
    else:
        return None
    return head


_SHOUTED_TWICE = re.compile(rf"[{CAPITAL} '\-]+ [{CAPITAL}]{{3,}}$")


def start_of(names: NameList) -> int:
    """Return where a list of names begins."""
    return names.names[0].whole[0]


_ENDS_IN_INITIALS = re.compile(rf"[{SMALL}] [{CAPITAL}]{{1,3}}$")


def _names_an_organisation(text: str, name: CitedName) -> bool:
    words = text[slice(*name.whole)].replace(",", " ").lower().split()
    return not ORGANISATION_WORDS.isdisjoint(words)


_AND_A_GROUP = re.compile(r"[,;]? (?:& |and |on behalf of )?(?P<name>the [^.,;:()\u201c\"\0]{4,100}?)(?= ?[.(])")
_END = re.compile(
    rf" ?\.{{1,2}}(?= |\0|$|[{CAPITAL}\u201c\"'])| ?: ?| ?, ?(?=[{CAPITAL}{SMALL}\u201c\"'\u2018\[\d(])| ?(?=[\u201c\"])|; ?(?=[{CAPITAL}])"
)


def _date(text: str, at: int, end: int, head: Head) -> bool:
    """Read a date that stands behind the people into the head."""
    if match := _DATE_IN_BRACKETS.match(text, at, end):
        head.ended = "("
    elif match := _DATE_BARE.match(text, at, end):
        head.ended = "d"
    else:
        return False
    head.after = match.end()
    groups = match.groupdict()
    if name := next((n for n in ("year", "year2") if groups.get(n)), ""):
        head.date["year"] = match.span(name)
        if match.end() - match.start() > _ONLY_A_YEAR and (month := _MONTH.search(text, *match.span())):
            head.date["month"] = (month.start(), month.end() - (text[month.end() - 1] == "."))
            rest = text[match.start() : match.end()]
            days = list(_DAY.finditer(rest))
            if len(days) == 1:
                head.date["day"] = (match.start() + days[0].start(), match.start() + days[0].end())
    return True


def _organisation(text: str, start: int, end: int) -> Head | None:
    match = _ORGANISATION.match(text, start, end)
    if not match or _CASE_AT_LAW.match(text, start, min(end, start + 90)):
        return None
    words = match[0].split()
    head = Head([], match.end(), "", 0.0)
    known = any(word.strip("(),'").lower() in ORGANISATION_WORDS for word in words)
    dated = _date(text, match.end(), end, head)
    if not dated:
        mark = _END.match(text, match.end(), end)
        if not mark:
            return None
        head.ended, head.after = mark[0].strip()[:1] or " ", mark.end()
    capitals = sum(word[0].isupper() for word in words)
    head.score = 0.2 + known * 1.2 + (dated and head.ended == "(") * 0.9 + (dated and head.ended == "d") * 0.5
    head.score += 0.4 if capitals * 2 > len(words) else -0.5
    head.score -= max(0, len(words) - 8) * 0.2 + (head.ended == ",") * 0.4
    if len(words) <= 3 and head.ended == "." and end - head.after > 25:
        head.score += 0.3
    head.groups.append(Group("author", [CitedName(match.span(), is_organisation=True)]))
    return head
