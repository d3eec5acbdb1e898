"""The title: the line of the head that most speaks for being it."""

from __future__ import annotations

import re
from collections import Counter

from jatskit.language import has_han, width
from jatskit.layouts import masthead_in
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import is_one_of_names
from jatskit.readers.page.recognisers.byline import byline_items
from jatskit.readers.page.recognisers.title_evidence import is_of_the_frame

_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST = 500
_PARAGRAPH = 400
#: What a line must have going for it to be believed.
_ENOUGH = 3
#: Columns and words of a line that may be a title by being repeated, or by standing before a byline.
_WIDE = 40
_WORDS = 4


def recognise(draft: Draft) -> None:
    """Take the title; where the page repeats it, the first place counts and the others are furniture."""
    if draft.has("title"):
        return
    labelled = next((i for i, label in draft.labels.items() if label.field == "title"), None)
    if labelled is not None and draft.is_free(draft.lines[labelled]):
        line, offset = draft.lines[labelled], draft.labels[labelled].end
        if offset < len(line.text):
            _take(draft, line, offset, "behind its label", Certainty.STATED)
            return
    head = _head(draft)
    times = Counter(line.text for line in draft.free())
    scores = [(_score(draft, line, times), -line.index, line) for line in head if _could_be(draft, line)]
    scored = [scored for scored in scores if scored[0] >= _ENOUGH]
    # A page in two languages has two titles: the one in the script of the abstract is the article's.
    abstract = str(draft.value(("abstracts", 0, "paragraphs", 0)) or "")
    scored = [s for s in scored if abstract and has_han(s[2].text) == has_han(abstract)] or scored
    if scored:
        best = max(scored)[2]
        reason = "it is printed more than once in the head" if times[best.text] > 1 else "its place in the head"
        _take(draft, best, 0, reason, Certainty.LAID_OUT)


def _head(draft: Draft) -> list[Line]:
    """Return the free lines before the abstract, the reference list or the first paragraph."""
    end = min(draft.marks.get("abstract", len(draft.lines)), draft.marks.get("references", len(draft.lines)))
    after_masthead = draft.marks.get("masthead", -1)
    head: list[Line] = []
    for line in draft.lines[:end]:
        if width(line.text) > _PARAGRAPH and line.index > after_masthead:
            break
        if draft.is_free(line):
            head.append(line)
    return head


def _could_be(draft: Draft, line: Line) -> bool:
    return (
        line.index not in draft.labels
        and len(_LETTERS.findall(line.text[:200])) >= 4
        and len(line.text) <= _LONGEST
        and "://" not in line.text
        and not is_of_the_frame(line.text)
        and masthead_in(line.text) is None
        and byline_items(line.text, japanese=draft.japanese) is None
        and not is_one_of_names(draft, line)
    )


def _score(draft: Draft, line: Line, times: Counter[str]) -> int:
    score = 0
    substantial = width(line.text) >= _WIDE or (has_han(line.text) and width(line.text) >= _WIDE // 2)
    if times[line.text] > 1 and substantial:
        score += 3
    following = draft.lines[line.index + 1] if line.index + 1 < len(draft.lines) else None
    if (
        following
        and following.index not in draft.labels
        and (items := byline_items(following.text, japanese=draft.japanese))
    ):
        score += 3 if len(items) > 1 and substantial else 1
    elif following and substantial and is_one_of_names(draft, following):
        score += 3
    masthead = draft.marks.get("masthead")
    if masthead is not None and abs(masthead - line.index) <= 2:
        score += 2
    if draft.marks.get("abstract") == line.index + 1:
        score += 1
    if line.index == 0:
        score += 1
    if substantial or len(line.text.split()) >= _WORDS:
        score += 1
    return score


def _take(draft: Draft, line: Line, offset: int, reason: str, certainty: Certainty) -> None:
    text = line.text[offset:]
    draft.take(line, "title")
    draft.quote(("title",), (line.start + offset, line.end), reason=reason, certainty=certainty)
    draft.marks["title"] = line.index
    for other in draft.free(0, draft.marks.get("references")):
        if other.text == text:
            draft.take(other, "repeated-title")
            draft.marks["title-repeated"] = other.index
