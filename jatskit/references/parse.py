"""Reading one reference: its label, its languages, and each language's citation by the grammar that it belongs to."""

from __future__ import annotations

import re

from jatskit.language import HAN, has_han
from jatskit.references.anchors import take_anchors
from jatskit.references.chinese import gbt7714, house_styles
from jatskit.references.folding import folded, rejoined
from jatskit.references.halves import halves_of
from jatskit.references.letters import CAPITAL, LETTER
from jatskit.references.parsed import ParsedReference
from jatskit.references.parts import Parts

_LABEL = re.compile(
    rf"\s*(?:\[\[\d{{1,4}}\]\]\s*\|?|\[\d{{1,4}}\](?=\s*\S)|\(\d{{1,4}}\)(?=\s*[^\s\d.,:;])|\d{{1,3}}[.、)](?=\s*[^\s\d.])"
    rf"|\d{{1,3}}\s+(?=[{HAN}]|[{CAPITAL}][{LETTER}'\-]{{1,20}},? [{CAPITAL}](?:[ ,.]|[{CAPITAL}])))\s*"
)
#: What GB/T 7714-1987 alone prints in other letters than Han: a number or a kind behind the title's colon.
_GBT_1987 = re.compile(
    r": (?:\[(?:dissertation|thesis)\]|[A-Z]{2}, [A-Z]{2}\d{6,13}[A-Z]?\d?\.|(?:ISO|IEC|GB(?:/T)?) ?\d{1,6}:\d{4}\.)"
)
#: What no Chinese style prints in Latin letters: a title in quotation marks, a semicolon before the year.
_WESTERN = re.compile(r"“[^”]{4,400}[,.?!]”|; ?(?:1[4-9]|20)\d\d(?:[;:. ]|$)|(?:1[4-9]|20)\d\d ?; ?[\d(]")
#: How much more of a half than the house style a Western one has to explain: a half keeps to the other's style.
_RATIO = 1.15


def parse_reference(text: str) -> ParsedReference:
    """Read one reference."""
    plain = rejoined(folded(text))
    label = _LABEL.match(plain)
    start = label.end() if label else 0
    end = len(plain.rstrip())
    if pair := halves_of(plain[start:end]):
        spans = [(start + half.start, start + half.end) for half in pair]
    else:
        spans = [(start, end)]
    readings = tuple(_reading(plain, *span, paired=bool(pair)) for span in spans)
    return ParsedReference(text, label.span() if label else None, readings, tuple(spans))


def _reading(text: str, start: int, end: int, *, paired: bool) -> Parts:
    """Read one half by the grammar that it belongs to; both halves of a citation keep to one style."""
    from jatskit.references import western  # its expressions take long to compile, and many a Chinese list needs none

    parts = Parts()
    masked = take_anchors(text, start, end, parts)
    if found := gbt7714.read(masked, start, end, parts):
        return found
    if has_han(text[start:end]):
        if styled := house_styles.read(masked, start, end, _copy(parts), lenient=paired):
            return styled
    elif _GBT_1987.search(masked, start, end) and (
        styled := house_styles.read(masked, start, end, _copy(parts), lenient=True)
    ):
        return styled
    read = western.read(masked, start, end, _copy(parts))
    if paired and (styled := house_styles.read(masked, start, end, parts, lenient=True)):
        # The other half of a Chinese citation keeps to its style, unless one of the West explains much more of it.
        if (
            _WESTERN.search(masked, start, end)
            or _quoted(read) > _RATIO * _quoted(styled)
            or (_divides(read) and not _divides(styled))
        ):
            return read
        return styled
    return read


def _quoted(parts: Parts) -> int:
    """Return how many characters the parts quote."""
    spans = [*parts.spans.values(), *(name.whole for group in parts.groups for name in group.names if name.surname)]
    return sum(end - start for start, end in spans)


def _divides(parts: Parts) -> bool:
    """Whether the first of the names is divided into surname and given name."""
    return bool(parts.groups) and parts.groups[0].names[0].surname is not None


def _copy(parts: Parts) -> Parts:
    """Return parts for a grammar that may yet refuse the text, and then must leave nothing behind."""
    return Parts(parts.type, dict(parts.spans), list(parts.groups), list(parts.ids), list(parts.links))
