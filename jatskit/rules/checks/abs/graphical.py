"""ABS-GRAPHICAL."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("ABS-GRAPHICAL", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """An abstract that is a picture says so.

    What:
        An `abstract` or `trans-abstract` that holds a figure or an image and no more than a few words has the
        `abstract-type` “graphical”.
    Why:
        Who shows abstracts as text would show nothing; PubMed takes another one if it knows.
    Fix:
        Write `abstract-type="graphical"`.
    Bad:
        <abstract><fig><graphic xlink:href="trout.png"/></fig></abstract>
    Good:
        <abstract abstract-type="graphical"><fig><graphic xlink:href="trout.png"/></fig></abstract>
    Source:
        JATS4R, abstracts; PMC Tagging Guidelines, abstract.
    """
    for abstract in document.all("abstract", "trans-abstract"):
        type = abstract.get("abstract-type", "")
        if type or next(abstract.iter("graphic", "media"), None) is None or len(words(abstract).split()) > MOST_WORDS:
            continue
        repair = Repair("Write graphical", (SetAttribute(abstract, "abstract-type", "graphical"),))
        yield Fault(abstract, "this abstract is a picture, and does not say so", repair=repair)


#: With more words than a title and a caption have, the picture only goes with the text.
MOST_WORDS = 100
