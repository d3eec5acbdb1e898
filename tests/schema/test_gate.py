from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from jatskit.errors import UnreadableSource
from jatskit.findings import Finding, Severity
from jatskit.schema import KNOWN, TagSet, Target
from jatskit.schema.gate import target_of_document, validate_document, verdict
from jatskit.schema.parsing import parse

TARGET = Target(TagSet.PUBLISHING)
CORPUS = os.environ.get("JATSKIT_CORPUS")


def document(
    body: str = "<sec>\n<title>One</title>\n<p>Text.</p>\n</sec>",
    front: str = "",
    target: Target = TARGET,
    more: str = "",
) -> bytes:
    """Return a document whose body begins on line 5."""
    date = f' dtd-version="{target.dtd_version}"'
    journal = (
        "<journal-meta><journal-id>x</journal-id><journal-title-group><journal-title>J</journal-title>"
        "</journal-title-group><issn>1234-5679</issn></journal-meta>"
    )
    if target.version == "nlm-2.3":
        journal = re.sub("</?journal-title-group>", "", journal)
    if target.tag_set is TagSet.AUTHORING:
        front = f"<contrib-group><contrib><name><surname>S</surname></name></contrib></contrib-group><abstract><p>A</p></abstract>{front}"
    return (
        (
            f'<!DOCTYPE article PUBLIC "{target.public_id}" "{target.system_id}">\n'
            f'<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'
            f' article-type="research-article"{date}{more}>\n'
            f"<front>{'' if target.tag_set is TagSet.AUTHORING else journal}<article-meta>"
            f"<title-group><article-title>T</article-title></title-group>{front}</article-meta></front>\n"
            f"<body>{body}</body>\n</article>"
        )
        .replace("<body>", "<body>\n", 1)
        .encode()
    )


def check(data: bytes, target: Target | None = None) -> list[Finding]:
    return validate_document(data, "a.xml", target)


@pytest.mark.parametrize("target", KNOWN, ids=lambda t: t.name)
def test_a_minimal_document_passes(target: Target) -> None:
    front = "" if target.tag_set is TagSet.AUTHORING else "<pub-date><year>2020</year></pub-date>"
    data = document(front=front, target=target)
    assert check(data) == []
    assert target_of_document(parse(data, "a.xml")) == target


@pytest.mark.parametrize("target", [t for t in KNOWN if t.oasis], ids=lambda t: t.name)
def test_oasis_tables(target: Target) -> None:
    table = (
        '<table-wrap><oasis:table xmlns:oasis="http://www.niso.org/standards/z39-96/ns/oasis-exchange/table">'
        '<oasis:tgroup cols="1"><oasis:tbody><oasis:row>{}</oasis:row></oasis:tbody></oasis:tgroup></oasis:table></table-wrap>'
    )
    date = "<pub-date><year>2020</year></pub-date>"
    assert check(document(table.format("<oasis:entry>x</oasis:entry>"), date, target)) == []
    (finding,) = check(document(table.format("<oasis:entri>x</oasis:entri>"), date, target))
    assert finding.advice == "Did you mean <oasis:entry>?"


@pytest.mark.parametrize(
    ("kind", "body", "line", "said", "advice"),
    [
        ("SCHEMA-ELEMENT", "<p>a</p>\n<secc/>", 6, "there is no element <secc>", "Did you mean <sec>?"),
        ("SCHEMA-ELEMENT", "<p>a\n<b>x</b></p>", 6, "there is no element <b>", "Did you mean <bold>?"),
        ("SCHEMA-CONTENT", "<p>a</p>\n<year>x</year>", 6, "<year> cannot stand here in <body>; here may stand", ""),
        ("SCHEMA-CONTENT", "<p>a\n<year>x</year></p>", 6, "<year> cannot stand here in <p>; here may stand", ""),
        ("SCHEMA-CONTENT", "<sec>\n<p/>\n<title/></sec>", 6, "<p> comes too early in <sec>", "Move it after <title>"),
        (
            "SCHEMA-CONTENT",
            "<sec><title/>\n<sec><title/></sec>\n<p/></sec>",
            7,
            "<p> comes too late in <sec>",
            "Move it before <sec> of line 6.",
        ),
        (
            "SCHEMA-CONTENT",
            "<sec><title/>\n<title/></sec>",
            6,
            "<sec> has one <title> too many; there is one on line 5",
            "",
        ),
        ("SCHEMA-CONTENT", "<p>a</p>\n<list></list>", 6, "<list> lacks <list-item>", ""),
        ("SCHEMA-CONTENT", "<def-list>\n<def-item>\n</def-item></def-list>", 6, "<def-item> lacks <term>", ""),
        (
            "SCHEMA-CONTENT",
            "<list>\n<title>x</title></list>",
            5,
            "<list> is not complete: <list-item> must follow after <title> of line 6",
            "",
        ),
        (
            "SCHEMA-TEXT",
            "<sec><title/>\n<p/>stray\nwords</sec>",
            6,
            "elements only, and here it holds the text “stray words”",
            "",
        ),
        (
            "SCHEMA-CONTENT",
            "<sec><title>a\n<break>x</break></title></sec>",
            6,
            "<break> must be empty",
            "Take out what it contains",
        ),
        (
            "SCHEMA-ATTR",
            "<p>\n<xref rid='b1' ref-type='bib'>x</xref><fn id='b1'><p/></fn></p>",
            6,
            "“bib” is no value of ref-type",
            "“bibr”",
        ),
        (
            "SCHEMA-ATTR",
            "<p>a</p>\n<fig orientaton='portrait'/>",
            6,
            "cannot have the attribute orientaton",
            "Did you mean orientation?",
        ),
        ("SCHEMA-ATTR", "<p>a</p>\n<graphic/>", 6, "<graphic> lacks the attribute xlink:href", ""),
        ("SCHEMA-ID", "<p>a</p>\n<p id='1'/>", 6, "the value of id on <p> is not a proper name", "Names begin with"),
        (
            "SCHEMA-ATTR",
            "<p>a</p>\n<p xmlns:xlink='http://www.w3.org/1999/xlink'/>",
            6,
            "cannot have the attribute xmlns:xlink",
            "",
        ),
        (
            "SCHEMA-ELEMENT",
            "<p><mml:math><mml:mi>x</mml:mi>\n<mml:mj/></mml:math></p>",
            6,
            "there is no element <mml:mj>",
            "Did you mean <mml:m",
        ),
    ],
)
def test_each_fault_is_told_where_it_is(kind: str, body: str, line: int, said: str, advice: str) -> None:
    (finding,) = check(document(body))
    assert (finding.kind, finding.severity) == (kind, Severity.ERROR)
    assert said in finding.message
    assert advice in finding.advice
    assert finding.place is not None
    assert (finding.place.file, finding.place.line) == ("a.xml", line)
    assert len(finding.message) <= 300
    assert finding.xpath.startswith("/article")


def test_duplicate_ids() -> None:
    (finding,) = check(document("<p id='a'/>\n<p id='a'/>"))
    assert (finding.kind, finding.place and finding.place.line) == ("SCHEMA-ID", 6)
    assert "“a”" in finding.message


def test_dangling_references_come_in_order() -> None:
    found = check(document("<p>\n<xref rid='no nay'>x</xref>\n<xref rid='never'>x</xref></p>"))
    assert [(f.kind, f.place and f.place.line) for f in found] == [("SCHEMA-IDREF", n) for n in (6, 6, 7)]


def test_the_version_must_be_the_doctypes() -> None:
    (finding,) = check(document().replace(b'dtd-version="1.3"', b'dtd-version="9"'))
    assert "dtd-version" in finding.message


def test_a_namespace_must_be_the_dtds() -> None:
    wrong = document(more=' xmlns:ali="http://www.niso.org/schemas/ali/1.0"')
    (finding,) = check(wrong)
    assert "http://www.niso.org/schemas/ali/1.0/" in finding.message


def test_paths_of_the_model() -> None:
    asked: list[str] = []

    def locate(xpath: str) -> tuple[str | int, ...]:
        asked.append(xpath)
        return ("body", 0)

    (finding,) = verdict(document("<p>a</p><year/>"), TARGET, "out.xml", locate)
    assert finding.path == ("body", 0)
    assert asked == ["/article/body/year"]


def test_other_roots() -> None:
    (finding,) = check(b"<html/>", TARGET)
    assert finding.kind == "SCHEMA-ROOT"
    assert "<html>" in finding.message


def test_an_unknown_doctype_is_told() -> None:
    data = document().replace(TARGET.public_id.encode(), b"-//X//DTD Journal Publishing//EN")
    (finding,) = check(data)
    assert (finding.kind, finding.severity) == ("DOCTYPE-KNOWN", Severity.WARNING)
    assert "checked against publishing-1.3" in finding.message
    assert check(data, TARGET) == []


def test_the_nearest_identifier_is_proposed_for_one_that_is_misspelt() -> None:
    data = document().replace(b"v1.3 20210610", b"v1.3 2021061")
    (finding,) = check(data)
    assert f'"{TARGET.public_id}"' in finding.advice


def test_an_unknown_version_keeps_the_tag_set() -> None:
    doctype = b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with OASIS Tables v1.0 20120330//EN" "x.dtd">'
    expected = Target(TagSet.PUBLISHING, oasis=True, mathml3=False)
    assert target_of_document(parse(doctype.replace(b"v1.0", b"v0.9") + b"<article/>", "a.xml")) == expected


def test_an_element_of_another_schema_is_named() -> None:
    found = check(document("<table-wrap>\n<o:table xmlns:o='urn:o'/></table-wrap>"))
    assert "there is no element <o:table>" in found[0].message


def test_the_version_is_the_next_best_hint() -> None:
    tree = parse(b'<article dtd-version="1.1"/>', "a.xml")
    assert target_of_document(tree) == Target(TagSet.ARCHIVING, "1.1")
    assert target_of_document(tree, TARGET) == Target(TagSet.PUBLISHING, "1.1")
    assert target_of_document(parse(b'<article dtd-version="7"/>', "a.xml"), TARGET) == TARGET
    assert target_of_document(parse(b'<article dtd-version="0.4"/>', "a.xml")).name == "archiving-1.0"


@pytest.mark.parametrize(("version", "name"), [("2.3", "publishing-nlm-2.3"), ("3.0", "publishing-nlm-3.0")])
def test_versions_of_before_jats_are_recognised(version: str, name: str) -> None:
    data = f'<article dtd-version="{version}"/>'.encode()
    assert target_of_document(parse(data, "a.xml")).name == name
    archiving = (
        b'<!DOCTYPE article PUBLIC "-//NLM//DTD Journal Archiving and Interchange DTD v3.0 20080202//EN" "x.dtd">'
    )
    assert target_of_document(parse(archiving + data, "a.xml")).name == "archiving-1.3"


def test_many_faults_take_linear_time() -> None:
    found = check(document("<sec><title/>" + "<p><year/></p>\n" * 3000 + "</sec>"))
    assert len(found) == 1001
    assert "2000 more" in found[-1].message


def test_validating_twice_says_the_same() -> None:
    tree = parse(document("<p id='a'/><p id='a'/><xref rid='z'/>"), "a.xml")
    assert verdict(tree, TARGET) == verdict(tree, TARGET)


@pytest.mark.skipif(not CORPUS, reason="JATSKIT_CORPUS is not set")
def test_verdicts_on_real_documents_are_libxml2s() -> None:
    folder = Path(CORPUS or "") / "jats"
    wrong: list[str] = []
    compared = {"valid": 0, "invalid": 0, "not-wf": 0}
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            data = (folder / row["file"]).read_bytes()
            # One document names another DTD than the comment that the manifest's maker took for its DOCTYPE.
            if b"<!--<!DOCTYPE" in data and b"<!DOCTYPE article SYSTEM" in data:
                continue
            try:
                found = [finding for finding in check(data) if finding.severity is Severity.ERROR]
                got = "invalid" if found else "valid"
            except UnreadableSource:
                found, got = [], "not-wf"
            compared[row["libxml2_dtd"]] += 1
            # What is not well-formed for a parser without the DTD may be so with the prefixes that the DTD declares.
            if got != row["libxml2_dtd"] and (got, row["libxml2_dtd"]) != ("invalid", "not-wf"):
                wrong.append(f"{row['file']}: {got}, not {row['libxml2_dtd']}")
            wrong += [
                f"{row['file']}: {f.message}" for f in found if len(f.message) > 300 or "content does not" in f.message
            ]
    assert wrong == []
    assert sum(compared.values()) > 230
