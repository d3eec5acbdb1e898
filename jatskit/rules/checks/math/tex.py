"""MATH-TEX."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText

_PAIRS = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))
_BEGIN, _END = "\\begin{document}", "\\end{document}"


@rule("MATH-TEX", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    r"""TeX of a formula is the expression alone, without the marks that begin mathematics.

    What:
        `tex-math` holds TeX of math mode: without `$…$`, `$$…$$`, `\(…\)` or `\[…\]` around it, and without a preamble.
    Why:
        The formula around it says that it is mathematics; programs that read it put their own marks, and two of them clash.
    Fix:
        Take the marks away.
    Bad:
        <disp-formula id="E1"><tex-math>$$a+b$$</tex-math></disp-formula>
    Bad:
        <disp-formula id="E1"><tex-math>\documentclass{minimal}\begin{document}$$a+b$$\end{document}</tex-math></disp-formula>
    Good:
        <disp-formula id="E1"><tex-math>a+b</tex-math></disp-formula>
    Source:
        JATS4R, Math.
    """
    for tex in document.all("tex-math"):
        text = (tex.text or "").strip()
        start = text.find(_BEGIN)
        end = text.find(_END, start) if start >= 0 else -1
        body = end >= 0
        inner = text[start + len(_BEGIN) : end].strip() if body else text
        for first, last in _PAIRS:
            if inner.startswith(first) and inner.endswith(last) and len(inner) >= len(first) + len(last):
                inner = inner[len(first) : -len(last)].strip()
                break
        if inner == text or not inner:
            continue
        what = "stands in a document of its own" if body else "stands in marks that begin and end mathematics"
        whole = not len(tex) and "$" not in inner and "\\documentclass" not in inner
        repair = Repair("Write the expression alone", (SetText(tex, inner),), safe=not body) if whole else None
        yield Fault(
            tex, f"the TeX {what}", "Write the expression alone.", value=text[:200], expected=inner[:200], repair=repair
        )
