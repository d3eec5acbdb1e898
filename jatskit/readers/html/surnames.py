"""Surnames of several words: told by another source of the page, or by what is usual in the article's language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Path
from jatskit.names import SPANISH_GIVEN_NAMES
from jatskit.protocols import Certainty
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate
from jatskit.readers.sheet import Sheet

#: Words of a surname, folded, and the letter that the given name before it begins with.
_Told = set[tuple[tuple[str, ...], str]]
_MOST = 300
#: Words before a surname that belong to it.
_PARTICLES = frozenset("de del la las los y e da do dos san santa".split())


def tell_surnames(sheet: Sheet, language: str | None) -> None:
    """Part the names of the bylines anew whose surname has more words than the last one.

    A name without a comma does not tell where its surname begins; the comma, or the parts, of another source of the same
    page do. In Spanish a name has two surnames, if nothing tells otherwise.
    """
    bylines = [c for c in sheet.offers("byline") if len(c.values) < 12 * _MOST]
    told: _Told = {_key(c, base) for c in bylines for base in _names(c)}
    told = {(surname, letter) for surname, letter in told if len(surname) > 1 and letter}
    for candidate in bylines:
        for base in list(_names(candidate)):
            surname = candidate.evidence[*base, "surname"]
            given = candidate.evidence.get((*base, "given"))
            if given is None or len(given.spans) != 1 or len(surname.spans) != 1:
                continue
            start, end = given.spans[0][0], surname.spans[0][1]
            if given.spans[0][1] > surname.spans[0][0] or end - start > 200:
                continue
            raw = candidate.text[start:end]
            pieces = [match.span() for match in re.finditer(r"[^\s\xa0]+", raw)]
            if "<" in raw or "&" in raw or len(pieces) < 3:
                continue
            said = [folded(raw[a:b]) for a, b in pieces]
            count = _words_told(said, told)
            reason = f"{candidate.kind}; another source of the page tells the surname"
            if not count and language == "es" and surname.certainty is not Certainty.STATED:
                count = _spanish([raw[a:b] for a, b in pieces])
                reason = f"{candidate.kind}; Spanish names have two surnames"
            if count and count > len(str(candidate.values[*base, "surname"]).split()):
                cut = start + pieces[-count][0]
                before = start + pieces[-count - 1][1]
                for part, span, was in (("surname", (cut, end), surname), ("given", (start, before), given)):
                    candidate.quote(
                        (*base, part),
                        span,
                        reason=reason,
                        normalisation=was.normalisation,
                        certainty=Certainty.INFERRED,
                    )


def _names(candidate: Candidate) -> Iterator[Path]:
    for path in candidate.evidence:
        if path[:1] == ("contributors",) and path[2:3] == ("names",) and path[-1] == "surname":
            yield path[:-1]


def _key(candidate: Candidate, base: Path) -> tuple[tuple[str, ...], str]:
    surname = tuple(folded(word) for word in str(candidate.values[*base, "surname"]).split())
    return surname, folded(candidate.values.get((*base, "given"), ""))[:1]


def _words_told(said: list[str], told: _Told) -> int:
    """Return how many words the surname has that another source tells; 0 if none does."""
    found = [len(surname) for surname, letter in told if said[0][:1] == letter and said[-len(surname) :] == [*surname]]
    return max((count for count in found if count < len(said)), default=0)


def _spanish(pieces: list[str]) -> int:
    """Return how many words the two surnames of a Spanish name have; 0 if the name does not show that it has two."""
    if any(len(piece) < 2 or "." in piece.removesuffix(".") or piece.isupper() for piece in pieces):
        return 0
    at = len(pieces)
    for _ in range(2):
        at -= 1
        while at > 1 and folded(pieces[at - 1]) in _PARTICLES:
            at -= 1
    if at < 1 or folded(pieces[at]) in SPANISH_GIVEN_NAMES:
        return 0
    return len(pieces) - at
