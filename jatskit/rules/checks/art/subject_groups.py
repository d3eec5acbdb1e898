"""ART-SUBJECT-GROUPS."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ART-SUBJECT-GROUPS", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Several groups of subjects say how they differ.

    What:
        Of the `subj-group` elements of the article, not of the branches in them, one at most has neither `subj-group-type` nor `xml:lang`;
        a `compound-subject` has more than one part.
    Why:
        A heading, a discipline and a collection are all `subj-group`. Without a type no program can tell them apart.
    Fix:
        Add `subj-group-type`.
    Bad:
        <article-categories><subj-group><subject>Articles</subject></subj-group><subj-group><subject>Ecology</subject></subj-group>
            </article-categories>
    Bad:
        <subj-group><compound-subject><compound-subject-part content-type="text">Ecology</compound-subject-part></compound-subject></subj-group>
    Good:
        <article-categories><subj-group subj-group-type="heading"><subject>Articles</subject></subj-group>
            <subj-group subj-group-type="discipline"><subject>Ecology</subject></subj-group></article-categories>
    Source:
        JATS4R, Subject and keywords.
    """
    plain: dict[etree._Element, etree._Element] = {}
    for group in document.all("subj-group"):
        holder = group.getparent()
        # Groups in a group are the branches of one classification.
        if group.get("subj-group-type") or group.get(LANG) or holder is None or holder.tag == "subj-group":
            continue
        other = plain.setdefault(holder, group)
        if other is not group:
            message = f"“{spaced(group)[:40]}” is a group besides “{spaced(other)[:40]}”, and neither says of what"
            yield Fault(group, message, "Add subj-group-type.")
    for compound in document.all("compound-subject"):
        if sum(1 for _ in compound.iterchildren("compound-subject-part")) == 1:
            yield Fault(compound, f"“{spaced(compound)[:60]}” has one part only", "Write it as <subject>.")
