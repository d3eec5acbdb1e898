"""A document's own word about what not to tell: what it is about, and when it is of no use."""

from __future__ import annotations

import pytest

from jatskit.findings import Finding
from jatskit.rules.checking import entries
from jatskit.rules.selection import Selection
from jatskit.rules.targets import demands
from jatskit.rules.validation import validate_xml
from tests.rules.snippets import article
from tests.validating.documents import DOI, document

PAGE = entries()["SUPPRESSION-UNUSED"].page


def told(data: bytes, *select: str) -> list[Finding]:
    selection = Selection(select or ("SCHEMA", "ART-DOI", "SUPPRESSION"))
    return validate_xml(data, "a.xml", demands(None), selection)


def kinds(data: bytes) -> list[str]:
    return [finding.kind for finding in told(data)]


@pytest.mark.parametrize("snippet", PAGE.bad)
def test_what_the_page_calls_bad(snippet: str) -> None:
    assert [finding.kind for finding in told(article(snippet).encode(), "SCHEMA-ELEMENT", "SUPPRESSION")].count(
        "SUPPRESSION-UNUSED"
    ) == 1


@pytest.mark.parametrize("snippet", PAGE.good)
def test_what_the_page_calls_good(snippet: str) -> None:
    assert not told(article(snippet).encode(), "SCHEMA-ELEMENT", "SUPPRESSION")


def test_before_the_root_it_is_about_the_whole_document() -> None:
    assert kinds(document(before="<?jatskit ignore ART?>\n", body="<lizt/>")) == ["SCHEMA-ELEMENT"]


def test_it_is_about_the_next_element_and_no_other() -> None:
    assert kinds(document(DOI, body="<?jatskit ignore SCHEMA?><lizt/><lizt/>")) == ["SCHEMA-ELEMENT"]


def test_the_last_in_its_parent_is_about_the_parent() -> None:
    assert kinds(document(DOI, body="<sec><title/><lizt/><lizt/><?jatskit ignore SCHEMA-ELEMENT?></sec>")) == []


def test_a_rule_that_was_not_looked_for_is_not_unused() -> None:
    assert not told(document(DOI, before="<?jatskit ignore ART-DOI?>"), "SCHEMA", "SUPPRESSION")
    assert told(document(DOI, before="<?jatskit ignore ART-DOI?>"), "ART-DOI", "SUPPRESSION")


def test_the_bare_verdict_of_the_schema_hears_nothing() -> None:
    data = document(DOI, before="<?jatskit ignore SCHEMA?>", body="<lizt/>")
    assert [finding.kind for finding in validate_xml(data, "a.xml", demands("schema"))] == ["SCHEMA-ELEMENT"]


def test_another_programs_instruction_is_left_alone() -> None:
    assert kinds(document(DOI, before="<?jatskitten ignore ART-DOI?>")) == []
