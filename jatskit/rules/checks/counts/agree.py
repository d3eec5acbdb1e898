"""COUNT-AGREE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("COUNT-AGREE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """What the article says of its own length is so.

    What:
        In `counts`, `ref-count` is how many references the article has, and `page-count` is no more and no less than from
        `fpage` to `lpage`. Where the document holds no references, or no pages, it is not counted.
    Why:
        Aggregators check by these numbers whether they have received the whole article.
    Fix:
        Write the number that the message names, if nothing is missing.
    Bad:
        <article article-type="research-article"><front><article-meta><counts><ref-count count="3"/></counts></article-meta></front>
            <back><ref-list><ref id="r1"/><ref id="r2"/></ref-list></back></article>
    Bad:
        <article-meta><fpage>125</fpage><lpage>131</lpage><counts><page-count count="6"/></counts></article-meta>
    Good:
        <article-meta><fpage>125</fpage><lpage>131</lpage><counts><page-count count="7"/></counts></article-meta>
    Source:
        JATS tag library, counts; SciELO PS, counts.
    """
    meta = document.article_meta
    counts = document.child(meta, "counts") if meta is not None else None
    if meta is None or counts is None:
        return
    refs = document.all("ref")
    if document.all("sub-article", "response"):
        refs = [ref for ref in refs if next(ref.iterancestors("sub-article", "response"), None) is None]
    own = len(refs)
    first, last = (
        int(text) if text.isdecimal() and len(text) < 7 else 0
        for text in ((meta.findtext(name) or "").strip() for name in ("fpage", "lpage"))
    )
    pages = last - first + 1 if 0 < first <= last and document.child(meta, "page-range") is None else 0
    for name, real, what in (("ref-count", own, "references"), ("page-count", pages, "pages")):
        count = document.child(counts, name)
        said = count.get("count", "") if count is not None else ""
        if count is None or not said.isdecimal() or len(said) > 6 or not real or int(said) == real:
            continue
        repair = Repair(f"Write {real}", (SetAttribute(count, "count", str(real)),))
        message = f"{name} is {int(said)}, and there are {real} {what}"
        yield Fault(count, message, "See whether something is missing.", "count", said, str(real), repair)
