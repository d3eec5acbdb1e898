"""XREF-LABEL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_LABELLED = frozenset({"fig", "table-wrap", "disp-formula", "boxed-text", "ref"})
#: A text with one number: what stands before it, the number, what stands behind it.
_NUMBERED = re.compile(r"([^\d]{0,40})(\d{1,4})([^\d]{0,10})")
_AROUND = "[]() .:"
_WORD = re.compile(r"[^\W\d_]{2,}")


@rule("XREF-LABEL", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The number in a cross-reference is the number of what it refers to.

    What:
        Where the words of an `xref` hold one number (“Figure 2”, “[12]”), and the label of its target holds one, the two are
        the same. References by author and year are not looked at.
    Why:
        The reader of the page is told figure 2 and is shown figure 3: one of the two is wrong. It happens
        when a figure or a reference was put in after the links were made.
    Fix:
        See which one the author means, and mend the `rid` or the number.
    Bad:
        <body><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
        <fig id="F2"><label>Figure 2</label><graphic xlink:href="f2.tif"/></fig>
        <p>See <xref ref-type="fig" rid="F1">Figure 2</xref>.</p></body>
    Good:
        <body><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
        <p>See <xref ref-type="fig" rid="F1">Fig. 1B</xref>.</p></body>
    Source:
        Good practice; for affiliations the same is asked by JATS4R, Authors and affiliations.
    """
    ids = document.by_id
    labels = document.labels
    ids_of: dict[tuple[object, str], list[str]] | None = None
    for xref, id, _, text, _ in document.xrefs:
        label = labels.get(id)
        if not label:
            continue
        if text == label or text.strip(_AROUND) == label.strip(_AROUND):
            continue
        said, labelled = _NUMBERED.fullmatch(text), _NUMBERED.fullmatch(label)
        if not said or not labelled or said[2].lstrip("0") == labelled[2].lstrip("0"):
            continue
        if _kind(said[1]) and _kind(labelled[1]) and _kind(said[1]) != _kind(labelled[1]):
            continue
        target = ids[id]
        if target.tag not in _LABELLED or (target.tag == "ref" and _is_year(said)) or not _ends(xref):
            continue
        if ids_of is None:
            ids_of = {}
            for other, labelled_so in labels.items():
                ids_of.setdefault((ids[other].tag, labelled_so.strip(_AROUND)), []).append(other)
        others = ids_of.get((target.tag, text.strip(_AROUND)), [])
        repair = None
        if len(others) == 1:
            repair = Repair(f"Refer to {others[0]}", (SetAttribute(xref, "rid", others[0]),))
        yield Fault(
            xref,
            f"the text says “{text[:40]}”, and the target is labelled “{label[:40]}”",
            "" if repair else "Mend the rid or the number.",
            "rid",
            id,
            others[0] if repair else "",
            repair,
        )


def _is_year(said: re.Match[str]) -> bool:
    """Whether the words cite a reference by author or year, not by number."""
    return bool(_WORD.search(said[1] + said[3])) or 1500 <= int(said[2]) <= 2100


def _kind(before: str) -> str:
    """Return the first letter of the word before a number, by which a figure's is told from a table's."""
    match = _WORD.search(before)
    return match[0][0].lower() if match else ""


def _ends(xref: etree._Element) -> bool:
    """Whether the number is a whole one: no digit and no point with a digit stands right beside it."""
    before = xref.getprevious()
    parent = xref.getparent()
    lead = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return not lead[-1:].isdigit() and not (xref.tail or "")[:1].isdigit()
