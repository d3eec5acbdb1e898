"""The words for links that sites put behind an entry of a reference list."""

from __future__ import annotations

import re

_SEPARATORS = frozenset(" \t\r\n\f\v\u00a0[](),;.|·•/")
#: Words, the longest first, and behind which of them so many characters of any kind may stand.
_WORDS = re.compile(
    r"Cross ?Ref|Google (?:Scholar|Preview)|WorldCat|COPAC|PubMed(?: Central)?|PMC(?: free article)?|"
    r"Free Full Text|Free(?: article)?|Scopus|ISI|CAS|ADS|Article|MathSciNet|zbMATH|Medline|DOI|PDF|HTML|"
    r"Abstract(?:/FREE Full Text|Free)?|Links?|OpenUrl|NASA ADS|RSC|Open in a new tab|Order article via Infotrieve|"
    r"百度学术|万方|知网|Publisher Full Text|BioMed Central Full Text|Web of Science|View|\^|↩︎?|↑|⇑",
    re.IGNORECASE,
)
_OPEN = tuple(
    (re.compile(words, re.IGNORECASE), tail)
    for words, tail in (
        (r"View(?: Article| in| Record)", 40),
        (
            r"Web of Science®|Full ?Text|Download|Search|Find (?:it|at)|Export|PubMed Abstract|(?:View|Show) reference|"
            r"Return to|Go to|Show",
            20,
        ),
        (r"Cited by", 12),
    )
)
_LONGEST = 250


def are_link_words(text: str) -> bool:
    """Whether a text of less than 250 characters is words for links, and marks between them, only.

    Which places such words can reach is noted from left to right, so that no text takes long.
    """
    size = len(text)
    if not 0 < size < _LONGEST:
        return False
    reached = {0}
    furthest, words = 0, False
    for at in range(size):
        if at > furthest:
            return False
        if at not in reached:
            continue
        ends: list[int] = []
        if text[at] in _SEPARATORS:
            ends.append(at + 1)
        if word := _WORDS.match(text, at):
            ends.append(word.end())
        for pattern, tail in _OPEN:
            if word := pattern.match(text, at):
                ends += range(word.end(), min(size, word.end() + tail) + 1)
        if ends:
            words = words or text[at] not in _SEPARATORS
            reached.update(ends)
            furthest = max(furthest, *ends)
    return words and size in reached
