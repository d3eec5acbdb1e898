"""The line that says which journal, year, volume, issue and pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.findings import Kind, Path, Severity
from jatskit.layouts import masthead_in
from jatskit.protocols import Certainty, Span
from jatskit.readers.page.draft import Draft, Line

SECOND_MASTHEAD = Kind(
    "page-second-masthead",
    Severity.WARNING,
    "A second line of the page names an issue, and not the same one. The first line counts; the second is left "
    "unassigned.",
)

#: Where the value of each slot belongs, and the normalisation that takes it there.
_FIELDS: dict[str, tuple[Path, str]] = {
    "journal": (("journal", "titles", 0, "text"), "line"),
    "year": (("publication_dates", 0, "year"), "number"),
    "volume": (("volume",), "line"),
    "issue": (("issue",), "line"),
    "fpage": (("pages", "first"), "line"),
    "lpage": (("pages", "last"), "line"),
    "doi": (("ids", 0, "value"), "line"),
}


#: What stands where the journal would is a whole citation: a type code, or the end of a sentence far into it.
_CITATION = re.compile(r"\[[A-Z](?:/OL)?\]|^.{50,}\.\s|\bet al\b")
#: An article number where a page would stand: padded, long, or marked as electronic.
_ARTICLE_NUMBER = re.compile(r"0[0-9]+|[0-9]{6,}|[eE][0-9]+")


def recognise(draft: Draft) -> None:
    """Read the first masthead; a later one that agrees with it may add to it, one that differs is reported."""
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
        new = {slot: span for slot, span in match.spans.items() if slot not in known}
        draft.take(line, f"masthead ({match.masthead.name})" if new else "repeated-masthead")
        draft.marks.setdefault("masthead", line.index)
        _quote(draft, line, new, values)
        known |= values


def _quote(draft: Draft, line: Line, spans: Mapping[str, Span], values: Mapping[str, str]) -> None:
    for slot, (start, end) in spans.items():
        path, normalisation = _FIELDS[slot]
        if slot == "fpage" and "lpage" not in values and _ARTICLE_NUMBER.fullmatch(values[slot]):
            path = ("elocation_id",)
        draft.quote(
            path,
            (line.start + start, line.start + end),
            reason=f"the masthead's {slot}",
            normalisation=normalisation,
            certainty=Certainty.STATED,
        )
    if "year" in spans:
        draft.infer(("publication_dates", 0, "type"), "pub", "the year of an issue is that of its publication")
    if "doi" in spans:
        draft.set(("ids", 0, "type"), "doi")
