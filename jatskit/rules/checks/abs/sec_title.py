"""ABS-SEC-TITLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap


@rule("ABS-SEC-TITLE")
def look(document: Document) -> Iterator[Fault]:
    """Each section of an abstract has a title, and there is more than one of them.

    What:
        A `sec` in `abstract` or `trans-abstract` has a `title` (or a `label`) that is not empty. One section alone is none.
    Why:
        PubMed prints the titles before the parts: “METHODS:”. A section without one says that there is a part, and not which.
    Fix:
        Write the title; where there is no more than one part, put its paragraphs into the abstract itself.
    Bad:
        <abstract><sec><p>Trout are fish.</p></sec><sec><title>Methods</title><p>We looked.</p></sec></abstract>
    Bad:
        <abstract><sec><title>Summary</title><p>Trout are fish.</p></sec></abstract>
    Bad:
        <abstract><sec><title/><p>Trout are fish.</p></sec></abstract>
    Good:
        <abstract><sec><title>Aims</title><p>What trout are.</p></sec><sec><title>Methods</title><p>We looked.</p></sec></abstract>
    Source:
        JATS4R, abstracts; PMC Tagging Guidelines, abstract.
    """
    for abstract in document.all("abstract", "trans-abstract"):
        sections = document.children(abstract, "sec")
        if len(sections) == 1 and (title := document.child(sections[0], "title")) is not None and words(title):
            message = f"“{words(title)[:60]}” is the only section of the abstract"
            yield Fault(sections[0], message, "Put its paragraphs into the abstract itself.", value=words(title))
        for sec in sections:
            parts = [part for part in sec if part.tag in ("title", "label")]
            if not any(map(words, parts)):
                lone = len(sections) == 1 and not parts
                repair = Repair("Take the tags of <sec> away", (Unwrap(sec),), safe=True) if lone else None
                advice = "" if repair else "Write it, or take the tags of <sec> away."
                yield Fault(sec, "this section of the abstract has no title", advice, repair=repair)
