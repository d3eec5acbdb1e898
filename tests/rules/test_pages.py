"""Every rule has a page, and what the page shows is true: the rule finds fault with each Bad, and with no Good."""

from __future__ import annotations

import pytest

from jatskit.findings import Severity
from jatskit.rules.checking import check, rules
from jatskit.rules.rule import Rule
from jatskit.schema.edits import applied
from tests.rules.snippets import article, document

BAD = [(rule, snippet) for rule in rules().values() for snippet in rule.page.bad]
GOOD = [(rule, snippet) for rule in rules().values() for snippet in rule.page.good]


def name(value: object) -> str | None:
    return value.id if isinstance(value, Rule) else None


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
