"""Where the authors work: places tied to names by their marks, or printed right behind each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jatskit.protocols import Certainty, Span
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.people import is_affiliated
from jatskit.readers.page.recognisers.byline import MARKS_NOT_READ

#: The marks behind a name, and what stands between them.
_RUN = re.compile(r"(?:[\s,;，；*†‡§¶#✉⁎∗∥()\[\]^|·]|\d{1,2}(?!\d)|[a-h](?![\w.]))*")
_MARK = re.compile(r"\d{1,2}|[a-h]|[†‡§¶#]")
_STARS = re.compile(r"[*⁎∗✉]")
#: A line that begins with a mark, and one that is nothing else.
_MARKED = re.compile(
    r"[(\[]?(?P<mark>\d{1,2}|[a-h](?=[\s.)\]])|[†‡§¶#])[.)\]、．:：]?\s{0,3}(?P<text>[^\W\d_].{5,600})"
)
_ALONE = re.compile(r"[(\[]?(\d{1,2}|[a-h]|[†‡§¶#])[.)\]]?")
_NEXT_MARK = re.compile(r"(?:[;.,]\s{0,3}|\s{1,3})(\d{1,2})[.)]?\s{0,2}(?=[^\W\d_a-z])")
_GLUED = re.compile(r"\d[.、]\s?[^\W\d_a-z]{2}|\d[.、]\s?[^\W\d_a-z][a-z]")
_EMAIL = re.compile(
    r"[\s,;(.]{0,3}(?:e-?mails?\s?[:：]|(?:e-?mails?\s?[:：]\s?)?[\w.+-]{1,64}@[\w-]{1,63}\.)", re.IGNORECASE
)
_WORD = re.compile(r"(?:affiliations?|address)\s?[:：]\s?", re.IGNORECASE)
_EDGES = " \t\r\n,，;；|()"
#: Lines below the names in which places are looked for; lines that one place is broken into; characters of one.
_BELOW, _PIECES, _LONGEST = 60, 5, 400
#: Characters from the first name to the last, and people of a byline.
_APART, _MOST = 12_000, 200
#: Characters of the marks behind the last name.
_RUN_LENGTH = 80


@dataclass(slots=True)
class _Person:
    """A name of the byline: its number, its span in the source, its marks, and its places as spans of the source."""

    number: int
    start: int
    end: int
    marks: list[str] = field(default_factory=list)
    starred: bool = False
    places: list[Span] = field(default_factory=list)


def recognise(draft: Draft) -> None:
    """Read the places of work, if each name has one or each mark leads to one."""
    people = _people(draft)
    if not people or draft.has("affiliations"):
        return
    text = draft.source.text
    for person, following in zip(people, [*people[1:], None], strict=True):
        marks = _run(text, person.end, following.start) if following else _last_run(text, person.end)
        person.marks, person.starred = _MARK.findall(marks), _STARS.search(marks) is not None
    if any(person.marks for person in people):
        found = _by_marks(draft, people)
    else:
        found = _by_blocks(draft, people)
    if found:
        _quote(draft, people)
        if not any(person.starred for person in people):
            draft.findings = [one for one in draft.findings if one.kind != MARKS_NOT_READ.id]


def _run(text: str, start: int, stop: int) -> str:
    run = _RUN.match(text, start, stop)
    return run[0] if run else ""


def _last_run(text: str, start: int) -> str:
    """Return the marks behind the last name: those on its line, and lines that are marks and nothing else."""
    run = _run(text, start, start + _RUN_LENGTH)
    lines = run.rstrip().split("\n")
    if start + len(run) < len(text) and len(lines) > 1:
        lines.pop()  # It goes on with words, and so the last mark is that of a place.
    return "\n".join(lines)


def _people(draft: Draft) -> list[_Person]:
    """Return the names of the byline, if they stand one after another; none if they do not."""
    spans: dict[int, list[Span]] = {}
    for evidence in draft.evidence():
        path = evidence.path
        if path[0] == "contributors" and path[2] == "names" and path[3] == 0 and evidence.spans and len(path) > 4:
            spans.setdefault(int(path[1]), []).extend(evidence.spans)
    people = [_Person(n, min(own)[0], max(end for _, end in own)) for n, own in sorted(spans.items())]
    if not people or len(people) > _MOST or len(people) != draft.count("contributors"):
        return []
    apart = people[-1].end - people[0].start
    return people if apart <= _APART and all(a.end <= b.start for a, b in pairwise(people)) else []


def _lines_below(draft: Draft, end: int) -> list[Line]:
    """Return the lines after an offset of the source, up to the abstract or another label."""
    below: list[Line] = []
    for line in draft.lines:
        if draft.page.at(line.start) < end:
            continue
        label = draft.labels.get(line.index)
        if len(below) >= _BELOW or (label and label.field in ("abstract", "keywords", "references")):
            break
        below.append(line)
    return below


def _by_marks(draft: Draft, people: Sequence[_Person]) -> bool:
    """Tie each person to the places that begin with their marks; false if a number leads nowhere."""
    if not all(person.marks for person in people):
        return False
    wanted = {mark for person in people for mark in person.marks}
    places: dict[str, Span] = {}
    lines = _lines_below(draft, people[-1].end)
    for at, line in enumerate(lines):
        if len(line.text) > 4 * _LONGEST or draft.rule(line) not in ("", "byline", "labelled value"):
            continue
        if alone := _ALONE.fullmatch(line.text):
            if span := _pieces(draft, lines[at + 1 : at + 1 + _PIECES]):
                places.setdefault(alone[1], span)
            continue
        for mark, start, end in _marked(line.text):
            places.setdefault(mark, (line.start + start, line.start + end))
    shown = {mark: span for mark, span in places.items() if mark in wanted and _is_one(draft.text[slice(*span)])}
    if not {mark for mark in wanted if mark.isdecimal() or mark.isalpha()} <= shown.keys():
        return False
    for person in people:
        person.places = [shown[mark] for mark in dict.fromkeys(person.marks) if mark in shown]
    return bool(shown)


def _is_one(text: str) -> bool:
    """Whether a text is one place of work, and not two that lost what parted them."""
    return is_affiliated(text) and _GLUED.search(text, 3) is None


def _marked(text: str) -> list[tuple[str, int, int]]:
    """Return the marks of the places in a line that begins with one, and where each place starts and ends."""
    match = _MARKED.match(text)
    if match is None:
        return []
    starts = [(match["mark"], match.start("text"), match.start())]
    if match["mark"].isdecimal():
        for following in _NEXT_MARK.finditer(text, match.start("text")):
            if int(following[1]) == int(starts[-1][0]) + 1:
                starts.append((following[1], following.end(), following.start()))
    found = []
    for (mark, start, _), end in zip(starts, [*(at for _, _, at in starts[1:]), len(text)], strict=True):
        if email := _EMAIL.search(text, start, end):
            end = email.start()
        end = start + len(text[start:end].rstrip(_EDGES.replace(")", "") + "."))
        if 6 <= end - start <= _LONGEST:
            found.append((mark, start, end))
    return found


def _pieces(draft: Draft, lines: Sequence[Line]) -> Span | None:
    """Return where the place stands below a mark that has a line to itself, broken into lines at its links."""
    if not lines or lines[0].index in draft.labels or _MARKED.match(lines[0].text) or _ALONE.fullmatch(lines[0].text):
        return None
    last = lines[0]
    for line in lines[1:]:
        if line.text[0] not in ",;" and not last.text.endswith(","):
            break
        last = line
    end = last.start + len(last.text.rstrip(_EDGES.replace(")", "") + "."))
    return (lines[0].start, end) if end - lines[0].start <= _LONGEST else None


def _by_blocks(draft: Draft, people: Sequence[_Person]) -> bool:
    """Tie each person to the places between their name and the next one; false if anybody has none."""
    for person, following in zip(people, [*people[1:], None], strict=True):
        for line in draft.lines:
            start, end = draft.page.at(line.start), draft.page.at(line.end - 1) + 1
            if end <= person.end or (following and start >= following.start):
                continue
            if line.index in draft.labels or draft.rule(line) not in ("", "byline"):
                break
            first = line.start + max(0, _shown(draft, line, person.end))
            stop = (
                line.end
                if following is None or end <= following.start
                else line.start + _shown(draft, line, following.start)
            )
            text = draft.text[first:stop]
            word = _WORD.match(text.lstrip(_EDGES))
            inner = text.strip(_EDGES)[word.end() if word else 0 :]
            if not inner:
                continue
            if not is_affiliated(inner) or len(inner) > _LONGEST or _EMAIL.search(inner):
                break
            at = first + text.index(inner)
            person.places.append((at, at + len(inner)))
            if following is None:
                break
    return all(person.places for person in people)


def _shown(draft: Draft, line: Line, offset: int) -> int:
    """Return how many characters of a line stand before an offset of the source."""
    low, high = 0, len(line.text)
    while low < high:
        middle = (low + high) // 2
        if draft.page.at(line.start + middle) < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _quote(draft: Draft, people: Sequence[_Person]) -> None:
    ids: dict[Span, str] = {}
    for person in people:
        for position, span in enumerate(dict.fromkeys(person.places)):
            if span not in ids:
                number = len(ids)
                ids[span] = f"aff{number + 1}"
                draft.set(("affiliations", number, "id"), ids[span])
                reason = (
                    "the place that a mark behind the name leads to" if person.marks else "the place behind the name"
                )
                draft.quote(("affiliations", number, "text"), span, reason=reason, certainty=Certainty.LAID_OUT)
            path = ("contributors", person.number, "affiliations", position)
            draft.infer(path, ids[span], "its mark" if person.marks else "it stands behind the name")
    for span in ids:
        for line in draft.lines[draft.line_at(span[0]) : draft.line_at(span[1] - 1) + 1]:
            if draft.is_free(line):
                draft.take(line, "affiliation")
