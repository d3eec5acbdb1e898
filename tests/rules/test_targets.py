"""The table of targets: every rule has its row, and each letter does what it says."""

from __future__ import annotations

import pytest

from jatskit.errors import UnknownTarget
from jatskit.findings import Severity
from jatskit.model import Article
from jatskit.rules import readiness
from jatskit.rules.checking import entries, rules
from jatskit.rules.targets import DESTINATIONS, a_journals, belongs, demands, listed
from jatskit.rules.validation import chosen, validate_xml
from tests.rules.snippets import article


@pytest.mark.parametrize("id", entries())
def test_every_rule_has_a_row_or_its_group_has(id: str) -> None:
    assert any(belongs(id, row) for row in listed()), id


def test_the_target_schema_counts_no_rule() -> None:
    assert chosen(demands("schema")) == ()
    assert validate_xml(article("<p>Text</p>").encode(), "a.xml", demands("schema")) != []


@pytest.mark.parametrize(("target", "severity"), [(None, "ERROR"), ("pmc", "ERROR"), ("jats4r", None)])
def test_a_rule_counts_where_the_table_says_so(target: str | None, severity: str | None) -> None:
    found = demands(target).severity("ART-DOI", Severity.ERROR)
    assert found == (Severity[severity] if severity else None)


def test_what_is_required_is_an_error_and_part_of_readiness() -> None:
    for name in DESTINATIONS:
        wanted = demands(name)
        for id in wanted.required():
            assert wanted.severity(id, Severity.INFO) is Severity.ERROR
    for row in readiness.readiness(Article()):
        assert row.missing or row.name == "nothing is required"


def test_the_facts_of_readiness_are_those_that_some_target_requires() -> None:
    required = {
        id for name in (*DESTINATIONS, "archiving", "publishing", "authoring") for id in demands(name).required()
    }
    assert required == {*readiness.FACTS, "JMETA-PRESENT"}


def test_a_journal_changes_severities_and_requires_facts() -> None:
    own = a_journals({"ART": "warning", "ART-DOI": "info", "REF": "off"}, ["DATE-PUB"], demands(None))
    assert own.severity("ART-TITLE", Severity.ERROR) is Severity.WARNING
    assert own.severity("ART-DOI", Severity.ERROR) is Severity.INFO
    assert own.severity("REF-YEAR", Severity.ERROR) is None
    assert own.severity("DATE-PUB", Severity.INFO) is Severity.ERROR
    assert "DATE-PUB" in own.required()


def test_an_unknown_target_is_told_what_was_probably_meant() -> None:
    with pytest.raises(UnknownTarget) as error:
        demands("crosref")
    assert "crossref" in error.value.advice


def test_a_tag_sets_target_is_its_schema_with_all_rules() -> None:
    wanted = demands("publishing-1.4")
    assert wanted.schema is not None and wanted.schema.name == "publishing-1.4"
    assert {rule.id for rule, _ in chosen(wanted)} == {rule.id for rule, _ in chosen(demands(None))} <= set(rules())
