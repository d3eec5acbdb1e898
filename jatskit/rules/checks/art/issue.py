"""ART-ISSUE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText

_LABEL = re.compile(r"(?i)(?:volume|vol|issue|iss|number|num|no|nr|n[º°]|№|issue no)\b[.:]?\s{0,9}(?=\S*\d)")
_NOTHING = frozenset({"n/a", "na", "none", "null", "undefined", "-", "–", "?", "tbd", "xx"})


@rule("ART-ISSUE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Volume and issue are the bare numbers, and a supplement is an issue.

    What:
        `volume` and `issue` of the article hold what counts them, without words such as “Vol.” or “No.”, and no filler
        such as “N/A”. A supplement is told in `issue` (“Suppl 1”), not in `supplement`.
    Why:
        Who shows the article puts the words before it himself: “Vol. Vol. 5”.
    Fix:
        Write the number alone; take an element with a filler out.
    Bad:
        <volume>Vol. 5</volume>
    Bad:
        <issue>N/A</issue>
    Bad:
        <article-meta><volume>5</volume><supplement>1</supplement></article-meta>
    Good:
        <article-meta><volume>5</volume><issue>Suppl 1</issue></article-meta>
    Source:
        PMC Tagging Guidelines, volume, issue and supplement; SciELO PS, issue.
    """
    meta = document.article_meta
    if meta is None:
        return
    for element in [*document.children(meta, "volume"), *document.children(meta, "issue")]:
        text = (element.text or "").strip()
        if is_blank(element):
            yield Fault(element, f"<{element.tag!s}> is empty", "Write it, or take the element out.")
        elif text.lower() in _NOTHING:
            yield Fault(element, f"“{text}” is no {element.tag!s}", "Take the element out.", value=text)
        elif (match := _LABEL.match(text)) and not len(element):
            bare = text[match.end() :].strip()
            repair = Repair(f"Write {bare}", (SetText(element, bare),), safe=True)
            message = f"the {element.tag!s} is “{bare}”, and “{match[0].strip()}” stands before it"
            yield Fault(element, message, value=text, expected=bare, repair=repair)
    for name in ("volume", "issue"):
        plain = [
            element
            for element in document.children(meta, name)
            if not element.get("content-type") and not element.get(LANG)
        ]
        if len(plain) > 1 and len({(element.text or "").strip() for element in plain}) > 1:
            message = f"there are {len(plain)} elements <{name}>, and they do not say how they differ"
            yield Fault(plain[1], message, "Keep the right one; numbers of a double issue stand in one element.")
    for supplement in document.children(meta, "supplement"):
        yield Fault(supplement, "a supplement is told beside the issue", "Put it into <issue>: “Suppl 1”.")
