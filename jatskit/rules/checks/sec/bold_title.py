"""SEC-BOLD-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap

_HOLDERS = frozenset({"title", "label", "subtitle"})


@rule("SEC-BOLD-TITLE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A title or label is not marked as bold from end to end: what it is makes it bold.

    What:
        `title`, `label` and `subtitle` do not consist of `bold` alone, one or several.
    Why:
        The page decides how titles and labels look. One that is bold twice is shown otherwise than the rest.
    Fix:
        Take `bold` away.
    Bad:
        <fig id="F1"><label><bold>Figure 1</bold></label><graphic xlink:href="f1.tif"/></fig>
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><title><bold>Salmon of the </bold><bold><italic>Ouse</italic></bold></title></caption>
            <graphic xlink:href="f1.tif"/></fig>
    Good:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
    Source:
        PMC Tagging Guidelines, title and label.
    """
    for bold in document.all("bold"):
        holder = bold.getparent()
        if holder is None or holder.tag not in _HOLDERS or holder[0] is not bold or not _is_all_bold(holder):
            continue
        message = f"the {holder.tag!s} “{words(holder)[:60]}” is marked as bold from end to end"
        changes = tuple(Unwrap(each) for each in holder)
        repair = None if any(each.get("id") for each in holder) else Repair("Take <bold> away", changes, safe=True)
        yield Fault(bold, message, "" if repair else "Take <bold> away.", repair=repair)


def _is_all_bold(holder: etree._Element) -> bool:
    if (holder.text or "").strip():
        return False
    return all(child.tag == "bold" and not (child.tail or "").strip() for child in holder)
