"""XML-ENC."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>?]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_HIGH = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
#: Encodings of one byte for each character that can be read even if they are the wrong one.
_ONE_BYTE = ("iso8859", "cp125", "latin", "mac")


@rule("XML-ENC")
def look(document: Document) -> Iterator[Fault]:
    """The bytes are in the encoding that the document declares.

    What:
        The encoding that the XML declaration names, or UTF-8 if it names none, is the one of the bytes, and of the mark
        at their beginning, if there is one.
    Why:
        A byte that the encoding does not have makes the document unreadable; a wrong declaration turns é into Ã©.
    Fix:
        Save the file as UTF-8, and let the declaration say so.
    Bad:
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <!DOCTYPE article>
        <article article-type="research-article"><body><p>Forellen in Österreich und der Türkei</p></body></article>
    Good:
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE article>
        <article article-type="research-article"><body><p>Forellen in Österreich und der Türkei</p></body></article>
    Source:
        XML 1.0, 4.3.3; PMC File Submission Specifications.
    """
    match = _DECLARED.match(document.data)
    if match is None:
        return
    declared = match[1].decode()
    try:
        codec = codecs.lookup(declared).name
    except LookupError:
        return
    advice = "Declare UTF-8."
    if document.data.startswith(codecs.BOM_UTF8) and codec not in ("utf-8", "utf-8-sig"):
        message = f"the file begins with the mark of UTF-8, and the document declares {declared}"
        yield Fault(document.root, message, advice, value=declared, expected="UTF-8")
    elif codec.startswith(_ONE_BYTE) and _HIGH.search(document.data):
        try:
            document.data.decode("utf-8")
        except UnicodeDecodeError:
            return
        message = f"the bytes are UTF-8, and the document declares {declared}, which makes other letters of them"
        yield Fault(document.root, message, advice, value=declared, expected="UTF-8")
