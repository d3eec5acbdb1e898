"""MATH-NUMBER-SPLIT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import MML, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: In these, what stands side by side are parts, such as a base and its index.
_PARTS = frozenset(
    f"{MML}{name}"
    for name in ("msub", "msup", "msubsup", "mfrac", "munder", "mover", "munderover", "mroot", "mmultiscripts")
)


@rule("MATH-NUMBER-SPLIT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A number is one element.

    What:
        No `mml:mn` is followed by another of the same style, except where they are parts of a fraction, an index and the like.
    Why:
        Two numbers side by side are two numbers: “2” and “0” are read aloud as “two zero”, and a program multiplies them.
    Fix:
        Write the number into one `mml:mn`.
    Bad:
        <disp-formula id="E1"><mml:math id="M1"><mml:mn>2</mml:mn><mml:mn>0</mml:mn></mml:math></disp-formula>
    Good:
        <disp-formula id="E1"><mml:math id="M1"><mml:mn>20</mml:mn></mml:math></disp-formula>
    Source:
        PMC Tagging Guidelines, mml:math; MathML 3, mn.
    """
    for number in document.all(f"{MML}mn"):
        after = number.getnext()
        holder = number.getparent()
        if after is None or after.tag != number.tag or holder is None or holder.tag in _PARTS:
            continue
        if (
            holder.tag == f"{MML}mfenced"
            or (number.tail or "").strip()
            or number.get("mathvariant") != after.get("mathvariant")
        ):
            continue
        message = f"the number “{words(number)[:20]}{words(after)[:20]}” is in two elements"
        yield Fault(number, message, "Write it into one <mml:mn>.", value=words(number))
