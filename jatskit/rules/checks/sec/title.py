"""SEC-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, is_blank, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("SEC-TITLE")
def look(document: Document) -> Iterator[Fault]:
    """Every section has a title, and its depth is its place in the others.

    What:
        `sec` has a `title` that is not empty. No section states a `disp-level`.
    Why:
        Readers, and screen readers above all, move through an article by its headings. A heading of the wrong level
        or none breaks the outline.
    Fix:
        Give the section the title that it has on the page; if it has none there, its text belongs to the section before.
    Bad:
        <sec id="s1"><p>We counted fish.</p></sec>
    Bad:
        <sec id="s1" disp-level="2"><title>Methods</title><p>We counted fish.</p></sec>
    Good:
        <sec id="s1"><title>Methods</title><p>We counted fish.</p></sec>
    Source:
        JATS4R, Accessibility; SciELO PS, sec.
    """
    for sec in document.all("sec"):
        title = document.child(sec, "title")
        if title is None:
            label = document.child(sec, "label")
            said = f" “{words(label)[:40]}”" if label is not None else ""
            yield Fault(sec, f"the section{said} has no title", "Add <title>, or join it with the section before.")
        elif is_blank(title):
            yield Fault(
                title, "the title of the section is empty", "Write it, or join the section with the one before."
            )
        level = sec.get("disp-level")
        if level is not None:
            repair = Repair("Take disp-level away", (SetAttribute(sec, "disp-level", None),), safe=True)
            message = f"the section states its level, “{level}”, which its place shows"
            yield Fault(sec, message, "", "disp-level", level, repair=repair)
