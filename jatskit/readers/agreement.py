"""When two sources of a page mean the same, though they do not write it alike.

Case, accents, width, punctuation, markup and the order of surname and given name do not tell two values apart; and
a source that says less (a year for a day, a first page for a range, a digest for an abstract) does not disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from jatskit.model import plain
from jatskit.readers.candidates import Values

_NOT_A_WORD = re.compile(r"[\W_]+")
#: The same of ASCII, for `bytes.translate`, which takes a tenth of the time.
_NOT_A_WORD_IN_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
#: Letters by which a long text is known; two abstracts that begin alike are one, cut at different places.
_BEGINNING = 60


def folded(value: object) -> str:
    """Return the letters and digits of a value, without case, accents and width."""
    text = plain(value) if isinstance(value, tuple) else str(value)
    if text.isascii():
        return text.lower().encode("ascii").translate(None, _NOT_A_WORD_IN_ASCII).decode("ascii")
    # Accents are no letters to the expression: none is alphanumeric.
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKD", text).casefold())


def _texts(values: Values) -> Iterator[str]:
    return (folded(value) for _, value in sorted(values.items(), key=lambda item: tuple(map(str, item[0]))))


def same(a: Values, b: Values) -> bool:
    """Whether two values are written with the same letters and digits."""
    return folded(a.get(())) == folded(b.get(()))


def same_identifier(a: Values, b: Values) -> bool:
    """Whether two identifiers are the same but for their case."""
    return str(a.get(("value",))).casefold() == str(b.get(("value",))).casefold()


def same_text(a: Values, b: Values) -> bool:
    """Whether two abstracts begin alike; one may be a digest of the other."""
    one, other = "".join(_words_of(a)), "".join(_words_of(b))
    length = min(len(one), len(other), _BEGINNING)
    return length > 0 and one[:length] == other[:length]


def _words_of(values: Values) -> Iterator[str]:
    # Paragraphs before sections, as an abstract has them; numbers in their order.
    paths = sorted((p for p in values if "paragraphs" in p), key=lambda p: [(isinstance(s, str), s) for s in p])
    return (folded(values[path]) for path in paths)


def size(values: Values) -> int:
    """Return how much a text says."""
    return sum(len(plain(v)) if isinstance(v, tuple) else len(str(v)) for v in values.values())


def marked_up(values: Values) -> int:
    """Return how many pieces a value has: italics and formulas that another source lost."""
    value = values.get(())
    return len(value) if isinstance(value, tuple) else 1


def same_date(a: Values, b: Values) -> bool:
    """Whether two dates are the same as far as both go."""
    return all(a[(p,)] == b[(p,)] for p in ("year", "month", "day") if (p,) in a and (p,) in b)


def same_pages(a: Values, b: Values) -> bool:
    """Whether two page ranges, or two article numbers, are the same as far as both go."""
    common = [path for path in a if path in b]
    return bool(common) and all(folded(a[p]).lstrip("0") == folded(b[p]).lstrip("0") for p in common)


def same_terms(a: Values, b: Values) -> bool:
    """Whether two sources give the same keywords; one may lack the marks between them."""
    one, other = _terms(a), _terms(b)
    return set(one) == set(other) or "".join(one) == "".join(other)


def _terms(values: Values) -> list[str]:
    return [folded(value) for path, value in values.items() if path and path[0] == "keywords"]


def names_of(values: Values) -> list[set[str]]:
    """Return the words of each contributor's first name."""
    people: dict[object, list[str]] = {}
    for path, value in values.items():
        if path[:1] == ("contributors",) and path[2:4] == ("names", 0) and path[-1] not in ("style", "lang"):
            people.setdefault(path[1], []).append(str(value))
    return [
        {word for part in people[number] for word in _split(part)}
        for number in sorted(people, key=lambda n: int(str(n)))
    ]


def _split(name: str) -> Iterable[str]:
    return (folded(word) for word in re.split(r"[\s.,‐-]+", name) if folded(word))


def same_people(a: Values, b: Values) -> bool:
    """Whether two bylines name the same people in the same order; initials stand for the names they begin."""
    one, other = names_of(a), names_of(b)
    return len(one) == len(other) and all(map(same_person, one, other))


def same_person(one: set[str], other: set[str]) -> bool:
    """Whether the words of two names may be those of one person: they share a long one, and initials fit."""
    shared = one & other
    joined = {"".join(sorted("".join(one))), "".join(sorted("".join(other)))}
    if len(joined) == 1:
        return True
    if not any(len(word) > 1 for word in shared):
        return False
    return all(
        any(word.startswith(match) or match.startswith(word) for match in theirs - shared)
        for mine, theirs in ((one, other), (other, one))
        for word in mine - shared
        if theirs - shared
    )


def full_names(values: Values) -> int:
    """Return how much the names of a byline say: full given names more than initials, then surnames that capitals tell."""
    told = 0
    for path, surname in values.items():
        if path[2:4] == ("names", 0) and path[-1] == "surname":
            given = str(values.get((*path[:-1], "given"), ""))
            told += str(surname).isupper() and any(map(str.islower, given))
    return 1000 * sum(len(word) for name in names_of(values) for word in name) + told
