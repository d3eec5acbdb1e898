"""Every row of the tables of layouts, by its example."""

from __future__ import annotations

import pytest

from jatskit.layouts import FURNITURE, LABELS, MASTHEADS, FurnitureRule, Masthead, furniture_in, label_in, masthead_in


@pytest.mark.parametrize("masthead", MASTHEADS, ids=lambda m: m.name)
def test_a_masthead_reads_its_example(masthead: Masthead) -> None:
    match = masthead_in(masthead.example)
    assert match is not None
    assert match.masthead is masthead
    assert {"journal", "year"} <= set(match.spans)


@pytest.mark.parametrize("masthead", MASTHEADS, ids=lambda m: m.name)
def test_a_masthead_reads_what_it_prints(masthead: Masthead) -> None:
    values = {"journal": "Journal of Tests", "year": "2022", "volume": "24", "issue": "2", "fpage": "22", "lpage": "28"}
    values |= {"doi": "10.1234/abc.def"} if "doi" in masthead.slots else {}
    line = masthead.print(values)
    match = masthead_in(line)
    assert match is not None
    read = {slot: line[slice(*span)] for slot, span in match.spans.items()}
    assert read == {slot: value for slot, value in values.items() if slot in masthead.slots}


@pytest.mark.parametrize(
    "line",
    ["", "2022", "Vol. 24", "In 2022, we found (2): 22-28 of them.", "a" * 500, "1. Introduction 2019", "›› 2022 ››"],
)
def test_other_lines_are_no_mastheads(line: str) -> None:
    assert masthead_in(line) is None


@pytest.mark.parametrize("rule", FURNITURE, ids=lambda r: r.name)
def test_furniture_is_recognised_by_its_example(rule: FurnitureRule) -> None:
    assert furniture_in(rule.example) == rule.name


@pytest.mark.parametrize(
    "line", ["On bridges", "Home advantage in football", "PDF files and their makers", "上一篇论文的研究"]
)
def test_other_lines_are_no_furniture(line: str) -> None:
    assert furniture_in(line) is None


@pytest.mark.parametrize(
    ("field", "language", "word"),
    [(field, language, word) for field, by in LABELS.items() for language, words in by.items() for word in words],
)
def test_labels_are_recognised_alone_and_with_a_colon(field: str, language: str, word: str) -> None:
    for line in (
        word,
        f"{word}:",
        f"{word}： text",
        word.upper() if word.upper().casefold() == word.casefold() else word,
    ):
        match = label_in(line)
        assert match is not None, line
        assert match.field == field
    assert label_in(f"{word} of other things") is None


def test_a_label_may_be_spaced_and_bracketed() -> None:
    spaced, bracketed = label_in("摘 要：本文"), label_in("【摘要】本文")
    assert spaced and spaced.field == "abstract" and spaced.end == len("摘 要：")
    assert bracketed and bracketed.end == len("【摘要】")
