"""MATH-ID."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import MML, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("MATH-ID", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Every expression in MathML or TeX has an id.

    What:
        `mml:math` and `tex-math` have an `id`. One finding tells how many lack it.
    Why:
        PMC makes an image of each expression, whose name is made of the id.
    Fix:
        Number them: m1, m2, m3.
    Bad:
        <p><inline-formula><mml:math><mml:mi>a</mml:mi></mml:math></inline-formula> is the age.</p>
    Good:
        <p><inline-formula><mml:math id="m1"><mml:mi>a</mml:mi></mml:math></inline-formula> is the age.</p>
    Source:
        PMC Tagging Guidelines, mml:math.
    """
    all_ = document.all(f"{MML}math", "tex-math")
    without = [math for math in all_ if not math.get("id")]
    if without:
        message = (
            f"{len(without)} of the {len(all_)} expressions have no id" if len(all_) > 1 else "the expression has no id"
        )
        yield Fault(without[0], message, "Give each an id.")
