"""REF-ELEMENT-VS-MIXED."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: The parts of a work that its text repeats letter by letter.
_MARKS = re.compile(r"[\W_]+")
_EXACT = frozenset({"year", "volume", "issue", "fpage", "elocation-id", "surname"})


@rule("REF-ELEMENT-VS-MIXED", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A reference that is there twice, marked up and as a text, says the same both times.

    What:
        Where a `ref` has one `element-citation` and one `mixed-citation` in the same language, the year, volume,
        issue, first page, article number and surnames of the one stand in the other's text.
    Why:
        The one is matched, the other is printed: when they differ, one of the two is wrong.
    Fix:
        See the work itself, and mend the one that is wrong.
    Bad:
        <ref id="R1"><mixed-citation>Lind A. Roe. Polar Res. 2001;3:17.</mixed-citation><element-citation
        publication-type="journal"><person-group person-group-type="author"><name><surname>Lind</surname></name></person-group>
        <article-title>Roe</article-title><source>Polar Res</source><year>2010</year><volume>3</volume><fpage>17</fpage>
        </element-citation></ref>
    Good:
        <ref id="R1"><mixed-citation>Lind A. Roe. Polar Res. 2001;3:17.</mixed-citation><element-citation
        publication-type="journal"><person-group person-group-type="author"><name><surname>Lind</surname></name></person-group>
        <article-title>Roe</article-title><source>Polar Res</source><year>2001</year><volume>3</volume><fpage>17</fpage>
        </element-citation></ref>
    Source:
        SciELO PS, mixed-citation and element-citation.
    """
    for marked in document.all("element-citation"):
        mixed = _beside(marked, document)
        if mixed is None:
            continue
        said = words(mixed)
        text = _plain(said)
        for part in marked.iterdescendants(*_EXACT):
            if len(part):
                continue
            value = words(part)
            if value not in said and _plain(value) not in text:
                yield Fault(
                    part,
                    f"the {part.tag!s} “{value[:40]}” is not in the text of the reference, “{words(mixed)[:60]}…”",
                    "See which of the two is right.",
                    value=value,
                )


def _beside(marked: etree._Element, document: Document) -> etree._Element | None:
    """Return the one text of the same work in the same language, if there is one text and one marked-up form."""
    holder = marked.getparent()
    if holder is None:
        return None
    mixed = document.children(holder, "mixed-citation")
    if (
        len(mixed) != 1
        or len(document.children(holder, "element-citation")) != 1
        or mixed[0].get(LANG) != marked.get(LANG)
    ):
        return None
    return mixed[0]


def _plain(text: str) -> str:
    return _MARKS.sub("", text.casefold())
