"""Entries, halves and line breaks, each by the cases that it was built for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatskit.references import entries_of, halves_of, han_gaps


def numbers(lines: list[str], *, headed: bool = False) -> list[int | None]:
    return [entry.number for entry in entries_of(lines, headed=headed)]


def test_labels_on_their_own_lines() -> None:
    assert numbers(["[[1]] |", "A. B, 2019.", "[[2]] |", "C. D, 2020."]) == [1, 2]


def test_labels_before_the_text_and_entries_of_two_lines() -> None:
    lines = ["[1] A. A long title,", "Journal, 2019.", "[2] C. D, 2020.", "Journal.", "and the page goes on"]
    entries = entries_of(lines, headed=False)
    assert [len(entry.text) for entry in entries] == [2, 2]


def test_numbered_sections_are_no_list() -> None:
    assert numbers(["1. Introduction", "Text of it.", "2. Methods", "More text.", "3. Results", "Text."]) == []


def test_an_unnumbered_list_needs_its_heading() -> None:
    lines = ["Smith J. A title of a work. Journal, 2019.", "Jones K. Another title of a work. Journal, 2020."]
    assert numbers(lines) == []
    assert numbers(lines, headed=True) == [None, None]


@given(
    st.lists(
        st.text(min_size=1, max_size=40) | st.sampled_from(["[1]", "[2] 2019", "1. a 2020", "[[1]] |"]), max_size=12
    )
)
def test_every_entry_stands_in_its_lines(lines: list[str]) -> None:
    for entry in entries_of(lines, headed=True):
        assert all(0 <= start < end <= len(lines[index]) for index, start, end in entry.text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "赵璐. 推动 [J]. 科技中国, 2020 (6): 4–7. Zhao L. Four focal points [J]. China, 2020 (6): 4–7.",
            "赵璐",
            "Zhao L",
        ),
        (
            "Zhao L. Four focal points [J]. China, 2020 (6): 4–7.\n赵璐. 推动集群 [J]. 科技中国, 2020 (6): 4–7.",
            "Zhao L",
            "赵璐",
        ),
        (
            "赵璐. 推动 [J]. 科技中国, 2020. (ZHAO Lu. Four focal points[J]. China, 2020. (in Chinese))",
            "赵璐",
            "ZHAO Lu",
        ),
    ],
)
def test_two_languages_are_parted(text: str, first: str, second: str) -> None:
    halves = halves_of(text)
    assert halves is not None
    assert text[halves[0].start :].startswith(first)
    assert text[halves[1].start :].startswith(second)
    assert halves[0].han != halves[1].han


@pytest.mark.parametrize(
    "text",
    [
        "赵璐. 推动创新型产业集群 [J]. Nature, 2020 (6): 4–7.",
        "Zhao L. Four focal points [J]. China, 2020 (6): 4–7.",
        "赵璐. 推动创新型产业集群 [J]. 科技中国, 2020 (6): 4–7. DOI: 10.1234/ABC2019.",
        "",
    ],
)
def test_one_language_stays_whole(text: str) -> None:
    assert halves_of(text) is None


def test_the_measure_tells_a_line_break_from_a_real_blank() -> None:
    broken = [f"{'产' * length}断 开了的词, 2019." for length in (26, 27, 27, 26)]
    real = "提升制造业产业链水平 加快建设现代产业体系, 2019."
    gaps = han_gaps([*broken, real])
    assert [[gap.is_break for gap in entry] for entry in gaps] == [[True], [True], [True], [True], [False]]


def test_a_piece_of_a_word_is_joined_and_a_role_is_not() -> None:
    (alone,), (role,) = han_gaps(["战略性新兴产业发展宏 观研究, 2019."]), han_gaps(["理解媒介. 熊澄宇先生 译. 北京"])
    assert alone[0].is_break
    assert not role[0].is_break


def test_halves_on_the_corpus(corpus: Path) -> None:
    """Where the gold says that one half ends, to the character after the blanks."""
    right = total = 0
    for line in (corpus / "references" / "bilingual_seed.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        halves = halves_of(record["text"])
        total += 1
        right += halves is not None and abs(halves[1].start - record["gold"]["split"]) <= 1
    assert right == total
