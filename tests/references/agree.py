"""Does a reading of a reference agree with the work that was printed?

Only matters of form are forgiven: a surname's case, initials against a given name in full, dots of a journal's
abbreviation, pages abbreviated, zeros and words around a number, and what a noise's fold makes alike. A field that the
print does not state and the reading has is a difference too: it is invented.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.references.items import FIELDS, Item, Name, Organisation
from tests.references.styles.common import Style, initials

#: What a reading may add to a print that does not state it: an inference, or another form of what it states.
_INFERRED = frozenset({"type", "lang"})
_PEOPLE = frozenset({"authors", "editors", "translators"})
Fold = Callable[[str], str]


@dataclass(frozen=True)
class Difference:
    """A field that the reading has otherwise than the work."""

    field: str
    expected: object
    got: object

    def __str__(self) -> str:
        return f"{self.field}: printed {self.expected!r}, read {self.got!r}"


def differences(item: Item, style: Style, reading: Mapping[str, Any], fold: Fold = str) -> list[Difference]:
    """Return where `reading`, a plain dict of fields, disagrees with what `style` prints of `item`."""
    expected = style.shown(item)
    reading = _with_volume(expected, reading)
    out = []
    for field in FIELDS:
        wanted, got = expected.get(field), reading.get(field)
        if wanted is None:
            if got and field not in _INFERRED and not _restates(field, got, item):
                out.append(Difference(field, None, got))
        elif not _same(field, wanted, got, reading, fold):
            out.append(Difference(field, wanted, got))
    return out


def _same(field: str, wanted: Any, got: Any, reading: Mapping[str, Any], fold: Fold) -> bool:
    if field in _PEOPLE:
        names = got or ()
        return len(names) == len(wanted) and all(same_name(a, b, fold) for a, b in zip(wanted, names, strict=True))
    if isinstance(wanted, bool) or got is None:
        return wanted is True and bool(got)
    text = str(got)
    match field:
        case "lpage":
            return _page(_expanded(str(reading.get("fpage") or ""), text)) == _page(wanted)
        case "fpage" | "month" | "day":
            return _page(text) == _page(wanted)
        case "edition" | "volume" | "version":
            return _bare(text) == _bare(wanted)
        case "doi" | "cstr":
            return text.casefold() == str(wanted).casefold()
        case "container":
            return _text(text.replace(".", ""), fold) == _text(wanted.replace(".", ""), fold)
    return _text(text, fold) == _text(wanted, fold)


def same_name(wanted: Name, got: Mapping[str, Any], fold: Fold = str) -> bool:
    """Whether a name that was read is the one that was printed."""
    literal = got.get("literal")
    if isinstance(wanted, Organisation):
        return literal is not None and _letters(literal, fold) == _letters(wanted.name, fold)
    if not wanted.given:
        whole = literal or f"{got.get('surname') or ''}{got.get('given') or ''}"
        return _letters(whole, fold) == _letters(wanted.surname, fold)
    if _letters(got.get("surname") or "", fold) != _letters(wanted.surname, fold):
        return False
    given = _letters(got.get("given") or "", fold)
    return given in {_letters(wanted.given, fold), _letters(initials(wanted.given), fold)}


def _text(value: str, fold: Fold) -> str:
    """A text without the stop that closes it and with single blanks."""
    return fold(" ".join(unicodedata.normalize("NFC", value).split())).rstrip(".").rstrip()


def _letters(value: str, fold: Fold) -> str:
    """The letters of a name alone; apostrophes, hyphens and dots are set in many ways."""
    return "".join(c for c in unicodedata.normalize("NFC", fold(value)).casefold() if c.isalpha())


def _page(value: str) -> str:
    return value.lstrip("0")


def _expanded(first: str, last: str) -> str:
    """The last page with the digits that 132–9 left out."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _bare(value: str) -> str:
    """A number without the words around it."""
    found = re.search(r"\d[\d./-]*", value)
    return found[0].rstrip(".-/") if found else value


def _with_volume(expected: Mapping[str, Any], reading: Mapping[str, Any]) -> Mapping[str, Any]:
    """A volume that GB/T prints as the last part of a book's title may be read as that part of the title."""
    book = "container" if "container" in expected else "title"
    volume, title = expected.get("volume"), reading.get(book)
    if volume and title and not reading.get("volume"):
        found = re.search(r"[:：]\s*(?:卷|vol\.)\s*(\d+)$", title)
        if found and found[1] == volume:
            return {**reading, book: title[: found.start()].rstrip(), "volume": volume}
    return reading


def _restates(field: str, got: Any, item: Item) -> bool:
    """Whether an address only restates the DOI."""
    return field == "url" and bool(item.doi) and str(got).casefold().endswith(str(item.doi).casefold())


def tell(found: Sequence[Difference]) -> str:
    """The differences, a line each."""
    return "\n".join(f"  {difference}" for difference in found)
