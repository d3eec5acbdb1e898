"""FIG-LABEL-CAPTION."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: How a label reads that was left in the caption, in the languages of most journals.
_LABEL = re.compile(
    r"(?i)(?:supplement(?:al|ary)?\s{1,3})?(?:fig(?:ure|ura|\.)?|abb(?:ildung|\.)|scheme|plate|рис(?:унок|\.)|图|図|"
    r"table|tab(?:elle|\.)|tabl(?:a|eau)|tabela|табл(?:ица|\.)|表|box)\s{0,3}[S\d]\d{0,3}\b"
)
_NAMES = {"fig": "figure", "table-wrap": "table", "boxed-text": "box", "fig-group": "group of figures"}
_PREFIX = {"fig": "fig", "table-wrap": "table", "boxed-text": "box", "fig-group": "figgroup"}
#: Where pictures stand that are no figures.
_APART = ("bio", "abstract", "trans-abstract", "article-meta", "front-stub", "journal-meta", "sig-block")


@rule("FIG-LABEL-CAPTION", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Figures, tables and boxes have an id, and their number stands in `label`, not in the caption.

    What:
        `fig`, `table-wrap` and labelled `boxed-text` have an `id`. A figure or table has a `label` or a `caption`, unless it is anchored
        in the running text (`position="anchor"`). No caption begins with “Figure 1” where the label is missing or empty.
    Why:
        Without an id nothing leads to the figure; without a label nothing says which one it is.
    Fix:
        Move the number into `label`; give the element an id.
    Bad:
        <fig id="F1"><caption><title>Figure 1. Roe</title></caption><graphic xlink:href="f1.tif"/></fig>
    Bad:
        <fig><label>Figure 1</label><caption><title>Roe</title></caption><graphic xlink:href="f1.tif"/></fig>
    Bad:
        <table-wrap id="T1"><table><tr><td>1</td></tr></table></table-wrap>
    Good:
        <fig id="F1"><label>Figure 1</label><caption><title>Roe</title></caption><graphic xlink:href="f1.tif"/></fig>
    Good:
        <table-wrap id="T1" position="anchor"><table><tr><th>Oligo</th></tr></table></table-wrap>
    Source:
        JATS4R, Display objects; PMC Tagging Guidelines, Figures and Tables.
    """
    for tag, name in _NAMES.items():
        free = _free(document, _PREFIX[tag])
        for element in document.all(tag):
            label, caption = document.child(element, "label"), document.child(element, "caption")
            text = words(label) if label is not None else ""
            if not element.get("id") and (text or caption is not None):
                id = next(free)
                repair = Repair(f"Give it the id {id}", (SetAttribute(element, "id", id),))
                yield Fault(element, f"the {name} “{text[:40] or _start(caption)}” has no id", repair=repair)
            if text:
                continue
            if caption is not None and (match := _LABEL.match(_start(caption))):
                yield Fault(
                    caption,
                    f"the caption begins with “{match[0]}”, and the {name} has no label",
                    "Move it into <label>.",
                    value=match[0],
                )
            elif caption is None and tag in ("fig", "table-wrap") and _stands_alone(element):
                yield Fault(element, f"the {name} has neither a label nor a caption", "Add a <label> and a <caption>.")


def _start(caption: etree._Element | None) -> str:
    return words(caption)[:60] if caption is not None else ""


def _stands_alone(element: etree._Element) -> bool:
    parent = element.getparent()
    if element.get("position") == "anchor":
        return False
    if parent is not None and parent.tag in ("fig-group", "table-wrap-group", "fig", "alternatives"):
        return False
    return next(element.iterancestors(*_APART), None) is None


def _free(document: Document, prefix: str) -> Iterator[str]:
    """Yield ids of this prefix that no element has."""
    return (id for number in count(1) if (id := f"{prefix}{number}") not in document.by_id)
