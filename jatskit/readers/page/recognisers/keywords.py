"""Keywords: behind their label, or the line of short terms after the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from jatskit.language import is_dense, width
from jatskit.layouts.sections import AFTER_ABSTRACT
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.terms import MOST_TERMS, term_spans

_BULLET = re.compile(r"[-•·▪*]\s*")
_LONGEST = 80
_WORD = re.compile(r"\w")
_MARKS = tuple(";；؛,，、،/|")
_MOST_LINES, _MOST_LISTED, _SHORT = 60, 12, 40
#: The languages whose label for keywords also announces those in English.
_DENSE_LANGUAGES = ("zh", "ja", "ko")


def recognise_labelled(draft: Draft) -> None:
    """Read the keywords that labels announce, once for each language that there is a label in."""
    languages: list[str] = []
    for line in list(draft.free()):
        label = draft.labels.get(line.index)
        if not label or label.field != "keywords" or not draft.is_free(line):
            continue
        taken = [line] if _WORD.search(line.text, label.end) else [line, *_listed_below(draft, line)]
        found = (term for part in taken for term in _terms(part, label.end if part is line else 0))
        terms = list(islice(found, MOST_TERMS + 1))
        if (
            not terms
            or len(terms) > MOST_TERMS
            or (len(taken) > 1 and len(terms) < 2)
            or any(end - start > _LONGEST for start, end in terms)
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


def _listed_below(draft: Draft, label: Line) -> list[Line]:
    """Return the line below a label, or the lines below it that are the items of a list.

    Items have bullets, or marks that part them at their ends or on lines of their own; or they are short lines, one
    term each, down to the next label or heading.
    """
    below: list[Line] = []
    parted = single = True
    for following in draft.lines[label.index + 1 : label.index + 1 + _MOST_LINES]:
        text = following.text
        if not draft.is_free(following) or following.index in draft.labels or following.heading:
            break
        if text.endswith((":", "：")):
            break  # the next label
        if _WORD.search(text) is None:
            below.append(following)
            parted = True
            continue
        bullet = _BULLET.match(text) is not None
        ended = text.endswith(_MARKS)
        single = single and len(list(islice(_terms(following, 0), 2))) == 1
        if below and not (bullet or ended or (parted and single)):
            break
        below.append(following)
        if not (bullet or ended):
            # The last item of a list has no mark behind it.
            parted = False
    if len(below) == 1 and single and not _BULLET.match(below[0].text):
        return _short_lines(draft, label) or below
    return below


def _short_lines(draft: Draft, label: Line) -> list[Line]:
    """Return the short lines below a label down to the next label or heading; none if something else ends them."""
    below: list[Line] = []
    for following in draft.lines[label.index + 1 : label.index + 2 + _MOST_LISTED]:
        if following.index in draft.labels or following.heading or AFTER_ABSTRACT.starts(following.text):
            return below
        if not draft.is_free(following) or width(following.text) > _SHORT or following.text.endswith((".", "。", ":")):
            return []
        below.append(following)
    return []


def recognise_unlabelled(draft: Draft) -> None:
    """Read the line after the abstract, if slashes or semicolons part it into short terms."""
    if draft.has("keywords") or "abstract-end" not in draft.marks:
        return
    start = draft.marks["abstract-end"] + 1
    for line in list(draft.free(start, draft.marks.get("references")))[:1]:
        terms = list(islice(_terms(line, 0, certain=True), MOST_TERMS + 1))
        short = all(width(line.text[a - line.start : b - line.start]) <= _LONGEST for a, b in terms)
        if 1 < len(terms) <= MOST_TERMS and short and not line.text.endswith((".", "。")):
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
