"""ART-SUBJECT-ONE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-SUBJECT-ONE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The article stands under one heading.

    What:
        `article-categories` has one `subj-group` of the type “heading”.
    Why:
        PMC sorts the contents of an issue by it, and takes one of two at random.
    Fix:
        Give the others another `subj-group-type`.
    Bad:
        <article-categories><subj-group subj-group-type="heading"><subject>Articles</subject></subj-group>
            <subj-group subj-group-type="heading"><subject>Ecology</subject></subj-group></article-categories>
    Good:
        <article-categories><subj-group subj-group-type="heading"><subject>Articles</subject></subj-group>
            <subj-group subj-group-type="discipline"><subject>Ecology</subject></subj-group></article-categories>
    Source:
        PMC Tagging Guidelines, article-categories.
    """
    meta = document.article_meta
    found = document.at(meta, "article-categories/subj-group") if meta is not None else []
    for group in [group for group in found if group.get("subj-group-type") == "heading"][1:]:
        advice = "Give it another subj-group-type, such as discipline."
        yield Fault(
            group, f"“{spaced(group)[:60]}” is a heading besides the first", advice, "subj-group-type", "heading"
        )
