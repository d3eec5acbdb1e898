"""ART-FPAGE-ELOC."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, is_blank
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-FPAGE-ELOC")
def look(document: Document) -> Iterator[Fault]:
    """The article has a first page or an article number, and its last page is not before its first.

    What:
        `article-meta` has `fpage` or `elocation-id`, neither empty; `lpage` comes with `fpage`, and is written in full.
    Why:
        PMC demands one of the two, and without them nobody can cite the article.
    Fix:
        Write the page, or the number by which the journal counts articles that have none.
    Bad:
        <article-meta><volume>5</volume></article-meta>
    Bad:
        <article-meta><fpage>125</fpage><lpage>31</lpage></article-meta>
    Bad:
        <article-meta><elocation-id/></article-meta>
    Good:
        <article-meta><fpage>125</fpage><lpage>131</lpage></article-meta>
    Good:
        <article-meta><elocation-id>e0125</elocation-id></article-meta>
    Source:
        PMC Tagging Guidelines, fpage and elocation-id.
    """
    meta = document.article_meta
    if meta is None:
        return
    first, last, number = (
        document.child(meta, "fpage"),
        document.child(meta, "lpage"),
        document.child(meta, "elocation-id"),
    )
    if first is None and number is None:
        advice = "Add <fpage>, or <elocation-id> for a number in place of pages."
        yield Fault(meta, "the article has neither a first page nor an article number", advice)
    for element in (first, last, number):
        if element is not None and is_blank(element):
            yield Fault(element, f"<{element.tag!s}> is empty", "Write it, or take the element out.")
    if last is not None and first is None:
        yield Fault(last, "there is a last page and no first page", "Add <fpage>.")
    elif first is not None and last is not None:
        one, other = (first.text or "").strip(), (last.text or "").strip()
        numbers = one.isdecimal() and other.isdecimal() and len(one) < 10 and len(other) < 10
        if numbers and int(other) < int(one) and document.child(meta, "page-range") is None:
            full = one[: len(one) - len(other)] + other
            advice = f"Did you mean {full}?" if len(other) < len(one) and int(full) >= int(one) else ""
            yield Fault(last, f"the last page, {other}, is before the first, {one}", advice or "See which is right.")
