"""Citations in sentences, without type codes: GB/T 7714-1987, house styles made after it, halves in Latin letters.

`authors. title. journal, year, volume(issue): pages`; `authors. year. title. place: publisher`; parts of works after
`//`, `见:` or `In:`.
"""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.heads import read_head
from jatskit.references.chinese.hosts import MEETING, imprint_from, pieces_of, read_host
from jatskit.references.chinese.imprint import has_numbers, is_numbers, read_imprint, read_role, read_statements
from jatskit.references.chinese.numeration import WHOLE_SERIAL, place_pages, read_newspaper, read_numbers, read_serial
from jatskit.references.chinese.stops import trimmed
from jatskit.references.chinese.titles import place_title
from jatskit.references.chinese.vocabulary import NEWSPAPER_ENDS, PUBLISHER_WORDS, SERIAL_WORDS
from jatskit.references.parts import Parts

_HOST = re.compile(r"[ .]{0,3}// ?|[.?!] ?(?:见|見|载|載|收入|In|in) ?: ?")
_THESIS = re.compile(
    r"[:,.]? ?(?P<genre>[〔(\[【](?:[^\[\]()〔〕]{0,24}(?:学位论文|學位論文|博士论文|硕士论文|博士論文|碩士論文"
    r"|[Tt]hesis|[Dd]issertation)[^\[\]()〔〕]{0,24})[〕)\]】]"
    r"|(?:博士|硕士|碩士)?(?:学位论文|學位論文))$"
)
#: 题名 (王某 译), as in APA made Chinese.
_PEOPLE_LAST = re.compile(r" ?\((?P<people>[^()]{2,60}(?:译|譯|编|編|主编))\)$")
_PLACE = re.compile(rf"^[^:\d]{{2,60}}: ?[^\d:]*(?:[{HAN}]|[A-Z])")
_HAN = re.compile(f"[{HAN}]")


def read(text: str, start: int, end: int, parts: Parts, *, lenient: bool = False) -> Parts | None:
    """Read a citation in sentences; None if it is not one of this kind.

    Without Han letters only what GB/T 7714 alone prints is taken, unless `lenient` says that the other half of the
    citation is of this kind.
    """
    while end > start and text[end - 1] in " \0":
        end -= 1
    title = read_head(text, start, end, parts)
    named = bool(parts.groups)
    if host := _HOST.search(text, max(start, title - 2), end):
        stop = host.start() + (text[host.start()] in "?!")
        if stop <= title and named:
            title = _unnamed(start, parts)
        _title(text, title, stop, parts)
        last = _without_pages(text, host.end(), end, parts)
        read_host(text, host.end(), last, parts)
        container = text[slice(*parts.spans.get("container", (0, 0)))]
        parts.type = parts.type or ("confproc" if MEETING.search(container) else "chapter")
        parts.style = "gbt7714-1987"
        if lenient or _HAN.search(text, start, end):
            return parts
        plain = text.find(";", start, end) < 0 and text.find("editor", start, end) < 0
        return parts if plain and named and parts.groups and _of_this_kind(text, parts) else None
    pieces = pieces_of(text, title, end)
    if not pieces:
        return None
    if len(pieces) == 1 and named and parts.groups[0].names[0].surname is None and _is_source(text, *pieces[0]):
        title = _unnamed(start, parts)  # without authors, a title and what it stands in
        pieces = pieces_of(text, title, end)
    if len(pieces) > 2 and not any(letter.isdigit() for letter in text[slice(*pieces[-1])]) and _ends(text, pieces[-2]):
        pieces.pop()  # a series, behind the year
    chinese = lenient or _HAN.search(text, start, end) is not None
    serial = WHOLE_SERIAL.match(text, pieces[1][0], end) if chinese and len(pieces) > 2 else None
    if serial and "(" in serial["numbers"]:
        _title(text, *pieces[0], parts)
        read_numbers(text, *serial.span("numbers"), parts)
        read_imprint(text, serial.end(), end, parts)
        parts.type, parts.style = "journal", "gbt7714-1987"
        return parts
    first = _statements_from(text, pieces)
    if first is None:
        _title(text, *pieces[0], parts)
        return parts if chinese else None
    stop = pieces[first][0]
    _title(text, title, _before(text, title, stop), parts)
    finish = pieces[-1][1]
    if first < len(pieces) - 1 and is_numbers(text, *pieces[-1]):
        finish = _without_pages(text, stop, finish, parts)
    at = read_statements(text, stop, finish, parts)
    kind = _read_rest(text, at, finish, parts)
    if "number" in parts.spans and kind in ("other", "book"):
        kind = "standard"
    parts.type = parts.type or kind
    parts.style = "gbt7714-1987"
    if not chinese:
        return parts if named and parts.groups and _of_this_kind(text, parts) else None
    return parts


def _is_source(text: str, start: int, end: int) -> bool:
    """Whether a piece is what a work stands in, with its numbers, and no title."""
    probe = Parts()
    found = read_newspaper(text, start, end, probe) or read_serial(text, start, end, probe)
    return found is not None or has_numbers(text, start, end)


def _unnamed(start: int, parts: Parts) -> int:
    """Take back the authors: what stands first is the title. Return where it begins."""
    parts.groups.clear()
    return start


def _of_this_kind(text: str, parts: Parts) -> bool:
    """Whether a citation in Latin letters is set as by GB/T 7714: the year behind a comma and before the volume."""
    year, volume, title = parts.spans.get("year"), parts.spans.get("volume"), parts.spans.get("title")
    if not year or not title or (volume and volume[0] < year[0]):
        return False
    names = parts.groups[0].names
    if text.find(";", title[1], year[0] + 12) >= 0:
        return False
    alone = not volume and "publisher" not in parts.spans
    bare = all(name.given and name.style == "eastern" for name in names) and title[1] < year[0]
    before = text[max(0, year[0] - 2) : year[0]].strip()
    return bare and (before.endswith(",") or (before == "." and alone and "\0" not in text))


def _before(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in " .\0":
        stop -= 1
    return stop


def _title(text: str, start: int, end: int, parts: Parts) -> None:
    start, end = trimmed(text, start, end)
    if match := _THESIS.search(text, max(start, end - 60), end):
        parts.type = "thesis"
        parts.spans["genre"] = match.span("genre")
        end = match.start()
    if (match := _PEOPLE_LAST.search(text, max(start, end - 80), end)) and read_role(
        text, *match.span("people"), parts
    ):
        end = match.start()
    place_title(text, start, end, parts)


def _without_pages(text: str, start: int, end: int, parts: Parts) -> int:
    """Put the pages that stand in a sentence of their own behind the year (`2016. 24-25`) into `parts`."""
    pieces = pieces_of(text, start, end)
    if len(pieces) > 1 and is_numbers(text, *pieces[-1]) and _ends(text, pieces[-2]):
        place_pages(text, trimmed(text, *pieces[-1]), parts)
        return pieces[-2][1]
    return end


def _ends(text: str, piece: tuple[int, int]) -> bool:
    return re.search(r"(?:1[0-9]|20)\d\d\)?$", text[slice(*trimmed(text, *piece))]) is not None


def _statements_from(text: str, pieces: list[tuple[int, int]]) -> int | None:
    if len(pieces) < 2:
        return None
    last = imprint_from(text, pieces)
    if last is None and len(pieces) == 2:
        return 1 if len(text[slice(*pieces[1])]) < 60 else None
    return last


def _read_rest(text: str, start: int, end: int, parts: Parts) -> str:
    """Read what stands behind title and statements; return the kind of work that it tells of."""
    value = text[start:end]
    if is_numbers(text, start, end):
        read_imprint(text, start, end, parts)
        return "other"
    if parts.type != "thesis":
        probe = Parts()
        cut = read_newspaper(text, start, end, probe)
        if cut is not None and text[cut] in ",. " and ":" not in text[start:cut] and cut > start:
            parts.spans.update(probe.spans)
            parts.spans["container"] = trimmed(text, start, cut)
            return "newspaper"
        probe = Parts()
        cut = read_serial(text, start, end, probe)
        if cut is not None and cut > start and _is_serial(text, start, cut, probe, parts):
            parts.spans.update(probe.spans)
            parts.spans["container"] = trimmed(text, start, cut)
            return "journal"
        if cut is None and any(word in value for word in SERIAL_WORDS) and not _PLACE.search(value):
            parts.spans["container"] = trimmed(text, start, end)
            return "journal"
    read_imprint(text, start, end, parts)
    return "book" if "publisher" in parts.spans else "other"


def _is_serial(text: str, start: int, cut: int, found: Parts, parts: Parts) -> bool:
    container = text[start:cut].strip()
    if ":" in container:
        return False
    if "volume" in found.spans or "issue" in found.spans:
        return True
    if any(word in container for word in SERIAL_WORDS) or container.endswith(NEWSPAPER_ENDS):
        return True
    if any(word in container for word in PUBLISHER_WORDS):
        return False
    return "lpage" in found.spans and ("year" in found.spans or "year" in parts.spans)
