"""Characters that no text in JATS may have."""

from __future__ import annotations

import re

#: One or more characters that the model refuses.
UNCARRIABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def carriable(text: str) -> str:
    """Return `text` if XML can carry it; raise ValueError, naming the first character that it cannot carry."""
    if bad := UNCARRIABLE.search(text):
        raise ValueError(f"the character U+{ord(bad[0][0]):04X} (the {bad.start() + 1}th) cannot stand in XML")
    return text
