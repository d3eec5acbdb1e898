"""The article's DOI, where a line of its own or a label states it."""

from __future__ import annotations

import re

from jatskit.findings import Kind, Severity
from jatskit.layouts import SLOTS
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft

OTHER_DOI = Kind(
    "page-other-doi",
    Severity.WARNING,
    "The page states two DOIs of its own. The first one counts; the other is left unassigned.",
)

_DOI_LINE = re.compile(
    rf"(?:\(?(?:DOI|Digital Object Identifier)\s*[:：]?\s*)?(?:https?://(?:dx\.|www\.)?doi\.org/)?(?P<doi>{SLOTS['doi']})[).。]?",
    re.IGNORECASE,
)


def recognise(draft: Draft) -> None:
    """Read the first line before the reference list that is a DOI, with or without its label."""
    lines = list(draft.free(0, draft.marks.get("references")))
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if len(line.text) > 200:
            continue
        label = draft.labels.get(line.index)
        if label and label.field == "doi" and label.end == len(line.text) and following:
            if _DOI_LINE.fullmatch(following.text):
                draft.take(line, "label")
            continue
        if not (match := _DOI_LINE.fullmatch(line.text)):
            continue
        known = draft.value(("ids", 0, "value"))
        if known is None:
            draft.take(line, "doi")
            draft.set(("ids", 0, "type"), "doi")
            span = (line.start + match.start("doi"), line.start + match.end("doi"))
            draft.quote(("ids", 0, "value"), span, reason="a line of its own", certainty=Certainty.STATED)
        elif str(known).casefold() == match["doi"].casefold():
            draft.take(line, "repeated-doi")
        else:
            draft.find(OTHER_DOI, f"The page also states {match['doi']}.", path=("ids", 0, "value"), offset=line.start)
