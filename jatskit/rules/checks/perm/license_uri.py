"""PERM-LICENSE-URI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import HREF, Document, words, written
from jatskit.rules.licences import canonical, references
from jatskit.rules.rule import rule
from jatskit.schema.edits import escaped
from jatskit.schema.faults import Fault, Insert, Repair, SetAttribute, Side
from jatskit.schema.parsing import NAMESPACES

#: How it is said that there is no licence for the public, so no address of one either.
_CLOSED = re.compile(r"(?i)all rights reserved|not covered by|reproduced \S.{0,200}with permission")
_CC = re.compile(r"https?://(?:www\.)?creativecommons\.org/[^\s\"'<>)\]]{5,80}")


@rule("PERM-LICENSE-URI", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Each licence states its address where programs look for it.

    What:
        From JATS 1.1 on, `license` has `ali:license_ref` with the licence's address; before, `xlink:href`. If both are there, they
        are the same. If there are several `ali:license_ref`, each says from which day on (`start_date`). Where the words keep all
        rights, or take a picture from the licence of the article, there is no address.
    Why:
        Crossref, DOAJ and repositories decide by that address what may be done with the article. They do not read prose.
    Fix:
        Write the address, such as `<ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>`.
    Bad:
        <license><license-p>You may reuse this article if you cite it.</license-p></license>
    Bad:
        <license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license>
    Bad:
        <license xlink:href="https://creativecommons.org/licenses/by/3.0/">
            <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>CC BY</license-p></license>
    Bad:
        <license><ali:license_ref>https://example.org/a</ali:license_ref><ali:license_ref>https://example.org/b</ali:license_ref>
            <license-p>A until 2023, then B.</license-p></license>
    Good:
        <license><ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>CC BY</license-p></license>
    Good:
        <license><license-p>Panel B is reproduced from Ito, 2015 with permission, and is not covered by CC BY 4.0.</license-p></license>
    Source:
        JATS4R, permissions, 5 to 8; NISO RP-22, Access and License Indicators.
    """
    newer = not document.before("1.1d3")
    for licence in document.all("license"):
        found = references(licence)
        href = (licence.get(HREF) or "").strip()
        empty = [reference for reference in found if not words(reference)]
        for reference in empty:
            yield Fault(reference, "the address of the licence is empty", "Write it, or take the element out.")
        if not found and not href:
            if not _CLOSED.search(words(licence)[:5000]):
                yield _none(licence, document, newer)
        elif not found and newer:
            repair = Repair("Add <ali:license_ref>", (_insert(licence, href, document),), safe=True)
            message = "the address of the licence stands in xlink:href alone"
            yield Fault(licence, message, attribute=written(licence, HREF), value=href, expected=href, repair=repair)
        elif found and href and not empty and href not in (told := [words(reference) for reference in found]):
            same = canonical(href) is not None and canonical(href) == canonical(told[0])
            repair = Repair(f"Write {told[0]}", (SetAttribute(licence, written(licence, HREF), told[0]),), safe=same)
            message = f"xlink:href is {href[:80]}, and <ali:license_ref> is {told[0][:80]}"
            yield Fault(licence, message, "See which is right.", written(licence, HREF), href, told[0], repair)
        if len(found) > 1:
            for reference in found:
                if not reference.get("start_date"):
                    message = "there are several licences, and this one does not say from when on"
                    yield Fault(reference, message, 'Add start_date="YYYY-MM-DD".')


def _none(licence: etree._Element, document: Document, newer: bool) -> Fault:
    """Say that a licence has no address; its words may have one."""
    links = [link.get(HREF, "") for link in licence.iter("ext-link", "uri")]
    links += _CC.findall(words(licence)[:5000])
    told = dict.fromkeys(right for link in links if (right := canonical(link.rstrip(".,;"))))
    address = next(iter(told)) if len(told) == 1 else ""
    repair = None
    if address:
        prefix = next((p for p, uri in licence.nsmap.items() if uri == NAMESPACES["xlink"] and p), "")
        if newer:
            repair = Repair("Add <ali:license_ref>", (_insert(licence, address, document),))
        elif prefix:
            repair = Repair(f"Write {prefix}:href", (SetAttribute(licence, f"{prefix}:href", address),))
    message = "the licence states no address" + (f" but in its words, {address}" if address else "")
    where = "<ali:license_ref>" if newer else "xlink:href"
    return Fault(licence, message, f"Write it into {where}.", expected=address, repair=repair)


def _insert(licence: etree._Element, address: str, document: Document) -> Insert:
    uri = NAMESPACES["ali"].rstrip("/") if document.target.version == "1.1d3" else NAMESPACES["ali"]
    prefix = next((prefix for prefix, bound in licence.nsmap.items() if bound == uri and prefix), "")
    declared = "" if prefix else f' xmlns:ali="{uri}"'
    name = f"{prefix or 'ali'}:license_ref"
    return Insert(licence, Side.FIRST, f"<{name}{declared}>{escaped(address)}</{name}>")
