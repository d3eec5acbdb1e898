"""ART-SUBJECT-PLAIN."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, spaced, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap

_MARKS = ("bold", "monospace", "overline", "sc", "strike", "underline")


@rule("ART-SUBJECT-PLAIN")
def look(document: Document) -> Iterator[Fault]:
    """The heading is plain words.

    What:
        A `subject` holds no `bold`, `sc`, `underline` and the like, and a group of the type “heading” no `compound-subject` and no image
        instead of words.
    Why:
        PMC sorts articles by these words, and takes “Articles” in bold for another heading than “Articles”.
    Fix:
        Write the words alone.
    Bad:
        <subj-group subj-group-type="heading"><subject><bold>Articles</bold></subject></subj-group>
    Bad:
        <subj-group subj-group-type="heading"><compound-subject><compound-subject-part content-type="text">Articles</compound-subject-part>
            </compound-subject></subj-group>
    Bad:
        <subj-group subj-group-type="heading"><subject><inline-graphic xlink:href="a.png"/></subject></subj-group>
    Good:
        <subj-group subj-group-type="heading"><subject>Articles</subject></subj-group>
    Source:
        PMC Tagging Guidelines, subject.
    """
    for subject in document.all("subject"):
        mark = next((child for child in subject if child.tag in _MARKS), None)
        if mark is not None:
            repair = Repair(f"Take <{mark.tag!s}> away", (Unwrap(mark),), safe=True)
            yield Fault(mark, f"the heading “{words(subject)[:60]}” is marked as {mark.tag!s}", repair=repair)
        elif (
            document.child(subject, "inline-graphic") is not None
            and not words(subject)
            and _is_heading(subject.getparent())
        ):
            yield Fault(subject, "the heading is an image", "Write its words.")
    for compound in document.all("compound-subject"):
        if _is_heading(compound.getparent()):
            yield Fault(
                compound, f"the heading “{spaced(compound)[:60]}” is made of parts", "Write it as one <subject>."
            )


def _is_heading(group: etree._Element | None) -> bool:
    return group is not None and group.get("subj-group-type") == "heading"
