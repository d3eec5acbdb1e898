"""What a known tag or datum says beside its value: the time of a day, an address, the same thing once more.

What of a known source is neither quoted nor named here is unassigned, and so a finding: nothing is lost.
"""

from __future__ import annotations

import re

from jatskit.protocols.markup import twice, unquoted, words
from jatskit.readers.agreement import folded
from jatskit.readers.sheet import Sheet

#: What may stand for itself, or behind a value, without being a value of the article.
_RULES: tuple[tuple[str, str], ...] = (
    (
        "time of day",
        r"[T\s]{0,3}\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:[AP]M|Z|GMT|UTC|[+-]\d\d:?\d\d)?",
    ),
    ("address", r"(?:https?:)?(?:\\?/){2}[^\s\"]*"),
    (
        "name of an identifier",
        r"(?:https?:\\?/\\?/)?(?:dx\.|www\.)?(?:doi\.org|orcid\.org)\\?/|"
        r"\W{0,3}(?:doi|e?-?issn|orcid|mailto)\s?[:=]?\s?",
    ),
    ("field of a reference", r"[;\s]*(?:citation_[a-z_]{1,40}=[;\s]*)+"),
    ("word for a number", r"\W{0,3}(?:pp?|pages?|vol(?:ume)?|no|nr|issue|number)\W{0,3}"),
    ("word between names", r"\W{0,3}(?:and|y|und|et|&(?:amp;)?)\W{0,3}"),
)
_COMPILED = [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in _RULES]
#: Letters from which on the beginning of a value is a digest of it.
_DIGEST = 40


def close_leftovers(sheet: Sheet) -> None:
    """Put down to rules what of known sources is no value, or is one that another place says, too."""
    left = sheet.open_stretches()
    if not left:
        return
    text = sheet.source.text
    said: set[str] = set()
    for span in sheet.watched():
        if span not in left or left[span] != [span]:
            said.add(_folded(text[slice(*span)]))
    said.update(folded(value) for path, value in sheet.values() if path[0] != "references")
    for span, pieces in left.items():
        for start, end in pieces:
            piece = text[start:end]
            rule = next((name for name, pattern in _COMPILED if pattern.fullmatch(piece)), "")
            if not rule and (start, end) == span and _is_said(_folded(piece), said):
                rule = "said again"
            if rule:
                sheet.claim(start, end, rule)


def _is_said(text: str, said: set[str]) -> bool:
    """Whether a value is said elsewhere, or is a digest of one that is."""
    return text in said or (len(text) >= _DIGEST and any(value.startswith(text) for value in said))


def _folded(raw: str) -> str:
    return folded(words(twice(unquoted(raw))))
