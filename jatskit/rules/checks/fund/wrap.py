"""FUND-WRAP."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.edits import escaped
from jatskit.schema.faults import Delete, Fault, Insert, Repair, Side


@rule("FUND-WRAP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A funder is an institution, to which an identifier can be given.

    What:
        From JATS 1.1 on, `funding-source` of an award holds one `institution-wrap`, with the funder's name in `institution`, and its
        identifier, if known, in `institution-id`.
    Why:
        Crossref matches funders by identifier. A name alone is written in too many ways.
    Fix:
        `--unsafe-fixes` puts a name that stands alone into the wrapper; the identifier has to be looked up at ror.org.
    Bad:
        <award-group>
            <funding-source>Trout Fund</funding-source>
        </award-group>
    Good:
        <award-group><funding-source><institution-wrap><institution-id institution-id-type="ror">https://ror.org/01faaaf77</institution-id>
            <institution>University of Graz</institution></institution-wrap></funding-source></award-group>
    Source:
        JATS4R, funding.
    """
    if document.before("1.1d2"):
        return
    for source in document.all("funding-source"):
        parent = source.getparent()
        wraps = document.children(source, "institution-wrap")
        if parent is None or parent.tag != "award-group" or len(wraps) == 1 or not words(source):
            continue
        name = words(source)
        if wraps:
            yield Fault(source, f"“{name[:60]}” is {len(wraps)} funders", "Give each funder an <award-group>.")
            continue
        repair = None
        if not len(source):
            attributes = "".join(f' {key}="{escaped(str(value), quoted=True)}"' for key, value in source.attrib.items())
            if "{" not in attributes:
                xml = f"<funding-source{attributes}><institution-wrap><institution>{escaped(name)}</institution>"
                xml += "</institution-wrap></funding-source>"
                repair = Repair("Put it into <institution-wrap>", (Insert(source, Side.AFTER, xml), Delete(source)))
        message = f"the funder “{name[:60]}” is not marked as an institution"
        yield Fault(source, message, "Put it into <institution-wrap><institution>.", repair=repair)
