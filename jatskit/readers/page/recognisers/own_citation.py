"""How the page says that the article is to be cited: read as a reference is, and offered field by field."""

from __future__ import annotations

import re

from jatskit.language import is_dense
from jatskit.layouts import furniture_in
from jatskit.layouts.head import BEFORE_CITATION, CITE, NO_JOURNAL
from jatskit.names import chinese_given_first
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.recognisers.identifiers import bare_doi, whole_number
from jatskit.readers.page.titles import offer_run, runs_of
from jatskit.references.parse import parse_reference
from jatskit.references.parts import Parts

_LONGEST, _LEAST = 1200, 40
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DOI_START = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)10\.", re.IGNORECASE)
#: The words before a citation with a full stop behind them, as some publishers print them.
_CITE_STOP = re.compile(r"how to cite\.\s{1,3}(?=\w)", re.IGNORECASE)
#: The year between the names and the title, with its day.
_DATED = re.compile(r"[(\[]?(?:[^\W\d_]{3,9}\.?\s?)?(?:\d{1,2},?\s)?(?:1[89]|20)\d\d[a-z]?[)\]]?[\s.,:]{0,4}$")
#: Marks that may stand behind the last name.
_MARKS = 2
_LINES, _MOST = 14, 4
#: Lines over which a citation may go whose words in italics have lines of their own.
_TORN = 9


#: What a page calls the style of a citation, before it.
_STYLE = re.compile(
    r"\s{0,3}(?:APA|MLA|AMA|ACS|IEEE|ISO(?: 690)?|Chicago|Harvard|Vancouver|Turabian|ABNT|BibTeX|GB/T\s?7714(?:-\d{4})?|ГОСТ[\s\d.-]{0,14})"
    r"(?:\s?\(?\d{1,2}(?:th|\.)(?: ed\.?)?\)?)?\s{0,2}[:：]?\s{1,4}(?=[^\W\d_])"
)
#: A place and another journal in what was read as one journal: the citation names the journal and its translation.
_TWO_JOURNALS = re.compile(r"\d[^;；]{0,40}[;；]")
#: Letters that a title has at least.
_LEAST_TITLE, _LEAST_DENSE = 20, 6


def recognise(draft: Draft) -> None:
    """Offer what the first citation behind its label says, or a line that says the title and a year."""
    found = draft.marks.get("own-citation", 0)
    for line in draft.lines if not found else ():
        if found >= _MOST:
            return
        match = CITE.expression.match(line.text + "\n") or _CITE_STOP.match(line.text)
        if not match or not _outside(draft, line):
            continue
        at = min(match.end(), len(line.text))
        spans = _text_behind(draft, line, at)
        if spans and _offer(draft, spans):
            found += 1
    if found:
        draft.marks["own-citation"] = found
        return
    title = _title(draft)
    if not title:
        return
    for line in draft.lines:
        if len(line.text) > _LONGEST or not _YEAR.search(line.text) or line.index < draft.marks.get("header", -1):
            continue
        text = draft.folded(line)
        place = text.find(title)
        if place >= 0 and len(text) - len(title) > 18 and _outside(draft, line) and _offer(draft, _around(draft, line)):
            return


def _outside(draft: Draft, line: Line) -> bool:
    references = draft.marks.get("references")
    if references is None or not references <= line.index <= draft.marks["references-end"]:
        return True
    return draft.is_free(line)


def _title(draft: Draft) -> str:
    offers = draft.offers("title")
    known = folded(draft.value(("title",)) or (offers[0].quoted if offers else ""))
    return known if _long_enough(known) else ""


def _long_enough(text: str) -> bool:
    """Whether a title is long enough to be told by its words; letters of dense scripts say more."""
    return len(text) > (_LEAST_DENSE if is_dense(text) else _LEAST_TITLE)


def _text_behind(draft: Draft, line: Line, at: int) -> Span | None:
    """Return where the citation stands that a label announces: to the end of its sentence on this line or the next ones."""
    at += len(line.text[at:]) - len(line.text[at:].lstrip())
    start = line.start + at
    if len(line.text) - at >= _LEAST and (_YEAR.search(line.text, at) or _DOI_START.search(line.text, at)):
        return start, _end(draft, line, start)
    first = line.index + 1
    while first < len(draft.lines) and first - line.index < 4 and BEFORE_CITATION.whole(draft.lines[first].text):
        first += 1
    last = first - 1
    if len(line.text) - at > 3:
        first = line.index
    else:
        start = draft.lines[first].start if first < len(draft.lines) else line.end
    for following in draft.lines[first : first + _LINES]:
        # Another label ends it.
        if following.index in draft.labels and draft.labels[following.index].field != "doi":
            break
        if following.index > first and re.fullmatch(r"[^\W\d_][^:]{1,30}[:：]", following.text):
            break
        if following.end - start > _LONGEST:
            break
        last = following.index
        if _YEAR.search(draft.text, start, following.end) and _complete(draft.text[start : following.end]):
            break
    if (
        last < first
        or draft.lines[last].end - start < _LEAST
        or not _YEAR.search(draft.text, start, draft.lines[last].end)
    ):
        return None
    return start, draft.lines[last].end


def _end(draft: Draft, line: Line, start: int) -> int:
    """Return where the citation ends that starts on a line: there, or on one below that completes it."""
    for following in draft.lines[line.index : line.index + _TORN]:
        if following is not line and (following.index in draft.labels or furniture_in(following.text)):
            break
        if following.end - start > _LONGEST:
            break
        if _complete(draft.text[start : following.end]):
            return following.end
    return min(line.end, start + _LONGEST)


def _complete(text: str) -> bool:
    return len(text) > _LEAST * 2 and (
        bool(_DOI_START.search(text))
        or (text.endswith((".", "。")) and bool(re.search(r"\d[-–]\d|[:,]\s?e?\d+\.$", text)))
    )


def _around(draft: Draft, line: Line) -> Span:
    """Return the citation that a line belongs to, with the lines before it that hold the start of its names."""
    first = line.index
    while (
        first > 0
        and line.index - first < 12
        and re.fullmatch(r"[^\W\d_][\w’'.\- ]{0,40}[,;&]?(?:\s?and)?", draft.lines[first - 1].text)
        and draft.lines[first - 1].text.endswith((",", "and", "&"))
    ):
        first -= 1
    return draft.lines[first].start, line.end


def _offer(draft: Draft, span: Span) -> bool:
    """Offer what the citation says, if it says a title or a journal."""
    start, end = span
    start += len(draft.text[start:end]) - len(draft.text[start:end].lstrip())
    if style := _STYLE.match(draft.text, start, end):
        start = style.end()
    text = re.sub(r"[\r\n]", " ", draft.text[start:end])
    known = _title(draft)
    parts = next(iter(parse_reference(text).readings), None)
    title = parts.spans.get("title") if parts else None
    where = _span_of(text, known) if known else None
    agrees = title is not None and (not known or folded(text[slice(*title)]) == known)
    if where and not (agrees and parts and {"year", "container"} <= parts.spans.keys()):
        # The title is known, so what stands behind it is the place, however the names and the title are written.
        parts = _behind(text, where) or parts
        title = title if agrees else where
    if parts is None or "year" not in parts.spans or not ("container" in parts.spans or "volume" in parts.spans):
        return False
    if known and (title is None or (folded(text[slice(*title)]) not in known and known not in folded(text))):
        return False

    def place(inner: Span) -> Span:
        return start + inner[0], start + inner[1]

    kind = SourceKind.CITATION
    if not known:
        # Only what also stands on the page by itself is believed to be the title.
        shown = runs_of(draft, folded(text[slice(*title)])) if title and _long_enough(text[slice(*title)]) else []
        shown = [run for run in shown if not start <= draft.lines[run[0]].start < end]
        if not shown:
            return False
        offer_run(draft, shown, "the page's own citation says it, too")
    if title:
        draft.cite(draft.offer("title", kind), (), place(title))
    _offer_place(draft, parts, start)
    _offer_people(draft, parts, start)
    return True


def _span_of(text: str, known: str) -> Span | None:
    """Return where a text says a title that is known, folded."""
    letters = [(letter, at) for at, character in enumerate(text) for letter in folded(character)]
    at = "".join(letter for letter, _ in letters).find(known)
    return (letters[at][1], letters[at + len(known) - 1][1] + 1) if at >= 0 else None


def _behind(text: str, title: Span) -> Parts | None:
    """Return what a citation says behind its title, and the names and the year before it.

    The parser wants a whole reference, so the half that is not looked at is that of an invented one.
    """
    before = [match.span() for match in _YEAR.finditer(text, 0, title[0])]
    head = "Doe J (2000) A title" if before else "Doe J. A title"
    parts = next(iter(parse_reference(head + text[title[1] :]).readings), None)
    if parts is None:
        return None
    shift = title[1] - len(head)
    spans = {name: (a + shift, b + shift) for name, (a, b) in parts.spans.items() if a >= len(head)}
    if before:
        spans["year"] = before[-1]
    ids = [(name, (a + shift, b + shift)) for name, (a, b) in parts.ids if a >= len(head)]
    cut = len(_DATED.sub("", text[: title[0]]).rstrip(" .,:"))
    named = next(iter(parse_reference(text[:cut] + " (2000) A title. Journal of Tests 1: 1.").readings), None)
    # Names that are not read to the end are not the authors.
    groups = (
        [group for group in named.groups if group.names and -_MARKS <= group.names[-1].whole[1] - cut <= 0]
        if named
        else []
    )
    return Parts(parts.type, spans, groups, ids)


def _offer_place(draft: Draft, parts: Parts, start: int) -> None:
    """Offer journal, volume, issue, pages, year and DOI."""
    kind = SourceKind.CITATION

    def place(inner: Span) -> Span:
        return start + inner[0], start + inner[1]

    container = draft.text[slice(*place(parts.spans["container"]))] if "container" in parts.spans else ""
    if container and not NO_JOURNAL.starts(container) and not _TWO_JOURNALS.search(container):
        draft.cite(draft.offer("journal-title", kind), (), place(parts.spans["container"]))
    for about in ("volume", "issue"):
        if about in parts.spans:
            draft.cite(draft.offer(about, kind), (), place(parts.spans[about]))
    if "elocation" in parts.spans:
        number = whole_number(draft.text, place(parts.spans["elocation"]))
        draft.cite(draft.offer("pages", kind), ("elocation_id",), number)
    elif "fpage" in parts.spans:
        candidate = draft.offer("pages", kind)
        draft.cite(candidate, ("pages", "first"), place(parts.spans["fpage"]))
        if "lpage" in parts.spans:
            draft.cite(candidate, ("pages", "last"), place(parts.spans["lpage"]))
    if draft.text[slice(*place(parts.spans["year"]))].isdecimal():
        candidate = draft.offer("published", kind)
        draft.cite(candidate, ("year",), place(parts.spans["year"]), normalisation="number")
        candidate.infer(("type",), "pub", "the year of the page's own citation")
    for name, where in parts.ids:
        if name == "doi":
            first, last = place(where)
            if bare := bare_doi(draft.text[first:last]):
                span = first, first + len(bare)
                draft.cite(draft.offer("doi", kind).set(("type",), "doi"), ("value",), span)


def _offer_people(draft: Draft, parts: Parts, start: int) -> None:
    group = next((g for g in parts.groups if g.role == "author"), None)
    if group is None or group.etal or not group.names:
        return
    candidate = draft.offer("byline", SourceKind.CITATION)
    written = [draft.text[start + name.whole[0] : start + name.whole[1]] for name in group.names]
    western = chinese_given_first(written)
    for number, name in enumerate(group.names):
        base = ("contributors", number, "names", 0)
        candidate.infer(("contributors", number, "type"), "author", "the page's own citation names the authors")
        if name.is_organisation or name.surname is None:
            path = (*base, "organisation" if name.is_organisation else "unsplit")
            draft.cite(candidate, path, (start + name.whole[0], start + name.whole[1]))
            continue
        if western and name.given and name.surname < name.given:
            # The style wants the surname first, and the names say that they are not printed so.
            candidate.infer((*base, "style"), "western", "a frequent Chinese surname is printed last")
            for part, where in (("given", name.surname), ("surname", name.given)):
                draft.cite(candidate, (*base, part), (start + where[0], start + where[1]))
            continue
        candidate.infer((*base, "style"), name.style, "the order of the citation")
        for part, span in (("surname", name.surname), ("given", name.given), ("suffix", name.suffix)):
            if span:
                draft.cite(candidate, (*base, part), (start + span[0], start + span[1]))
