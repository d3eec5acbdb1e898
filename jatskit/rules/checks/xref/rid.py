"""XREF-RID."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.kinds import ELEMENTS
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("XREF-RID")
def look(document: Document) -> Iterator[Fault]:
    """A cross-reference names what it refers to, and that is in the document.

    What:
        An `xref` has a `rid`, which holds the `id` of an element of the document, or several of them.
    Why:
        A reader who follows the reference arrives nowhere, and citations of works are not counted.
    Fix:
        Write the id of the target into `rid`. Where the target is no part of the document, use `ext-link`.
    Bad:
        <p>As shown before <xref ref-type="bibr">[3]</xref>.</p>
    Bad:
        <article dtd-version="1.3" article-type="research-article"><body><p>As <xref ref-type="bibr" rid="r-1">1</xref>
        showed.</p></body><back><ref-list><ref id="R1"><label>1</label><mixed-citation>Kovar 2019.</mixed-citation></ref>
        </ref-list></back></article>
    Good:
        <p id="p1">See <xref ref-type="other" rid="p1">above</xref>.</p>
    Source:
        JATS tag library, xref; PMC Tagging Guidelines, Cross References.
    """
    ids = document.by_id
    alike: dict[str, list[str]] | None = None
    for xref in document.all("xref"):
        named = xref.get("rid", "").split()
        if not named:
            yield Fault(
                xref,
                f"the cross-reference “{words(xref)[:60]}” names no target",
                "Give it a rid with the id of what it refers to.",
            )
        for id in named:
            if id in ids:
                continue
            if alike is None:
                alike = {}
                for other in ids:
                    alike.setdefault(_plain(other), []).append(other)
            near = alike.get(_plain(id), [])
            found = near[0] if len(near) == 1 else _labelled(document, xref) if len(named) == 1 else ""
            repair = None
            if found:
                value = " ".join(found if part == id else part for part in named)
                repair = Repair(f"Refer to {found}", (SetAttribute(xref, "rid", value),))
            advice = "" if repair else "Write the id of an element of this document."
            yield Fault(xref, f"no element has the id “{id}”", advice, "rid", id, found, repair)


def _plain(id: str) -> str:
    """Return what is left of an id without case, punctuation and zeros before a number."""
    plain, before = "", ""
    for letter in id.lower():
        if letter.isalnum() and not (letter == "0" and not before.isdigit()):
            plain += letter
        before = letter
    return plain


def _labelled(document: Document, xref: etree._Element) -> str:
    """Return the id of the one element of the kind that the reference says whose label it repeats."""
    text = words(xref).strip("[]() .")
    found = [
        element.get("id", "")
        for element in document.all(*ELEMENTS.get(xref.get("ref-type", ""), ()))
        if text and element.get("id") and (element.findtext("label") or "").strip("[]() .\n\t") == text
    ]
    return found[0] if len(found) == 1 else ""
