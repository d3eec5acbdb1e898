"""Where a value was read, how it was normalised, and how sure that is.

The accounts of a page: every character is a value's evidence, furniture that a named rule recognised, or
unassigned. `Accounts` is that partition; spans are half-open `(start, end)` offsets into `Source.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from jatskit.findings import Path
from jatskit.model.text import UNCARRIABLE, tidy

Span = tuple[int, int]


class Origin(StrEnum):
    """Where a value comes from; there is no fourth place."""

    PAGE = "page"
    PROFILE = "profile"
    INFERENCE = "inference"


class Certainty(StrEnum):
    """How sure the reader is: the page says it, its layout says it, or it was worked out."""

    STATED = "stated"
    LAID_OUT = "laid out"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What vouches for the value at `path`.

    A value from the page has `spans`, whose text, through the normalisation of that name, is the value.
    `certainty` says how sure it is that the value is what the path says: that the last word of a name is the
    surname is inferred, though the word is the page's. A value from the profile has no spans; an inference has
    those that it is drawn from, if any. `reason` says what it rests on.
    """

    path: Path
    origin: Origin
    reason: str
    spans: tuple[Span, ...] = ()
    normalisation: str = "line"
    certainty: Certainty = Certainty.LAID_OUT


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is no value: `rule` is the name of the rule that recognised it."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Accounts:
    """The partition of a page's text: nothing twice, nothing missing."""

    evidence: tuple[Evidence, ...]
    furniture: tuple[Furniture, ...]
    unassigned: tuple[Span, ...]


# -- normalisations -----------------------------------------------------------------------------------------

#: Stands between the texts of several spans: a control character, which no value can hold.
_BETWEEN = "\x1e"


def line(text: str) -> str:
    """Make one line of it: white space collapsed, characters that XML cannot carry taken out."""
    text = text.replace(_BETWEEN, " ")
    return tidy(UNCARRIABLE.sub("", text) if UNCARRIABLE.search(text) else text)


def pieces(text: str) -> str:
    """As `line`, of pieces that follow each other without a blank."""
    return line(text.replace(_BETWEEN, ""))


def number(text: str) -> int:
    """The number that the digits write."""
    return int(line(text))


#: Every normalisation, by the name that evidence gives. The texts of several spans reach it with a mark between
#: them, which `line` reads as a blank and `pieces` as nothing.
NORMALISATIONS: dict[str, Callable[[str], object]] = {
    "line": line,
    "number": number,
    "pieces": pieces,
}


def quotation(text: str, spans: Iterable[Span]) -> str:
    """Return the text of several spans as people read it, with a line break between them."""
    return "\n".join(text[start:end] for start, end in spans)


def normalised(text: str, evidence: Evidence) -> object:
    """Return the value that a page's evidence vouches for."""
    return value_of(text, evidence.spans, evidence.normalisation)


def value_of(text: str, spans: Iterable[Span], normalisation: str) -> object:
    """Return the value of several spans through a normalisation."""
    return NORMALISATIONS[normalisation](_BETWEEN.join(text[start:end] for start, end in spans))
