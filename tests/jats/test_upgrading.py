"""A JATS document is written for another version or tag set with all that the other can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.errors import UnreadableSource
from jatskit.findings import Severity
from jatskit.jats import read_jats
from jatskit.jats.upgrading import RENAMED
from jatskit.pipeline import Result, convert
from jatskit.protocols import Source
from jatskit.schema.catalogue import WRITABLE, TagSet
from jatskit.schema.gate import verdict
from jatskit.schema.parsing import parse
from tests.conftest import some_of
from tests.jats.documents import BACK, BODY, FRONT, OLD, document

_TARGETS = [target.name for target in WRITABLE if target.tag_set is not TagSet.AUTHORING]


def upgrade(data: bytes, target: str, **settings: object) -> Result:
    return convert(Source.from_bytes(data, "in.xml"), target=target, **settings)  # type: ignore[arg-type]


def text_of(data: bytes) -> str:
    return "".join("".join(map(str, parse(data, "x").getroot().itertext("*"))).split())


@pytest.mark.parametrize("target", _TARGETS)
@pytest.mark.parametrize("source", ["archiving-1.0", "publishing-1.1", "publishing-1.3-mathml2"])
def test_nothing_is_lost(source: str, target: str) -> None:
    data = document(source)
    result = upgrade(data, target)
    assert [f for f in result.findings if f.severity >= Severity.WARNING] == []
    assert result.target is not None
    assert verdict(result.data, result.target) == []
    assert text_of(result.data) == text_of(data)
    assert read_jats(Source.from_bytes(result.data, "out.xml")).article == result.article
    assert upgrade(result.data, target).data == result.data


@pytest.mark.parametrize("target", _TARGETS)
def test_what_has_another_name_or_place_since_nlm_2_3(target: str) -> None:
    result = upgrade(OLD, target)
    assert [f.message for f in result.findings if f.severity >= Severity.WARNING] == []
    root = parse(result.data, "x").getroot()
    for path in (
        "front/journal-meta/journal-title-group/journal-title",
        "front/journal-meta/journal-title-group/abbrev-journal-title",
        "front/article-meta/permissions/copyright-statement",
        "front/article-meta/funding-group/award-group/funding-source",
        "front/article-meta/funding-group/award-group/award-id",
        "front/article-meta/custom-meta-group/custom-meta",
        "back/ref-list/ref/mixed-citation[@publication-type='book']",
    ):
        assert root.find(path) is not None, path
    assert root.findtext("front/article-meta/article-id") == "10.1234/old"
    assert text_of(result.data).replace("10.1234/old", "") == text_of(OLD).replace(
        "https://doi.org/10.1234/old", ""
    ).replace("42TheLighthouseFund", "TheLighthouseFund42")
    assert {"<citation> is <mixed-citation> now", "<journal-title> stands in <journal-title-group> now"} <= {
        f.message for f in result.findings if f.kind == RENAMED.id
    }


def test_children_are_put_into_the_order_of_the_schema() -> None:
    front = FRONT.replace("<volume>3</volume><fpage>1</fpage>", "<fpage>1</fpage><volume>3</volume>")
    result = upgrade(document("archiving-1.0", front=front), "archiving-1.4")
    assert b"<volume>3</volume><fpage>1</fpage>" in result.data
    assert "the children of <article-meta> were put into the order of the schema" in [
        f.message for f in result.findings
    ]


def test_what_the_target_cannot_hold_is_told_and_its_words_are_kept() -> None:
    body = BODY.replace("Mixed", '<x>Mixed</x> <monospace a="b">code</monospace>')
    result = upgrade(document("archiving-1.2", body=body.replace(' a="b"', "")), "publishing-1.4")
    assert result.data
    assert text_of(result.data) == text_of(document("archiving-1.2", body=body))
    told = [f.message for f in result.findings if f.kind == "target-cannot-hold"]
    assert all("<x>" in message for message in told)


def test_a_value_that_is_not_listed_becomes_custom() -> None:
    back = BACK.replace("<source>", '<pub-id pub-id-type="cstr">12</pub-id> <source>')
    result = upgrade(document("archiving-1.2", back=back), "publishing-1.4")
    assert b'<pub-id pub-id-type="custom" custom-type="cstr">12</pub-id>' in result.data
    assert read_jats(Source.from_bytes(result.data, "out.xml")).article == result.article


def test_what_the_target_requires_is_never_invented() -> None:
    result = upgrade(
        document("archiving-1.2", front=FRONT.replace('<issn pub-type="epub">1234-5679</issn>', "")), "publishing-1.4"
    )
    assert result.data == b""
    assert any("ISSN" in f.message for f in result.findings if f.severity is Severity.ERROR)
    back = "<back><sec><p>No title.</p></sec></back>"
    result = upgrade(document("archiving-1.2", body="", back=back), "publishing-1.4")
    assert result.data == b""
    assert any("<title>" in f.message for f in result.findings if f.kind == "SCHEMA-CONTENT")


def test_oasis_tables_ask_for_the_schema_that_has_them() -> None:
    table = (
        '<table-wrap><oasis:table xmlns:oasis="http://www.niso.org/standards/z39-96/ns/oasis-exchange/table">'
        '<oasis:tgroup cols="1"><oasis:tbody><oasis:row><oasis:entry>x</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup>'
        "</oasis:table></table-wrap>"
    )
    result = upgrade(document("archiving-1.1-oasis", body=f"<body>{table}</body>"), "archiving-1.4")
    assert result.target is not None
    assert result.target.name == "archiving-1.4-oasis"
    assert b"<oasis:entry>x</oasis:entry>" in result.data


def test_the_namespace_of_access_indicators_is_corrected() -> None:
    permissions = (
        '<permissions><license><ali:license_ref xmlns:ali="http://www.niso.org/schemas/ali/1.0">'
        "https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>CC BY</license-p></license></permissions>"
    )
    front = FRONT.replace("<abstract>", f"{permissions}<abstract>")
    result = upgrade(document("archiving-1.1d3", front=front), "archiving-1.3")
    assert b"http://www.niso.org/schemas/ali/1.0/" in result.data
    assert result.article.permissions is None or result.data


def test_real_documents_are_valid_or_not_written(corpus: Path) -> None:
    written = refused = 0
    files = some_of((corpus / "jats" / "valid").glob("*.xml"), 0)
    for file in files:
        source = Source.from_path(file)
        for target in ("archiving-1.4", "publishing-1.3"):
            try:
                result = convert(source, from_="jats", target=target)
            except UnreadableSource:
                continue
            if not result.data:
                assert any(f.severity is Severity.ERROR for f in result.findings), file.name
                refused += 1
                continue
            written += 1
            assert result.target is not None
            assert verdict(result.data, result.target) == [], file.name
            lost = any(f.kind == "target-cannot-hold" for f in result.findings)
            renamed = any(f.kind == "jats-renamed" for f in result.findings)
            if not lost and not renamed:
                assert text_of(result.data) == text_of(source.data), file.name
    assert written > 1.5 * len(files) > 0
    assert refused < 0.2 * len(files)
