"""Every rule has a page, and what the page shows is true: the rule finds fault with each Bad, and with no Good."""

from __future__ import annotations

import re

import pytest

from jatskit.findings import Kind, Severity
from jatskit.rules.checking import check, entries, rules
from jatskit.rules.rule import Entry, Rule, Verdict
from jatskit.schema import kinds
from jatskit.schema.edits import applied
from tests.rules.snippets import article, complaints, document

#: What is shown elsewhere, because it needs more than the document: test_suppression.py, test_schema_files.py.
ELSEWHERE = ("SUPPRESSION-UNUSED", "SCHEMA-FILE")

BAD = [(rule, snippet) for rule in rules().values() for snippet in rule.page.bad]
GOOD = [(rule, snippet) for rule in rules().values() for snippet in rule.page.good]
VERDICTS = [entry for entry in entries().values() if isinstance(entry, Verdict) and entry.id not in ELSEWHERE]


def name(value: object) -> str | None:
    return value.id if isinstance(value, Entry) else None


@pytest.mark.parametrize(("rule", "snippet"), BAD, ids=name)
def test_a_rule_finds_fault_with_what_its_page_calls_bad(rule: Rule, snippet: str) -> None:
    assert check(document(snippet), [(rule, Severity.ERROR)])


@pytest.mark.parametrize(("rule", "snippet"), GOOD, ids=name)
def test_a_rule_is_silent_about_what_its_page_calls_good(rule: Rule, snippet: str) -> None:
    assert not check(document(snippet), [(rule, Severity.ERROR)])


@pytest.mark.parametrize(("rule", "snippet"), BAD, ids=name)
def test_the_fixes_that_a_rule_offers_mend_what_they_are_offered_for(rule: Rule, snippet: str) -> None:
    findings = check(document(snippet), [(rule, Severity.ERROR)])
    fixes = [finding.fix for finding in findings if finding.fix]
    mended, done = applied(article(snippet), fixes)
    left = check(document(mended), [(rule, Severity.ERROR)])
    assert len(left) <= len(findings) - len(done)


@pytest.mark.parametrize("rule", rules().values(), ids=name)
def test_each_finding_has_a_sentence_and_a_place(rule: Rule) -> None:
    for snippet in rule.page.bad:
        for finding in check(document(snippet), [(rule, Severity.ERROR)]):
            assert finding.place and finding.place.column and finding.place.end_column and finding.xpath
            assert not finding.message.endswith(".")
            assert not finding.advice or finding.advice.endswith((".", "?"))


@pytest.mark.parametrize("verdict", VERDICTS, ids=name)
def test_the_gate_complains_of_what_a_page_calls_bad_and_only_of_that(verdict: Verdict) -> None:
    for snippet in verdict.page.bad:
        found = [finding for finding in complaints(snippet) if finding.kind == verdict.id]
        assert found and all(finding.severity is verdict.severity for finding in found)
    for snippet in verdict.page.good:
        assert verdict.id not in {finding.kind for finding in complaints(snippet)}


def test_every_kind_of_the_parser_and_the_schema_has_a_page() -> None:
    own = {kind.id: kind for kind in vars(kinds).values() if isinstance(kind, Kind)}
    assert own.keys() <= entries().keys()
    assert {verdict.id: verdict.kind for verdict in VERDICTS}.items() <= own.items()


def test_an_entry_is_called_as_its_group_and_its_page_begins_with_a_sentence() -> None:
    for entry in entries().values():
        assert re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", entry.id)
        assert entry.page.summary.endswith(".")
