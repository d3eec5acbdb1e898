"""EMPTY-ELEMENT."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Delete, Fault, Repair, Unwrap

#: Elements that say nothing if they have no content. Those of metadata and citations, too: an empty one looks like a fact.
_BLOCKS = tuple(
    (
        "abstract ack addr-line aff app article-title attrib author-notes award-id back body boxed-text caption chapter-title "
        "collab contrib-group corresp country day def def-list degrees disp-formula disp-quote elocation-id fn fn-group fpage "
        "funding-source history inline-formula institution issue kwd kwd-group label license-p list lpage month "
        "named-content p publisher-name ref-list role sec source subtitle supplementary-material term title "
        "trans-abstract trans-title volume"
    ).split()
)
_INLINE = tuple("italic bold sup sub sc underline monospace styled-content roman overline strike".split())
#: Paragraphs in these may go without harm: the schema does not ask for one there.
_SPARING = frozenset({"sec", "body", "abstract", "ack", "app", "notes", "caption", "disp-quote", "boxed-text"})
#: Empty ones that say something by being there, or by an attribute.
_SPEAKING = frozenset({"{http://www.w3.org/1999/xlink}href", "country"})


@rule("EMPTY-ELEMENT")
def look(document: Document) -> Iterator[Fault]:
    """No element that should say something is empty.

    What:
        Paragraphs, titles, sections, lists, labels, names, dates, the parts of a citation and marks such as
        `italic` hold text or another element.
    Why:
        An empty element is a hole in the page, and in metadata a fact that is none.
    Fix:
        Take it away, or write what was lost.
    Bad:
        <sec id="s1"><title>Methods</title><p>We counted fish.</p><p> </p></sec>
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><title/></caption><graphic xlink:href="f1.tif"/></fig>
    Bad:
        <p>We counted <italic/>fish.</p>
    Good:
        <sec id="s1"><title>Methods</title><p>We counted <italic>Salmo trutta</italic>.</p></sec>
    Source:
        PMC Tagging Guidelines, general; JATS4R, Accessibility; SciELO PS, empty elements.
    """
    for name in document.names.intersection(_BLOCKS):
        for element in [e for e in document.all(name) if not (text := e.text) or text.isspace()]:
            if len(element):
                continue
            if _is_told_elsewhere(element, name):
                continue
            if _SPEAKING.isdisjoint(element.keys()):
                repair = Repair("Take it away", (Delete(element),), safe=True) if _may_go(element) else None
                yield Fault(element, f"<{name}> is empty", "" if repair else "Take it away, or fill it.", repair=repair)
    for name in document.names.intersection(_INLINE):
        for element in [e for e in document.all(name) if not (text := e.text) or text.isspace()]:
            if len(element):
                continue
            if element.text:
                repair = Repair("Take its tags away", (Unwrap(element),), safe=True)
            else:
                repair = Repair("Take it away", (Delete(element),), safe=True)
            yield Fault(element, f"<{name}> is empty", repair=repair if not element.get("id") else None)


def _is_told_elsewhere(element: etree._Element, name: str) -> bool:
    """Whether an empty label stands for one that is not printed, or another rule looks at the element."""
    parent = element.getparent()
    if parent is None:
        return False
    if name == "label":
        return parent.tag in ("fn", "list-item")
    return (name == "title" and parent.tag == "sec") or (name == "article-title" and parent.tag == "title-group")


def _may_go(element: etree._Element) -> bool:
    parent = element.getparent()
    if element.tag != "p" or parent is None or element.attrib:
        return False
    beside = (element.getprevious(), element.getnext())
    return parent.tag in _SPARING and any(other is not None and other.tag == "p" for other in beside)
