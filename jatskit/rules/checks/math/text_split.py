"""MATH-TEXT-SPLIT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import MML, Document, is_blank, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_PARTS = frozenset(
    f"{MML}{name}"
    for name in (
        "msub",
        "msup",
        "msubsup",
        "mfrac",
        "munder",
        "mover",
        "munderover",
        "mroot",
        "mmultiscripts",
        "mfenced",
    )
)


@rule("MATH-TEXT-SPLIT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Words in a formula are one element.

    What:
        No `mml:mtext` is followed by another, except where they are parts of a fraction, an index and the like, or a blank.
    Why:
        Words in pieces cannot be searched for. PMC remarks on it.
    Fix:
        Write the words into one `mml:mtext`.
    Bad:
        <disp-formula id="E1"><mml:math id="M1"><mml:mtext>if </mml:mtext><mml:mtext>wet</mml:mtext></mml:math></disp-formula>
    Good:
        <disp-formula id="E1"><mml:math id="M1"><mml:mtext>if wet</mml:mtext></mml:math></disp-formula>
    Source:
        PMC Tagging Guidelines, mml:math.
    """
    for text in document.all(f"{MML}mtext"):
        after, holder = text.getnext(), text.getparent()
        if after is None or after.tag != text.tag or holder is None or holder.tag in _PARTS:
            continue
        if not is_blank(text) and not is_blank(after):
            message = f"“{words(text)[:20]}” and “{words(after)[:20]}” are two elements"
            yield Fault(text, message, "Write them into one <mml:mtext>.", value=words(text))
