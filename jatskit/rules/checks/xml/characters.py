"""XML-CTRL."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.CHARACTERS)
def page() -> None:
    """Every character is one that XML allows.

    What:
        There is no control character in the text but tab and line ends, neither itself nor by its number.
    Why:
        XML forbids them, so that the document cannot be read at all. They come from word processors and PDF files.
    Fix:
        Take the character out, or write the one that was meant.
    Bad:
        <p>trout&#2;fishing</p>
    Good:
        <p>trout fishing</p>
    Source:
        XML 1.0, 2.2.
    """
