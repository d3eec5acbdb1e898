"""RELATED-MATCH."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: Which kinds of article may lead to another in this way.
_FROM = {
    "addended-article": ("addendum",),
    "commentary-article": ("article-commentary", "editorial", "letter", "discussion", "expression-of-concern"),
    "corrected-article": ("correction",),
    "retracted-article": ("retraction", "partial-retraction"),
}


@rule("RELATED-MATCH")
def look(document: Document) -> Iterator[Fault]:
    """An article that leads to the one that it corrects is a correction.

    What:
        An article with a `related-article` (or a `related-object` that is an article) of the type “corrected-article” is of the `article-type`
        “correction”, one with “retracted-article” a “retraction”, one with “addended-article” an “addendum”, one with
        “commentary-article” a commentary, editorial, letter or discussion.
    Why:
        PMC marks the other article as corrected or retracted by it. The wrong way round, it marks the wrong one.
    Fix:
        See which of the two is right. The corrected article leads to its correction by “correction-forward”.
    Bad:
        <related-article id="ra1" related-article-type="corrected-article" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Good:
        <related-article id="ra1" related-article-type="correction-forward" ext-link-type="doi" xlink:href="10.1234/salmo.4"/>
    Source:
        PMC Tagging Guidelines, related-article.
    """
    own = document.type.strip()
    if not own:
        return
    for related in document.all("related-article", "related-object"):
        name = "related-article-type" if related.tag == "related-article" else "link-type"
        type = related.get(name, "")
        if (
            type not in _FROM
            or own in _FROM[type]
            or (name == "link-type" and related.get("document-type") != "article")
        ):
            continue
        message = (
            f"the article is of the type “{own[:40]}” and leads to a “{type}”, which is that of “{_FROM[type][0]}”"
        )
        yield Fault(related, message, "See which of them is right.", name, type)
