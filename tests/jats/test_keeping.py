"""A JATS document is written again with all that it holds: with the same content, or with what was added to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

import jatskit
from jatskit.errors import UnknownTarget
from jatskit.findings import Severity
from jatskit.jats import Original, held, read_jats, required, write_jats
from jatskit.jats.document import accounts, declared, parts_that_differ
from jatskit.jats.state import Fate
from jatskit.pipeline import Result, convert
from jatskit.profiles import Profile
from jatskit.protocols import Source
from jatskit.reporting.evidence import evidence_of
from jatskit.schema.catalogue import KNOWN, TagSet, Target
from jatskit.schema.parsing import parse
from tests.conftest import some_of
from tests.jats.documents import BODY, OLD, document
from tests.strategies import articles

#: The Publishing and Archiving tag sets in every version; a document of each can hold the same.
_TARGETS = [t for t in KNOWN if t.tag_set is not TagSet.AUTHORING and not t.is_nlm and not t.oasis]


def keep(data: bytes, name: str = "in.xml", **settings: object) -> Result:
    return convert(Source.from_bytes(data, name), target="keep", **settings)  # type: ignore[arg-type]


def same(one: bytes, other: bytes) -> bool:
    trees = [parse(data, "x") for data in (one, other)]
    whole = [etree.tostring(tree, method="c14n", with_comments=True) for tree in trees]
    return whole[0] == whole[1] and parts_that_differ(*trees) == []


@pytest.mark.parametrize("target", _TARGETS, ids=lambda target: target.name)
def test_every_version_comes_back_the_same(target: Target) -> None:
    data = document(target.name)
    result = keep(data)
    assert [f for f in result.findings if f.severity is Severity.ERROR] == []
    assert result.target == target
    assert same(data, result.data)
    assert keep(result.data).data == result.data


@pytest.mark.parametrize(
    "data",
    [
        document("archiving-1.2", subset=' [<!ENTITY moon "Luna &#38;amp; <bold>b</bold>">]', body=BODY.replace("Mixed", "&moon;")),
        document("archiving-1.2", subset=' [<!-- > ] --><!ENTITY moon "Luna">\n<!NOTATION gif SYSTEM "x">]', body=BODY.replace("Mixed", "&moon;&nbsp;&mdash;")),
        document("archiving-1.2", prolog='<?xml-stylesheet href="a.css"?>\n<!-- <!DOCTYPE no> -->\n'),
        document("archiving-1.2").replace(b"\n", b"\r\n"),
        document("archiving-1.2").decode().encode("utf-16"),
        document("archiving-1.2").replace(b'"UTF-8"', b'"ISO-8859-1"').replace(b"Thanks", b"Merc\xed"),
        document("archiving-1.2", body='<body><preformat xml:space="preserve">  two\n  lines  </preformat><p><ext-link xlink:href="a&#10;b&quot;c">&#13;x</ext-link></p></body>'),
        document("archiving-1.2").replace(b' xmlns:mml="http://www.w3.org/1998/Math/MathML"', b""),
        OLD,
    ],
    ids=["entity with markup", "internal subset", "prolog", "CRLF", "UTF-16", "Latin-1", "white space", "defaulted namespace", "NLM 2.3"],
)  # fmt: skip
def test_however_it_is_written(data: bytes) -> None:
    result = keep(data)
    assert [f for f in result.findings if f.severity is Severity.ERROR] == []
    assert same(data, result.data)


def test_what_the_model_has_no_place_for_is_kept_and_told_once() -> None:
    result = keep(document("publishing-1.1"))
    (told,) = [finding for finding in result.findings if finding.kind == "jats-kept"]
    for name in ("<body>", "<author-notes>", "<ack>", "<alt-title>", "contrib/@id", "<title>"):
        assert name in told.message
    assert "jats-not-bound" not in {finding.kind for finding in result.findings}


def test_a_document_that_is_invalid_is_not_written() -> None:
    data = document("publishing-1.1").replace(b"<ack>", b"<acc>").replace(b"</ack>", b"</acc>")
    result = keep(data)
    assert result.data == b""
    assert "<acc>" in next(finding.message for finding in result.findings if finding.kind == "SCHEMA-ELEMENT")
    assert same(data, keep(data, allow_invalid=True).data)


def test_a_value_that_is_not_well_formed_is_kept() -> None:
    result = keep(document("publishing-1.1").replace(b"1234-5679", b"1234-5678"))
    (told,) = [finding for finding in result.findings if finding.kind == "jats-not-well-formed"]
    assert told.severity is Severity.WARNING
    assert "was kept in the document" in told.message
    assert b"1234-5678" in result.data


def test_facts_of_a_profile_are_put_where_the_schema_has_a_place_for_them() -> None:
    profile = Profile.model_validate(
        {
            "journal": {"titles": [{"text": "Tidal Letters"}], "abbreviations": [{"text": "Tidal Lett."}]},
            "licence": {"url": "https://creativecommons.org/licenses/by/4.0/"},
        }
    )
    result = keep(document("archiving-1.2"), profile=profile)
    assert [f for f in result.findings if f.severity is Severity.ERROR] == []
    again = read_jats(Source.from_bytes(result.data, "out.xml")).article
    assert again == result.article
    assert again.permissions is not None
    assert again.journal is not None
    assert [entry.text for entry in again.journal.abbreviations] == ["Tidal Lett."]


def test_a_fact_that_has_no_place_in_an_old_version_is_told() -> None:
    profile = Profile.model_validate({"licence": {"url": "https://creativecommons.org/licenses/by/4.0/"}})
    result = keep(document("archiving-1.0"), profile=profile)
    told = [f.message for f in result.findings if f.kind in ("target-cannot-hold", "SCHEMA-ELEMENT")]
    assert told
    assert any("license" in message or "permissions" in message for message in told)


@pytest.mark.parametrize("target", ["archiving-1.2", "publishing-1.4", "archiving-1.0"])
def test_what_an_article_has_more_is_added(target: str) -> None:
    from jatskit.jats.keeping import keep as keep_original
    from jatskit.model import Journal, JournalId, JournalIssn, Publisher

    data = document(target)
    reading = read_jats(Source.from_bytes(data, "in.xml"))
    original = reading.original
    assert isinstance(original, Original)
    journal = reading.article.journal
    assert journal is not None
    more = journal.model_copy(
        update={
            "ids": (*journal.ids, JournalId(type="nlm-ta", value="Tide")),
            "issns": (*journal.issns, JournalIssn(format="print", value="2049-3630")),
            "publisher": Publisher(name="Harbour Press", location="Cove"),
        }
    )
    assert isinstance(more, Journal)
    article = reading.article.model_copy(update={"journal": more, "issue": "2", "elocation_id": None})
    written = keep_original(original, reading.article, article, declared(original))
    again = read_jats(Source.from_bytes(written.data, "out.xml"))
    assert again.article.journal is not None
    assert again.article.journal.ids == more.ids
    assert again.article.journal.publisher == more.publisher
    assert [i.value for i in again.article.journal.issns] == [i.value for i in more.issns]
    assert again.article.issue == "2"
    assert parts_that_differ(original.tree, parse(written.data, "x")) == ["front"]
    assert [f.message for f in written.findings if f.kind == "jats-changed"] == [
        "<front> is not what it was: facts were added to it"
    ]


def test_a_value_that_differs_is_left_and_told() -> None:
    from jatskit.jats.keeping import keep as keep_original

    reading = read_jats(Source.from_bytes(document("archiving-1.2"), "in.xml"))
    assert isinstance(reading.original, Original)
    article = reading.article.model_copy(update={"volume": "9"})
    written = keep_original(reading.original, reading.article, article, declared(reading.original))
    assert [f.kind for f in written.findings if f.severity is Severity.WARNING] == ["jats-not-changed"]
    assert same(document("archiving-1.2"), written.data)


def test_only_jats_can_be_kept() -> None:
    with pytest.raises(UnknownTarget, match="no JATS document"):
        convert(Source.from_bytes(b'{"title": "A"}', "a.json"), target="keep")


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])
@given(data=st.data())
def test_what_jatskit_writes_comes_back_the_same(data: st.DataObject) -> None:
    target = Target(TagSet.ARCHIVING, "1.4")
    article = held(data.draw(articles(target)), target).article
    assume(not required(article, target))
    written = write_jats(article, target)
    result = keep(written.data)
    assert same(written.data, result.data)
    assert result.article == article
    assert result.findings == ()


def test_the_accounts_are_complete() -> None:
    reading = read_jats(Source.from_bytes(document("archiving-1.2"), "in.xml"))
    original = reading.original
    assert isinstance(original, Original)
    root = original.tree.getroot()
    found = list(accounts(original))
    assert sum(account.elements for account in found) == len(list(root.iter("*")))
    assert sum(account.attributes for account in found) == sum(len(element.attrib) for element in root.iter("*"))
    texts = [str(text) for text in root.itertext("*") if not str(text).isspace()]
    assert sum(account.characters for account in found) >= sum(map(len, texts))
    fates = {(str(a.element.tag), a.attribute): a.entry.fate for a in found}
    assert fates["volume", ""] is Fate.BOUND
    assert fates["ack", ""] is Fate.UNBOUND
    assert fates["contrib", "id"] is Fate.UNBOUND
    assert fates["article", "{http://www.w3.org/XML/1998/namespace}lang"] is Fate.BOUND


def test_the_evidence_accounts_for_the_document() -> None:
    data = document("archiving-1.2")
    root = parse(data, "x").getroot()
    for settings_, said in (
        ({"target": "keep"}, "stands in the new document"),
        ({"to": "json"}, "is not in the output"),
    ):
        told = evidence_of(convert(Source.from_bytes(data, "in.xml"), **settings_))  # type: ignore[arg-type]
        assert said in told["accounts"]
        rows = {row["xpath"]: row for row in told["document"]}
        for xpath in rows:
            assert len(root.xpath(xpath)) == 1, xpath
        assert rows["/article/front[1]/article-meta[1]/volume[1]"]["path"] == "volume"
        assert rows["/article/body[1]"]["fate"] == "not bound"
        assert rows["/article/body[1]"]["elements"] == len(list(root.find("body").iter("*")))
        elements = {xpath for xpath in rows if "/@" not in xpath}
        inside = sum(rows[xpath].get("elements", 1) for xpath in elements)
        assert inside == len(list(root.iter("*")))


def test_real_documents_come_back_the_same(corpus: Path) -> None:
    files = some_of((corpus / "jats").glob("*valid/*.xml"), 2)
    assert len(files) > 60
    for file in files:
        try:
            data = file.read_bytes()
            result = convert(Source.from_bytes(data, file.name), from_="jats", target="keep", allow_invalid=True)
        except jatskit.UnreadableSource:
            assert file.parent.name == "invalid"
            continue
        assert parts_that_differ(parse(data, "x"), parse(result.data, "x")) == [], file.name
        again = read_jats(Source.from_bytes(result.data, file.name))
        assert again.article == result.article, file.name
        assert isinstance(again.original, Original)
        found = list(accounts(again.original))
        root = again.original.tree.getroot()
        assert sum(account.elements for account in found) == len(list(root.iter("*"))), file.name
        assert sum(account.attributes for account in found) == sum(len(e.attrib) for e in root.iter("*")), file.name
