"""Publishers' names for kinds of articles."""

from __future__ import annotations

import pytest

from jatskit.layouts.article_types import ARTICLE_TYPES, article_type_of
from jatskit.rules.checks.art.type import TYPES


def test_each_type_is_one_that_jats_suggests() -> None:
    assert set(ARTICLE_TYPES) <= TYPES


def test_no_name_stands_for_two_types() -> None:
    names = [name.strip() for names in ARTICLE_TYPES.values() for name in names.split("|")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Full-length article", "research-article"),
        ("review-article", "review-article"),
        (" Author Correction ", "correction"),
        ("Article", None),
        ("text", None),
        ("Physics", None),
    ],
)
def test_a_name_tells_its_type_or_none(name: str, type_: str | None) -> None:
    assert article_type_of(name) == type_
