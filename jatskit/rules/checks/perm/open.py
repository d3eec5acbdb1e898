"""PERM-OPEN."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("PERM-OPEN")
def look(document: Document) -> Iterator[Fault]:
    """An article whose funder paid for open access has a licence.

    What:
        Where there is an `open-access` element, `permissions` of the article has a `license`.
    Why:
        PMC shows under which terms the article may be used, and cannot if none are stated.
    Fix:
        Add the `license`.
    Bad:
        <article-meta><funding-group><open-access><p>Paid for by the River Trust.</p></open-access></funding-group></article-meta>
    Good:
        <article-meta><permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license>
            </permissions>
            <funding-group><open-access><p>Paid for by the River Trust.</p></open-access></funding-group></article-meta>
    Source:
        PMC Tagging Guidelines, open-access.
    """
    meta = document.article_meta
    found = document.all("open-access")
    if found and (meta is None or not document.at(meta, "permissions/license")):
        yield Fault(found[0], "open access was paid for, and the article has no licence", "Add <license>.")
