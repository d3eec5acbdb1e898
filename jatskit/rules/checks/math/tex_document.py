"""MATH-TEX-DOCUMENT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_ENTITY = re.compile(r"&#x?[0-9A-Fa-f]{1,6};")


@rule("MATH-TEX-DOCUMENT")
def look(document: Document) -> Iterator[Fault]:
    r"""TeX for PMC is a whole document.

    What:
        `tex-math` holds a preamble, `\begin{document}` and `\end{document}`. (JATS4R and others ask for the opposite: the expression alone.)
        One finding tells how many do not. Characters are not written by their numbers (`&amp;#945;`).
    Why:
        PMC gives each of them to TeX as it is, and makes an image of it.
    Fix:
        Put the expression into a document with the packages that it needs, or give PMC MathML.
    Bad:
        <disp-formula id="E1"><tex-math id="M1">a+b</tex-math></disp-formula>
    Bad:
        <disp-formula id="E1"><tex-math id="M1">\begin{document}$$&amp;#945;+b$$\end{document}</tex-math></disp-formula>
    Good:
        <disp-formula id="E1"><tex-math id="M1">\documentclass{minimal}\begin{document}$$a+b$$\end{document}</tex-math></disp-formula>
    Source:
        PMC Tagging Guidelines, tex-math.
    """
    found = document.all("tex-math")
    for tex in found:
        if _ENTITY.search("".join(tex.itertext())):
            yield Fault(tex, "the TeX holds a character of XML by its number", "Write it as TeX does.")
    bare = [tex for tex in found if not _is_whole("".join(tex.itertext()))]
    if bare:
        many = (
            f"{len(bare)} of the {len(found)} expressions in TeX are" if len(found) > 1 else "the expression in TeX is"
        )
        yield Fault(bare[0], f"{many} no whole document", "Put it between \\begin{document} and \\end{document}.")


def _is_whole(text: str) -> bool:
    return "\\begin{document}" in text and "\\end{document}" in text
