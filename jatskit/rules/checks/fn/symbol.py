"""FN-SYMBOL."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("FN-SYMBOL")
def look(document: Document) -> Iterator[Fault]:
    """The mark of a note is its label.

    What:
        `fn` has no `symbol`.
    Why:
        PMC shows the label, and leaves the attribute out.
    Fix:
        Write the mark into `label`.
    Bad:
        <fn-group><fn id="n1" symbol="*"><p>Now at Hull.</p></fn></fn-group>
    Good:
        <fn-group><fn id="n1"><label>*</label><p>Now at Hull.</p></fn></fn-group>
    Source:
        PMC Tagging Guidelines, fn.
    """
    for fn in document.all("fn"):
        symbol = fn.get("symbol")
        if symbol is not None:
            yield Fault(fn, f"the mark “{symbol[:20]}” stands in symbol", "Write it into <label>.", "symbol", symbol)
