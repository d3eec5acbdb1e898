"""Hosts: where the name of a journal, of proceedings or of a book ends, and how good such a name a stretch of text is."""

from __future__ import annotations

import re

from jatskit.references.letters import CAPITAL, LETTER
from jatskit.references.parts import Span
from jatskit.references.western import weights
from jatskit.references.western.publishers import is_place
from jatskit.references.western.scan import Scan
from jatskit.references.western.sentences import BEHIND_MARK, SURE
from jatskit.references.western.titles import ROLE_INSIDE
from jatskit.references.western.words import CAPITAL as WITH_CAPITAL
from jatskit.references.western.words import CONTENT, HOST, SMALL

#: The small first letters that names of journals have.
_SMALL_FIRST = ("npj", "eLi", "bio", "mBi", "pla")
_TRAILING_PLACE = re.compile(
    rf"(?: \[|, )(?P<place>[{CAPITAL}][{LETTER} .\-]{{2,30}}(?:, [{CAPITAL}][{LETTER} .]{{1,20}})?)\]?$"
)
#: Characters at the end of a name in which a place is looked for.
_PLACE_LOOK = 64
_HOST_END = re.compile(
    r"(?P<sentence>[.?!])(?= |\0|$)|(?P<comma>, )|(?P<paren> \()|(?P<semicolon>; )|(?P<dash> - )|(?P<hole>\0)|(?P<bracket> ?\[)"
)
#: Ends of one host's name that are looked at: marks, and locators.
_MOST_HOST_ENDS = 12
_MOST_LOCATOR_ENDS = 4
#: A host's name has no more characters.
_LONGEST_NAME = 400
#: What a locator weighs that a host's name ends at.
_HOST_LOCATOR = 1.5


def name_within(text: str, start: int, end: int) -> Span | None:
    """Return the span of a host's name between a title and what follows it, without the marks around it."""
    while end > start and (text[end - 1] in " ,;:(\0[-" or (text[end - 1] == "." and text[end - 2 : end - 1] in " \0")):
        end -= 1
    if text[end - 1 : end] == ".":
        end -= 1
    while start < end and text[start] in " .,;:":
        start += 1
    return (start, end) if end - start > 1 else None


def split_place(text: str, container: Span) -> tuple[Span, Span | None]:
    """Return a periodical's name, and the place of its publication if one follows the name."""
    start, end = container
    match = _TRAILING_PLACE.search(text[max(start, end - _PLACE_LOOK) : end])
    if match is None:
        return container, None
    base = max(start, end - _PLACE_LOOK)
    if base + match.start() - start > 3 and (
        is_place(match["place"]) or _is_city_in_abnt(text, start, base + match.start(), match["place"], end)
    ):
        return (start, base + match.start()), (base + match.start("place"), base + match.end("place"))
    return container, None


def _is_city_in_abnt(text: str, start: int, name_end: int, place: str, end: int) -> bool:
    """ABNT NBR 6023 prints the city between the name of a journal and `v.`, and no other comma before it."""
    words = place.split()
    return (
        text[end : end + 4].lstrip(" ,.")[:2] == "v."
        and len(words) <= 2
        and all(word[0].isupper() for word in words)
        and "," not in text[start:name_end]
    )


def series_letter(text: str, container: Span, volume: Span) -> int | None:
    """Return where the number begins in D95, B64: the letter belongs to the journal (Phys. Rev. D)."""
    first = volume[0]
    if text[first] in "ABCDE" and text[first + 1 : volume[1]][:1].isdigit():
        if text[container[1] : first].strip() in ("", "."):
            return first + 1
    return None


def name_quality(scan: Scan, container: Span) -> float:
    """Say how well a stretch of text would do as the name of a periodical or of proceedings."""
    known = scan.qualities.get(container)
    if known is None:
        known = scan.qualities[container] = _quality(scan, *container)
    return known


def _quality(scan: Scan, start: int, end: int) -> float:
    text = scan.text
    words = scan.words.within(start, end)
    if not (count := words.count):
        return weights.NAME_WITHOUT_WORDS
    known = words.of_kind(HOST)
    score = min(known, 3) * weights.KNOWN_WORD if known else weights.NO_KNOWN_WORD
    if known and words.first_is(HOST):
        score += weights.KNOWN_FIRST_WORD
    if text[start].isdigit() and text[start : start + 4].isdigit() and end - start > 3:
        score += weights.BEGINS_WITH_NUMBER
    if text[start].islower() and not text.startswith(_SMALL_FIRST, start):
        score += weights.BEGINS_SMALL
    score += words.of_kind(SMALL) * weights.SMALL_WORD
    score += weights.CAPITALS if words.of_kind(WITH_CAPITAL) >= words.of_kind(CONTENT) * 0.7 else weights.NO_CAPITALS
    if count > 9:
        score += 0.0 if known else (count - 9) * weights.WORD_BEYOND_NINE
        score += max(0, count - 14) * weights.WORD_BEYOND_FOURTEEN
    score += _marks_inside(scan, start, end)
    return score


def _marks_inside(scan: Scan, start: int, end: int) -> float:
    """Say what the marks in a name tell against it."""
    text = scan.text
    score = 0.0
    for sure in scan.stops_inside(start, end):
        score += (sure - weights.ABBREVIATION_SURENESS) * weights.STOP_INSIDE
    if text.count("(", start, end) != text.count(")", start, end):
        score += weights.UNBALANCED
    score += text.count(",", start, end) * weights.COMMA_INSIDE
    if text.find("\0", start, end) >= 0:
        score += weights.HOLE_INSIDE
    if scan.may_name_people and ROLE_INSIDE.search(text, start, end):
        score += weights.NAME_WITH_ROLE
    if (colon := text.find(": ", start, end)) >= 0 and is_place(text[start:colon]):
        score += weights.BEGINS_WITH_PLACE
    return score


def name_ends(scan: Scan, at: int) -> list[tuple[int, int, float]]:
    """Return where a host's name may end, where what follows begins, and how surely it ends there."""
    text, end = scan.text, scan.end
    found: list[tuple[int, int, float]] = []
    for match in _HOST_END.finditer(text, at, min(end, at + _LONGEST_NAME)):
        kind, first = match.lastgroup, match.start()
        sure = scan.strength(first) if kind == "sentence" and text[first] == "." else BEHIND_MARK
        if sure < 0.2 or first - at < 4:
            continue
        stop = match.end() if text[first] in "?!" else first
        found.append((stop, first if kind in ("paren", "bracket") else match.end(), sure))
        if len(found) > _MOST_HOST_ENDS:
            break
    located = 0
    for run, weight in scan.weighed_runs_from(at):
        start = run[0].start
        if start > at and (run[0].kind == "edition" or weight >= _HOST_LOCATOR):
            found.append((start, start, BEHIND_MARK))
            located += 1
            if located >= _MOST_LOCATOR_ENDS:
                break
    found.append((end, end, SURE))
    return found
