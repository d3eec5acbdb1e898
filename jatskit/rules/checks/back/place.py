"""BACK-PLACE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("BACK-PLACE")
def look(document: Document) -> Iterator[Fault]:
    """Acknowledgements and notes stand at the end of the article, not in its text.

    What:
        `ack` and `notes` do not stand in the body. A note in proof (`notes-type="note-in-proof"`) is in `back`, a disclaimer
        (`notes-type="disclaimer"`) in `front`, and `back` has no `title`.
    Why:
        PMC shows these parts where they belong, and refuses them elsewhere.
    Fix:
        Move them to `back`.
    Bad:
        <body><sec id="s1"><title>End</title><ack><p>We thank the boatmen.</p></ack></sec></body>
    Bad:
        <notes notes-type="disclaimer"><p>These are the views of the authors.</p></notes>
    Bad:
        <front><article-meta/><notes notes-type="note-in-proof"><p>The dam has gone.</p></notes></front>
    Bad:
        <back><title>End</title><ack><p>We thank the boatmen.</p></ack></back>
    Good:
        <ack><p>We thank the boatmen.</p></ack>
    Source:
        PMC Tagging Guidelines, back, notes and ack.
    """
    for element in document.all("ack", "notes"):
        type = element.get("notes-type") if element.tag == "notes" else None
        holder = element.getparent()
        where = str(holder.tag) if holder is not None else ""
        if type == "disclaimer":
            if where != "front":
                yield Fault(
                    element, f"a disclaimer stands in <{where}>", "Move it to <front>.", value=spaced(element)[:80]
                )
        elif next(element.iterancestors("body"), None) is not None and where in ("sec", "body"):
            yield Fault(element, f"<{element.tag!s}> stands in the text of the article", "Move it to <back>.")
        elif type == "note-in-proof" and where != "back":
            yield Fault(element, f"a note in proof stands in <{where}>", "Move it to <back>.")
    for back in document.all("back"):
        title = document.child(back, "title")
        if title is not None:
            yield Fault(title, f"the end of the article has a title, “{words(title)[:60]}”", "Take it out.")
