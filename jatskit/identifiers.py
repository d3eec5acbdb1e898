"""Identifiers, each with its syntax and, where it has one, its check digit.

Every function takes the forms that people paste (a URL, a `doi:` prefix) and returns one canonical form.
"""

from __future__ import annotations

import re
import unicodedata

from jatskit.characters import carriable

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_DOI_PREFIX = re.compile(r"(?i)^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)")
_ORCID = re.compile(r"(?i)(?:https?://(?:www\.)?orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])/?")
_ISSN = re.compile(r"[0-9]{7}[0-9X]")
#: What stands between the halves of an ISSN: blanks, and every kind of hyphen.
_SEPARATORS = re.compile(r"[\s\u002d\u00ad\u2010-\u2015\u2212\ufe58]+")
_ROR = re.compile(r"(?i)(?:https?://)?(?:www\.)?ror\.org/(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})/?")


def doi(value: str) -> str:
    """Return the bare DOI (`10.prefix/suffix`, its case as given); raise ValueError if it is not one.

    Source: DOI Handbook, section 2.2.
    """
    bare = _DOI_PREFIX.sub("", carriable(value.strip()))
    if not _DOI.fullmatch(bare):
        raise ValueError(f"{value!r} is not a DOI: a DOI reads 10.1234/suffix")
    return bare


def issn(value: str) -> str:
    """Return an ISSN as `NNNN-NNNC`; raise ValueError if its form or check digit is wrong (ISO 3297)."""
    bare = _SEPARATORS.sub("", unicodedata.normalize("NFKC", value)).upper()
    if not _ISSN.fullmatch(bare):
        raise ValueError(f"{value!r} is not an ISSN: an ISSN reads 1234-567X")
    if (sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), bare, strict=False)) + _last(bare)) % 11:
        raise ValueError(f"{value!r} is not an ISSN: its check digit is wrong")
    return f"{bare[:4]}-{bare[4:]}"


def _last(digits: str) -> int:
    """Return what the check digit stands for: X is ten."""
    return 10 if digits[-1] == "X" else int(digits[-1])


def orcid(value: str) -> str:
    """Return an ORCID iD as four groups of four; raise ValueError if its form or check digit is wrong.

    Source: ORCID, "Structure of the ORCID Identifier" (ISO 7064, MOD 11-2).
    """
    match = _ORCID.fullmatch(value.strip())
    if not match:
        raise ValueError(f"{value!r} is not an ORCID iD: one reads 0000-0002-1825-0097")
    bare = match[1].upper()
    digits, rest = bare.replace("-", ""), 0
    for digit in digits[:-1]:
        rest = (rest + int(digit)) * 2 % 11
    if (rest + _last(digits)) % 11 != 1:
        raise ValueError(f"{value!r} is not an ORCID iD: its check digit is wrong")
    return bare


def ror(value: str) -> str:
    """Return a ROR identifier as its URL; raise ValueError if its form or check digits are wrong.

    Source: ROR, "ROR identifier pattern" (ISO 7064, MOD 97-10, over Crockford's base 32).
    """
    match = _ROR.fullmatch(value.strip())
    if not match:
        raise ValueError(f"{value!r} is not a ROR identifier: one reads https://ror.org/02mhbdp94")
    bare = match[1].lower()
    number = 0
    for letter in bare[:7]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    if 98 - (number * 100) % 97 != int(bare[7:]):
        raise ValueError(f"{value!r} is not a ROR identifier: its check digits are wrong")
    return f"https://ror.org/{bare}"
