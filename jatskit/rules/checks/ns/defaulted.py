"""NS-UNDECLARED-DEFAULTED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute
from jatskit.schema.parsing import NAMESPACES


@rule("NS-UNDECLARED-DEFAULTED", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The document itself declares the prefixes that it uses.

    What:
        `xlink:`, `mml:` and `ali:` are declared with `xmlns:…` in the document, not by the DTD alone.
    Why:
        A program that does not read the DTD, as most do not, finds a prefix that nobody declares, and refuses the document.
    Fix:
        Declare the prefix on the root element.
    Bad:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article"><body><fig><graphic xlink:href="f1.png"/></fig></body></article>
    Good:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink">
            <body><fig><graphic xlink:href="f1.png"/></fig></body></article>
    Source:
        Namespaces in XML 1.0, 5 (namespace constraint: prefix declared).
    """
    if not document.data or b"\0" in document.data[:4]:
        return
    for prefix, uri in document.root.nsmap.items():
        if prefix in NAMESPACES and f"xmlns:{prefix}".encode() not in document.data:
            repair = Repair(f"Declare {prefix}", (SetAttribute(document.root, f"xmlns:{prefix}", uri),), safe=True)
            yield Fault(document.root, f"only the DTD declares the prefix {prefix}:", expected=uri, repair=repair)
