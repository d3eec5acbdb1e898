"""Pages of text with what is read from them: each folder of `text_cases` is a page and the metadata and findings of it.

To add a case, make a folder with a `page.txt` that you invented; to accept what is read now, after looking at the
difference, run `JATSKIT_ACCEPT=1 python -m pytest tests/readers/test_text_cases.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.protocols import Source, Span
from jatskit.readers.page import read_page, titles
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


def test_only_lines_that_may_be_a_title_are_cut_at_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks between the parts of a title may have blanks around them, so a line of blanks takes the square of its length."""
    cut: list[int] = []

    def parts(text: str) -> list[Span]:
        cut.append(len(text))
        return cut_at_marks(text)

    cut_at_marks = titles._parts
    monkeypatch.setattr(titles, "_parts", parts)
    head = "A title of an invented article\nVolume 1" + " " * 5_000 + "2\nA title of an invented article | Tests\n"
    read_page(Source.from_bytes(f"{head}Jane Doe, John Roe\nAbstract\nIt has a sentence.\n".encode(), "page.txt"))
    assert cut
    assert max(cut) <= titles._LONGEST
