"""REF-DATA."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Rename, Repair, SetAttribute


@rule("REF-DATA")
def look(document: Document) -> Iterator[Fault]:
    """A citation of data is marked as one, and names the data, where they are kept and how to get there.

    What:
        A citation with a `data-title` has `publication-type="data"` (or is one of software). One of that type has a `data-title` or a `source`, no
        `article-title`, and a `pub-id` or an `ext-link`. Each `version` says its number in `designator`.
    Why:
        Repositories and indexes count the use of data by these citations.
    Fix:
        Mark the name of the data up as `data-title`, the repository as `source`, the identifier as `pub-id`.
    Bad:
        <element-citation publication-type="data"><article-title>Counts of salmon</article-title><source>Dryad</source>
        <year>2020</year><pub-id pub-id-type="doi">10.1234/dryad.7</pub-id></element-citation>
    Bad:
        <element-citation publication-type="journal"><data-title>Counts of salmon</data-title><year>2020</year>
        <pub-id pub-id-type="doi">10.1234/dryad.7</pub-id></element-citation>
    Bad:
        <element-citation publication-type="data"><data-title>Counts of salmon</data-title><year>2020</year></element-citation>
    Good:
        <element-citation publication-type="data"><data-title>Counts of salmon</data-title><source>Dryad</source>
        <year>2020</year><version designator="2">2nd version</version><pub-id pub-id-type="doi">10.1234/dryad.7</pub-id>
        </element-citation>
    Source:
        JATS4R, Data citations.
    """
    for citation in document.citations:
        if citation.type != "data":
            title = citation.first("data-title")
            if title is not None and citation.type not in ("dataset", "database", "software"):
                write = SetAttribute(citation.element, "publication-type", "data")
                yield Fault(
                    citation.element,
                    f"the work has a <data-title>, and its type is “{citation.type}”",
                    attribute="publication-type" if citation.element.get("publication-type") else "",
                    value=citation.type,
                    expected="data",
                    repair=Repair("Write publication-type “data”", (write,)),
                )
            continue
        title = citation.first("article-title")
        if title is not None and not citation.has("data-title"):
            repair = (
                Repair("Call it <data-title>", (Rename(title, "data-title"),)) if not document.before("1.1") else None
            )
            message = f"the name of the data, “{words(title)[:50]}”, stands in <article-title>"
            yield Fault(title, message, "" if repair else "Write it into <source>.", repair=repair)
        elif not citation.has("data-title", "source"):
            what = f"the data “{words(citation.element)[:50]}” have neither a <data-title> nor a <source>"
            yield Fault(citation.element, what, "Mark up the name of the data or of their repository.")
        if (
            citation.element.find(".//pub-id") is None
            and citation.element.find(".//ext-link") is None
            and not citation.has("uri")
        ):
            what = f"nothing leads to the data “{words(citation.element)[:50]}”"
            yield Fault(citation.element, what, "Add a <pub-id> or an <ext-link>.")
    for version in document.all("version"):
        if not version.get("designator", "").strip():
            text = words(version)
            repair = None
            if text.replace(".", "").isdecimal():
                repair = Repair(f"Add designator “{text}”", (SetAttribute(version, "designator", text),), safe=True)
            advice = "" if repair else "Write the number of the version into designator."
            yield Fault(version, f"the version “{text[:40]}” has no designator", advice, value=text, repair=repair)
