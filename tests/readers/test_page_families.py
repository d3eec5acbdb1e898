"""Law 4 over families of layouts and languages: what a layout prints of an article, the page reader gives back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jatskit.protocols import Source
from jatskit.readers.page import read_page
from jatskit.writers.page import render
from tests.pages import FAMILIES, TONGUES, articles_of, laid_out, printed
from tests.readers.test_laws import check_accounts

CASES = [(name, language) for name, family in FAMILIES.items() for language in family.languages]


@pytest.mark.parametrize(("name", "language"), CASES, ids=[f"{name}-{language}" for name, language in CASES])
@settings(max_examples=max(1, settings().max_examples // 25))
@given(data=st.data())
def test_what_a_layout_prints_reads_back(name: str, language: str, data: st.DataObject) -> None:
    """Laws 4 and 5."""
    family = FAMILIES[name]
    layout = laid_out(family, language)
    article = data.draw(articles_of(language, family.bilingual))
    page = render(article, layout)
    reading = read_page(Source.from_bytes(page.encode(), "page"))
    assert reading.article == printed(article, layout), page
    check_accounts(reading)


def test_there_are_families_enough() -> None:
    assert len(FAMILIES) >= 12 and len(TONGUES) >= 10
