"""What a part of a work stands in: `//editors. title: volume. edition. place: publisher, year: pages`."""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.han_names import is_person, read_names, without_role
from jatskit.references.chinese.heads import latin_names
from jatskit.references.chinese.imprint import has_numbers, is_numbers, read_imprint, read_statements
from jatskit.references.chinese.numeration import read_serial
from jatskit.references.chinese.stops import stops, trimmed
from jatskit.references.chinese.titles import place_title
from jatskit.references.chinese.vocabulary import BODY_WORDS, PUBLISHER_WORDS
from jatskit.references.parts import CitedName, Group, Parts, Span
from jatskit.references.people import undotted

#: Words by which a collection of papers of a meeting is known.
MEETING = re.compile(r"会议|會議|研讨会|研討會|论文集|論文集|Proc\b|Proceedings|Conference|Symposium")
_PLACED = re.compile(rf"^[^:\d]{{2,60}}: ?[^\d:]*(?:[{HAN}]|[A-Z])")


def read_host(text: str, start: int, end: int, parts: Parts, *, code: str = "", imprint: int | None = None) -> None:
    """Put the host of a part into `parts`. `imprint` is where its imprint begins, if a code tells it."""
    while start < end and text[start] in " /.":
        start += 1
    start = _editors(text, start, end if imprint is None else imprint, parts, bounded=imprint is not None)
    meeting = code == "C"
    if imprint is not None:
        place_title(text, start, imprint, parts, key="container", code=code)
        read_imprint(text, read_statements(text, imprint, end, parts), end, parts, meeting=meeting)
        return
    pieces = pieces_of(text, start, end)
    if not pieces:
        return
    if len(pieces) > 1 and (last := imprint_from(text, pieces)) is not None:
        place_title(text, pieces[0][0], pieces[last - 1][1], parts, key="container", code=code)
        read_imprint(text, read_statements(text, pieces[last][0], end, parts), end, parts, meeting=meeting)
        return
    first, final = pieces[0][0], pieces[-1][1]
    if (cut := read_serial(text, first, final, parts)) is not None:
        final = cut
    place_title(text, first, final, parts, key="container", code=code)


def pieces_of(text: str, start: int, end: int) -> list[Span]:
    """Return the spans between the stops of `text[start:end]` that say something."""
    pieces: list[Span] = []
    at = start
    for stop in [*stops(text, start, end), end]:
        span = trimmed(text, at, stop)
        if span[0] < span[1]:
            pieces.append((span[0], stop + (text[stop : stop + 1] in ("?", "!"))))  # its mark belongs to a title
        at = stop + 1
    return pieces


def imprint_from(text: str, pieces: list[Span]) -> int | None:
    """Return the index of the piece with which the statements behind the title begin."""
    last = len(pieces) - 1
    value = text[slice(*pieces[last])]
    numbers = is_numbers(text, *pieces[last])
    if not (
        numbers or has_numbers(text, *pieces[last]) or _PLACED.search(value) or any(w in value for w in PUBLISHER_WORDS)
    ):
        return None
    if numbers and last > 1 and _PLACED.search(text[slice(*pieces[last - 1])]) and has_numbers(text, *pieces[last - 1]):
        last -= 1
    while last > 1:
        probe = Parts()
        first, stop = pieces[last - 1]
        if read_statements(text, first, stop + 1, probe) < stop:
            break
        last -= 1
    return last


def _editors(text: str, start: int, end: int, parts: Parts, *, bounded: bool) -> int:
    """Put editors before the host's title into `parts`; return where the title begins."""
    if found := latin_names(text, start, min(end, start + 300)):
        at = found.end
        closed = text[at - 1] == "." or text[at : at + 1] == "."
        if closed and any(letter.isalpha() for letter in text[at:end]):
            parts.groups.append(Group("editor", undotted(text, found.names), found.etal))
            return at + (text[at : at + 1] == ".")
    pieces = pieces_of(text, start, end)
    if len(pieces) < 2:
        return start
    first, last = trimmed(text, *pieces[0])
    value = text[first:last]
    if without_role(text, first, last)[1] and (group := read_names(text, first, last, "editor")):
        parts.groups.append(group)
        return pieces[0][1] + 1
    if ":" in value or "《" in value or any(letter.isdigit() for letter in value):
        return start
    # Editors, then a title, then an imprint: two pieces are a title and an imprint.
    if len(pieces) == 2 and not bounded and _names_no_one(text, first, last):
        return start
    if re.search(f"[{HAN}]", value):
        if not bounded and imprint_from(text, pieces) == 1:
            return start
        group = read_names(text, first, last, "editor")
    elif any(word.lower().strip(",.") in BODY_WORDS for word in value.split()) and (
        bounded or imprint_from(text, pieces) != 1
    ):
        group = Group("editor", [CitedName((first, last), is_organisation=True)])
    else:
        group = None
    if not group:
        return start
    if group.role == "author":
        group.role = "editor"
    parts.groups.append(group)
    return pieces[0][1] + 1


def _names_no_one(text: str, start: int, end: int) -> bool:
    names, role = without_role(text, start, end)
    return not role and not is_person(text[start:names].replace(" ", ""))
