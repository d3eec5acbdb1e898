"""FIG-GROUP."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import LANG, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap

_MEMBERS = {"fig-group": "fig", "table-wrap-group": "table-wrap", "disp-formula-group": "disp-formula"}


@rule("FIG-GROUP")
def look(document: Document) -> Iterator[Fault]:
    """A group of figures, tables or formulas has several members, and a label or a caption of its own.

    What:
        `fig-group` holds two or more `fig`, `table-wrap-group` two or more `table-wrap`, `disp-formula-group`
        two or more `disp-formula`; a group has a `label` or a `caption` that is not empty, unless the labels of all its
        members begin with that of the first (“Figure 1”, “Figure 1—supplement 1”), or are in different languages.
    Why:
        A group says that its members are parts of one thing, which the label or the caption names.
    Fix:
        Take the group away from a single member; give the group the label or caption that its members share.
    Bad:
        <fig-group id="G1"><label>Figure 1</label><fig id="F1"><label>A</label><graphic xlink:href="f1.tif"/></fig></fig-group>
    Bad:
        <fig-group id="G1"><fig id="F1"><label>A</label><graphic xlink:href="f1.tif"/></fig>
        <fig id="F2"><label>B</label><graphic xlink:href="f2.tif"/></fig></fig-group>
    Good:
        <fig-group id="G1"><label>Figure 1</label><fig id="F1"><label>A</label><graphic xlink:href="f1.tif"/></fig>
        <fig id="F2"><label>B</label><graphic xlink:href="f2.tif"/></fig></fig-group>
    Source:
        JATS4R, Display objects.
    """
    for tag, member in _MEMBERS.items():
        for group in document.all(tag):
            count = len(document.children(group, f"{member}"))
            named = any(_says(part) for part in (document.child(group, "label"), document.child(group, "caption")))
            if count < 2 and not group.findall(f"alternatives/{member}"):
                alone = count == 1 and len(group) == 1 and not group.get("id")
                yield Fault(
                    group,
                    f"the group has {f'one <{member}>' if count else f'no <{member}>'}",
                    "" if alone else "Take the group away, or put what belongs together into it.",
                    repair=Repair("Take the group away", (Unwrap(group),)) if alone else None,
                )
            elif not named and not _named_by_first(group, member, document):
                yield Fault(group, f"the group of {count} <{member}> has no label and no caption", "Add one.")


def _named_by_first(group: etree._Element, member: str, document: Document) -> bool:
    """Whether the members name the group: one thing in several languages, or “Figure 1” and “Figure 1—supplement 1”."""
    members = document.children(group, member)
    if len({found.get(LANG) for found in members}) == len(members):
        return True
    labels = [(found.findtext("label") or "").strip(" .") for found in members]
    return bool(labels[0]) and all(label.startswith(labels[0]) for label in labels[1:])


def _says(part: etree._Element | None) -> bool:
    return part is not None and (bool(words(part)) or len(part) > 0)
