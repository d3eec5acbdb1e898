"""REF-PUBID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.identifiers import doi, issn
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute, SetText

_KNOWN = frozenset(
    "accession ark art-access-id arxiv archive aggregator bibcode coden custom doaj doi ean handle index isbn issn isrn "
    "manuscript medline mr other pii pmcaid pmcid pmc pmid pmpid publisher-id sici std-designation urn zbl".split()
)
_MEANT = {"pubmed": "pmid", "pmc-id": "pmcid", "pmcid": "pmcid", "crossref": "doi", "url": "", "uri": ""}
_DIGITS = re.compile(r"[1-9]\d{0,8}")
_PMCID = re.compile(r"(?:PMC)?([1-9]\d{0,8})(?:\.\d{1,2})?")
_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?")
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[!-~]+")
#: How identifiers of the commonest types are written, if nothing is wrong with them.
_PLAIN = {"doi": _PLAIN_DOI.fullmatch, "pmid": _DIGITS.fullmatch}
_CHECKED = frozenset({"doi", "pmid", "pmcid", "arxiv", "isbn", "issn"})
_BEFORE = {
    "pmid": re.compile(
        r"(?i)^(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)|pmid:?\s*)"
    ),
    "pmcid": re.compile(r"(?i)^(?:https?://(?:www\.)?(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/|pmcid:?\s*)"),
    "arxiv": re.compile(r"(?i)^(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*)"),
}


@rule("REF-PUBID")
def look(document: Document) -> Iterator[Fault]:
    """The identifier of a cited work says of which kind it is, and is a well-formed one of that kind, alone.

    What:
        `pub-id` in a citation has a `pub-id-type` that the tag library knows. A DOI is “10.prefix/suffix”, a PMID a number, a
        PMCID “PMC” and a number, an arXiv identifier as arXiv writes it; ISBN and ISSN have the right check digit.
        None of them holds the address of a resolver, or a word before it.
    Why:
        A link is made by putting the resolver before the identifier. With the address in it, it leads nowhere.
    Fix:
        Write the identifier alone.
    Bad:
        <element-citation publication-type="journal"><pub-id pub-id-type="doi">https://doi.org/10.1234/salmo.5</pub-id></element-citation>
    Bad:
        <element-citation publication-type="journal"><pub-id>10.1234/salmo.5</pub-id></element-citation>
    Bad:
        <element-citation publication-type="journal"><pub-id pub-id-type="pmid">PMID: 2112345</pub-id></element-citation>
    Bad:
        <element-citation publication-type="book"><pub-id pub-id-type="isbn">978-3-16-148410-1</pub-id></element-citation>
    Good:
        <element-citation publication-type="journal"><pub-id pub-id-type="doi">10.1234/salmo.5</pub-id>
        <pub-id pub-id-type="pmid">2112345</pub-id><pub-id pub-id-type="pmcid">PMC112233</pub-id></element-citation>
    Source:
        PMC Tagging Guidelines, pub-id; JATS4R, Citations; DOI Handbook, 2.2; ISO 2108; ISO 3297.
    """
    for citation in document.citations:
        for id in citation.parts.get("pub-id", ()):
            text = id.text
            if text and not len(id) and id.get("pub-id-type") in _PLAIN and _PLAIN[id.get("pub-id-type", "")](text):
                continue  # So it is mostly.
            yield from _of(document, id)
        for name in ("isbn", "issn"):
            for number in citation.parts.get(name, ()):
                yield from _judged(number, name, words(number))


def _of(document: Document, id: etree._Element) -> Iterator[Fault]:
    type, text = id.get("pub-id-type"), words(id)
    if not text and not id.attrib.get("assigning-authority"):
        yield Fault(id, "the identifier is empty", "Write it, or take the element away.")
    elif not type:
        found = "doi" if _is_doi(text) else "pmcid" if text.startswith("PMC") and _PMCID.fullmatch(text) else ""
        repair = Repair(f"Write pub-id-type “{found}”", (SetAttribute(id, "pub-id-type", found),), safe=True)
        yield Fault(
            id,
            f"“{text[:60]}” does not say what identifier it is",
            "" if found else "Add a pub-id-type.",
            value=text,
            expected=found,
            repair=repair if found else None,
        )
    elif type not in _KNOWN:
        meant = type.lower() if type.lower() in _KNOWN else _MEANT.get(type.lower(), "")
        if meant and not document.takes("pub-id", "pub-id-type", meant):
            meant = ""
        if meant or type.lower() in _MEANT:
            repair = Repair(f"Write pub-id-type “{meant}”", (SetAttribute(id, "pub-id-type", meant),), safe=True)
            yield Fault(
                id,
                f"“{type}” is no type of identifiers",
                "" if meant else "Use <ext-link> for an address.",
                "pub-id-type",
                type,
                meant,
                repair if meant else None,
            )
    elif type == "custom" and not id.get("custom-type"):
        yield Fault(id, f"“{text[:60]}” is of a type of its own, and does not say which", "Add custom-type.")
    else:
        yield from _judged(id, "pmcid" if type == "pmc" else type, text)


def _judged(id: etree._Element, type: str, text: str) -> Iterator[Fault]:
    """Yield what is wrong with an identifier of this type."""
    if type not in _CHECKED or (type == "doi" and _PLAIN_DOI.fullmatch(text)):
        return
    try:
        right = _right(type, text)
    except ValueError as error:
        yield Fault(id, str(error), "Write the identifier alone, without a fault.", value=text)
        return
    if right != text:
        repair = Repair(f"Write {right}", (SetText(id, right),), safe=True) if not len(id) else None
        message = f"“{text[:80]}” is more than the identifier {right}"
        yield Fault(id, message, f"Write {right}.", value=text, expected=right, repair=repair)


def _right(type: str, text: str) -> str:
    """Return the right form of an identifier; ValueError says what is wrong with one that has none."""
    if type == "doi":
        return doi(text)
    bare = _BEFORE[type].sub("", text).rstrip("/.;, ") if type in _BEFORE else text
    if type == "pmid" and not _DIGITS.fullmatch(bare):
        raise ValueError(f"“{text[:60]}” is no PMID: one is a number")
    if type == "pmcid":
        match = _PMCID.fullmatch(bare)
        if not match:
            raise ValueError(f"“{text[:60]}” is no PMCID: one reads PMC1234567")
        return bare
    if type == "arxiv" and not _ARXIV.fullmatch(bare):
        raise ValueError(f"“{text[:60]}” is no arXiv identifier: one reads 2101.01234 or hep-th/9901001")
    if type == "isbn":
        from stdnum import isbn

        if not isbn.is_valid(text):
            raise ValueError(f"“{text[:60]}” is no ISBN: its length or its check digit is wrong")
    if type == "issn":
        issn(text)
    return bare


def _is_doi(text: str) -> bool:
    try:
        return bool(doi(text))
    except ValueError:
        return False
