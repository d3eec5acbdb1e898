"""KWD-GROUP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, is_blank, words
from jatskit.rules.rule import rule
from jatskit.schema.edits import escaped
from jatskit.schema.faults import Delete, Fault, Insert, Repair, Side

#: From so many commas on, a keyword that stands alone is a list.
COMMAS = 1
_SEMICOLONS = re.compile(r"\s{0,20}[;；]\s{0,20}")
_COMMAS = re.compile(r"\s{0,20}[,，、]\s{0,20}")


@rule("KWD-GROUP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Each keyword has an element of its own, and each of several lists says what it is.

    What:
        A `kwd` holds one keyword, not a list with semicolons or commas, and is not empty. Of several `kwd-group` in one
        place, one at most has neither `kwd-group-type` nor `xml:lang`.
    Why:
        “trout; salmon; char” is one keyword, which nobody looks for.
    Fix:
        Give each keyword a `kwd`; write `kwd-group-type` or the language.
    Bad:
        <kwd-group><kwd>trout; salmon; char</kwd></kwd-group>
    Bad:
        <kwd-group>
            <kwd>trout, salmon, char</kwd>
        </kwd-group>
    Bad:
        <article-meta><kwd-group><kwd>trout</kwd></kwd-group><kwd-group><kwd>Forelle</kwd></kwd-group></article-meta>
    Bad:
        <kwd-group><kwd>trout</kwd><kwd/></kwd-group>
    Good:
        <article-meta><kwd-group><kwd>trout</kwd><kwd>salmon</kwd></kwd-group>
            <kwd-group xml:lang="de"><kwd>Forelle</kwd></kwd-group></article-meta>
    Source:
        JATS4R, keywords; PMC Tagging Guidelines, kwd-group.
    """
    plain: dict[etree._Element | None, etree._Element] = {}
    for group in document.all("kwd-group"):
        if not group.get("kwd-group-type") and not group.get(LANG):
            other = plain.setdefault(group.getparent(), group)
            if other is not group:
                message = f"there is a list of keywords before this one (line {other.sourceline}), and neither says what it is"
                yield Fault(group, message, "Write kwd-group-type or xml:lang.")
        kwds = document.children(group, "kwd")
        for kwd in kwds:
            if is_blank(kwd):
                repair = Repair("Take it out", (Delete(kwd),), safe=True) if len(kwds) > 1 else None
                yield Fault(kwd, "this keyword is empty", "" if repair else "Write it.", repair=repair)
            elif parts := _parts(kwd, len(kwds)):
                xml = "".join(f"<kwd>{escaped(part)}</kwd>" for part in parts)
                repair = Repair("Give each an element", (Insert(kwd, Side.AFTER, xml), Delete(kwd)))
                message = f"“{words(kwd)[:80]}” is a list of {len(parts)} keywords"
                yield Fault(kwd, message, value=words(kwd)[:200], repair=None if len(kwd) else repair)


def _parts(kwd: etree._Element, count: int) -> list[str]:
    """Return the keywords of a list that stands in one element; nothing if it is no list."""
    text = words(kwd)
    parts = [part for part in _SEMICOLONS.split(text) if part]
    if len(parts) < 2 and count == 1 and len(_COMMAS.findall(text)) >= COMMAS:
        parts = [part for part in _COMMAS.split(text) if part]
    return parts if len(parts) > 1 else []
