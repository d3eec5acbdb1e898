"""When the article was received, revised and accepted."""

from __future__ import annotations

import re

from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft

_DATE = re.compile(
    r"\(?(?P<year>(?:1[5-9]|20)\d\d)\s*[-–./年]\s*(?P<month>\d{1,2})"
    r"(?:\s*[-–./月]\s*(?P<day>\d{1,2})\s*日?|\s*月)?\)?[.。;；]?"
)


def recognise(draft: Draft) -> None:
    """Read the labelled dates that are written in numbers, year first."""
    found = 0
    for line in draft.free():
        label = draft.labels.get(line.index)
        if not label or label.field not in ("received", "accepted", "revised", "rev-recd"):
            continue
        at = line
        offset = label.end
        if label.end == len(line.text):
            following = draft.lines[line.index + 1 : line.index + 2]
            if not following or not draft.is_free(following[0]):
                continue
            at, offset = following[0], 0
        if not (match := _DATE.fullmatch(at.text, offset)):
            continue
        draft.take(line, "label")
        if at is not line:
            draft.take(at, "history")
        draft.set(("history", found, "type"), label.field)
        for part in ("year", "month", "day"):
            if match[part]:
                draft.quote(
                    ("history", found, part),
                    (at.start + match.start(part), at.start + match.end(part)),
                    reason=f"behind the label for {label.field}",
                    normalisation="number",
                    certainty=Certainty.STATED,
                )
        found += 1
