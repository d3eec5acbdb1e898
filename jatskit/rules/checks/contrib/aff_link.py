"""CONTRIB-AFF-LINK."""

from __future__ import annotations

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
        groups = meta.findall("contrib-group")
        contribs = [contrib for group in groups for contrib in group.findall("contrib")]
        shared = [aff for parent in (meta, *groups) for aff in parent if aff.tag in ("aff", "aff-alternatives")]
        if len(contribs) < 2 or len(shared) < 2:
            continue
        named = {id for contrib in contribs for id in _named(contrib)}
        for aff in shared:
            ids = {aff.get("id", ""), *(inner.get("id", "") for inner in aff.iter("aff"))} - {""}
            if not ids & named and not ids & document.xrefs_to.keys() and not _only(aff, shared):
                advice = 'Add <xref ref-type="aff"> to the authors who were there.'
                yield Fault(aff, f"nobody has the affiliation “{spaced(aff)[:80]}”", advice)
        yield from _without(contribs, shared)


def _named(contrib: etree._Element) -> Iterator[str]:
    yield from contrib.get("rid", "").split()
    for xref in contrib.iter("xref"):
        yield from xref.get("rid", "").split()


def _only(aff: etree._Element, shared: list[etree._Element]) -> bool:
    """Whether it is the only affiliation of its group, and so that of all in it."""
    group = aff.getparent()
    return group is not None and group.tag == "contrib-group" and sum(o.getparent() is group for o in shared) == 1


def _without(contribs: list[etree._Element], shared: list[etree._Element]) -> Iterator[Fault]:
    """Find authors with no affiliation, where all the others have one."""
    ids = {inner.get("id", "") for aff in shared for inner in aff.iter("aff", "aff-alternatives")} - {""}
    authors = [contrib for contrib in contribs if contrib.get("contrib-type", "author") == "author"]
    lone = [author for author in authors if not _has(author, ids, shared)]
    if len(lone) * 2 < len(authors):
        for author in lone:
            if author.find("collab") is None and author.find("anonymous") is None:
                name = author.find("name")
                text = spaced(author if name is None else name)
                yield Fault(author, f"“{text[:60]}” has no affiliation", 'Add <xref ref-type="aff">.')


def _has(author: etree._Element, ids: set[str], shared: list[etree._Element]) -> bool:
    if (
        not ids.isdisjoint(_named(author))
        or author.find("aff") is not None
        or author.find("aff-alternatives") is not None
    ):
        return True
    group = author.getparent()
    return sum(aff.getparent() is group for aff in shared) == 1
