"""Which style a citation that was read is printed in, told by the marks between its parts."""

from __future__ import annotations

import re

from jatskit.references.parts import CitedName, Parts

_VOLUME_LABEL = re.compile(r"\bvol\. ?\d")
_ABNT_LABELS = re.compile(r"\b(?:v|n|p)\. ?\d")


def style_of(text: str, parts: Parts) -> str:
    """Return the name of the style, or of the family of styles where they print alike; `western` if nothing tells."""
    spans = parts.spans
    title, container, year = (spans.get(name) for name in ("title", "container", "year"))
    first = next((name for group in parts.groups for name in group.names if name.surname), None)
    if container and title and "//" in text[title[1] : container[0]]:
        return "gost"
    if first is None or first.surname is None or first.given is None:
        return "western"
    quoted = title is not None and text[title[0] - 1] in "\u201c\u2018\"'"
    dated_first = year is not None and title is not None and year[1] <= title[0]
    bracketed = year is not None and text[year[0] - 1] == "("
    if first.given[0] < first.surname[0]:
        return "ieee" if quoted else "physics" if bracketed or title is None else "elsevier-numeric"
    if "," not in text[first.surname[1] : first.given[0]]:
        return "springer-basic" if dated_first else "vancouver"
    return _inverted(text, parts, first, quoted=quoted, dated_first=dated_first, bracketed=bracketed)


def _inverted(text: str, parts: Parts, first: CitedName, *, quoted: bool, dated_first: bool, bracketed: bool) -> str:
    """Tell the styles that print surname, comma, given names apart."""
    surname, given = (text[slice(*span)] if span else "" for span in (first.surname, first.given))
    authors = parts.groups[0].names
    between = text[authors[0].whole[1] : authors[1].whole[0]] if len(authors) > 1 else ""
    full = len(given.strip(".")) > 3 and "." not in given[:3]
    if dated_first:
        if bracketed:
            return "harvard" if quoted or " and " in between else "apa"
        return "chicago-author-date" if full or quoted else "elsevier-harvard"
    if quoted:
        return "mla" if _VOLUME_LABEL.search(text, authors[0].whole[1]) else "chicago"
    if surname.isupper() and _ABNT_LABELS.search(text, authors[0].whole[1]):
        return "abnt"
    if " ; " in between or text[first.whole[1] : first.whole[1] + 1] == ":":
        return "din-1505"
    if ";" in between:
        return "acs"
    return "chicago" if full else "nature" if bracketed or "&" in text[: authors[-1].whole[1]] else "western"
