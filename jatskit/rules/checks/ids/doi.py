"""ID-DOI."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.identifiers import doi
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute, SetText

_ATTRIBUTES = ("source-id", "document-id", "object-id")


@rule("ID-DOI")
def look(document: Document) -> Iterator[Fault]:
    """What is said to be a DOI of a part, an issue or a related thing is one.

    What:
        `object-id`, `issue-id` and `volume-id` of `pub-id-type` “doi”, and the identifiers of `related-object` whose type is “doi”, hold the
        bare DOI: without “doi:” and without an address before it.
    Why:
        One that is written otherwise leads nowhere, and Crossref does not take it for a component.
    Fix:
        Write the DOI alone.
    Bad:
        <fig id="F1"><object-id pub-id-type="doi">https://doi.org/10.1234/salmo.5.f1</object-id><label>Figure 1</label>
            <graphic xlink:href="f1.tif"/></fig>
    Bad:
        <related-object id="o1" document-id="salmo.5" document-id-type="doi"/>
    Good:
        <fig id="F1"><object-id pub-id-type="doi">10.1234/salmo.5.f1</object-id><label>Figure 1</label><graphic xlink:href="f1.tif"/></fig>
    Source:
        DOI Handbook, 2.2; JATS4R, Display objects; PMC Tagging Guidelines, object-id and related-object.
    """
    for id in document.all("object-id", "issue-id", "volume-id"):
        text = (id.text or "").strip()
        if id.get("pub-id-type") != "doi" or not text:
            continue
        right, said = _judged(text)
        if said:
            repair = Repair(f"Write {right}", (SetText(id, right),), safe=True) if right else None
            yield Fault(id, said, "" if right else "Write the DOI alone.", value=text, expected=right, repair=repair)
    for related in document.all("related-object"):
        for name in _ATTRIBUTES:
            text = related.get(name, "").strip()
            if related.get(f"{name}-type") != "doi" or not text:
                continue
            right, said = _judged(text)
            if said:
                repair = Repair(f"Write {right}", (SetAttribute(related, name, right),), safe=True) if right else None
                yield Fault(related, said, "" if right else "Write the DOI alone.", name, text, right, repair)


def _judged(text: str) -> tuple[str, str]:
    """Return the DOI that a text holds or is about, and what is wrong with the text; both "" if nothing is."""
    try:
        found = doi(text)
    except ValueError as error:
        return "", str(error)
    return (found, f"“{text[:80]}” is an address, and the DOI is {found}") if found != text else ("", "")
