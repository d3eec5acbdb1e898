"""BACK-GLOSSARY."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("BACK-GLOSSARY", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A glossary stands at the end of the article.

    What:
        `glossary` does not stand in a section of the body.
    Why:
        PMC shows a glossary behind the article, unless the text cannot be read without it at this place.
    Fix:
        Move it to `back`.
    Bad:
        <body><sec id="s1"><title>Terms</title><glossary><def-list><def-item><term>Redd</term><def><p>A nest.</p></def></def-item></def-list>
            </glossary>
            </sec></body>
    Good:
        <glossary><def-list><def-item><term>Redd</term><def><p>A nest.</p></def></def-item></def-list></glossary>
    Source:
        PMC Tagging Guidelines, glossary.
    """
    for glossary in document.all("glossary"):
        holder = glossary.getparent()
        if holder is not None and holder.tag == "sec" and next(holder.iterancestors("body"), None) is not None:
            yield Fault(glossary, "the glossary stands in the text of the article", "Move it to <back>.")
