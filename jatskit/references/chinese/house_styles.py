"""Chinese citations without type codes: titles in 《》, or sentences with dots."""

from __future__ import annotations

from jatskit.references.chinese import dotted, guillemets
from jatskit.references.parts import Parts


def read(text: str, start: int, end: int, parts: Parts, *, lenient: bool = False) -> Parts | None:
    """Read a citation of a Chinese house style from the folded and masked `text`; None if it is none.

    `lenient` says that the citation has another half that is of these styles.
    """
    return guillemets.read(text, start, end, parts) or dotted.read(text, start, end, parts, lenient=lenient)
