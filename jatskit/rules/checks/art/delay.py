"""ART-DELAY."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_RIGHT = re.compile(r"\s*[0-9]{1,4}\s*\|\s*[0-9]{1,4}\s*")


@rule("ART-DELAY")
def look(document: Document) -> Iterator[Fault]:
    """The delay until PMC shows the article is stated in months and days.

    What:
        A processing instruction `release-delay` holds two numbers with an upright stroke between them, even if one of them is 0.
    Why:
        PMC cannot read it otherwise, and would show the article at once, or never.
    Fix:
        Write months, a stroke and days.
    Bad:
        <article article-type="editorial" dtd-version="1.3" xml:lang="en"><?release-delay 12?><front><article-meta/></front></article>
    Good:
        <article article-type="editorial" dtd-version="1.3" xml:lang="en"><?release-delay 12|0?><front><article-meta/></front></article>
    Source:
        PMC Tagging Guidelines, Embargo delay.
    """
    if b"release-delay" not in document.source:
        return
    for instruction in document.root.iter(etree.ProcessingInstruction):
        text = instruction.text or ""
        if getattr(instruction, "target", "") == "release-delay" and not _RIGHT.fullmatch(text):
            holder = instruction.getparent()
            message = f"the delay “{text.strip()[:40]}” is not months and days"
            yield Fault(document.root if holder is None else holder, message, "Write them as 12|0.", value=text.strip())
