"""MATH-NESTED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("MATH-NESTED", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A formula does not hold a formula of its kind.

    What:
        No `disp-formula` stands in a `disp-formula`, no `inline-formula` in an `inline-formula`.
    Why:
        One of the two is too many, and each program numbers or shows another one.
    Fix:
        Take the inner tags away; several formulas that belong together stand in `disp-formula-group`.
    Bad:
        <disp-formula id="E1"><disp-formula id="E2">a + b</disp-formula></disp-formula>
    Good:
        <disp-formula id="E1">a + b</disp-formula>
    Source:
        PMC Tagging Guidelines, disp-formula.
    """
    for name in ("disp-formula", "inline-formula"):
        for formula in document.all(name):
            if next(formula.iterancestors(name), None) is not None:
                yield Fault(formula, f"<{name}> stands in another <{name}>", "Take the inner tags away.")
