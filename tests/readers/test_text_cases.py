"""Pages of text with what is read from them: each folder of `text_cases` is a page and the metadata and findings of it.

To add a case, make a folder with a `page.txt` that you invented; to accept what is read now, after looking at the
difference, run `JATSKIT_ACCEPT=1 python -m pytest tests/readers/test_text_cases.py`.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jatskit.protocols import Source
from jatskit.readers.page import read_page
from tests.readers.cases import check_case
from tests.readers.test_laws import check_accounts

CASES = sorted(path.parent for path in (Path(__file__).parent / "text_cases").glob("*/page.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_is_read_as_expected(case: Path) -> None:
    reading = read_page(Source.from_bytes((case / "page.txt").read_bytes(), "page.txt"))
    check_accounts(reading)
    check_case(case, reading)


def test_there_are_cases() -> None:
    assert len(CASES) >= 4


def test_a_line_of_blanks_is_read_in_time() -> None:
    page = (
        "A title of an invented article\nVolume 1"
        + " " * 100_000
        + "2\nJane Doe, John Roe\nAbstract\nIt has a sentence.\n"
    )
    start = time.perf_counter()
    read_page(Source.from_bytes(page.encode(), "page.txt"))
    assert time.perf_counter() - start < 5
