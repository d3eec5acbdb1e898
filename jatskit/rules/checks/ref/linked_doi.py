"""REF-LINKED-DOI."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.identifiers import doi
from jatskit.rules.document import HREF, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.edits import escaped
from jatskit.schema.faults import Delete, Fault, Insert, Repair, Side


@rule("REF-LINKED-DOI", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The DOI of a cited work stands in `pub-id`, not in a link to the web alone.

    What:
        A citation that has an `ext-link` or `uri` to doi.org has the same DOI as `pub-id`.
    Why:
        Whoever gathers citations reads identifiers from `pub-id`; a DOI in a link is an address like any other.
    Fix:
        Mark the DOI up as `pub-id`.
    Bad:
        <element-citation publication-type="journal"><source>Polar Res</source><year>2001</year><ext-link ext-link-type="uri"
        xlink:href="https://doi.org/10.1234/roe.3">https://doi.org/10.1234/roe.3</ext-link></element-citation>
    Good:
        <element-citation publication-type="journal"><source>Polar Res</source><year>2001</year>
        <pub-id pub-id-type="doi">10.1234/roe.3</pub-id></element-citation>
    Source:
        JATS4R, Citations; PMC Tagging Guidelines, pub-id.
    """
    for citation in document.citations:
        if "ext-link" not in citation.parts and "uri" not in citation.parts:
            continue
        if any(id.get("pub-id-type") == "doi" for id in citation.parts.get("pub-id", ())):
            continue
        for link in (*citation.parts.get("ext-link", ()), *citation.parts.get("uri", ())):
            href = link.get(HREF) or words(link)
            if "doi.org/10." not in href:
                continue
            try:
                found = doi(href)
            except ValueError:
                continue
            pub_id = f'<pub-id pub-id-type="doi">{escaped(found)}</pub-id>'
            repair = Repair(f"Mark {found} up as <pub-id>", (Insert(link, Side.BEFORE, pub_id), Delete(link)))
            yield Fault(link, f"the DOI {found} is marked up as a link", value=href, expected=found, repair=repair)
            break
