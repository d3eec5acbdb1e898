"""SUBARTICLE-ID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("SUBARTICLE-ID")
def look(document: Document) -> Iterator[Fault]:
    """A sub-article has an id.

    What:
        `sub-article` and `response` have `id`.
    Why:
        PMC makes the address of its page of it.
    Fix:
        Add one.
    Bad:
        <sub-article article-type="letter"><front-stub><title-group><article-title>On redds</article-title></title-group></front-stub></sub-article>
    Good:
        <sub-article article-type="letter" id="SA1"><front-stub><title-group><article-title>On redds</article-title></title-group></front-stub>
            </sub-article>
    Source:
        PMC Tagging Guidelines, sub-article and response.
    """
    number = 0
    for part in document.all("sub-article", "response"):
        if part.get("id"):
            continue
        number += 1
        while f"SA{number}" in document.by_id:
            number += 1
        repair = Repair(f"Write id=“SA{number}”", (SetAttribute(part, "id", f"SA{number}"),), safe=True)
        yield Fault(part, f"<{part.tag!s}> has no id", expected=f"SA{number}", repair=repair)
