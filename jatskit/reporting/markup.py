"""Text as HTML: nothing that stands in a page, in a file's name or in a value can become markup."""

from __future__ import annotations

import re

from jatskit.findings import Severity

#: The words for a severity that an editor reads.
SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

#: What HTML cannot hold or nobody can see, and marks that turn the direction of the text: told by their codes.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}


def attribute(text: str) -> str:
    """Return `text` fit for an attribute's value in quotation marks."""
    return _UNSEEN.sub(lambda match: f"U+{ord(match[0]):04X}", text).translate(_ESCAPES)


def escaped(text: str) -> str:
    """Return `text` fit for an element's content; a character that cannot be seen becomes its code in a box."""
    text = text.translate(_ESCAPES)
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda match: f'<span class="c">U+{ord(match[0]):04X}</span>', text)
