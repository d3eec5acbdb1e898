"""SPS-FN-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-FN-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """Each note says of what kind it is.

    What:
        `fn` in `fn-group` and in `author-notes` has `fn-type`.
    Why:
        SciELO gathers conflicts of interest, shares of the work and data from notes by it.
    Fix:
        Add `fn-type`; “other” for what is none of the kinds.
    Bad:
        <fn-group><fn id="n1"><p>No data were made.</p></fn></fn-group>
    Good:
        <fn-group><fn id="n1" fn-type="other"><p>No data were made.</p></fn></fn-group>
    Source:
        SciELO PS, fn.
    """
    for fn in document.all("fn"):
        holder = fn.getparent()
        if holder is not None and holder.tag in ("fn-group", "author-notes") and not fn.get("fn-type"):
            yield Fault(fn, f"the note “{spaced(fn)[:50]}” does not say of what kind it is", "Add fn-type.")
