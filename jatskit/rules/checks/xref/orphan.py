"""XREF-ORPHAN."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What is cited in the text wherever it stands: its element and its name.
_ALWAYS = {"fig": ("figure", "figures"), "table-wrap": ("table", "tables"), "ref": ("reference", "references")}
#: What is cited where others of its kind are.
_OFTEN = {"aff": "affiliation", "corresp": "address", "fn": "footnote"}
#: What stands outside the text that would cite it.
_APART = ("abstract", "trans-abstract", "supplementary-material", "bio", "sub-article", "response", "product")

_DASHES = frozenset("- \u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 ~ 至 ～ to through bis à a".split())
_NO_DASH = "…"
_AROUND = "()[] \n\t\r\u00a0"
#: The most characters between two references that a dash joins, with the white space around it.
_SHORT = 40
#: The most elements that one range is taken to cite.
_LONGEST = 500
_RANGE = re.compile(r"(\d{1,5})\s?[-\u2010-\u2015\u2212]\s?(\d{1,5})")


@rule("XREF-ORPHAN", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Every figure, table, reference, affiliation and note is cited somewhere.

    What:
        Each numbered `fig` and `table-wrap` and each `ref` is the target of an `xref`, and so is each `aff`, `corresp` and
        labelled `fn` where others of its kind are. What lies between the ends of a cited range (3–7) is cited.
    Why:
        What nobody cites is a citation that was lost, or one that was not marked up, so that no link leads there.
    Fix:
        Mark up the place that cites it as `xref`, or take it out.
    Bad:
        <article dtd-version="1.3" article-type="research-article"><body><p>As <xref ref-type="bibr" rid="R1">1</xref> showed.</p>
        </body><back><ref-list><ref id="R1"><mixed-citation>Kovar 2019.</mixed-citation></ref>
        <ref id="R2"><mixed-citation>Lind 2020.</mixed-citation></ref></ref-list></back></article>
    Bad:
        <body><p>Text.</p><fig id="F1"><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig></body>
    Good:
        <article dtd-version="1.3" article-type="research-article"><body><p>As others showed
        (<xref ref-type="bibr" rid="R1">1</xref>–<xref ref-type="bibr" rid="R3">3</xref>).</p></body><back><ref-list>
        <ref id="R1"><mixed-citation>Kovar 2019.</mixed-citation></ref><ref id="R2"><mixed-citation>Lind 2020.</mixed-citation></ref>
        <ref id="R3"><mixed-citation>Mora 2021.</mixed-citation></ref></ref-list></back></article>
    Source:
        SciELO PS, xref; JATS tag library, xref.
    """
    if not document.all("body"):
        return
    cited = set(document.xrefs_to)
    numbered = {tag: _numbered(document, tag) for tag in _ALWAYS}
    if not all(element.get("id") in cited for elements in numbered.values() for element in elements):
        _fill(document, numbered.values(), cited)
        for tag, (one, many) in _ALWAYS.items():
            lost = [element for element in numbered[tag] if not _is_cited(element, cited)]
            if len(lost) == len(numbered[tag]) > 1:
                message = f"none of the {len(lost)} {many} is cited by an <xref>"
                yield Fault(lost[0], message, "Mark up where the text cites them.")
                continue
            for element in lost:
                yield _fault(element, one, document)
    for tag, one in _OFTEN.items():
        groups: dict[etree._Element | None, list[etree._Element]] = {}
        for element in document.all(tag):
            label = document.child(element, "label") if tag == "fn" else None
            if element.get("id") and (tag != "fn" or (label is not None and (label.text or "").strip())):
                groups.setdefault(element.getparent(), []).append(element)
        for elements in groups.values():
            lost = [element for element in elements if not _is_cited(element, cited)]
            if len(lost) < len(elements):
                for element in lost:
                    yield _fault(element, one, document)


def _numbered(document: Document, tag: str) -> list[etree._Element]:
    """Return the elements of this name that the text must cite."""
    elements = document.all(tag)
    if tag == "ref":  # One without an id cannot be cited, which REF-ID tells.
        return [element for element in elements if element.get("id")]
    return [
        element for element in elements if document.child(element, "label") is not None and _is_of_the_text(element)
    ]


def _is_of_the_text(element: etree._Element) -> bool:
    return next(element.iterancestors(*_APART), None) is None


def _is_cited(element: etree._Element, cited: set[str]) -> bool:
    """Whether an element, one in it or a group that it belongs to is cited."""
    if element.get("id") in cited:
        return True
    if any(child.get("id") in cited for child in element.iterdescendants() if child.get("id")):
        return True
    return any(holder.get("id") in cited for holder in element.iterancestors("fig-group", "table-wrap-group", "fig"))


def _fill(document: Document, kinds: Iterable[list[etree._Element]], cited: set[str]) -> None:
    """Add to the cited ids those of the elements that lie between the ends of a range that is cited."""
    order = {id: (elements, n) for elements in kinds for n, element in enumerate(elements) if (id := element.get("id"))}
    for xref, rid, _, text, tail in document.xrefs:
        between = tail.strip(_AROUND) if len(tail) < _SHORT else _NO_DASH
        if (not between or between in _DASHES) and (after := _end_of_range(xref, between)) is not None:
            elements, first = order.get(rid, ((), 0))
            others, last = order.get(after.get("rid", ""), ((), 0))
            if not elements or others is not elements:
                continue
        elif not text.isalnum() and (match := _RANGE.search(text)):
            elements, first = order.get(rid, ((), 0))
            last = min(first + int(match[2]) - int(match[1]), len(elements) - 1)
        else:
            continue
        cited.update(elements[n].get("id", "") for n in range(first, min(last, first + _LONGEST) + 1))


def _end_of_range(xref: etree._Element, between: str) -> etree._Element | None:
    """Return the next reference if nothing but a dash stands between the two: in the text, raised, or between raised ones."""
    after = xref.getnext()
    if after is None and not between and (holder := xref.getparent()) is not None and holder.tag == "sup":
        between, after = (holder.tail or "").strip(_AROUND), holder.getnext()
        if after is not None and after.tag == "sup" and len(after):
            after = after[0]
    elif after is not None and not between and after.tag == "sup" and not len(after):
        between, after = (after.text or "").strip(_AROUND), after.getnext()
    return after if between in _DASHES and after is not None and after.tag == "xref" else None


def _fault(element: etree._Element, one: str, document: Document) -> Fault:
    label = document.child(element, "label")
    name = words(label) if label is not None else element.get("id", "")
    return Fault(
        element,
        f"the {one}{f' “{name[:40]}”' if name else ''} is cited nowhere",
        "Mark up where the text cites it, or take it out.",
        value=element.get("id", ""),
    )
