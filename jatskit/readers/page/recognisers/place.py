"""Where the article stands: journal, year, volume, issue and pages; and its DOI.

A line that is a masthead as a whole is taken first, because the title stands near it. Once the title is known, the
places in the text around it are looked at, in lines that a page may have broken. All of them are statements; what the
masthead says counts first, and only those that agree with it add to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from jatskit.findings import Kind, Severity
from jatskit.language import is_dense, width
from jatskit.layouts import PARTS, masthead_in, numbers_of
from jatskit.layouts.places import PLACES
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.recognisers import journals
from jatskit.readers.page.recognisers.identifiers import bare_doi, is_part, whole_number

SECOND_MASTHEAD = Kind(
    "page-second-masthead",
    Severity.WARNING,
    "A second line of the page names an issue, and not the same one. The first line counts; the second is left "
    "unassigned.",
)

_K = SourceKind
#: The rule under which mastheads are taken.
_MASTHEAD = "masthead"
#: The slots of a masthead whose parts have another name.
_MASTHEAD_PARTS = {"fpage": "first", "lpage": "last"}
#: What stands where the journal would is a whole citation: a type code, or the end of a sentence far into it.
_CITATION = re.compile(r"\[[A-Z](?:/OL)?\]|^.{50,}\.\s|\bet al\b")
_YEAR = re.compile(r"(?<![\d/.\-])(?:1[89]|20)\d\d(?![\d/])")
#: The slots of `layouts.places` that are parts of a place.
_PARTS = ("year", "volume", "issue", "first", "last", "number")
#: A first page that is an article's number: with a letter for electronic, padded, or longer than a page's.
_NUMBER = re.compile(r"[eE]\d+|0\d+|\d{6,}|[A-Za-z]{2,}\d+")
#: Lines from the title within which a statement of another part is the same article's.
_CLOSE, _MOST_STATEMENTS = 25, 60
#: Characters of a line behind which a place without a journal is another work's, such as a book's that is cited.
_FAR = 60
#: Lines within which two statements are of one place.
_BESIDE = 4
#: … and lines, or characters where each word may have a line, within which a place is looked for.
_BEFORE, _AFTER, _AFTER_CHARACTERS, _WINDOW = 45, 60, 4000, 260
_LONG, _MOST_PLACES = 300, 3
_DOI = re.compile(
    r"(?P<label>doi(?:\s?号)?\s{0,3}[:：]?\s{0,3}|digital object identifier\s{0,3}[:：]?\s{0,3})?(?P<link>https?://(?:dx\.|www\.)?doi\.org/)?"
    r"(?P<doi>10\.\d{4,9}(?:\.\d{1,4})*/[^\s<>\"，。；|]{1,120})",
    re.IGNORECASE,
)
_COMPONENT = re.compile(r"(?<=\d)\.(?:[gtsedv]\d{1,3})$")


def recognise_mastheads(draft: Draft) -> None:
    """Take the lines that are a masthead; a later one may add to the first, one that names another issue is reported."""
    known: dict[str, str] = {}
    for line in draft.free():
        if not (match := masthead_in(line.text)):
            continue
        values = {slot: line.text[slice(*span)] for slot, span in match.spans.items()}
        if _CITATION.search(values["journal"]):
            continue
        if any(known.get(slot, value).casefold() != value.casefold() for slot, value in values.items()):
            if known.get("journal") == values["journal"]:
                draft.find(
                    SECOND_MASTHEAD, f"This line names another issue: {line.text}", offset=draft.page.at(line.start)
                )
            continue
        new = {slot for slot in values if slot not in known}
        draft.take(line, f"{_MASTHEAD} ({match.masthead.name})" if new else "repeated-masthead")
        draft.marks.setdefault("masthead", line.index)
        if "doi" in new:
            start, end = match.spans["doi"]
            span = (line.start + start, line.start + end)
            draft.cite(draft.offer("doi", _K.MASTHEAD).set(("type",), "doi"), ("value",), span)
        known |= values


def recognise(draft: Draft) -> None:
    """Offer what the mastheads and the text around the title say of the article's place; then the DOI and the journal."""
    _offer_dois(draft)
    title = draft.marks.get("title")
    masthead = _of_mastheads(draft)
    statements: list[Statement] = []
    if title is not None:
        statements = [*_stated(draft, title, _near(draft, title)), *_labelled_lines(draft, title)]
    best = _best(draft, statements, masthead)
    if title is not None and (best is None or "volume" not in best.spans):
        best = _best(draft, [*statements, *_beside_doi(draft, title)], masthead)
    if best:
        _offer(draft, best)
    journals.recognise(draft)


@dataclass(slots=True)
class Statement:
    """What the text says in one place of where the article stands.

    Spans by part, how many lines away the title is, the index of its own line, and whether it stands far into that.
    """

    spans: dict[str, Span]
    journal: Span | None
    lines: int
    sure: bool = False
    at: int = 0
    prose: bool = False

    def says(self, draft: Draft, part: str) -> str:
        """Return what it says of a part, folded; an empty text if nothing."""
        return folded(draft.text[slice(*self.spans[part])]).lstrip("0") if part in self.spans else ""


def _of_mastheads(draft: Draft) -> Statement | None:
    """Return what the lines say that were taken as mastheads."""
    spans: dict[str, Span] = {}
    for line in draft.lines if "masthead" in draft.marks else ():
        if draft.rule(line).startswith(_MASTHEAD) and (match := masthead_in(line.text)):
            for slot, (start, end) in match.spans.items():
                spans.setdefault(_MASTHEAD_PARTS.get(slot, slot), (line.start + start, line.start + end))
    journal = spans.pop("journal", None)
    spans.pop("doi", None)
    if "first" in spans and (number := whole_number(draft.text, spans["first"])) != spans["first"]:
        spans = {part: span for part, span in spans.items() if part not in ("first", "last")} | {"number": number}
    return Statement(spans, journal, 0, sure=True) if journal else None


class Indented:
    """Lines without what they are indented by and the blank ones between them, with the way back to the page.

    Extractors keep the indentation of the markup, which parts what is shown side by side by any number of blanks.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self._pages = [line.start for line in lines]
        self._starts = [0, *accumulate(len(line.text) + 1 for line in lines)][:-1]

    def span(self, start: int, end: int) -> Span:
        """Return where on the page the text from `start` to `end` stands."""
        return self._at(start), self._at(end)

    def _at(self, offset: int) -> int:
        number = bisect_right(self._starts, offset) - 1
        return self._pages[number] + offset - self._starts[number]


def _beside_doi(draft: Draft, title: int) -> list[Statement]:
    """Return the place that stands beside the article's DOI far from the title, if there is one only."""
    near = _near(draft, title)
    lines = [line for line in draft.lines[near[-1].index + 1 if near else title :] if not draft.is_labelled(line)]
    dois = {folded(candidate.quoted) for candidate in draft.offers("doi")}
    starts = [
        line.start + match.start("doi")
        for line in lines
        if len(line.text) <= _LONG and "10." in line.text
        for match in _DOI.finditer(line.text)
        if folded(bare_doi(match["doi"])) in dois
    ]
    found = [
        one
        for one in _stated(draft, title, lines)
        if {"volume", "year"} <= one.spans.keys()
        and any(abs(start - one.spans["volume"][0]) <= _WINDOW for start in starts)
    ]
    said = {(one.says(draft, "volume"), one.says(draft, "year")) for one in found}
    # What is beside the article's DOI is near it, whatever the title is.
    return [replace(one, lines=_CLOSE, prose=False) for one in found] if len(said) == 1 else []


def _stated(draft: Draft, title: int, lines: list[Line]) -> list[Statement]:
    """Return what stands in one of the forms of `layouts.places` from the first of some lines to the last."""
    if not lines:
        return []
    found: list[Statement] = []
    taken: list[Span] = []
    references = draft.marks.get("references")
    listed = draft.lines[references].start if references is not None else len(draft.text)
    text = Indented(draft.lines[lines[0].index : lines[-1].index + 1])
    matches = [(match, place) for place in PLACES for match in place.pattern.finditer(text.text)]
    # The form that explains most of the text; of equals, the one that the table has first.
    matches.sort(key=lambda item: item[0].start() - item[0].end())
    for match, place in matches:
        start, end = text.span(*match.span())
        index = draft.line_at(start)
        if any(a < end and start < b for a, b in taken) or (start > listed and not draft.is_free(draft.lines[index])):
            continue
        if draft.is_labelled(draft.lines[index]) or (len(draft.lines[index].text) > _LONG and index != title):
            continue
        taken.append((start, end))
        groups = {name: text.span(*match.span(name)) for name, value in match.groupdict().items() if value}
        spans = {part: groups[part] for part in _PARTS if part in groups}
        if "first" in spans and (number := whole_number(draft.text, spans["first"])) != spans["first"]:
            spans = {part: span for part, span in spans.items() if part not in ("first", "last")} | {"number": number}
        journal = groups.get("journal") or journals.before(draft, start, sure=place.sure)
        if place.name == "hindawi":
            spans["volume"] = spans["year"]
        if journal and "year" not in spans and journal[1] < start:
            # `Tests  24 Jan 2014:`, and the volume behind it.
            if year := _YEAR.search(draft.text, journal[1], start):
                spans["year"] = year.span()
        prose = start - draft.lines[index].start > _FAR
        found.append(Statement(spans, journal, abs(index - title), place.sure, index, prose))
        if len(found) > _MOST_STATEMENTS:
            break
    return found


def _labelled_lines(draft: Draft, title: int) -> list[Statement]:
    lines = sorted(
        (line for line in _near(draft, title) if len(line.text) <= _LONG), key=lambda x: abs(x.index - title)
    )
    found: list[Statement] = []
    seen: set[int] = set()
    for line in lines:
        if line.index not in seen and len(found) < _MOST_PLACES and (made := _labelled(draft, line)):
            statement, taken = made
            statement.lines, statement.at = abs(line.index - title), line.index
            statement.prose = statement.spans["volume"][0] - line.start > _FAR
            found.append(statement)
            seen |= taken
    return found


def _best(draft: Draft, statements: list[Statement], masthead: Statement | None) -> Statement | None:
    """Return the masthead, or the statement that says most and stands closest, with what those that agree with it add.

    Related articles have places, too. So nothing is added from a statement that names another volume or year.
    """
    # The document's title and the page's own citation have the place far into their lines, too.
    statements = [one for one in statements if one.sure or one.journal or not one.prose or one.lines <= 1]
    if not statements:
        return masthead
    dois = " ".join(folded(candidate.quoted) for candidate in draft.offers("doi"))

    def weight(one: Statement) -> tuple[float, int]:
        parts = len({"fpage" if part in ("first", "number") else part for part in one.spans} - {"last"})
        first = one.says(draft, "first") or one.says(draft, "number")
        volume = one.says(draft, "volume")
        told = len(first) > 3 and first in dois
        repeated = sum(
            other is not one and volume != "" and other.says(draft, "volume") == volume for other in statements
        )
        title = draft.text[draft.lines[draft.marks["title"]].start :][:200].partition("\n")[0]
        foreign = one.journal is not None and is_dense(title) != is_dense(draft.text[slice(*one.journal)])
        return parts - 2 * foreign + 2 * told + min(repeated, 2) + bool(
            one.journal
        ) + one.sure - one.lines / 20, -one.lines

    best = masthead or max(statements, key=weight)
    merged = Statement(dict(best.spans), best.journal, best.lines, best.sure, best.at)
    for other in sorted(statements, key=weight, reverse=True):
        same = [part for part in ("volume", "year", "issue") if part in other.spans and part in merged.spans]
        far = other.lines > _CLOSE and abs(other.at - best.at) > _BESIDE
        if "volume" in merged.spans and "volume" not in other.spans and far:
            continue
        if any(other.says(draft, part) != merged.says(draft, part) for part in same) or (not same and far):
            continue
        pages = "first" in merged.spans or "number" in merged.spans
        for part, span in other.spans.items():
            if part not in merged.spans and not (pages and part in ("first", "last", "number")):
                merged.spans[part] = span
        merged.journal = merged.journal or other.journal
    return merged


def _near(draft: Draft, title: int) -> list[Line]:
    references = draft.marks.get("references", len(draft.lines))
    below = draft.marks.get("title-end", title)
    end = max(below + _AFTER, draft.line_at(draft.lines[below].end + _AFTER_CHARACTERS))
    end = min(references if references > title else len(draft.lines), end)
    return [
        line
        for line in draft.lines[max(0, title - _BEFORE) : end]
        if line.index > draft.marks.get("header", -1) and not draft.is_labelled(line)
    ]


def _window(draft: Draft, line: Line) -> str:
    end = line.end
    for following in draft.lines[line.index + 1 : line.index + 12]:
        if following.end - line.start > _WINDOW or width(following.text) > 120 or draft.is_labelled(following):
            break
        end = following.end
    return draft.text[line.start : end]


def _labelled(draft: Draft, line: Line) -> tuple[Statement, set[int]] | None:
    """Offer a place whose volume has its label; the other parts stand before or behind it."""
    window = _window(draft, line)
    volume = PARTS["volume"].expression.search(window)
    if not volume or volume.start() >= len(line.text):
        return None
    spans: dict[str, Span] = {}
    spans["volume"] = numbers_of(volume)["volume"]
    end = volume.end()
    for part in ("issue", "number", "pages"):
        match = PARTS[part].expression.search(window, volume.end(), min(len(window), volume.end() + 120))
        if match is None and part != "pages":
            match = PARTS[part].expression.search(line.text)
        if match is None and part == "number" and line.index:
            above = draft.lines[max(0, line.index - 2)]
            before = draft.text[above.start : line.start]
            if inner := PARTS["number"].expression.search(before):
                spans["number"] = (inner.start("number") - len(before), inner.end("number") - len(before))
            continue
        if match is None:
            continue
        found = numbers_of(match)
        if part != "pages":
            spans[part] = found[part]
        elif "number" not in spans:
            spans["first"] = found["first"]
            if "last" in found:
                spans["last"] = found["last"]
        end = max(end, match.end())
    if "first" not in spans and "number" not in spans:
        # `Volume 2 / 2016, e5`: what stands behind the year.
        if loose := re.compile(r"[,，]\s{0,2}(?P<n>e\d{1,7})(?![\w.])").search(window, volume.end(), volume.end() + 40):
            spans["number"] = loose.span("n")
    years = [m for m in _YEAR.finditer(window, 0, min(len(window), end + 30)) if m.span() not in spans.values()]
    near = [m for m in years if abs(m.start() - volume.start()) < 120]
    if near:
        spans["year"] = near[0].span()
    placed = {part: (line.start + a, line.start + b) for part, (a, b) in spans.items()}
    taken = {other.index for other in draft.lines[line.index : line.index + 12] if other.start < line.start + end}
    return Statement(placed, journals.before(draft, line.start + volume.start(), sure=False), 0), taken


def _offer(draft: Draft, said: Statement) -> None:
    kind = _K.MASTHEAD
    spans = said.spans
    for about in ("volume", "issue"):
        if about in spans:
            draft.cite(draft.offer(about, kind), (), spans[about])
    if "number" in spans or (
        "first" in spans and "last" not in spans and _NUMBER.fullmatch(draft.text[slice(*spans["first"])])
    ):
        draft.cite(draft.offer("pages", kind), ("elocation_id",), spans.get("number") or spans["first"])
    elif "first" in spans:
        candidate = draft.offer("pages", kind)
        draft.cite(candidate, ("pages", "first"), spans["first"])
        if "last" in spans:
            draft.cite(candidate, ("pages", "last"), spans["last"])
    if "year" in spans:
        candidate = draft.offer("published", kind)
        draft.cite(candidate, ("year",), spans["year"], normalisation="number")
        candidate.infer(("type",), "pub", "the year of an issue is that of its publication")
    if said.journal:
        draft.cite(draft.offer("journal-title", kind), (), said.journal)


def _offer_dois(draft: Draft) -> None:
    """Offer the DOIs that stand close to the title, the closest first; else the one that a label states."""
    title = draft.marks.get("title", 0)
    references = draft.marks.get("references")
    found: list[tuple[int, int, str, Span]] = []
    labelled: dict[str, tuple[int, int, str, Span]] = {}
    for line in draft.lines:
        if (
            len(line.text) > _LONG
            or "10." not in line.text
            or (references is not None and line.index > references and not draft.is_free(line))
        ):
            continue
        if match := _DOI.search(line.text):
            value = bare_doi(match["doi"])
            if not value or _COMPONENT.search(value) or is_part(draft, value):
                continue
            before = [other.text.strip(" :：").casefold() for other in draft.lines[max(0, line.index - 2) : line.index]]
            above = next((text for text in reversed(before) if text), "")
            alone = len(match[0]) + 6 >= len(line.text)
            stated = bool(match["label"] or match["link"]) or above in ("doi", "digital object identifier", "doi号")
            near = -_BEFORE <= line.index - title <= 80
            if match["label"] or above in ("doi", "digital object identifier", "doi号"):
                start = line.start + match.start("doi")
                labelled[value.casefold()] = (0, 0, value, (start, start + len(value)))
            if (near and (alone or stated)) or (alone and above in ("doi", "digital object identifier", "doi号")):
                start = line.start + match.start("doi")
                found.append((-draft.text.count(value), abs(line.index - title), value, (start, start + len(value))))
    if not found and len(labelled) == 1:
        # One label on the page, wherever it stands.
        found = list(labelled.values())
    # A related article's is said once.
    cited = {folded(candidate.quoted) for candidate in draft.offers("doi") if candidate.kind is _K.CITATION}
    if cited:
        # How the article is cited was found by its title, so any other is not its own.
        found = [one for one in found if folded(one[2]) in cited]
    for *_, span in sorted(found)[:3]:
        draft.cite(draft.offer("doi", _K.LABEL).set(("type",), "doi"), ("value",), span)
