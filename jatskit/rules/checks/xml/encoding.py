"""XML-ENC."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ENCODING)
def page() -> None:
    """The bytes are in the encoding that the document declares.

    What:
        The encoding that the XML declaration names, or UTF-8 if it names none, is the one of the bytes.
    Why:
        A byte that the encoding does not have makes the document unreadable; a wrong declaration turns é into Ã©.
    Fix:
        Save the file as UTF-8, and let the declaration say so.
    Bad:
        <?xml version="1.0" encoding="utf-99"?><!DOCTYPE article><article article-type="research-article"/>
    Good:
        <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE article><article article-type="research-article"/>
    Source:
        XML 1.0, 4.3.3; PMC File Submission Specifications.
    """
