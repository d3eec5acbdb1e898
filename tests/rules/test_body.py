"""Rules of the body where their pages' examples do not reach: what is let pass, what is offered, and what it costs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jatskit.findings import Finding, Severity
from jatskit.rules.checking import check, rules
from jatskit.rules.document import Document
from jatskit.schema.edits import applied
from jatskit.schema.gate import target_of_document, verdict
from jatskit.schema.parsing import parse
from jatskit.schema.text import text_of
from tests.rules.snippets import article, document

#: The groups of rules that this part of the catalogue has.
GROUPS = frozenset("XREF ID COI DAS ETHICS TRIAL REF FIG TABLE A11Y MATH SEC EMPTY LIST LINK SUPP FN".split())


def found(id: str, xml: str) -> list[Finding]:
    return check(document(xml), [(rules()[id], Severity.ERROR)])


def refs(*works: str) -> str:
    return (
        "<ref-list>" + "".join(f'<ref id="R{n}">{work}</ref>' for n, work in enumerate(works, start=1)) + "</ref-list>"
    )


def cited(paragraph: str, count: int = 5) -> str:
    listed = refs(*(f"<label>{n}</label><mixed-citation>Work {n}.</mixed-citation>" for n in range(1, count + 1)))
    return f'<article dtd-version="1.3"><body><p>{paragraph}</p></body><back>{listed}</back></article>'


def to(n: int, words: str = "") -> str:
    return f'<xref ref-type="bibr" rid="R{n}">{words or n}</xref>'


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{to(1)}–{to(5)}",
        f"{to(1)} to {to(5)}",
        f"<sup>{to(1)}-{to(5)}</sup>",
        f"<sup>{to(1)}</sup>–<sup>{to(5)}</sup>",
        f"{to(1)}<sup>)-(</sup>{to(5)}",
        to(1, "[1–5]"),
    ],
)
def test_what_lies_in_a_cited_range_is_cited(paragraph: str) -> None:
    assert not found("XREF-ORPHAN", cited(paragraph))


@pytest.mark.parametrize("paragraph", [f"{to(1)}, {to(5)}", f"{to(1)} and {to(5)}", f"{to(1)}. {to(5)}"])
def test_what_lies_between_two_citations_is_not(paragraph: str) -> None:
    assert [finding.value for finding in found("XREF-ORPHAN", cited(paragraph))] == ["R2", "R3", "R4"]


def test_references_that_are_never_cited_are_told_once() -> None:
    assert [finding.message for finding in found("XREF-ORPHAN", cited("No citation."))] == [
        "none of the 5 references is cited by an <xref>"
    ]


def test_a_reference_by_year_is_not_taken_for_one_by_number() -> None:
    assert not found("XREF-LABEL", cited(to(1, "2019")))
    assert not found("XREF-LABEL", cited(to(1, "Kovar 19")))
    [finding] = found("XREF-LABEL", cited(to(1, "[3]")))
    assert finding.expected == "R3"


def test_a_type_that_the_documents_own_schema_does_not_know_is_not_recommended() -> None:
    old = (
        '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN" "x.dtd">'
        '<article dtd-version="1.1"><front><article-meta><author-notes><fn id="n1" fn-type="conflict"><p>None.</p></fn>'
        "</author-notes></article-meta></front></article>"
    )
    assert not found("COI-LOCATION", old)
    assert found("COI-LOCATION", old.replace("v1.1 20151215", "v1.3 20210610").replace('"1.1"', '"1.3"'))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("1032", "9", "1039"), ("S12", "5", "S15"), ("212", "19", "219"), ("199", "201", None), ("12", "12", None)],
)
def test_a_last_page_that_is_cut_short_is_written_in_full(first: str, last: str, expected: str | None) -> None:
    work = (
        f'<element-citation publication-type="journal"><fpage>{first}</fpage><lpage>{last}</lpage></element-citation>'
    )
    assert [finding.expected for finding in found("REF-PAGES", refs(work))] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("doi:10.1234/a", "10.1234/a"),
        ("http://dx.doi.org/10.1234/a", "10.1234/a"),
        ("10.1234/a", None),
        ("1234/a", ""),
    ],
)
def test_a_doi_is_written_alone(text: str, right: str | None) -> None:
    work = f'<mixed-citation publication-type="journal"><pub-id pub-id-type="doi">{text}</pub-id></mixed-citation>'
    assert [finding.expected for finding in found("REF-PUBID", refs(work))] == ([] if right is None else [right])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>", ""),
        ("<tr><th>a</th><!-- c --><th>b</th></tr><tr><td>1</td><td>2</td></tr>", ""),
        ('<tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr>', ""),
        ('<tr><th rowspan="2">a</th><th>b</th></tr><tr><td>2</td></tr>', ""),
        ('<tr><th rowspan="2">a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>', "the row is 3 columns wide"),
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td></tr>", "the row is 1 columns wide"),
        ('<tr><th rowspan="3">a</th><th>b</th></tr><tr><td>2</td></tr>', "the cell “a” spans 3 rows"),
    ],
)
def test_the_rows_of_a_table_are_equally_wide(rows: str, message: str) -> None:
    told = [
        finding.message for finding in found("TABLE-MARKUP", f"<table-wrap id='T1'><table>{rows}</table></table-wrap>")
    ]
    assert len(told) == bool(message)
    assert all(each.startswith(message) for each in told)


def test_a_part_that_nearly_all_articles_have_lacks_in_the_one_without_it() -> None:
    whole = (
        '<element-citation publication-type="journal"><article-title>Roe</article-title><source>Polar Res</source>'
        "<year>2001</year><fpage>1</fpage></element-citation>"
    )
    without = whole.replace("<article-title>Roe</article-title>", "")
    assert not found("REF-REQUIRED", refs(*[without] * 20))
    assert [finding.message for finding in found("REF-REQUIRED", refs(*[whole] * 19, without))] == [
        "the journal “Polar Res20011” has no article-title"
    ]
    in_press = without.replace("</year>", "</year><comment>In press</comment>")
    assert not found("REF-REQUIRED", refs(*[whole] * 19, in_press))


@pytest.mark.parametrize(("year", "count"), [("1797", 0), ("1900", 1)])
def test_old_books_need_no_publisher(year: str, count: int) -> None:
    book = "<source>Justine</source>{}<year>{}</year>"
    whole = book.format("<publisher-name>Ash</publisher-name>", 1990)
    works = (
        f'<element-citation publication-type="book">{b}</element-citation>'
        for b in [*[whole] * 19, book.format("", year)]
    )
    assert len(found("REF-REQUIRED", refs(*works))) == count


def test_a_file_lacks_only_if_others_of_the_article_are_there(tmp_path: Path) -> None:
    xml = article(
        '<body><fig id="F1"><label>1</label><graphic xlink:href="a.tif"/></fig>'
        '<fig id="F2"><label>2</label><graphic xlink:href="b.tif"/></fig></body>'
    )
    file = tmp_path / "article.xml"
    file.write_text(xml, encoding="utf-8")

    def missing() -> list[str]:
        tree = parse(xml.encode(), str(file))
        read = Document(tree, target_of_document(tree), xml.encode(), str(file))
        return [finding.value for finding in check(read, [(rules()["FIG-GRAPHIC"], Severity.ERROR)])]

    assert missing() == []
    (tmp_path / "a.tif").write_bytes(b"")
    assert missing() == ["b.tif"]
    (tmp_path / "b.tif").write_bytes(b"")
    assert missing() == []


def test_figures_get_ids_that_none_has_and_no_two_the_same() -> None:
    fig = "<fig{}><label>Figure</label><graphic xlink:href='a.tif'/></fig>"
    xml = f"<body>{fig.format(' id=“fig2”'.replace('“', chr(39)).replace('”', chr(39)))}{fig.format('') * 2}</body>"
    assert [finding.fix.what for finding in found("FIG-LABEL-CAPTION", xml) if finding.fix] == [
        "Give it the id fig1",
        "Give it the id fig3",
    ]


@pytest.mark.parametrize(
    ("href", "right"),
    [
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/a b", ""),
        ("https://example.org/a?b=1&amp;c=2", None),
        ("10.1016/0304-3940(96)12345-6", None),
        ("10.1002/(SICI)1097-0258(19980815)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2", "…"),
    ],
)
def test_characters_that_no_address_holds_are_escaped(href: str, right: str | None) -> None:
    findings = found("SCHEMA-LEXICAL", f'<p><ext-link ext-link-type="uri" xlink:href="{href}">the page</ext-link></p>')
    assert len(findings) == (right is not None)
    if right and right != "…":
        assert findings[0].expected == right


@pytest.mark.parametrize(
    "tag", ["en", "EN", "pt-BR", "zh-Hant", "zh-Hans-CN", "sr-Latn-RS", "es-419", "grc", "x-klingon"]
)
def test_a_tag_of_a_language_is_one(tag: str) -> None:
    assert not found("SCHEMA-LEXICAL", f'<p><italic xml:lang="{tag}">word</italic></p>')


@pytest.mark.parametrize(("tag", "right"), [("eng", "en"), ("en_US", "en-US"), ("por-BR", "pt-BR"), ("not a tag", "")])
def test_what_is_no_tag_of_a_language_is_told(tag: str, right: str) -> None:
    assert [
        finding.expected for finding in found("SCHEMA-LEXICAL", f'<p><italic xml:lang="{tag}">word</italic></p>')
    ] == [right]


@pytest.mark.parametrize(
    "body",
    [
        "<p/>" * 5000,
        "<fig><label>Figure 1</label></fig>" * 5000,
        "".join(f'<xref rid="r{n}">{n * 7 % 9999}</xref>' for n in range(5000)),
        '<xref rid="r1">1–99999</xref>' * 5000,
        "<table>" + '<tr><td colspan="250" rowspan="2"/></tr>' * 5000 + "</table>",
        "<table><tr>" + '<td colspan="999999999" rowspan="9"/>' * 5000 + "</tr></table>",
        "<tex-math>" + "\\begin{document}" * 50_000 + "</tex-math>",
        f"<email>{'a.' * 50_000}@</email>",
        f'<p xml:lang="{"a-" * 50_000}"/>',
        f'<ext-link xlink:href="{"a.b-" * 50_000}"/>',
        f"<list><list-item><p>{'(' * 50_000}</p></list-item></list>",
        f"<sec><title>{'a ' * 50_000}</title></sec>",
    ],
    ids=range(12),
)
def test_hostile_documents_cost_no_more_than_their_length(body: str) -> None:
    listed = refs(
        *(f'<label>{n}</label><element-citation publication-type="journal"><fpage>{"9" * 200}</fpage><lpage>1</lpage>'
          f'<year>{"1" * 5000}</year></element-citation>' for n in range(200)),
    )  # fmt: skip
    hostile = document(
        f'<article dtd-version="1.3" xmlns:xlink="http://www.w3.org/1999/xlink"><body>{body}</body><back>{listed}</back></article>'
    )
    start = time.process_time()
    for rule in rules().values():
        if rule.group in GROUPS:
            for _ in rule.look(hostile):
                pass
    assert time.process_time() - start < 5


def test_what_one_rule_finds_in_a_document_is_told_a_thousand_times_at_most() -> None:
    findings = found("EMPTY-ELEMENT", "<body>" + "<p/>" * 5000 + "</body>")
    assert len(findings) == 1001
    assert findings[-1].message.startswith("more of this kind")


def test_fixes_leave_a_valid_document_valid(corpus: Path) -> None:
    chosen = [(rule, rule.severity) for rule in rules().values() if rule.group in GROUPS]
    made = 0
    for file in sorted((corpus / "jats" / "valid").glob("*.xml"))[::4]:
        data = file.read_bytes()
        tree = parse(data, file.name)
        target = target_of_document(tree)
        fixes = [finding.fix for finding in check(Document(tree, target, data, file.name), chosen) if finding.fix]
        if not fixes or verdict(tree, target, file.name):
            continue
        mended, done = applied(text_of(data), fixes)
        made += len(done)
        again = parse(mended.encode(tree.docinfo.encoding or "utf-8", "xmlcharrefreplace"), file.name)
        assert not verdict(again, target, file.name), file.name
    assert made > 100
