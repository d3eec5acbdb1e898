"""The grammar of GB/T 7714 for citations with a type code (`[J]`, `[M/OL]`), numeric and author-date, 1987 to 2025."""

from __future__ import annotations

import re

from jatskit.references.chinese.heads import read_head
from jatskit.references.chinese.hosts import MEETING, pieces_of, read_host
from jatskit.references.chinese.imprint import read_imprint, read_statements
from jatskit.references.chinese.numeration import WHOLE_SERIAL, read_newspaper, read_numbers, read_serial
from jatskit.references.chinese.stops import trimmed
from jatskit.references.chinese.titles import place_title
from jatskit.references.chinese.vocabulary import PART_TYPES, TYPES
from jatskit.references.parts import Parts

_KINDS = "|".join(sorted(TYPES, key=len, reverse=True))
_CODE = re.compile(
    rf"[\[〔(] ?(?P<code>{_KINDS}|j|m|d)(?: ?/ ?(?:OL|CD|MT|DK|ol))?(?: ?[-.] ?OL)? ?[\]〕)](?: ?\[ ?"
    rf"(?:{_KINDS})(?: ?/ ?OL)? ?\])?"
)
_BRACKETED = re.compile(rf"\[ ?(?P<code>{_KINDS}|j|m|d)(?: ?[/.-] ?(?:OL|CD|MT|DK|ol))? ?\]")
_HOST = re.compile(r"[ .,\0]{0,3}/ ?/")
#: `[P]. 中国专利: CN1234567A, 2010-03-04`.
_PATENT = re.compile(
    r"[. ]{0,3}(?:(?P<country>[^\W\d]{2,6}?)(?:专利)?(?:号)?[:,] ?)?"
    r"(?P<number>(?:[A-Z]{2} ?)?\d{6,13}(?:\.[\dX])?[A-Z]?\d?)(?=[,. ])"
)
#: `[D]: [博士学位论文]`.
_GENRE = re.compile(r"[:. ]{0,2}[\[(〔](?P<genre>[^\[\]()〔〕\0]{0,20}(?:论文|論文|[Tt]hesis|[Dd]issertation))[\])〕]")
_JUNK = " .,;:\0"


def find_code(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first type code in `text[start:end]`, with its repetition; None if there is none."""
    for match in _CODE.finditer(text, start, end):
        opener = match[0][0]
        if opener == "[" or (opener == "(" and text[match.end() : match.end() + 1] in (".", ",")) or opener == "〔":
            return match
    return None


def read(text: str, start: int, end: int, parts: Parts) -> Parts | None:
    """Read a citation with a type code from the folded and masked `text`; None if there is no code."""
    code = find_code(text, start, end)
    if not code:
        return None
    kind = code["code"].upper()
    parts.type, parts.style = TYPES[kind], "gbt7714"
    title = read_head(text, start, code.start(), parts)
    place_title(text, title, code.start(), parts, code=kind)
    rest = code.end()
    if genre := _GENRE.match(text, rest, end):
        parts.spans["genre"], rest = genre.span("genre"), genre.end()
    if host := _HOST.match(text, rest, end):
        parts.type = PART_TYPES.get(kind, parts.type)
        read_host(text, host.end(), _said(text, host.end(), end), parts, code=kind)
    elif (second := _BRACKETED.search(text, rest, end)) and second["code"].upper() in "CMGN" and kind in "AMZ":
        # GB/T 7714-1999 marked the part with [A] and the whole with a code of its own.
        parts.type = "chapter"
        read_host(text, rest, _said(text, second.end(), end), parts, imprint=second.start())
        _imprint_after(text, second.end(), end, parts)
    elif kind == "J":
        _journal(text, rest, _said(text, rest, end), parts)
    elif kind == "N":
        _newspaper(text, rest, _said(text, rest, end), parts)
    else:
        if kind == "P" and (number := _PATENT.match(text, rest, end)):
            parts.spans["number"] = number.span("number")
            if number["country"]:
                parts.spans["place"] = number.span("country")
            rest = number.end()
        _imprint_after(text, rest, end, parts, meeting=kind == "C")
        publisher = parts.spans.get("publisher")
        if kind == "C" and publisher and MEETING.search(text, *publisher) and ":" not in text[slice(*publisher)]:
            parts.spans["container"] = parts.spans.pop("publisher")
    return parts


def _imprint_after(text: str, start: int, end: int, parts: Parts, *, meeting: bool = False) -> None:
    end = _said(text, start, end)
    read_imprint(text, read_statements(text, start, end, parts), end, parts, meeting=meeting)


def _said(text: str, start: int, end: int) -> int:
    """Return where the last part ends: before the first hole that a date or a link left behind words."""
    while start < end and text[start] in _JUNK:
        start += 1
    hole = text.find("\0", start, end)
    return hole if hole > start else end


def _journal(text: str, start: int, end: int, parts: Parts) -> None:
    if serial := WHOLE_SERIAL.match(text, start, end):
        read_numbers(text, serial.start("numbers"), serial.end("numbers"), parts)
        read_imprint(text, serial.end(), end, parts)
        return
    pieces = pieces_of(text, start, end)
    if len(pieces) > 1 and not any(letter.isdigit() for letter in text[pieces[-1][0] : end]):
        end = pieces[0][1] if any(letter.isdigit() for letter in text[slice(*pieces[0])]) else end
    cut = read_serial(text, start, end, parts)
    container = trimmed(text, start, end if cut is None else cut)
    if container[0] < container[1]:
        parts.spans["container"] = container


def _newspaper(text: str, start: int, end: int, parts: Parts) -> None:
    cut = read_newspaper(text, start, end, parts)
    if cut is None:
        cut = read_serial(text, start, end, parts)
    container = trimmed(text, start, end if cut is None else cut)
    if container[0] < container[1]:
        parts.spans["container"] = container
