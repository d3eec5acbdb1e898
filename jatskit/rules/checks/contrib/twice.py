"""CONTRIB-TWICE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_NOTES = {"equal-contrib": "equal", "deceased": "deceased"}


@rule("CONTRIB-TWICE", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """That authors contributed equally, or that one has died, is said once.

    What:
        A `contrib` with `equal-contrib="yes"` or `deceased="yes"` has no `xref` to a note of the type “equal” or “deceased” as well.
    Why:
        Who shows the article writes the sentence for the attribute, and readers see it twice. PMC refuses it.
    Fix:
        Keep the note, which has the journal's words, and take the attribute away.
    Bad:
        <article-meta><contrib-group><contrib contrib-type="author" equal-contrib="yes"><name><surname>Karasu</surname></name>
            <xref ref-type="fn" rid="fn1">*</xref></contrib></contrib-group>
            <author-notes><fn fn-type="equal" id="fn1"><p>These authors contributed equally.</p></fn></author-notes></article-meta>
    Good:
        <article-meta><contrib-group><contrib contrib-type="author"><name><surname>Karasu</surname></name>
            <xref ref-type="fn" rid="fn1">*</xref></contrib></contrib-group>
            <author-notes><fn fn-type="equal" id="fn1"><p>These authors contributed equally.</p></fn></author-notes></article-meta>
    Source:
        PMC Tagging Guidelines, contrib.
    """
    for contrib in document.all("contrib"):
        for attribute, type in _NOTES.items():
            if contrib.get(attribute) != "yes":
                continue
            ids = [id for xref in document.children(contrib, "xref") for id in xref.get("rid", "").split()]
            if any(document.by_id[id].get("fn-type") == type for id in ids if id in document.by_id):
                repair = Repair(f"Take {attribute} away", (SetAttribute(contrib, attribute, None),))
                message = f"{attribute} says what a note says, too"
                yield Fault(contrib, message, attribute=attribute, value="yes", repair=repair)
