"""Where the authors of a byline work, who is the corresponding one, and by which e-mail: as marks and blocks tell it.

A mark behind a name (a superscript, mostly) ties it to the line below that begins with the same mark. Where names have
no marks, what is marked as a place of work in a name's own block, before the next name, is its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jatskit.layouts import label_in
from jatskit.protocols import Span
from jatskit.readers.html.people import Person
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View

_SUP = re.compile(r"<sup\b[^>]{0,300}>(.{0,600}?)</sup>", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(r"\d{1,2}|[a-z](?![a-z])|[*†‡§¶#✉]")
_MARKED_LINE = re.compile(
    r"\s{0,3}[(\[]?(?P<mark>\d{1,2}|[a-z](?=[\s.)\]])|[†‡§¶#])(?:[.)\]、．:：]\s{0,3}|\s{1,3}|(?=[^\W\d_]))(?P<text>\S.{6,600})"
)
_MARK_ALONE = re.compile(r"\s{0,3}[(\[]?(\d{1,2}|[a-z]|[†‡§¶#])[.)\]、．]?\s{0,3}")
_WORD_BEFORE = re.compile(r"(?:affiliations?|address|单位|机构)\s{0,2}[:：]?\s{1,3}", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:class|id)\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,60}?(?:affil|institution|workplace|(?<![a-z])aff(?![a-z]))",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,30}){1,4}")
_CORRESPONDING = re.compile(
    r"correspond(?:ing|ence|encia|ência|ance)|通[讯信訊]作者|责任作者|責任著者|교신저자|для корреспонденции",
    re.IGNORECASE,
)
#: Lines below a byline in which its places are looked for, and characters from a name to the end of its block.
_BELOW, _BLOCK = 60, 6000
_LONGEST = 500


def tie(view: View, people: Sequence[Person], references: Span | None) -> None:
    """Add to people of a byline, in the order of the page, their places of work, e-mails, and who corresponds."""
    if not people or len(people) > 500:
        return
    ends = [person.text.span(person.start, person.end) for person in people]
    if any(a[1] > b[0] for a, b in pairwise(ends)):
        return
    marks = [_marks(view, ends, number) for number in range(len(people))]
    if any(marks):
        lines = view.lines[view.line_at(ends[0][1]) : view.line_at(ends[-1][1]) + _BELOW]
        lines = [line for line in lines if not line.inside(references)]
        _tie_by_marks(people, marks, lines)
    else:
        _tie_by_blocks(view, people, ends)
    _tie_correspondence(view, people, marks, ends[-1][1])


def _marks(view: View, ends: Sequence[Span], number: int) -> list[str]:
    """Return the marks between a name and the next one."""
    text = view.page.text
    start = ends[number][1]
    # The marks of the last name end with its line; what follows may be the list of places.
    line = view.lines[min(view.line_at(start - 1), len(view.lines) - 1)]
    stop = ends[number + 1][0] if number + 1 < len(ends) else max(line.end, start)
    found: list[str] = []
    for match in _SUP.finditer(text, start, min(stop, start + 1500)):
        found += _MARK.findall(Text(text, *match.span(1)).text)
    return found


def _tie_by_marks(people: Sequence[Person], marks: Sequence[Sequence[str]], lines: Sequence[Line]) -> None:
    wanted = {mark for own in marks for mark in own} - {"*", "✉"}
    places: dict[str, Span] = {}
    alone = ""
    corresponding: set[str] = set()
    for line in lines:
        if line.is_long or len(line.text) > _LONGEST:
            continue
        if number := _MARK_ALONE.fullmatch(line.text):
            alone = number[1]
            continue
        before, alone = alone, ""
        if before in wanted and before not in places and len(line.text) > 8:
            places[before] = line.content.span(0, len(line.text.rstrip()))
            continue
        if not (match := _MARKED_LINE.match(line.text)):
            continue
        mark = match["mark"]
        if _CORRESPONDING.search(match["text"]):
            # What the mark says is who corresponds.
            corresponding.add(mark)
            continue
        if mark in wanted and mark not in places and label_in(match["text"]) is None:
            end = match.end("text")
            if email := _EMAIL.search(line.text):
                end = len(line.text[: email.start()].rstrip(" ,;(<"))
            if end > match.start("text") + 4:
                places[mark] = line.content.span(match.start("text"), end)
    # A list of which only a part was found may have been cut wrongly: then nobody's place is sure.
    if not {mark for mark in wanted if mark.isdecimal()} <= places.keys() | corresponding:
        return
    for person, own in zip(people, marks, strict=True):
        person.places += [places[mark] for mark in own if mark in places]
        person.corresponding = person.corresponding or not corresponding.isdisjoint(own)


def _tie_by_blocks(view: View, people: Sequence[Person], ends: Sequence[Span]) -> None:
    page = view.page
    for number, person in enumerate(people):
        start = ends[number][1]
        stop = ends[number + 1][0] if number + 1 < len(ends) else start + _BLOCK
        block = page.around(start)
        while (
            block is not None
            and block.parent is not None
            and block.parent.end <= stop
            and block.parent.start > ends[0][0] - _BLOCK
        ):
            block = block.parent
        if block is None or block.end - block.start > _BLOCK:
            continue
        for element in block.within():
            if start <= element.start < stop and element.words and _PLACE.search(page.text, *element.attributes_at):
                if 8 <= len(element.words) <= _LONGEST and "@" not in element.words:
                    text = Text(page.text, *element.content)
                    word = _WORD_BEFORE.match(text.text)
                    person.places.append(text.span(word.end() if word else 0, len(text.text)))
                    break


def _tie_correspondence(view: View, people: Sequence[Person], marks: Sequence[Sequence[str]], end: int) -> None:
    """Tell the corresponding author by the line that names one, or by the only star, and take the e-mail beside it."""
    starred = [person for person, own in zip(people, marks, strict=True) if "*" in own or "✉" in own]
    for line in view.lines[view.line_at(end) : view.line_at(end) + 4 * _BELOW]:
        if line.is_long or len(line.text) > _LONGEST or not (match := _CORRESPONDING.search(line.text)):
            continue
        named = [person for person in people if person.name in line.text]
        chosen = named[:1] if len(named) == 1 else starred[:1] if len(starred) == 1 and not named else []
        if not chosen:
            continue
        chosen[0].corresponding = True
        emails = list(_EMAIL.finditer(line.text, match.end()))
        if len(emails) == 1 and chosen[0].email is None:
            chosen[0].email = line.content.span(*emails[0].span())
        return
