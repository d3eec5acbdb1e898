"""ABS-PRESENT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_TYPES = frozenset({"research-article", "review-article", "systematic-review"})


@rule("ABS-PRESENT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A research article and a review have an abstract, and each further abstract says what it is.

    What:
        `article-meta` of a research article, a review or a systematic review has an `abstract`. Of several abstracts,
        one at most has neither `abstract-type` nor a language of its own.
    Why:
        Databases show the abstract. If there are two of the same kind, each takes another one.
    Fix:
        Add the abstract; write `abstract-type`: “graphical”, “plain-language-summary”, “teaser”.
    Bad:
        <article-meta><title-group><article-title>The trout</article-title></title-group></article-meta>
    Bad:
        <article-meta><abstract><p>Trout are fish.</p></abstract><abstract><p>For everybody: trout swim.</p></abstract></article-meta>
    Good:
        <article-meta><abstract><p>Trout are fish.</p></abstract>
            <abstract abstract-type="plain-language-summary"><p>For everybody: trout swim.</p></abstract></article-meta>
    Source:
        PMC Tagging Guidelines, abstract; JATS4R, abstracts.
    """
    meta = document.article_meta
    if meta is None:
        return
    found = document.children(meta, "abstract")
    if not found and document.child(meta, "trans-abstract") is None and document.type in _TYPES:
        yield Fault(meta, f"this {document.type} has no abstract", "Add <abstract>.")
    own = document.root.get(LANG)
    plain = [a for a in found if not a.get("abstract-type") and a.get(LANG) in (None, own)]
    for abstract in plain[1:]:
        message = f"there is an abstract before this one (line {plain[0].sourceline}), and neither says what it is"
        yield Fault(abstract, message, "Write abstract-type.")
