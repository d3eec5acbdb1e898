"""Pages with what is read from them: each folder of `html_cases` is a page and the metadata and findings of it.

To add a case, make a folder with a `page.html` that you invented; to accept what is read now, after looking at the
difference, run `JATSKIT_ACCEPT=1 python -m pytest tests/readers/test_html_cases.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.cases import check_case
from tests.readers.test_html_laws import check

CASES = sorted(path.parent for path in (Path(__file__).parent / "html_cases").glob("*/page.html"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_is_read_as_expected(case: Path) -> None:
    reading = read_html(Source.from_bytes((case / "page.html").read_bytes(), "page.html"))
    check(reading)
    check_case(case, reading)


def test_there_are_cases() -> None:
    assert len(CASES) >= 40
