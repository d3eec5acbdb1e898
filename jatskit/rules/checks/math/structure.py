"""MATH-STRUCTURE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import MML, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_HOMES = {
    "annotation": "semantics", "annotation-xml": "semantics", "mprescripts": "mmultiscripts", "none": "mmultiscripts",
}  # fmt: skip


@rule("MATH-STRUCTURE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Annotations and the marks of indices stand where MathML has them.

    What:
        `mml:annotation` and `mml:annotation-xml` stand in `mml:semantics`, `mml:mprescripts` and `mml:none` in `mml:mmultiscripts`.
    Why:
        Elsewhere they mean nothing, and programs show the annotation as part of the formula.
    Fix:
        Put the element around them, or take them out.
    Bad:
        <disp-formula id="E1"><mml:math id="M1"><mml:mrow><mml:mi>a</mml:mi><mml:annotation>a</mml:annotation></mml:mrow></mml:math></disp-formula>
    Good:
        <disp-formula id="E1"><mml:math id="M1"><mml:semantics><mml:mi>a</mml:mi><mml:annotation>a</mml:annotation></mml:semantics></mml:math>
            </disp-formula>
    Source:
        MathML 3, 3.4.7 and 5.1; PMC Tagging Guidelines, mml:math.
    """
    for name, home in _HOMES.items():
        for element in document.all(f"{MML}{name}"):
            holder = element.getparent()
            if holder is None or holder.tag != f"{MML}{home}":
                yield Fault(element, f"<mml:{name}> stands outside <mml:{home}>", f"Put <mml:{home}> around it.")
