"""A document's text, as its bytes say it and as they are made of it again."""

from __future__ import annotations

import re

from jatskit.schema.parsing import ANY_DOCTYPE, DECLARED, SUBSET, WIDE, readable

_BOM = b"\xef\xbb\xbf"


def codec_of(data: bytes) -> str:
    """Return the encoding of a document: by its first bytes, else as it declares, else UTF-8."""
    wide = next((codec for start, codec in WIDE if data.startswith(start)), None)
    if wide or data.startswith(_BOM):
        return wide or "utf-8-sig"
    declared = DECLARED.match(data)
    return declared[1].decode("ascii", "replace") if declared else "utf-8"


def text_of(data: bytes) -> str:
    """Return the text of a document, without its byte order mark. What its encoding does not have is U+FFFD."""
    data, encoding = readable(data, "")
    try:
        return data.decode(encoding or codec_of(data), "replace").removeprefix("\ufeff")
    except LookupError:
        return data.decode("utf-8", "replace").removeprefix("\ufeff")


def encoded(text: str, before: bytes) -> bytes:
    """Return a text in the encoding that a document had before; what that cannot say is a character reference."""
    codec = codec_of(before)
    mark = "\ufeff" if codec.endswith(("-le", "-be")) and before.decode(codec, "replace")[:1] == "\ufeff" else ""
    return (mark + text).encode(codec, "xmlcharrefreplace")


_PROLOG = re.compile(
    r"(?s)\ufeff?+(?:\s++|<\?.*?\?>|<!--.*?-->|"
    + ANY_DOCTYPE.pattern.decode().removeprefix("(?s)").replace("(?P<open>\\[)?+", r"(?:\[")
    + SUBSET.pattern.decode().removeprefix("(?s)")
    + r"\s*+)?+>)*+"
)


def root_starts_at(text: str) -> int:
    """Return the offset of the root element's start tag in the text of a document that `parse` has read."""
    match = _PROLOG.match(text)
    return match.end() if match else 0
