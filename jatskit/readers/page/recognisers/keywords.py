"""Keywords: behind their label, or the line of short terms after the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jatskit.language import width
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line

#: What parts keywords, the surest first.
_SEPARATORS = (re.compile(r"[;；]"), re.compile(r"(?<=\s)[/|](?=\s)|／"), re.compile(r"[,，、]"))
_BULLET = re.compile(r"[-•·▪*]\s*")
_LONGEST = 80


def recognise_labelled(draft: Draft) -> None:
    """Read the keywords that a label announces, on its line or on the lines below."""
    for line in draft.free():
        label = draft.labels.get(line.index)
        if not label or label.field != "keywords":
            continue
        if label.end < len(line.text):
            draft.take(line, "label")
            _quote(draft, _terms(line, label.end), Certainty.STATED)
            return
        below: list[Line] = []
        for following in draft.lines[line.index + 1 :]:
            listed = _BULLET.match(following.text) is not None or following.text.endswith(tuple(";；,，、"))
            if not draft.is_free(following) or following.index in draft.labels or (below and not listed):
                break
            below.append(following)
            if not listed:
                break
        terms = [term for following in below for term in _terms(following, 0)]
        if len(terms) < 2 or any(end - start > _LONGEST for start, end in terms):
            continue
        for taken in (line, *below):
            draft.take(taken, "label" if taken is line else "keywords")
        _quote(draft, terms, Certainty.STATED)
        return


def recognise_unlabelled(draft: Draft) -> None:
    """Read the line after the abstract, if slashes or semicolons part it into short terms."""
    if draft.has("keywords") or "abstract-end" not in draft.marks:
        return
    start = draft.marks["abstract-end"] + 1
    for line in list(draft.free(start, draft.marks.get("references")))[:1]:
        terms = list(_terms(line, 0, _SEPARATORS[:2]))
        short = all(width(line.text[a - line.start : b - line.start]) <= _LONGEST for a, b in terms)
        if len(terms) > 1 and short and not line.text.endswith((".", "。")):
            draft.take(line, "keywords")
            _quote(draft, terms, Certainty.LAID_OUT)


def _quote(draft: Draft, terms: Iterable[tuple[int, int]], certainty: Certainty) -> None:
    draft.infer(("keywords", 0, "type"), "author", "keywords printed with an article are its authors'")
    for number, span in enumerate(terms):
        path = ("keywords", 0, "keywords", number)
        draft.quote(path, span, reason="an item of the line of keywords", certainty=certainty)


def _terms(line: Line, offset: int, separators: tuple[re.Pattern[str], ...] = _SEPARATORS) -> Iterable[tuple[int, int]]:
    text = line.text
    end = len(text)
    if text.endswith((".", "。", ";", "；")) and not text.endswith("etc."):
        end -= 1
    bullet = _BULLET.match(text, offset)
    at = bullet.end() if bullet else offset
    separator = next((s for s in separators if s.search(text, at, end)), None)
    cuts = [m.span() for m in separator.finditer(text, at, end)] if separator else []
    for start, stop in zip([at, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True):
        if term := text[start:stop].strip():
            first = start + text[start:stop].index(term)
            yield line.start + first, line.start + first + len(term)
