"""Keywords: behind their label, or the line of short terms after the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, takewhile

from jatskit.language import is_dense, width
from jatskit.layouts import LabelMatch
from jatskit.layouts.labels import spelt, words_of
from jatskit.layouts.sections import AFTER_ABSTRACT, BEFORE_ABSTRACT, LANGUAGE_CODES
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.terms import MOST_TERMS, term_spans

_BULLET = re.compile(r"[-•·▪*]\s*")
_LONGEST = 80
_WORD = re.compile(r"\w")
_MARKS = tuple(";；؛,，、،/|·•")
_MOST_LINES, _MOST_LISTED, _SHORT = 60, 25, 60
#: The languages whose label for keywords also announces those in English.
_DENSE_LANGUAGES = ("zh", "ja", "ko")
#: A label with nothing but a blank behind it.
_BARE = re.compile(rf"(?:{spelt(words_of('keywords'))})[ \u00a0]{{1,3}}(?=[^\W_])", re.IGNORECASE)


def recognise_labelled(draft: Draft) -> None:
    """Read the keywords that labels announce, once for each language that there is a label in."""
    languages: list[str] = []
    for line in list(draft.free()):
        label = draft.labels.get(line.index) or _bare_label(line)
        if not label or label.field != "keywords" or not draft.is_free(line):
            continue
        inline = _WORD.search(line.text, label.end) is not None
        below, whole = ([], False) if inline else _listed_below(draft, line)
        taken = _continued(draft, line) if inline else [line, *below]
        found = (
            term
            for part in taken
            for term in (
                [(part.start, part.end)]
                if whole and part is not line
                else _terms(part, label.end if part is line else 0)
            )
        )
        terms = list(islice(found, MOST_TERMS + 1))
        if (
            not terms
            or len(terms) > MOST_TERMS
            or (len(taken) > 1 and len(terms) < 2)
            or any(end - start > _LONGEST for start, end in terms)
            or all(draft.text[slice(*term)] in LANGUAGE_CODES for term in terms)
        ):
            continue
        # 英文关键词 announces English terms.
        dense = any(is_dense(draft.text[slice(*term)]) for term in terms)
        language = "en" if label.language in _DENSE_LANGUAGES and not dense else label.language
        if language in languages:
            continue
        for part in taken:
            draft.take(part, "label" if part is line else "keywords")
        _quote(draft, len(languages), terms, Certainty.STATED)
        if languages:
            path = ("keywords", len(languages), "lang")
            draft.infer(path, language, "their label, or their script, is of this language")
        languages.append(language)


def _bare_label(line: Line) -> LabelMatch | None:
    """Return the label that only a blank parts from short terms: `Keywords stones, rivers`."""
    match = _BARE.match(line.text)
    if match is None or line.text.endswith("."):
        return None
    terms = list(islice(term_spans(line.text, match.end(), certain=False), MOST_TERMS))
    short = all(end - start <= _SHORT for start, end in terms)
    return LabelMatch("keywords", "en", match.end()) if len(terms) > 1 and short else None


def _continued(draft: Draft, first: Line) -> list[Line]:
    """Return the lines of a list that starts on its label's line: it goes on behind a mark."""
    taken = [first]
    for line in draft.lines[first.index + 1 : first.index + _MOST_LISTED]:
        before = taken[-1].text
        if not (before.endswith(_MARKS) or line.text.startswith(_MARKS)) or _is_over(draft, line):
            break
        taken.append(line)
    return taken


def _is_over(draft: Draft, line: Line) -> bool:
    """Whether a line below keywords is something else: a label, a heading, or what stands behind abstracts."""
    after = AFTER_ABSTRACT.expression.match(line.text)
    word = after is not None and not line.text[after.end() : after.end() + 1].isalnum()
    return (
        not draft.is_free(line)
        or line.index in draft.labels
        or line.heading > 0
        or line.text.endswith((":", "："))
        or word
    )


def _listed_below(draft: Draft, label: Line) -> tuple[list[Line], bool]:
    """Return the lines below a label that are the terms, and whether each line is one; none if it is not certain where they end.

    Terms have marks between them, at the ends of lines or on lines of their own, or bullets; or they are short lines, one
    term each, down to the next label or heading, or to the end of the page.
    """
    lines: list[Line] = []
    known_end = True
    for line in draft.lines[label.index + 1 : label.index + 1 + _MOST_LINES]:
        if _is_over(draft, line):
            break
        if lines or (
            _WORD.search(line.text) and line.text not in LANGUAGE_CODES and not BEFORE_ABSTRACT.whole(line.text)
        ):
            lines.append(line)
    else:
        known_end = label.index + _MOST_LINES >= len(draft.lines) - 1
    if not lines or lines[0].text.startswith("|"):
        return [], False  # the row of a table
    if _BULLET.match(lines[0].text):
        return list(takewhile(lambda line: _BULLET.match(line.text), lines)), False
    parted = any(line.text.endswith(_MARKS) or line.text.startswith(_MARKS) or ";" in line.text for line in lines)
    long = any(width(line.text) > _SHORT or line.text.endswith((".", "。")) for line in lines)
    if known_end and not parted and not long and 2 <= len(lines) <= _MOST_LISTED:
        return lines, True
    several = len(list(islice(_terms(lines[0], 0), 2))) > 1
    if not several and not lines[0].text.endswith(_MARKS) and not (lines[1:] and lines[1].text.startswith(_MARKS)):
        return [], False
    taken = lines[:1]
    for line in lines[1:]:
        if not (taken[-1].text.endswith(_MARKS) or line.text.startswith(_MARKS)) or width(line.text) > _LONGEST * 4:
            break
        taken.append(line)
    return taken, False


def recognise_unlabelled(draft: Draft) -> None:
    """Read the line after the abstract, if slashes or semicolons part it into short terms."""
    if draft.has("keywords") or "abstract-end" not in draft.marks:
        return
    start = draft.marks["abstract-end"] + 1
    for line in list(draft.free(start, draft.marks.get("references")))[:1]:
        terms = list(islice(_terms(line, 0, certain=True), MOST_TERMS + 1))
        short = all(width(line.text[a - line.start : b - line.start]) <= _LONGEST for a, b in terms)
        if 1 < len(terms) <= MOST_TERMS and short and not line.text.endswith((".", "。")) and line.text[0] != "|":
            draft.take(line, "keywords")
            _quote(draft, 0, terms, Certainty.LAID_OUT)


def _quote(draft: Draft, group: int, terms: Iterable[tuple[int, int]], certainty: Certainty) -> None:
    draft.infer(("keywords", group, "type"), "author", "keywords printed with an article are its authors'")
    for number, span in enumerate(terms):
        path = ("keywords", group, "keywords", number)
        draft.quote(path, span, reason="an item of the line of keywords", certainty=certainty)


def _terms(line: Line, offset: int, *, certain: bool = False) -> Iterable[tuple[int, int]]:
    bullet = _BULLET.match(line.text, offset)
    for start, end in term_spans(line.text, bullet.end() if bullet else offset, certain=certain):
        yield line.start + start, line.start + end
