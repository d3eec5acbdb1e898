"""PERM-CC-CANONICAL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import HREF, Document, words, written
from jatskit.rules.licences import addresses, canonical, code_of, references
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute, SetText

_CODE = re.compile(r"(?i)\bCC[- ]?(BY(?:[- ]NC)?(?:[- ](?:ND|SA))?|0|zero)\b")


@rule("PERM-CC-CANONICAL", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The address of a Creative Commons licence is the one that Creative Commons gives it, and the words say the same.

    What:
        In `ali:license_ref` and `license/@xlink:href`, it begins with `https`, ends with a slash, has no `www` and no
        `legalcode`, and is of a licence and a version that exist. Links in the words lead to the same licence, and if the words name one
        by its letters (CC BY-NC), it is that of the address.
    Why:
        DOAJ, PMC and Crossref compare addresses letter by letter: what differs in a slash is an unknown licence. With a
        word that says more than the address, nobody knows what is allowed.
    Fix:
        Write `https://creativecommons.org/licenses/by/4.0/`, with the letters and the version of the licence.
    Bad:
        <license><ali:license_ref>http://creativecommons.org/licenses/by/4.0</ali:license_ref><license-p>CC BY</license-p></license>
    Bad:
        <license><ali:license_ref>https://creativecommons.org/licenses/by/5.0/</ali:license_ref><license-p>Free.</license-p></license>
    Bad:
        <license><ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
            <license-p>This is published under CC BY-NC 4.0.</license-p></license>
    Good:
        <license><ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
            <license-p>This is published under CC BY 4.0.</license-p></license>
    Source:
        Creative Commons, license deeds and their addresses; JATS4R, permissions; PMC Tagging Guidelines, license; SciELO PS, license.
    """
    for licence in document.all("license"):
        for reference in references(licence):
            text = reference.text or ""
            if fault := _fault(reference, "", text):
                yield fault
        if href := licence.get(HREF):
            name = written(licence, HREF)
            if fault := _fault(licence, name, href):
                yield fault
        links = [link.get(HREF, "") for link in licence.iter("ext-link", "uri")]
        found = {right for link in [*addresses(licence), *links] if (right := canonical(link))}
        named = {address for address in found if "/licenses/" in address}  # CC0 may be for the data alone
        if len(named) > 1 and len(references(licence)) < 2:
            listed = " and ".join(sorted(named))
            yield Fault(licence, f"the licence leads to {listed}", "See which of them is right.", value=listed)
            continue
        told = {code for address in addresses(licence) if (code := code_of(address))}
        said = {_letters(match[1]) for match in _CODE.finditer(words(licence)[:5000])}
        if len(told) == 1 and len(said) == 1 and said != told:
            one, other = said.pop(), told.pop()
            message = f"the words say {_shown(one)}, and the address is that of {_shown(other)}"
            yield Fault(licence, message, "See which of them is right.", value=one, expected=other)


def _fault(element: etree._Element, attribute: str, address: str) -> Fault | None:
    if "creativecommons.org" not in address.lower():
        return None
    right = canonical(address)
    if right is None:
        message = f"“{address.strip()[:100]}” is the address of no Creative Commons licence"
        advice = "Look the licence up at creativecommons.org."
        return Fault(element, message, advice, attribute, address)
    if right == address:
        return None
    change = SetAttribute(element, attribute, right) if attribute else SetText(element, right)
    repair = Repair(f"Write {right}", (change,), safe=True)
    message = f"“{address.strip()[:100]}” is not how Creative Commons writes the address"
    return Fault(element, message, "", attribute, address, right, repair)


def _letters(text: str) -> str:
    text = text.lower().replace(" ", "-")
    return "zero" if text in ("0", "zero") else text


def _shown(code: str) -> str:
    return {"zero": "CC0", "mark": "the public domain"}.get(code, f"CC {code.upper()}")
