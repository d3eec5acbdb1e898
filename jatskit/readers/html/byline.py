"""The authors that the page shows below its heading, with their ORCID iDs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.identifiers import orcid as orcid_of
from jatskit.language import HAN, has_han
from jatskit.layouts import LabelMatch, label_in
from jatskit.layouts.head import AFFILIATION
from jatskit.names import DEGREES, looks_like_a_name
from jatskit.protocols import Certainty, Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.affiliations import tie
from jatskit.readers.html.people import Person, offer_people
from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import Line, View
from jatskit.readers.page.recognisers.byline import byline_items
from jatskit.readers.sheet import Sheet

_MARKED = re.compile(
    r"(?:class|id|rel|itemprop|property)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,80}?(?:author|auteur|autor|byline|contrib|creator)",
    re.IGNORECASE,
)
_NOT_MARKED = re.compile(r"info|affil|note|bio|search|guide|link-?list|metrics|service|submit|related|citing|corresp")
#: What sites write behind a name, from where on the line is none of the byline's.
_BEHIND = re.compile(
    r"\s{0,3}(?:ORCID|orcid\.org|https?://|e-?mail|✉|\(?corresponding author|search for (?:more|other)|view (?:orcid|author|all)|"
    r"author links|show more|find articles|\[email|email author|see all|&\s*…|…|作者简介|通信作者|通讯作者)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\s{0,3}(?:by|authors?|作者|von|por|par)\s{0,3}[:：]?\s{1,3}|(?:作者|authors?)\s{0,3}[:：]\s{0,3}", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:[,;&、，]|\band)\s{0,3}(?:[\d*†‡,\s]{0,20})$", re.IGNORECASE)
_MARKS_BEFORE = re.compile(r"[\d*†‡,;&\s]{1,30}(?:and\s)?")
_NEAR = 12
_HAN_LETTERS = re.compile(f"[{HAN}]")
#: Han letters of a name that no dot parts, at the most.
_LONGEST_HAN_NAME = 8
_MOST_NAMES = 3000


def offer_byline(
    sheet: Sheet, view: View, heading: Element | None, labels: Mapping[int, LabelMatch], references: Span | None
) -> None:
    """Offer the names in the element that is marked as the byline, or in the lines below the heading."""
    if heading is None:
        return
    people = _in_marked_element(view, heading, references) or _in_named_elements(view, heading, references)
    people = people if len(people) > 1 else _in_lines(view, heading, labels) or people
    for person in people:
        line = view.lines[min(view.line_at(person.text.span(person.start, person.end)[0]), len(view.lines) - 1)]
        if not line.is_long:
            sheet.take_span(line.start, line.end, "byline")
    if people:
        tie(view, people, references)
        offer_people(sheet, SourceKind.BYLINE, people, normalisation="html", certainty=Certainty.LAID_OUT)


def _in_marked_element(view: View, heading: Element, references: Span | None) -> list[Person]:
    page = view.page
    until = heading.end + 60_000
    words = ("author", "byline", "contrib", "creator")
    tried: set[int] = set()
    groups = 0
    for element, match in page.marked(_MARKED, *words, start=heading.end, end=until):
        if element.index in tried:
            continue
        if groups >= _MOST_GROUPS:
            return []
        if element.tag in ("meta", "input", "sup") or _is_inside(element, references):
            continue
        if _NOT_MARKED.search(match[0].lower()) or element.end - element.start > 200_000:
            continue
        people: list[Person] = []
        group = _whole(element)[:_MOST_NAMES]
        groups += 1
        tried.update(each.index for each in group)
        for each in group:
            found = _given_and_surname(each) or _named_elements(each) or _as_a_whole(each)
            if not found:
                found = _in_equal_lines(view, each)
            people += found
        people = _once(people)
        if people:
            return people
    return []


#: Groups of elements for authors that are looked at: of those of one page, few hold no names.
_MOST_GROUPS = 60


def _is_inside(element: Element, span: Span | None) -> bool:
    return span is not None and span[0] <= element.start < span[1]


def _is_a_name(text: str) -> bool:
    """Whether a text is a name, in either order: `Jane Doe`, `Doe, Jane`."""
    surname, comma, given = text.partition(",")
    return looks_like_a_name(f"{given.strip()} {surname.strip()}" if comma and given.strip() else text)


def _as_a_whole(element: Element) -> list[Person]:
    """Return the name that an element in a line is, and nothing else."""
    if element.tag not in ("span", "a", "b", "strong", "li", "dd") or element.end - element.start > 1000:
        return []
    text = Text(element.page.text, *element.content, superscripts=False)
    name = text.text.strip(" ,，;；、*†0123456789")
    if not _is_a_name(name) or label_in(text.text) is not None or AFFILIATION.within(name):
        return []
    at = text.text.index(name)
    return [Person(text, at, at + len(name))]


def _in_equal_lines(view: View, element: Element) -> list[Person]:
    """Return the names in the lines of an element, all in blocks of one kind: others are places of work."""
    found: list[Person] = []
    block: tuple[str, str] | None = None
    for line in view.lines_in(element)[:_MOST_NAMES]:
        if names := _names_in(line):
            mine = view.signature(view.page.around(line.start))
            if block is None or mine == block:
                found += names
                block = mine
    return found


def _whole(element: Element) -> list[Element]:
    """Return an element for authors, with those that are marked alike beside it, or in the boxes beside its own."""
    for attribute in ("class", "itemprop", "property"):
        mine = element.get(attribute)
        if element.parent is None or not _OF_AUTHORS.search(mine):
            continue
        alike = [e for e in element.parent.within() if e.parent is element.parent and e.get(attribute) == mine]
        box = element.parent
        for _ in range(_MOST_BOXES):
            if len(alike) > 1 or box.parent is None or box.end - box.start > _LARGEST_BOX:
                break
            # A name has parts, such as its degrees and its place of work; the next name is in the next box.
            beside = [e for e in box.parent.within() if e.parent is box.parent and e.tag == box.tag]
            beside = [e for e in beside if e.get("class").split()[:1] == box.get("class").split()[:1]]
            inner = [next((e for e in each.within() if e.get(attribute) == mine), None) for each in beside]
            alike = [e for e in inner if e is not None]
            box = box.parent
        return alike or [element]
    return [element]


_OF_AUTHORS = re.compile(r"author|auteur|autor|byline|contrib|creator", re.IGNORECASE)
#: Boxes that a name stands in beside those of the others; and characters of one.
_MOST_BOXES, _LARGEST_BOX = 2, 20_000


def _given_and_surname(element: Element) -> list[Person]:
    """Return the names of which the page tells the parts apart: as the text between the two parts' ends."""
    given: Element | None = None
    people: list[Person] = []
    for each in element.within():
        marked = f"{each.get('class')} {each.get('itemprop')} {each.get('property')}".lower()
        if "given-name" in marked or "givenname" in marked or "firstname" in marked:
            given = each
        elif given is not None and (
            "surname" in marked or "family-name" in marked or "familyname" in marked or "lastname" in marked
        ):
            text = Text(each.page.text, given.inner, each.inner_end)
            people.append(Person(text, 0, len(text.text)))
            given = None
    return people


_NAME_CLASS = re.compile(
    r"^(?:author|contributor|creator)$|(?:^|[\s_-])(?:name|fn|authorname|contribauthor)(?:$|[\s_-])|(?:author|contrib)[\s_-]?name",
    re.IGNORECASE,
)


def _named_elements(element: Element) -> list[Person]:
    """Return the names in elements that are marked as names, or else in the links and spans that are all the byline."""
    marked: list[Person] = []
    leaves: list[Person] = []
    within = element.within()[:4000]
    for each in within:
        if each.tag not in ("span", "a", "p", "strong", "h3", "h4", "div") or each.end - each.start > 2000:
            continue
        if _PLACE.search(each.marked) or "affiliation" in each.get("itemprop"):
            continue
        named = _NAME_CLASS.search(each.get("class")) is not None or each.get("itemprop") == "name"
        leaf = each.tag in ("a", "span") and all(inner.tag in ("sup", "b", "i") for inner in each.within())
        if not named and not leaf:
            continue
        text = Text(each.page.text, *each.content, superscripts=False)
        name = text.text.strip(" ,，;；、*†0123456789")
        if (looks_like_a_name(name) or (named and _is_a_name(name))) and label_in(text.text) is None:
            at = text.text.index(name)
            (marked if named else leaves).append(Person(text, at, at + len(name)))
    if marked:
        return marked
    links = [each for each in within if each.tag == "a" and each.words]
    persons = [person for person in leaves if _is_linked(person, links)]
    if has_han(element.words) and links and len(persons) == len(links):
        return persons
    said = folded("".join(person.name for person in leaves))
    whole = folded(Text(element.page.text, *element.content, superscripts=False).text)
    return leaves if leaves and 10 * len(said) >= 9 * len(whole) else []


def _is_linked(person: Person, links: list[Element]) -> bool:
    """Whether a name is what a link says."""
    return any(link.inner <= person.text.base <= link.inner_end for link in links)


_PLACE = re.compile(r"affil|institut|organi[sz]ation|workplace|(?:^|[\s\"'_-])aff(?:$|[\s\"'_-])")


def _end_of_names(line: Line) -> int:
    """Return where a line's names end: before an element that is marked as a place of work."""
    page = line.page
    for element in page.elements[page.after(line.start) : page.after(line.end)]:
        if element.tag == "sup" or element.start <= line.start:
            continue
        if _PLACE.search(element.marked):
            return element.start
        if element.tag in ("span", "small", "em", "i", "font") and len(element.words.split()) > 1:
            before = Text(page.text, line.start, element.start, superscripts=False).text.strip(" *†0123456789")
            # A name, and without a comma some words in an element of their own: where the author works.
            return element.start if looks_like_a_name(before) else line.end
    return line.end


#: What stands behind a name in a byline and is none of it: numbers in brackets, e-mails, ORCID iDs, degrees.
_ASIDE = re.compile(
    r"\s?[(\[]\s?(?:\d|[a-z*†‡]\s?[)\],])[\d\s,*†‡a-z]{0,12}[)\]]|\s?[(\[<]?[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[)\]>]?|"
    r"\s?\((?:view )?bio\)|\s?(?:ORCID(?: iD)?:?\s?)?https?://orcid\.org/[\dX-]{19}|\sORCID\b"
)


#: Where somebody works, in brackets behind the name.
_BRACKETS = re.compile(r"\([^()]{3,150}\)")


def _without_places(line: Line, text: str) -> str:
    """Return a byline with blanks in the place of what stands in italics or in brackets and is a place of work."""
    page = line.page
    at = 0
    for element in page.elements[page.after(line.start) : page.after(line.end)]:
        if element.tag not in ("em", "i", "small", "span") or element.end - element.start > 1000:
            continue
        words = element.words
        if AFFILIATION.within(words) and len(words) < len(text) and (found := text.find(words, at)) >= 0:
            at = found + len(words)
            # The mark behind it parts the names, unless one does before it.
            end = at - (words[-1] in ";," and not text[:found].rstrip().endswith((",", ";")))
            text = text[:found] + " " * (end - found) + text[end:]
    return _BRACKETS.sub(lambda m: " " * len(m[0]) if "," in m[0] or AFFILIATION.within(m[0]) else m[0], text)


def _without_asides(text: str) -> str:
    """Return a byline with blanks in the place of what is no name in it; offsets do not move."""
    for expression in (_ASIDE, DEGREES):
        text = expression.sub(lambda match: " " * len(match[0]), text)
    return text


def _linked_names(line: Line) -> list[Person]:
    """Return the names that are the links of a line, if there are no words in it but these and the site's own links."""
    page = line.page
    people: list[Person] = []
    rest: list[str] = []
    at = line.start
    for element in page.elements[page.after(line.start) : page.after(line.end)]:
        if element.tag != "a" or element.start < at:
            continue
        rest.append(Text(page.text, at, element.start, superscripts=False).text)
        at = min(element.end, line.end)
        text = Text(page.text, *element.content, superscripts=False)
        name = text.text.strip(" ,，;；、*†0123456789")
        if _is_a_name(name):
            begin = text.text.index(name)
            people.append(Person(text, begin, begin + len(name)))
        elif name and not _BEHIND.match(name) and re.search(r"[^\W\d_]", name):
            return []
    rest.append(Text(page.text, at, line.end, superscripts=False).text if at < line.end else "")
    said = re.sub(r"(?:\b(?:and|by|und|et|y|e)\b|作者)", "", " ".join(rest), flags=re.IGNORECASE)
    return people if people and not re.search(r"[^\W\d_]{2}", said) else []


def _names_in(line: Line) -> list[Person] | None:
    """Return the names of a line, or None if it is no byline."""
    if line.is_long and line.end - line.start > 60_000:
        return None
    if linked := _linked_names(line):
        return None if any(AFFILIATION.within(person.name) for person in linked) else linked
    content = Text(line.page.text, line.start, _end_of_names(line), superscripts=False)
    text = _without_asides(_without_places(line, content.text))
    start = match.end() if (match := _BEFORE.match(text)) else 0
    if people_before := _MARKS_BEFORE.match(text, start):
        start = people_before.end()
    end = cut.start() if (cut := _BEHIND.search(text, start)) else len(text)
    piece = text[start:end].rstrip(" ,;&、，")
    for word in (" and", " &", " und", " et", " y"):
        piece = piece.removesuffix(word).rstrip(" ,;")
    if not piece or len(piece) > 3000:
        return None
    items = byline_items(piece)
    if not items or not all(item.named for item in items):
        return None
    if any(AFFILIATION.within(piece[item.start : item.end]) for item in items):
        return None
    if any(len(_HAN_LETTERS.findall(piece[item.start : item.end])) > _LONGEST_HAN_NAME for item in items):
        return None
    return [Person(content, start + item.start, start + item.end) for item in items]


_NAME_ALONE = re.compile(r"(?:^|\s)(?:name|fn|person[-_]?name|authorname)(?:$|\s)", re.IGNORECASE)


def _in_named_elements(view: View, heading: Element, references: Span | None) -> list[Person]:
    """Return the names in elements that say that they hold one, between the heading and the text."""
    page = view.page
    people: list[Person] = []
    for element in page.elements[page.after(heading.end) : page.after(heading.end + 60_000)]:
        if element.tag in ("h1", "h2", "article") and people:
            break
        if _is_inside(element, references):
            continue
        if element.tag not in ("span", "a", "strong", "b") or not _NAME_ALONE.search(element.get("class")):
            continue
        text = Text(page.text, *element.content, superscripts=False)
        if _is_a_name(text.text.strip(" ,，;；、*†0123456789")):
            people.append(Person(text, 0, len(text.text)))
    return _once(people)


def _in_lines(view: View, heading: Element, labels: Mapping[int, LabelMatch]) -> list[Person]:
    first = view.line_at(heading.end)
    people: list[Person] = []
    block: tuple[str, str] | None = None
    goes_on, below = False, False
    for line in view.lines[first : first + _NEAR]:
        label = labels.get(line.index)
        found = _names_in(line) if label is None or label.field == "authors" else None
        if below and not found and "," in line.text and not line.is_long and _is_a_name(line.text.strip(" ,;")):
            found = [Person(line.content, 0, len(line.text.rstrip(" ,;")))]
        below = below or bool(label and label.field == "authors" and label.end >= len(line.text))
        mine = view.signature(view.page.around(line.start))
        if people and found and not goes_on and mine != block:
            break
        if found and (len(found) > 1 or people or _is_a_name_alone(line) or _linked_names(line)):
            people += found
            block = mine
            goes_on = _GOES_ON.search(line.text) is not None
        elif people and len(line.text.strip(" ,;*&0123456789")) > 3:
            break
    return _once(people)


def _is_a_name_alone(line: Line) -> bool:
    words = line.text.split()
    return 2 <= len(words) <= 4 and looks_like_a_name(line.text.strip(" ,*†0123456789"))


def _once(people: list[Person]) -> list[Person]:
    """Return the people, each once: pages print a name again in what opens on a click."""
    seen: set[str] = set()
    once: list[Person] = []
    for person in people:
        name = folded(person.name)
        if name not in seen and len(name) > 1:
            seen.add(name)
            once.append(person)
    return once


_ORCID_LINK = re.compile(r"orcid\.org/((?:\d{4}-){3}\d{3}[\dX])")
_REACH = 3000


def offer_orcids(sheet: Sheet, view: View) -> None:
    """Tie the ORCID iDs that the page links to the names that stand before them, in every byline that is offered."""
    page = view.page
    links: list[tuple[int, int, str]] = []
    for match in _ORCID_LINK.finditer(page.text):
        try:
            orcid_of(match[1])
        except ValueError:
            continue
        if not any(value == match[1] for _, _, value in links):
            links.append((*match.span(1), match[1]))
    bylines = sheet.offers("byline")
    if not bylines or not links or len(links) > 500:
        return
    candidate = bylines[0]
    names: dict[int, str] = {}
    for path, value in candidate.values.items():
        if path[:1] == ("contributors",) and path[2:4] == ("names", 0) and path[-1] in ("surname", "unsplit"):
            names[int(path[1])] = str(value)
    if any(path[2:3] == ("orcid",) for path in candidate.values):
        return
    taken: set[int] = set()
    for start, end, _ in links:
        before = Text(page.text, max(0, start - _REACH), start).text
        places = [(before.rfind(name), number) for number, name in names.items() if number not in taken]
        at, who = max(places, default=(-1, -1), key=lambda place: place[0])
        if at < 0:
            continue
        taken.add(who)
        candidate.quote(
            ("contributors", who, "orcid"), (start, end), reason="the link after the name", certainty=Certainty.LAID_OUT
        )
