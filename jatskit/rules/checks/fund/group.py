"""FUND-GROUP."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("FUND-GROUP")
def look(document: Document) -> Iterator[Fault]:
    """There is one group of funders, and each award is from one of them.

    What:
        An article has one `funding-group`. Each `award-group` has one `funding-source` (or `support-source`), which is not empty.
    Why:
        Funders look for their awards. If two funders share an award group, its number is credited to the wrong one.
    Fix:
        Put all awards into one `funding-group`; give each funder an `award-group`.
    Bad:
        <award-group><award-id>T-17</award-id></award-group>
    Bad:
        <award-group><funding-source>Trout Fund</funding-source><funding-source>Salmon Fund</funding-source></award-group>
    Bad:
        <article-meta><funding-group><funding-statement>We had none.</funding-statement></funding-group>
            <funding-group><award-group><funding-source>Trout Fund</funding-source></award-group></funding-group></article-meta>
    Good:
        <award-group><funding-source><institution-wrap><institution>Trout Fund</institution></institution-wrap></funding-source>
            <award-id>T-17</award-id></award-group>
    Source:
        JATS4R, funding; Crossref, funding data.
    """
    for meta in document.metas:
        groups = document.children(meta, "funding-group")
        for group in groups[1:]:
            message = f"there are {len(groups)} groups of funders"
            yield Fault(group, message, f"Put its content into the first one (line {groups[0].sourceline}).")
    for award in document.all("award-group"):
        sources = [child for child in award if child.tag in ("funding-source", "support-source")]
        number = document.child(award, "award-id")
        shown = f" {words(number)[:60]}" if number is not None else ""
        if not sources:
            yield Fault(award, f"the award{shown} has no funder", "Add <funding-source>.")
        elif len(sources) > 1 and len({source.get("specific-use") for source in sources}) < len(sources):
            yield Fault(
                sources[1], f"the award{shown} has {len(sources)} funders", "Give each funder an <award-group>."
            )
        for source in sources:
            if not words(source):
                yield Fault(source, "the name of the funder is empty", "Write it.")
