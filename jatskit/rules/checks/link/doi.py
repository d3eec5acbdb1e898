"""LINK-DOI."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.identifiers import doi
from jatskit.rules.document import HREF, Document, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("LINK-DOI")
def look(document: Document) -> Iterator[Fault]:
    """A link that is said to be a DOI holds the DOI alone.

    What:
        `xlink:href` of an `ext-link` of `ext-link-type` “doi” is the bare DOI. (An address of doi.org is of the type “uri”.)
    Why:
        PMC puts the address of doi.org before it, and would make a link that leads nowhere.
    Fix:
        Write the DOI alone, or the type “uri”.
    Bad:
        <p>See <ext-link ext-link-type="doi" xlink:href="https://doi.org/10.1234/salmo.4">the survey</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="doi" xlink:href="salmo.4">the survey</ext-link>.</p>
    Good:
        <p>See <ext-link ext-link-type="doi" xlink:href="10.1234/salmo.4">the survey</ext-link>.</p>
    Source:
        PMC Tagging Guidelines, ext-link.
    """
    for link in document.all("ext-link"):
        href = link.get(HREF, "").strip()
        if link.get("ext-link-type") != "doi" or not href:
            continue
        try:
            found = doi(href)
        except ValueError as error:
            yield Fault(link, str(error), "Write the DOI alone.", written(link, HREF), href)
            continue
        if found != href:
            repair = Repair(f"Write {found}", (SetAttribute(link, written(link, HREF), found),), safe=True)
            message = f"“{href[:80]}” is an address, and the DOI is {found}"
            yield Fault(link, message, "", written(link, HREF), href, found, repair)
