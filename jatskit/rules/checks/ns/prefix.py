"""NS-PREFIX."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute
from jatskit.schema.parsing import NAMESPACES

_OASIS = "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table"


@rule("NS-PREFIX", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The namespaces of XLink, MathML, access and licence indicators, and tables are spelt as the schema spells them.

    What:
        The prefixes `xlink`, `mml`, `ali`, `xsi` and `oasis` stand for the addresses that the tag set gives them, letter by
        letter. That of `ali` ends with a slash from JATS 1.1 on.
    Why:
        Two addresses that differ in a slash are two namespaces: a program that looks for the licence does not find it.
    Fix:
        Write the address that the message proposes.
    Bad:
        <article article-type="research-article" xmlns:ali="http://www.niso.org/schemas/ali/1.0"/>
    Bad:
        <p><mml:math xmlns:mml="http://www.w3.org/1998/math/MathML"><mml:mi>x</mml:mi></mml:math></p>
    Good:
        <article article-type="research-article" xmlns:ali="http://www.niso.org/schemas/ali/1.0/"/>
    Source:
        The DTDs of JATS (modules for XLink, MathML, ALI and OASIS tables).
    """
    right = {**NAMESPACES, "oasis": _OASIS}
    if document.target.version == "1.1d3":
        right["ali"] = right["ali"].rstrip("/")
    alike = {_folded(uri): uri for uri in right.values()}
    wrong: dict[str, etree._Element] = {}
    for prefix, uri in document.root.nsmap.items():
        if uri not in right.values() and (prefix in right or _folded(uri) in alike):
            wrong[uri] = document.root
    for name in document.names:
        if name[0] == "{":
            uri = name[1:].partition("}")[0]
            if uri not in right.values() and uri not in wrong and _folded(uri) in alike:
                wrong[uri] = document.all(name)[0]
    for uri, element in wrong.items():
        prefix = next((key for key, value in element.nsmap.items() if value == uri), None)
        best = alike.get(_folded(uri)) or right[prefix or ""]
        holder = _declaring(element, prefix, uri)
        written = f"xmlns:{prefix}" if prefix else "xmlns"
        repair = Repair(f"Write {written}=“{best}”", (SetAttribute(holder, written, best),), safe=_folded(uri) in alike)
        message = f"{written} is “{uri[:100]}”, and the schema's is “{best}”"
        yield Fault(holder, message, attribute=written, value=uri, expected=best, repair=repair)


def _folded(uri: str) -> str:
    """Return an address without what people get wrong in it."""
    return uri.strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/")


def _declaring(element: etree._Element, prefix: str | None, uri: str) -> etree._Element:
    """Return the element that declares a prefix which an element uses."""
    above = element.getparent()
    while above is not None and above.nsmap.get(prefix) == uri:
        element, above = above, above.getparent()
    return element
