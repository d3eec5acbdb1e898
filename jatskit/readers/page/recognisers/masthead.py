"""The line that says which journal, year, volume, issue and pages."""

from __future__ import annotations

from jatskit.findings import Kind, Path, Severity
from jatskit.layouts import masthead_in
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft

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


def recognise(draft: Draft) -> None:
    """Read the first masthead; a later one that repeats it is furniture, one that differs is reported."""
    for line in draft.free():
        if "abstract" in draft.marks or not (match := masthead_in(line.text)):
            continue
        values = {slot: line.text[slice(*span)] for slot, span in match.spans.items()}
        if "masthead" in draft.marks:
            first = draft.lines[draft.marks["masthead"]]
            if all(value in first.text for value in values.values()):
                draft.take(line, "repeated-masthead")
            elif match.masthead.name.startswith("magtech"):
                draft.find(SECOND_MASTHEAD, f"This line names another issue: {line.text}", offset=line.start)
            continue
        draft.take(line, f"masthead ({match.masthead.name})")
        draft.marks["masthead"] = line.index
        for slot, (start, end) in match.spans.items():
            path, normalisation = _FIELDS[slot]
            draft.quote(
                path,
                (line.start + start, line.start + end),
                reason=f"the masthead's {slot}",
                normalisation=normalisation,
                certainty=Certainty.STATED,
            )
        if "doi" in match.spans:
            draft.set(("ids", 0, "type"), "doi")
