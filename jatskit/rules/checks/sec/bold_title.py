"""SEC-BOLD-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap

_HOLDERS = frozenset({"title", "label", "subtitle"})


@rule("SEC-BOLD-TITLE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A title or label is not marked as bold from end to end: what it is makes it bold.

    What:
        `title`, `label` and `subtitle` do not consist of one `bold` alone.
    Why:
        The page decides how titles and labels look. One that is bold twice is shown otherwise than the rest.
    Fix:
        Take `bold` away.
    Bad:
        <fig id="F1"><label><bold>Figure 1</bold></label><graphic xlink:href="f1.tif"/></fig>
    Good:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
    Source:
        PMC Tagging Guidelines, title and label.
    """
    for bold in document.all("bold"):
        holder = bold.getparent()
        if holder is None or holder.tag not in _HOLDERS or len(holder) != 1:
            continue
        if (holder.text or "").strip() or (bold.tail or "").strip() or bold.get("id"):
            continue
        message = f"the {holder.tag!s} “{words(bold)[:60]}” is marked as bold from end to end"
        yield Fault(bold, message, repair=Repair("Take <bold> away", (Unwrap(bold),), safe=True))
