"""Keywords: behind their label, or the line of short terms after the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from jatskit.language import HAN, width
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line

#: What parts keywords, the surest first.
_SEPARATORS = (re.compile(r"[;；]"), re.compile(r"(?<=\s)[/|](?=\s)|／"), re.compile(r"[,，、]"))
_BULLET = re.compile(r"[-•·▪*]\s*")
#: Terms in Han letters that blanks part; Han words have none inside.
_HAN_TERMS = re.compile(rf"\s*[{HAN}]{{2,12}}(?:\s{{1,20}}[{HAN}]{{2,12}}){{1,12}}\s*")
_BLANKS = re.compile(r"\s+")
_LONGEST = 80
#: More terms than anybody gives an article.
_MOST = 200


def recognise_labelled(draft: Draft) -> None:
    """Read the keywords that labels announce, once for each language that there is a label in."""
    languages: list[str] = []
    for line in list(draft.free()):
        label = draft.labels.get(line.index)
        if not label or label.field != "keywords" or label.language in languages or not draft.is_free(line):
            continue
        taken = [line] if label.end < len(line.text) else [line, *_listed_below(draft, line)]
        found = (term for part in taken for term in _terms(part, label.end if part is line else 0))
        terms = list(islice(found, _MOST + 1))
        if (
            not terms
            or len(terms) > _MOST
            or (len(taken) > 1 and len(terms) < 2)
            or any(end - start > _LONGEST for start, end in terms)
        ):
            continue
        for part in taken:
            draft.take(part, "label" if part is line else "keywords")
        _quote(draft, len(languages), terms, Certainty.STATED)
        if languages:
            path = ("keywords", len(languages), "lang")
            draft.infer(path, label.language, "their label is in this language")
        languages.append(label.language)


def _listed_below(draft: Draft, label: Line) -> list[Line]:
    """Return the line below a label, or the lines below it that are the items of a list."""
    below: list[Line] = []
    for following in draft.lines[label.index + 1 :]:
        listed = _BULLET.match(following.text) is not None or following.text.endswith(tuple(";；,，、"))
        if not draft.is_free(following) or following.index in draft.labels or (below and not listed):
            break
        below.append(following)
        if not listed:
            break
    return below


def recognise_unlabelled(draft: Draft) -> None:
    """Read the line after the abstract, if slashes or semicolons part it into short terms."""
    if draft.has("keywords") or "abstract-end" not in draft.marks:
        return
    start = draft.marks["abstract-end"] + 1
    for line in list(draft.free(start, draft.marks.get("references")))[:1]:
        terms = list(islice(_terms(line, 0, _SEPARATORS[:2]), _MOST + 1))
        short = all(width(line.text[a - line.start : b - line.start]) <= _LONGEST for a, b in terms)
        if 1 < len(terms) <= _MOST and short and not line.text.endswith((".", "。")):
            draft.take(line, "keywords")
            _quote(draft, 0, terms, Certainty.LAID_OUT)


def _quote(draft: Draft, group: int, terms: Iterable[tuple[int, int]], certainty: Certainty) -> None:
    draft.infer(("keywords", group, "type"), "author", "keywords printed with an article are its authors'")
    for number, span in enumerate(terms):
        path = ("keywords", group, "keywords", number)
        draft.quote(path, span, reason="an item of the line of keywords", certainty=certainty)


def _terms(line: Line, offset: int, separators: tuple[re.Pattern[str], ...] = _SEPARATORS) -> Iterable[tuple[int, int]]:
    text = line.text
    end = len(text)
    if text.endswith((".", "。", ";", "；")) and not text.endswith("etc."):
        end -= 1
    bullet = _BULLET.match(text, offset)
    at = bullet.end() if bullet else offset
    separator = next((s for s in separators if s.search(text, at, end)), None)
    if separator is None and _HAN_TERMS.fullmatch(text, at, end):
        separator = _BLANKS
    cuts = [m.span() for m in separator.finditer(text, at, end)] if separator else []
    for start, stop in zip([at, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True):
        if term := text[start:stop].strip():
            first = start + text[start:stop].index(term)
            yield line.start + first, line.start + first + len(term)
