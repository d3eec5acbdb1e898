"""MATH-WRAP."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import MML, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_MATH = f"{MML}math"
_FORMULAS = ("disp-formula", "inline-formula")


@rule("MATH-WRAP")
def look(document: Document) -> Iterator[Fault]:
    """Mathematics stands in a formula, which holds one expression, once in each form.

    What:
        `mml:math` and `tex-math` stand in `inline-formula` or `disp-formula`. A formula holds one expression: several forms of it
        stand in `alternatives`, at most one of each. A labelled `disp-formula` has an `id`.
    Why:
        Platforms style, number and link formulas. What stands beside one another outside `alternatives` is shown twice.
    Fix:
        Put `inline-formula` or `disp-formula` around the expression, and `alternatives` around its forms.
    Bad:
        <p>Here <mml:math><mml:mi>a</mml:mi></mml:math> is the age.</p>
    Bad:
        <disp-formula id="E1"><mml:math><mml:mi>a</mml:mi></mml:math><tex-math>a</tex-math></disp-formula>
    Bad:
        <disp-formula id="E1"><alternatives><tex-math>a</tex-math><tex-math>b</tex-math></alternatives></disp-formula>
    Bad:
        <disp-formula><label>(1)</label><tex-math>a</tex-math></disp-formula>
    Good:
        <disp-formula id="E1"><alternatives><mml:math><mml:mi>a</mml:mi></mml:math><tex-math>a</tex-math></alternatives>
        </disp-formula>
    Source:
        JATS4R, Math; PMC Tagging Guidelines, Formulas.
    """
    for name in (_MATH, "tex-math"):
        for math in document.all(name):
            parent = math.getparent()
            if not len(math) and not (math.text or "").strip():
                yield Fault(math, "the expression is empty", "Write it, or take it away.")
            if parent is not None and parent.tag == "alternatives":
                parent = parent.getparent()
            if parent is None or parent.tag in _FORMULAS:
                continue
            if next(math.iterancestors(*_FORMULAS), None) is None:
                holder = str(parent.tag)
                yield Fault(
                    math, f"the expression stands in <{holder}>, not in a formula", "Put <inline-formula> around it."
                )
    for formula in document.all(*_FORMULAS):
        forms = [child for child in formula if child.tag in (_MATH, "tex-math", "graphic", "inline-graphic")]
        if len(forms) > 1:
            yield Fault(
                forms[1],
                "the formula holds more than one expression",
                "Put forms of one expression into <alternatives>, other expressions into formulas of their own.",
            )
        for alternatives in formula.iterchildren("alternatives"):
            seen: set[str] = set()
            for form in alternatives:
                kind = str(form.tag).removeprefix("inline-")
                if kind in seen and not form.get("specific-use") and kind in (_MATH, "tex-math", "graphic"):
                    yield Fault(
                        form, "the alternatives have the same form of the expression twice", "Keep one of each."
                    )
                seen.add(kind)
        if (
            formula.tag == "disp-formula"
            and not formula.get("id")
            and (label := document.child(formula, "label")) is not None
        ):
            yield Fault(formula, f"the formula “{words(label)[:20]}” has no id", "Give it one, as the others have.")
