"""What scraping and typesetting do to a printed reference, one function for each harm.

A noise says what it harms and what it thereby makes unknowable: `fold` maps a harmed value and the sound one to the
same text, and is applied to both before they are compared. Addresses and DOIs are spared, since a harm to them is
a loss that no reader can undo.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from jatskit.language import HAN

_ADDRESS = re.compile(r"https?://\S+|\b10\.\d{4,9}/\S+|CSTR:\S+")
_HAN_PAIR = re.compile(f"(?<=[{HAN}])(?=[{HAN}])")
_CODE = re.compile(r"\[([A-Z]{1,2}(?:/OL)?)\]")
_WIDE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "[": "［", "]": "］"}
_NARROW = str.maketrans({wide: narrow for narrow, wide in _WIDE.items()} | {"．": "."})
_DATE_OR_DASH = re.compile(r"\d{4}-\d\d-\d\d|(?<=\d)[-–~～](?=\d)")
_PERSON_FIRST = re.compile(f"[{HAN}]|[^ ,.]+,? [A-Z](?:[A-Z]{{0,2}}[ ,.]|-)")
_DASHES = "-–—~～−"


@dataclass(frozen=True)
class Noise:
    """A harm, and the fold under which a harmed text equals the sound one."""

    apply: Callable[[str, Random], str]
    fold: Callable[[str], str] = str


def _around_addresses(harm: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    def harmed(text: str, random: Random) -> str:
        out, start = "", 0
        for address in _ADDRESS.finditer(text):
            out += harm(text[start : address.start()], random) + address[0]
            start = address.end()
        return out + harm(text[start:], random)

    return harmed


def _han_breaks(text: str, random: Random) -> str:
    """A line break between two Han letters, left as a blank: once or twice in an entry."""
    gaps = [match.start() for match in _HAN_PAIR.finditer(text)]
    for position in sorted(random.sample(gaps, min(len(gaps), random.randint(1, 2))), reverse=True):
        text = f"{text[:position]} {text[position:]}"
    return text


def _tight(text: str, random: Random) -> str:
    """No blank behind a mark of punctuation, as Chinese journals set references."""
    return re.sub(r"(?<=[,.:;，：；]) +", "", text)


def _wide(text: str, random: Random) -> str:
    """Marks in full width, with the blank behind them gone."""
    text = re.sub(r"([,:;]) +", lambda m: _WIDE[m[1]], text)
    return re.sub(r" ?([(\[])|([)\]])", lambda m: _WIDE[m[1] or m[2]], text)


def _no_last_dot(text: str, random: Random) -> str:
    return text.rstrip().rstrip(".。")


def _spaced_codes(text: str, random: Random) -> str:
    """`[ J ]` and `[J ]` for `[J]`."""
    return _CODE.sub(lambda m: random.choice(["[ {} ]", "[{} ]", " [ {}]"]).format(m[1]), text)


def _dot_apart(text: str, random: Random) -> str:
    """`[J] .` for `[J].`"""
    return re.sub(r"\]\.", "] .", text)


def _hyphenated(text: str, random: Random) -> str:
    """A long Latin word broken at a line's end: `phys- iology`."""
    words = list(re.finditer(r"[a-zà-öø-ÿ]{8,20}", text))
    if not words:
        return text
    word = random.choice(words)
    position = word.start() + random.randint(3, len(word[0]) - 3)
    return f"{text[:position]}- {text[position:]}"


def _dashes(text: str, random: Random) -> str:
    """Another dash between numbers, but for dates."""
    dash = random.choice("-–—~～")
    return _DATE_OR_DASH.sub(lambda m: m[0] if m[0][0].isdigit() else dash, text)


def _labelled(text: str, random: Random) -> str:
    """A label in front. A number alone stands before a person's name: before a body's it may be part of that."""
    number = random.randint(1, 90)
    forms = ["[[{}]] | ", "[{}] ", "［{}］", "【{}】", "({}) ", "{}. ", "{} "]
    return random.choice(forms if _PERSON_FIRST.match(text) else forms[:-1]).format(number) + text


def _unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _narrow(text: str) -> str:
    return _unspaced(text).translate(_NARROW)


def _one_dash(text: str) -> str:
    return re.sub(f"[{_DASHES}]+", "-", text)


NOISES: dict[str, Noise] = {
    "han-breaks": Noise(_around_addresses(_han_breaks), lambda text: re.sub(f"(?<=[{HAN}]) +(?=[{HAN}])", "", text)),
    "tight": Noise(_around_addresses(_tight), _unspaced),
    "wide": Noise(_around_addresses(_wide), _narrow),
    "no-last-dot": Noise(_no_last_dot),
    "spaced-codes": Noise(_spaced_codes),
    "dot-apart": Noise(_dot_apart),
    "hyphenated": Noise(_around_addresses(_hyphenated), lambda text: re.sub(r"- ?", "", text)),
    "dashes": Noise(_around_addresses(_dashes), _one_dash),
    "labelled": Noise(_labelled),
}


def harmed(text: str, names: Sequence[str], seed: int) -> str:
    """Return the text with these harms done to it, in this order."""
    random = Random(seed)  # noqa: S311  (a repeatable choice, no secret)
    for name in names:
        text = NOISES[name].apply(text, random)
    return text


def folded(names: Sequence[str]) -> Callable[[str], str]:
    """Return the fold of all these noises."""

    def fold(text: str) -> str:
        for name in names:
            text = NOISES[name].fold(text)
        return text

    return fold
