"""The article's DOI, where a line of its own or a label states it."""

from __future__ import annotations

import re

from jatskit.findings import Kind, Severity
from jatskit.layouts import SLOTS
from jatskit.protocols import Certainty, Span
from jatskit.readers.page.draft import Draft, Line

#: Characters that no line with a DOI alone reaches.
_LONGEST = 200
#: Characters by which the DOI of a part extends the article's.
_LONGEST_PART = 4
OTHER_DOI = Kind(
    "page-other-doi",
    Severity.WARNING,
    "The page states more than one DOI on lines of their own. The first labelled one before the abstract counts; "
    "without one, none does.",
)

#: A button, the label of the next line or a copyright mark behind a DOI; and a DOI behind a DOI.
_GLUED = re.compile(
    r"(?<=\w)(?:\.[A-Z][a-z]{3,}|\.?(?:Download|Published|Received|Accepted|Copyright|Abstract|Keywords?|Citation|PDF|Cite|View|Share)"
    r"(?:[a-z]{0,12})|©.{0,200})$"
)
_SECOND = re.compile(r"10\.\d{4,9}/")
_ELECTRONIC = re.compile(r"[eE]\d{4,6}")
_GOES_ON = re.compile(r"-\d{2}(?![\w-])")
_DOI_LINE = re.compile(
    rf"(?P<bracket>\()?(?P<label>(?:DOI|Digital Object Identifier)\s*[:：]?\s*)?(?:https?://(?:dx\.|www\.)?doi\.org/)?"
    rf"(?P<doi>{SLOTS['doi']}(?(bracket)(?<!\))))(?(bracket)\))[.。]?",
    re.IGNORECASE,
)


def recognise(draft: Draft) -> None:
    """Read the one DOI that stands on a line of its own before the reference list, with or without its label."""
    found = [
        (line, match, bool(match["label"]) or _labelled_above(draft, line))
        for line in draft.free(0, draft.marks.get("references"))
        if len(line.text) <= _LONGEST
        and (match := _DOI_LINE.fullmatch(line.text))
        and bare_doi(match["doi"]) == match["doi"]
        and not is_part(draft, match["doi"])
    ]
    if not found:
        return
    dois = {match["doi"].casefold() for _, match, _ in found}
    known = draft.value(("ids", 0, "value")) or next((doi.quoted for doi in draft.offers("doi")), None)
    chosen = str(known).casefold() if known else found[0][1]["doi"].casefold()
    if known is None and len(dois) > 1:
        labelled = next((match["doi"].casefold() for _, match, label in found if label), None)
        chosen = labelled if labelled and found[0][1]["doi"].casefold() == labelled else ""
    others = [match["doi"] for _, match, _ in found if match["doi"].casefold() != chosen]
    for line, match, _ in found:
        if match["doi"].casefold() != chosen:
            continue
        if _labelled_above(draft, line):
            draft.take(draft.lines[line.index - 1], "label")
        if draft.value(("ids", 0, "value")) is None:
            draft.take(line, "doi")
            draft.set(("ids", 0, "type"), "doi")
            span = (line.start + match.start("doi"), line.start + match.end("doi"))
            draft.quote(("ids", 0, "value"), span, reason="a line of its own", certainty=Certainty.STATED)
        else:
            draft.take(line, "repeated-doi")
    if others:
        shown = ", ".join(dict.fromkeys(others[:3])) + ("…" if len(others) > 3 else "")
        draft.find(OTHER_DOI, f"The page also states {shown}.", path=("ids", 0, "value"))


def bare_doi(text: str) -> str:
    """Return a DOI without what an extractor glued to it; an empty text if that is another DOI."""
    value = text.rstrip(".,;:")
    if value.endswith(")") and value.count("(") < value.count(")"):
        value = value.rstrip(").,")
    value = _GLUED.sub("", value)
    return "" if _SECOND.search(value, 1) else value


def whole_number(text: str, span: Span) -> Span:
    """Return where an article's number stands that may go on behind a hyphen: `e00514-16`."""
    more = _GOES_ON.match(text, span[1]) if _ELECTRONIC.fullmatch(text, *span) else None
    return span[0], more.end() if more else span[1]


def is_part(draft: Draft, doi: str) -> bool:
    """Whether a DOI is that of a part, such as the abstract: the page has the one that it extends by a short number."""
    whole, _, part = doi.rpartition(".")
    return (
        "/" in whole
        and 0 < len(part) <= _LONGEST_PART
        and re.search(re.escape(whole) + r"(?![\w./-])", draft.text, re.IGNORECASE) is not None
    )


def _labelled_above(draft: Draft, line: Line) -> bool:
    above = draft.labels.get(line.index - 1)
    return above is not None and above.field == "doi" and above.end == len(draft.lines[line.index - 1].text)
