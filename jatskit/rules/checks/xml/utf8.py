"""XML-UTF8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KNOWN_TO_ALL = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})


@rule("XML-UTF8", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """The document is in UTF-8 or UTF-16.

    What:
        The encoding is UTF-8 (of which ASCII is a part) or UTF-16, and none of the older ones, such as ISO-8859-1.
    Why:
        These two are the only encodings that each XML parser must know. The others hold few letters; all else has
        to be written by numbers.
    Fix:
        Save the file as UTF-8, and declare it.
    Bad:
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <!DOCTYPE article>
        <article article-type="research-article"><body><p>Trout</p></body></article>
    Good:
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE article>
        <article article-type="research-article"><body><p>Trout</p></body></article>
    Source:
        XML 1.0, 4.3.3.
    """
    info: Any = document.tree.docinfo
    encoding = str(info.encoding or "utf-8")
    if encoding.lower() not in _KNOWN_TO_ALL:
        message = f"the document is in {encoding}, which not every parser knows"
        yield Fault(document.root, message, "Save it as UTF-8.", value=encoding, expected="UTF-8")
