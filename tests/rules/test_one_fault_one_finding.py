"""What the schema says of a fault no rule says again, if the same edits mend it."""

from __future__ import annotations

from jatskit.rules.selection import Selection
from jatskit.rules.targets import demands
from jatskit.rules.validation import validate_xml

DOCTYPE = (
    b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN"'
    b' "JATS-archivearticle1-3.dtd">'
)
#: The slash is missing in the address of the access and licence indicators.
DOCUMENT = DOCTYPE + b'<article article-type="editorial" xmlns:ali="http://www.niso.org/schemas/ali/1.0"/>'


def kinds(selection: Selection) -> list[str]:
    found = validate_xml(DOCUMENT, "a.xml", demands("archiving"), selection)
    return [finding.kind for finding in found if finding.xpath.endswith("/@xmlns:ali")]


def test_the_wrong_address_of_a_namespace_is_told_once() -> None:
    assert kinds(Selection()) == ["SCHEMA-ATTR"]


def test_the_rule_tells_it_where_the_schema_may_not() -> None:
    assert kinds(Selection(ignore=("SCHEMA-ATTR",))) == ["NS-PREFIX"]
