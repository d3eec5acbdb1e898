"""ART-SUBJECT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-SUBJECT")
def look(document: Document) -> Iterator[Fault]:
    """The article says under which heading of the table of contents it stands.

    What:
        `article-categories` has a `subj-group` of `subj-group-type` “heading”, with one `subject`, which is plain text.
        A group without a type, and one of the type “part”, are taken for it.
    Why:
        PMC makes the table of contents of an issue of these headings.
    Fix:
        Write the heading as the journal prints it: “Research Article”. All other subjects stand in groups of other types.
    Bad:
        <article-categories><subj-group subj-group-type="discipline"><subject>Fish</subject></subj-group></article-categories>
    Bad:
        <subj-group subj-group-type="heading"><subject>Article</subject><subject>Fish</subject></subj-group>
    Bad:
        <subj-group subj-group-type="heading"><subject>Article<xref ref-type="fn" rid="fn1">*</xref></subject></subj-group>
    Good:
        <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Source:
        PMC Tagging Guidelines, subj-group; SciELO PS, subj-group.
    """
    meta = document.article_meta
    if meta is None:
        return
    every = document.at(meta, "article-categories/subj-group")
    groups = [group for group in every if group.get("subj-group-type") == "heading"]
    # PMC takes a group without a type, or a part of an issue, for the heading.
    if not groups and not any(group.get("subj-group-type", "part") == "part" for group in every):
        at = document.child(meta, "article-categories")
        advice = 'Add <subj-group subj-group-type="heading"><subject>…</subject></subj-group>.'
        message = "the article does not say under which heading it stands"
        yield Fault(meta if at is None else at, message, advice)
    for group in groups:
        subjects = document.children(group, "subject")
        if len(subjects) > 1:
            said = f"the heading has {len(subjects)} subjects"
            yield Fault(subjects[1], said, "Keep one; put the others into a group of another type.")
        for subject in subjects:
            if not words(subject):
                yield Fault(subject, "the heading is empty", "Write it as the journal prints it.")
            elif (inside := next(subject.iter("xref", "fn"), None)) is not None:
                yield Fault(inside, f"the heading “{words(subject)[:60]}” holds <{inside.tag!s}>", "Take it out.")
