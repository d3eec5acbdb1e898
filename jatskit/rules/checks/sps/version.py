"""SPS-VERSION."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_FORM = re.compile(r"sps-[0-9]{1,2}\.[0-9]{1,2}")


@rule("SPS-VERSION")
def look(document: Document) -> Iterator[Fault]:
    """The article says which version of SciELO PS it follows.

    What:
        `article/@specific-use` is “sps-” with a version, such as “sps-1.9”.
    Why:
        SciELO checks the document by the rules of that version.
    Fix:
        Add `specific-use="sps-1.9"`.
    Bad:
        <article article-type="editorial" dtd-version="1.1" xml:lang="pt"><front><article-meta/></front></article>
    Good:
        <article article-type="editorial" dtd-version="1.1" xml:lang="pt" specific-use="sps-1.9"><front><article-meta/></front></article>
    Source:
        SciELO PS, article.
    """
    stated = document.root.get("specific-use", "")
    if not _FORM.fullmatch(stated.strip()):
        message = (
            f"“{stated[:40]}” is no version of SciELO PS"
            if stated
            else "the article does not say which version of SciELO PS it follows"
        )
        yield Fault(document.root, message, 'Write specific-use="sps-1.9".', "specific-use" if stated else "", stated)
