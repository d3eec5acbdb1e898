"""SPS-AFF."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-AFF")
def look(document: Document) -> Iterator[Fault]:
    """Each affiliation is given as the article prints it, besides its parts.

    What:
        `aff` of the article (and of a sub-article that is a translation) has exactly one `institution` of `content-type` “original”.
    Why:
        SciELO shows it as it was written, and corrects the parts.
    Fix:
        Add `<institution content-type="original">` with the whole affiliation.
    Bad:
        <aff id="aff1"><institution content-type="orgname">Universidade do Rio</institution><country country="BR">Brasil</country></aff>
    Good:
        <aff id="aff1"><institution content-type="original">Universidade do Rio, Brasil</institution><country country="BR">Brasil</country></aff>
    Source:
        SciELO PS, aff.
    """
    for aff in document.all("aff"):
        holder = aff.getparent()
        if holder is None or holder.tag not in ("article-meta", "front-stub", "contrib-group"):
            continue
        count = sum(1 for each in aff.iter("institution") if each.get("content-type") == "original")
        if count != 1:
            said = "is not given as it was written" if not count else f"is given as it was written {count} times"
            advice = 'Add <institution content-type="original">.' if not count else "Keep one."
            yield Fault(aff, f"the affiliation “{spaced(aff)[:50]}” {said}", advice)
