"""The whole road, on the first user's page and on what cannot go down it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import jatskit
from jatskit.findings import Severity
from jatskit.model import plain
from jatskit.protocols import Origin
from jatskit.rules.checking import rules
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def page(seed: Path) -> jatskit.Source:
    return jatskit.Source.from_path(seed)


@pytest.fixture(scope="module")
def profile() -> jatskit.Profile:
    return jatskit.Profile.load(ROOT / "samples" / "strategic-study-of-cae.toml")


def test_without_a_profile_it_is_valid_archiving(page: jatskit.Source) -> None:
    result = jatskit.convert(page)
    assert result.target and result.target.name == "archiving-1.3"
    assert b"DTD JATS (Z39.96) Journal Archiving and Interchange DTD" in result.data
    assert jatskit.validate(jatskit.Source.from_bytes(result.data, "a.xml"), target="schema") == ()
    assert b"<issn" not in result.data and b"<publisher>" not in result.data and b'"doi"' not in result.data


def test_with_a_profile_it_is_valid_publishing(page: jatskit.Source, profile: jatskit.Profile) -> None:
    result = jatskit.convert(page, profile=profile)
    assert result.target and result.target.name == "publishing-1.3"
    assert jatskit.validate(jatskit.Source.from_bytes(result.data, "a.xml"), target="schema") == ()
    origins = {evidence.path: evidence.origin for evidence in result.reading.evidence}
    assert origins[("journal", "issns", 0, "value")] is Origin.PROFILE
    assert origins[("journal", "titles", 0, "text")] is Origin.PAGE
    assert origins[("type",)] is Origin.INFERENCE


def test_the_official_xsd_agrees(page: jatskit.Source, profile: jatskit.Profile, corpus: Path) -> None:
    """An oracle of another make: the XSDs stand beside the corpus and are never in the repository."""
    folder = corpus.parent / "schemas"
    if not folder.is_dir():
        pytest.skip("the official XSDs do not stand beside the corpus")
    for version in ("1.3", "1.4"):
        file = (
            folder / f"publishing-{version}-mathml3" / f"JATS-journalpublishing{version.replace('.', '-')}-mathml3.xsd"
        )
        schema = etree.XMLSchema(etree.parse(file))
        result = jatskit.convert(page, profile=profile, target=f"publishing-{version}")
        schema.assertValid(etree.fromstring(result.data))


@pytest.mark.parametrize(
    "target", ["archiving-1.2", "archiving-1.4", "publishing-1.2", "authoring-1.3", "authoring-1.4"]
)
def test_every_target_takes_the_page(page: jatskit.Source, profile: jatskit.Profile, target: str) -> None:
    result = jatskit.convert(page, profile=profile, target=target)
    assert result.data
    assert jatskit.validate(jatskit.Source.from_bytes(result.data, "a.xml"), target="schema") == ()


def test_the_xml_reads_back_as_the_article(page: jatskit.Source, profile: jatskit.Profile) -> None:
    result = jatskit.convert(page, profile=profile)
    reading = jatskit.read(jatskit.Source.from_bytes(result.data, "a.xml"))
    assert reading.article == result.article
    assert reading.findings == ()


def test_metadata_json_reads_back_as_the_article(page: jatskit.Source) -> None:
    result = jatskit.convert(page, to="json")
    source = jatskit.Source.from_bytes(result.data, "a.json")
    assert {finding.kind for finding in jatskit.validate(source)} <= set(rules())
    assert jatskit.read(source).article == result.article


def test_what_a_target_requires_and_nobody_knows_is_an_error_and_nothing_is_written(page: jatskit.Source) -> None:
    result = jatskit.convert(page, target="publishing-1.3")
    assert result.data == b""
    assert {f.kind for f in result.findings if f.severity is Severity.ERROR} == {"target-requires"}


def test_invalid_xml_is_given_only_when_asked_for(page: jatskit.Source) -> None:
    result = jatskit.convert(page, target="publishing-1.3", allow_invalid=True)
    assert result.data
    assert jatskit.validate(jatskit.Source.from_bytes(result.data, "a.xml"), target="schema")
    assert b"<issn" not in result.data


def test_readiness_says_exactly_what_is_missing(page: jatskit.Source, profile: jatskit.Profile) -> None:
    ready = {row.name: row.missing for row in jatskit.convert(page, profile=profile).readiness}
    assert ready["Archiving"] == ready["Publishing"] == ()
    assert ready["Crossref"] == ("surname of “long”", "DOI")
    assert ready["DOAJ"] == ("DOI or address of the full text",)
    assert "licence or copyright statement" in ready["PMC"]


@pytest.mark.parametrize(
    "text",
    [
        "Just a moment...\nEnable JavaScript and cookies to continue",
        "Checking your browser before accessing the site",
        "404 Not Found\nThe page that you asked for is not here.",
        "Search results\n1. A first article about clusters\n2. A second article about clusters",
        "Abstract\n" + "We study the things that are there. " * 20,
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(jatskit.NotAnArticle, match=r"not the page of an article|is none itself"):
        jatskit.convert(jatskit.Source.from_bytes(text.encode(), "page.txt"))


def test_html_without_an_article_is_refused_with_advice() -> None:
    page = jatskit.Source.from_bytes(b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "page.html")
    with pytest.raises(jatskit.NotAnArticle, match="is not the page of an article") as raised:
        jatskit.convert(page)
    assert raised.value.advice


def test_a_value_that_is_not_well_formed_is_left_out_and_told() -> None:
    page = (
        "A title that is long enough to be believed\nYong Gan, Man Xie\n"
        "Journal ›› 2022, Vol. 24 ›› Issue (2) : 22-28.\nReceived: 2021-13-45\nAbstract: " + "We study it. " * 20
    )
    result = jatskit.convert(jatskit.Source.from_bytes(page.encode(), "page.txt"))
    assert plain(result.article.title or ()) == "A title that is long enough to be believed"
    assert not any(date.month == 13 for date in result.article.history)
    assert "page-not-well-formed" in {finding.kind for finding in result.findings}
    assert result.data


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_rules_find_in_metadata_is_told_at_the_value(form: str) -> None:
    text = {
        "json": '{\n "type": "research-article",\n "title": "A title",\n "contributors": [\n'
        '  {"type": "author",\n   "names": [{"surname": "Lee"}], "orcid": "0000-0002-1825-0097"}]}',
        "yaml": "type: research-article\ntitle: A title\ncontributors:\n- type: author\n  names:\n  - surname: Lee\n",
    }[form]
    found = jatskit.validate(jatskit.Source.from_bytes(text.encode(), f"a.{form}"), target="crossref")
    assert all(finding.place and finding.place.file == f"a.{form}" and finding.fix is None for finding in found)
    assert {finding.kind for finding in found} >= {"ART-DOI", "JMETA-PRESENT", "DATE-PUB"}
    titles = [
        finding.place
        for finding in jatskit.validate(
            jatskit.Source.from_bytes(
                text.replace("A title", "A TITLE OF CAPITALS AND MORE OF THEM").encode(), f"a.{form}"
            )
        )
        if finding.path[:1] == ("title",)
    ]
    assert [place and place.line for place in titles] == [3 if form == "json" else 2] * len(titles) and titles
