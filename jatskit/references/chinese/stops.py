"""Where the sentences of a citation end, and which dots end none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.language import HAN
from jatskit.references.letters import CAPITAL, SMALL
from jatskit.references.parts import Span

#: A dot with a blank, a letter of another script, a bracket or the end behind it.
_STOP = re.compile(
    # Behind a volume, whatever follows: the line may have lost its blanks.
    rf"[:,] ?(?:卷|[Vv]ol\.?|[Vv]\.) ?\d{{1,4}}(?: ?[卷册冊])?\.(?=\S)|(?<=[{HAN}])\.|(?<=\d)\.(?=(?:1[89]|20)\d\d\.?$)"
    rf"|(?<=[{SMALL}][{SMALL}][{SMALL}])\.(?=[{CAPITAL}])"
    rf"|[.?!]?\.(?=[ \0]|[{HAN}\u3040-\u30ff“《「\[(]|$)|[?!](?= [^\s(\[])"
)
_ABBREVIATED = re.compile(
    r"(?:(?<![^\W_])(?:[A-Za-zÀ-ÞА-Я]|Vol|vol|No|no|Univ|Proc|Int|Conf|Mr|Mrs|Dr|St|Jr|Cong|Dept|vs|Eng|Colo|Mass|Calif|"
    r"Suppl|Ser|pp|U\.S|D\.C|U\.K|Eds?|eds?|Trans|Phys|Chem|Res)|(?:[A-Z]\.){1,4}[A-Z])$"
)
#: 昂温 P S: a foreigner's surname in Han letters, and initials.
_HAN_INITIALS = re.compile(rf"[{HAN}] [A-Z](?: ?[A-Z]){{0,3}}$")
_BODY_END = re.compile(r"(?:Inc|Ltd|Co|Corp|\b[A-Z])$")
_JUNK = " ,;:.\0/"


def stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets of the dots that end a part of a citation, in the folded `text`."""
    for match in _STOP.finditer(text, start, end):
        dot = match.end() - 1
        abbreviated = text[dot] == "." and _ABBREVIATED.search(text, max(start, dot - 8), dot)
        if abbreviated and not _HAN_INITIALS.search(text, max(start, dot - 10), dot):
            continue
        yield dot


def first_stop(text: str, start: int, end: int) -> int:
    """Return the offset of the first dot that ends a part, or `end`."""
    return next(stops(text, start, end), end)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the marks and blanks around it; the dot of a body's abbreviation stays."""
    while start < end and text[start] in _JUNK:
        start += 1
    while end > start and text[end - 1] in _JUNK:
        if text[end - 1] == "." and _BODY_END.search(text, max(start, end - 6), end - 1):
            break
        end -= 1
    return start, end
