"""CONTRIB-AFF-LINK."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("CONTRIB-AFF-LINK")
def look(document: Document) -> Iterator[Fault]:
    """Where there are several authors and several affiliations, it is said whose each one is.

    What:
        Each `aff` stands in its author's `contrib`, is the only one of its `contrib-group`, or has an `id` to which
        an `xref` or the `rid` of a `contrib` refers; and if other authors have an affiliation, each has one.
    Why:
        Institutions count their articles by it. One to which nobody refers is lost.
    Fix:
        Add `<xref ref-type="aff" rid="…"/>` to the authors who were there.
    Bad:
        <article-meta><contrib-group>
            <contrib contrib-type="author"><name><surname>Karasu</surname></name><xref ref-type="aff" rid="a1"/></contrib>
            <contrib contrib-type="author"><name><surname>Diaz</surname></name><xref ref-type="aff" rid="a1"/></contrib>
            <aff id="a1">University of Graz</aff><aff id="a2">Trout Society</aff></contrib-group></article-meta>
    Bad:
        <article-meta><contrib-group>
            <contrib contrib-type="author"><name><surname>Karasu</surname></name><xref ref-type="aff" rid="a1"/></contrib>
            <contrib contrib-type="author"><name><surname>Öhman</surname></name><xref ref-type="aff" rid="a2"/></contrib>
            <contrib contrib-type="author"><name><surname>Diaz</surname></name></contrib>
            <aff id="a1">University of Graz</aff><aff id="a2">Trout Society</aff></contrib-group></article-meta>
    Good:
        <article-meta><contrib-group>
            <contrib contrib-type="author"><name><surname>Karasu</surname></name><xref ref-type="aff" rid="a1"/></contrib>
            <contrib contrib-type="author"><name><surname>Diaz</surname></name><xref ref-type="aff" rid="a2"/></contrib>
            <aff id="a1">University of Graz</aff><aff id="a2">Trout Society</aff></contrib-group></article-meta>
    Source:
        JATS4R, authors and affiliations; SciELO PS, aff.
    """
    for meta in document.metas:
        groups = document.children(meta, "contrib-group")
        contribs = [(group, contrib) for group in groups for contrib in document.children(group, "contrib")]
        holders = [
            (parent, aff) for parent in (meta, *groups) for aff in parent if aff.tag in ("aff", "aff-alternatives")
        ]
        if len(contribs) < 2 or len(holders) < 2:
            continue
        ids = {aff: _ids(aff, document) for _, aff in holders}
        named = [(group, contrib, _named(contrib, document)) for group, contrib in contribs]
        used = {id for *_, names in named for id in names}
        held = Counter(holder for holder, _ in holders)
        for holder, aff in holders:
            # The only one of a group is that of all in it.
            cited = not ids[aff].isdisjoint(used) or not ids[aff].isdisjoint(document.xrefs_to)
            if not cited and (holder is meta or held[holder] > 1):
                advice = 'Add <xref ref-type="aff"> to the authors who were there.'
                yield Fault(aff, f"nobody has the affiliation “{spaced(aff)[:80]}”", advice)
        every = {id for found in ids.values() for id in found}
        authors = [found for found in named if found[1].get("contrib-type", "author") == "author"]
        lone = [
            author
            for group, author, names in authors
            if names.isdisjoint(every) and held[group] != 1 and not _has_own(author, document)
        ]
        if len(lone) * 2 < len(authors):
            for author in lone:
                name = document.child(author, "name")
                if document.child(author, "collab") is None and document.child(author, "anonymous") is None:
                    text = spaced(author if name is None else name)
                    yield Fault(author, f"“{text[:60]}” has no affiliation", 'Add <xref ref-type="aff">.')


def _named(contrib: etree._Element, document: Document) -> set[str]:
    """Return the ids that a contributor refers to."""
    found = set(contrib.get("rid", "").split())
    for xref in document.children(contrib, "xref"):
        found.update(xref.get("rid", "").split())
    return found


def _ids(aff: etree._Element, document: Document) -> set[str]:
    """Return the ids of an affiliation, or of all its alternatives."""
    return {element.get("id", "") for element in (aff, *document.children(aff, "aff"))} - {""}


def _has_own(author: etree._Element, document: Document) -> bool:
    return document.child(author, "aff") is not None or document.child(author, "aff-alternatives") is not None
