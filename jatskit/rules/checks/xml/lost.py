"""XML-LOST-CHAR."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jatskit.findings import Severity
from jatskit.rules.document import Document, texts
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: At most so many elements are named; the rest has the same cause.
MOST = 50
_LOST = "\ufffd"


@rule("XML-LOST-CHAR", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """No character was lost on the way.

    What:
        U+FFFD (�) does not occur. A program puts it where it could not read a character.
    Why:
        The letter is lost, in a name often: whoever searches for it finds nothing.
    Fix:
        Look the place up in the manuscript or in print, and write what stands there.
    Bad:
        <p>Jos&#xFFFD; caught a trout.</p>
    Good:
        <p>José caught a trout.</p>
    Source:
        The Unicode Standard, 23.8.
    """
    data = document.data
    if data and b"\0" not in data[:4]:
        written = b"\xef" in data and _LOST.encode() in data
        if not written and _LOST not in document.character_references:
            return
    for element, text in islice(((e, t) for e, t in texts(document) if _LOST in t), MOST):
        at = text.index(_LOST)
        around = " ".join(text[max(at - 20, 0) : at + 20].split())
        yield Fault(element, f"a character was lost in “{around}”", "Look it up in the manuscript.", value=_LOST)
