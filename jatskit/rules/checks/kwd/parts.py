"""KWD-PARTS."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, spaced, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("KWD-PARTS", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Keywords of several parts have several, and of one list all say of what kind they are, or none.

    What:
        `compound-kwd` has more than one `compound-kwd-part`. Where there are several `kwd-group` elements, either all `kwd` of one have
        `content-type`, or none has.
    Why:
        A part without its fellow, such as a code without its word, says nothing; nor does a keyword of no kind among those that have one.
    Fix:
        Add the other part, or write a `kwd`.
    Bad:
        <kwd-group kwd-group-type="author"><compound-kwd><compound-kwd-part content-type="text">salmon</compound-kwd-part></compound-kwd></kwd-group>
    Bad:
        <article-meta><kwd-group kwd-group-type="author"><kwd content-type="fish">salmon</kwd><kwd>rivers</kwd></kwd-group>
            <kwd-group kwd-group-type="mesh"><kwd>Salmo</kwd></kwd-group></article-meta>
    Good:
        <kwd-group kwd-group-type="author"><kwd>salmon</kwd></kwd-group>
    Source:
        JATS4R, Subject and keywords.
    """
    for compound in document.all("compound-kwd"):
        if sum(1 for _ in compound.iterchildren("compound-kwd-part")) == 1:
            yield Fault(compound, f"“{spaced(compound)[:60]}” has one part only", "Write it as <kwd>.")
    groups = document.all("kwd-group")
    for group in groups if len(groups) > 1 else ():
        kwds = document.children(group, "kwd")
        without = [kwd for kwd in kwds if not kwd.get("content-type")]
        if without and len(without) < len(kwds):
            message = f"“{words(without[0])[:40]}” does not say of what kind it is, as others of its list do"
            yield Fault(without[0], message, "Add content-type.")
