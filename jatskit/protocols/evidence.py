"""Where a value was read, how it was normalised, and how sure that is.

The accounts of a page: every character is a value's evidence, furniture that a named rule recognised, or
unassigned. `Accounts` is that partition; spans are half-open `(start, end)` offsets into `Source.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jatskit.characters import UNCARRIABLE
from jatskit.findings import Path
from jatskit.layouts.rights import licence_address
from jatskit.model.text import tidy
from jatskit.months import era_year, month_number
from jatskit.protocols import markup

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


class Furniture(NamedTuple):
    """A stretch of the page that is no value: `rule` is the name of the rule that recognised it."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another source of the page says of the value at `path`, and what was not taken.

    `about` is the field they are about; `quoted` what it says, as a person reads it; `source` what kind of source it
    is; `agrees` whether it means the same as the value; `distrusted` why it was not believed, if it was not.
    """

    path: Path
    about: str
    quoted: str
    source: str
    spans: tuple[Span, ...] = ()
    agrees: bool = False
    distrusted: str = ""


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
    if text.isascii() and text.isprintable():
        return tidy(text)
    text = text.replace(_BETWEEN, " ")
    return tidy(UNCARRIABLE.sub("", text) if UNCARRIABLE.search(text) else text)


def pieces(text: str) -> str:
    """As `line`, of pieces that follow each other without a blank."""
    return line(text.replace(_BETWEEN, ""))


def number(text: str) -> int:
    """The number that the digits write."""
    return int(line(text))


def era(text: str) -> int:
    """The year of the common era that a year of an East Asian era is: 2023 for 令和5."""
    return era_year(line(text)) or 0


def month(text: str) -> int:
    """The number of the month that is named, or written in digits."""
    return month_number(line(text)) or 0


def html(text: str) -> str:
    """As `line`, of HTML: without its tags, its character references resolved."""
    return markup.words(text.replace(_BETWEEN, " "))


def html_pieces(text: str) -> str:
    """As `html`, of pieces that follow each other without a blank."""
    return markup.words(text.replace(_BETWEEN, ""))


def rich_html(text: str) -> object:
    """The words of HTML with their inline markup, as the model has it."""
    return markup.rich(text.replace(_BETWEEN, " "))


def attribute(text: str) -> str:
    """The words of an attribute's value; tags that somebody wrote into it do not count."""
    return markup.words(markup.twice(text.replace(_BETWEEN, " ")))


def rich_attribute(text: str) -> object:
    """The words of an attribute's value, with the inline markup that somebody wrote into it."""
    return markup.rich(markup.twice(text.replace(_BETWEEN, " ")))


def json_text(text: str) -> str:
    """As `attribute`, of a JSON string without its quotation marks."""
    return markup.words(markup.twice(markup.unquoted(text.replace(_BETWEEN, " "))))


def rich_json(text: str) -> object:
    """As `rich_attribute`, of a JSON string without its quotation marks."""
    return markup.rich(markup.twice(markup.unquoted(text.replace(_BETWEEN, " "))))


def licence(text: str) -> str:
    """The address of the Creative Commons licence that is named or linked, as Creative Commons writes it."""
    return licence_address(line(text)) or ""


#: Every normalisation, by the name that evidence gives. The texts of several spans reach it with a mark between
#: them, which `line` reads as a blank and `pieces` as nothing.
NORMALISATIONS: dict[str, Callable[[str], object]] = {
    "line": line,
    "number": number,
    "month": month,
    "era": era,
    "pieces": pieces,
    "html": html,
    "html pieces": html_pieces,
    "rich html": rich_html,
    "attribute": attribute,
    "rich attribute": rich_attribute,
    "json": json_text,
    "rich json": rich_json,
    "licence": licence,
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
