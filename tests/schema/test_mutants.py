"""A document with one thing wrong is found wrong where it is, and the change that is offered mends it.

`python -m pytest tests/schema/test_mutants.py --hypothesis-profile=deep` tries far more of them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from lxml import etree

from jatskit.findings import Finding
from jatskit.jats import write_jats
from jatskit.schema import Target
from jatskit.schema.edits import applied
from jatskit.schema.gate import dtd_of, target_of_document, verdict
from jatskit.schema.parsing import parse
from jatskit.schema.text import text_of
from tests.jats.test_binding import full_article
from tests.schema.mutants import KINDS, Mutant, mutant

#: The least share of mutants, of 1, whose fault is told at the element itself, and that the offered changes make valid.
LEAST_PINNED, LEAST_MENDED = 0.9, 0.8
ROUNDS = 5


def is_valid(data: bytes, target: Target) -> bool:
    tree = parse(data, "a.xml")
    return bool(dtd_of(target).validate(tree))


def pinned(findings: list[Finding], blamed: frozenset[str]) -> bool:
    return any(finding.xpath.partition("/@")[0] in blamed for finding in findings)


def mended(data: bytes, target: Target) -> bool:
    for _ in range(ROUNDS):
        fixes = [finding.fix for finding in verdict(data, target) if finding.fix]
        text, done = applied(text_of(data), fixes)
        if not done:
            return False
        data = text.encode()
        if is_valid(data, target):
            return True
    return False


def judge(tree: etree._ElementTree, target: Target, count: int, rnd: Random) -> Counter[str]:
    said: Counter[str] = Counter()
    for number in range(count):
        made: Mutant | None = mutant(tree, KINDS[number % len(KINDS)], rnd)
        if made is None:
            continue
        findings = verdict(made.data, target)
        assert bool(findings) is not is_valid(made.data, target), made.data
        if findings:
            assert all(finding.place and finding.place.column for finding in findings)
            said["all"] += 1
            said["pinned"] += pinned(findings, made.blamed)
            said["mended"] += mended(made.data, target)
    return said


def repeatable() -> Random:
    return Random(7)  # noqa: S311  (a repeatable choice, no secret)


def count() -> int:
    return 10 * settings().max_examples


@pytest.mark.parametrize("name", ["archiving-1.2", "publishing-1.3", "archiving-1.4"])
def test_mutants_of_what_we_write(name: str) -> None:
    target = Target.parse(name)
    tree = parse(write_jats(full_article(), target).data, "a.xml")
    said = judge(tree, target, count(), repeatable())
    assert said["all"] > count() / 5
    assert said["pinned"] >= LEAST_PINNED * said["all"], said
    assert said["mended"] >= LEAST_MENDED * said["all"], said


def test_mutants_of_the_corpus(corpus: Path) -> None:
    rnd = repeatable()
    said: Counter[str] = Counter()
    files = [file for file in sorted((corpus / "jats" / "valid").glob("*.xml")) if file.stat().st_size < 60_000]
    for file in files[:: max(1, 1000 // count())]:
        tree = parse(file.read_bytes(), file.name)
        target = target_of_document(tree)
        if not verdict(tree, target):
            said += judge(tree, target, count() // 10, rnd)
    assert said["pinned"] >= LEAST_PINNED * said["all"], said
    assert said["mended"] >= LEAST_MENDED * said["all"], said
