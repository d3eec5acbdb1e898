"""MATH-SEMANTICS."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import MML, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("MATH-SEMANTICS")
def look(document: Document) -> Iterator[Fault]:
    """PMC takes annotations of whole expressions only.

    What:
        `mml:semantics` is a child of `mml:math`. (MathML allows it anywhere.)
    Why:
        PMC refuses it elsewhere.
    Fix:
        Put it around the whole expression.
    Bad:
        <disp-formula id="E1"><mml:math id="M1"><mml:mrow><mml:semantics><mml:mi>a</mml:mi></mml:semantics></mml:mrow></mml:math></disp-formula>
    Good:
        <disp-formula id="E1"><mml:math id="M1"><mml:semantics><mml:mi>a</mml:mi></mml:semantics></mml:math></disp-formula>
    Source:
        PMC Tagging Guidelines, mml:math.
    """
    for semantics in document.all(f"{MML}semantics"):
        holder = semantics.getparent()
        if holder is not None and holder.tag != f"{MML}math":
            yield Fault(semantics, "<mml:semantics> is about a part of the expression", "Put it around the whole.")
