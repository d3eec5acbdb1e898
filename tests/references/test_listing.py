"""Citations among the lines of a list: each line is one, none is lost, merged or reordered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatskit.references.listing import citations_in

_LABELS = ["[1]", " [12] ", "［3］", "【4】", "(5)", "（6）", "7.", "8、", "9)", "[[10]] |", "[[11]]"]


@pytest.mark.parametrize("label", _LABELS)
def test_a_label_alone_belongs_to_the_next_line(label: str) -> None:
    assert list(citations_in([label, "", "A. B, 2019."])) == [(1, f"{label}\nA. B, 2019.")]


def test_a_label_alone_before_a_label_or_the_end_is_a_line_like_any() -> None:
    assert list(citations_in(["[1]", "[2] A.", "[3]"])) == [(1, "[1]"), (2, "[2] A."), (3, "[3]")]


@given(lines=st.lists(st.text(max_size=12) | st.sampled_from(_LABELS), max_size=12))
def test_each_line_is_in_one_citation_in_order(lines: list[str]) -> None:
    for wrapped in (False, True):
        found = list(citations_in(lines, wrapped=wrapped))
        assert "\n".join(text for _, text in found) == "\n".join(line for line in lines if line.strip())
        assert all(lines[number - 1] == text[: len(lines[number - 1])] for number, text in found)


@given(lines=st.lists(st.text(max_size=12).filter(lambda line: line[:1] not in " \t([［（【0123456789"), max_size=12))
def test_without_labels_there_are_as_many_as_lines(lines: list[str]) -> None:
    assert len(list(citations_in(lines))) == sum(bool(line.strip()) for line in lines)


def test_a_wrapped_list_goes_by_labels_that_count_on() -> None:
    lines = ["[1] A. Long", "title, 2019", "[7] is not a label here", "[2] B.", "(3) nor is this", "", "C, no label"]
    assert [text for _, text in citations_in(lines, wrapped=True)] == [
        "[1] A. Long\ntitle, 2019\n[7] is not a label here",
        "[2] B.\n(3) nor is this",
        "C, no label",
    ]


def test_a_wrapped_list_with_labels_on_their_own_lines() -> None:
    assert list(citations_in(["[1]", "", "A,", "2019", "[2]", "B"], wrapped=True)) == [
        (1, "[1]\nA,\n2019"),
        (5, "[2]\nB"),
    ]
