"""Publishers and places: what looks like one, and which of the pieces of an imprint are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from jatskit.references.letters import CAPITAL, LETTER
from jatskit.references.parts import Group, Span
from jatskit.references.western.vocabulary import PLACES, PUBLISHER_WORDS, REGIONS

_PLACE_NAME = (
    rf"(?:\[?[Ss]\. ?[lL]\.\]?|[{CAPITAL}][{LETTER}.'\-]*(?: (?:(?:d[aeo]s?|del|la|le|a|o|am|an der|of|and|e|y|&|upon|on|sur|im|in|der) )?"
    rf"[{CAPITAL}(][{LETTER}.'\-)]*){{0,4}}(?:(?:, ?| ?/ ?| ?; ?| : | - | \()[{CAPITAL}][{LETTER}.'\-]*\)?(?: "
    rf"[{CAPITAL}][{LETTER}.'\-]*){{0,3}}){{0,3}})"
)


#: A place and a publisher, with a colon between them.
IMPRINT = re.compile(
    rf"(?P<place>{_PLACE_NAME}) ?: (?P<publisher>[^\0:;\[\]]{{2,120}})|(?P<place2>{_PLACE_NAME}): ?(?P<publisher2>[^\0:;\[\]]{{2,120}})"
)


#: A state or country behind a comma, as it is printed behind a city.
REGION = re.compile(
    rf"(?:D\. ?C\.|{'|'.join(sorted(REGIONS, key=len, reverse=True))}|the Netherlands|The Netherlands|Republic of Korea|"
    r"South Korea|United Kingdom|United States|New Zealand|South Africa|N\. ?[YJ]\.)(?: \d{5})?"
    rf"(?: and {_PLACE_NAME})?(?![{LETTER}])"
)


#: What belongs to a company's name behind a comma.
COMPANY_TAIL = re.compile(r", (?:Inc|Ltd|LLC|S\.A|GmbH|Co|Incorporated)\.?(?=[,.;)\s]|$)")


#: A word cut short at the end of a company's name.
ENDS_A_COMPANY = re.compile(r"(?:Inc|Ltd|Co|Corp|Bros|Univ|Publ|Pub|St|(?<![^\W\d_])[A-Z])\.?$")


@dataclass(slots=True)
class Pieces:
    """What was read of an imprint; `lost` counts the characters of the chunks that nothing knew."""

    spans: dict[str, Span] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    chunks: list[Span] = field(default_factory=list)
    type: str | None = None
    lost: int = 0


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether a chunk reads like the name of a place."""
    word = text.strip(" .,()[]")
    if word.lower() in PLACES or text.strip().lower() in PLACES or word in REGIONS:
        return True
    head, _, region = word.rpartition(", ")
    region = region.removeprefix("the ").removeprefix("The ")
    if head and not is_publisher(head) and region.strip(". ") in REGIONS | {"D. C", "D.C"}:
        return True
    parts = re.split(r" and | & | e |/|, |; | : ", word)
    return len(parts) > 1 and all(part.strip().lower() in PLACES or part.strip() in REGIONS for part in parts)


@lru_cache(maxsize=4096)
def is_publisher(text: str) -> bool:
    """Whether a chunk holds a word that publishers' names are made of."""
    return any(word.strip("(),.").lower() in PUBLISHER_WORDS for word in re.split(r"[\s/&\-]+", text))


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the blanks and marks around it; a company's dot (Inc.) stays."""
    while end > start and text[end - 1] in " ,;:\0":
        end -= 1
    if text[end - 1 : end] == "." and not ENDS_A_COMPANY.search(text, max(start, end - 13), end - 1):
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return start, end


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of an imprint between two marks: what it says without them, and what that looks like."""

    span: Span
    words: str
    is_place: bool
    is_publisher: bool
    #: A state or a company's form, which belongs to what stands before it.
    follows: bool
    #: Without the dots at its ends.
    has_publisher: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Chunk:
        """Look at a stretch of text."""
        span = trimmed(text, start, end)
        words, bare = text[slice(*span)], text[start:end].strip(" .")
        follows = bare in REGIONS or bare in _COMPANY_FORMS or _STATE_AND_ZIP.match(bare) is not None
        return cls(span, words, is_place(words), is_publisher(words), follows, is_publisher(bare))


class Chunks:
    """The chunks of one text, each looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[Span, Chunk] = {}

    def at(self, span: Span) -> Chunk:
        """Return what a stretch of the text looks like."""
        if (chunk := self._known.get(span)) is None:
            chunk = self._known[span] = Chunk.of(self.text, *span)
        return chunk


def settle(chunks: Chunks, pieces: Pieces, dated: bool) -> None:
    """Make publishers and places of the chunks that look like them."""
    text, spans = chunks.text, pieces.spans
    left: list[Chunk] = []
    for joined in _joined(chunks, pieces.chunks):
        chunk = chunks.at(joined)
        if chunk.span[0] >= chunk.span[1]:
            continue
        if chunk.is_place and not chunk.is_publisher and "place" not in spans:
            spans["place"] = chunk.span
        elif chunk.is_publisher and "publisher" not in spans and chunk.words[0].isupper():
            spans["publisher"] = chunk.span
        else:
            left.append(chunk)
    if len(left) == 1 and "publisher" not in spans and (dated or not _KNOWN.isdisjoint(spans)):
        words = left[0].words
        acronym = words.isupper() and text[left[0].span[0] - 1] == "("
        if words[0].isupper() and not acronym and len(words) < 60 and len(words.split()) <= 6 and not words.isdigit():
            spans["publisher"] = left.pop().span
    pieces.chunks = [chunk.span for chunk in left]
    pieces.lost = sum(end - start for start, end in pieces.chunks)


#: What makes it sure that an imprint stands here.
_KNOWN = frozenset({"place", "edition", "year"})
_COMPANY_FORMS = frozenset({"D. C", "D.C", "Inc", "Ltd", "LLC", "Incorporated"})
_STATE_AND_ZIP = re.compile(r"[A-Z]{2} \d{5}$")
_IS_PART = re.compile(
    r"(?:[^\W\d_]+ )?(?:dep(?:t\.?|artment|artamento|\.)|faculdade|facultad|faculty|faculté|school|college|instituto|institute|institut|fakultät|"
    r"programa|centro|graduate|universidade|universidad|laboratory|laborat[oó]rio|division|escola|escuela|кафедра)(?![^\W\d_])",
    re.IGNORECASE,
)


def _joined(chunks: Chunks, spans: list[Span]) -> list[Span]:
    """Join a city to the state that follows it, and a university to its department."""
    text = chunks.text
    out: list[Span] = []
    for span in spans:
        chunk = chunks.at(span)
        if out and (chunk.follows or chunk.has_publisher):
            between = text[out[-1][1] : span[0]]
            if (chunk.follows and between.strip() in (",", "(")) or (
                chunk.has_publisher and between == ", " and _IS_PART.match(text, out[-1][0])
            ):
                out[-1] = (out[-1][0], span[1])
                continue
        out.append(span)
    return out
