"""DOCTYPE-SYSTEM."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.catalogue import KNOWN, target_of
from jatskit.schema.faults import Fault


@rule("DOCTYPE-SYSTEM", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Both identifiers in the DOCTYPE are of one schema.

    What:
        The file that the DOCTYPE names is not that of another tag set, version or kind of MathML than its public identifier.
    Why:
        A parser with a catalogue takes the first, one without takes the second: the document is valid for one of them only.
    Fix:
        Write the file's name that the message proposes; the folder or address before it does not matter.
    Bad:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1.dtd">
        <article article-type="research-article"/>
    Good:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3.dtd">
        <article article-type="research-article"/>
    Source:
        JATS, the catalogue of its DTDs; JATS4R validator.
    """
    info: Any = document.tree.docinfo
    known = target_of(info.public_id)
    file = (info.system_url or "").rpartition("/")[2]
    if known is None or file.lower() == known.system_id.lower():
        return
    others = [target.name for target in KNOWN if target.system_id.lower() == file.lower()]
    if others:
        message = f"the DOCTYPE's public identifier is of {known.name}, and the file {file} of {others[0]}"
        yield Fault(document.root, message, f"Write {known.system_id}, or the other public identifier.",
                    value=file, expected=known.system_id)  # fmt: skip
