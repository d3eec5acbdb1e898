"""Places of work on a text page: tied to names by marks, or not at all. Invented, as data."""

from __future__ import annotations

import pytest

from jatskit.protocols import Source
from jatskit.readers.page import read_page

HEAD = ("Journal of Invented Quarries, 2019, 4(2): 11-19.", "How an invented quarry counts its stones")
TAIL = ("Abstract", "The stones of two invented rivers were counted by day and by night, and both counts were kept.")
ONE, TWO = "Department of Stones, University of Examples, Germany", "Institute of Rivers, University of Samples, France"
CASES = {
    "marks glued to both": (("Ann Example1, Bob Sample1,2", f"1 {ONE}", f"2 {TWO}"), [("aff1",), ("aff1", "aff2")]),
    "marks on lines of their own": (("Ann Example", "1", ",", "Bob Sample", "2", "1", ONE, "2", TWO), [("aff1",), ("aff2",)]),
    "a mark that leads nowhere": (("Ann Example1, Bob Sample2", f"1 {ONE}"), [(), ()]),
    "no marks": (("Ann Example, Bob Sample", ONE, TWO), [(), ()]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_places_are_tied_by_marks(case: str) -> None:
    lines, expected = CASES[case]
    article = read_page(Source.from_bytes("\n".join((*HEAD, *lines, *TAIL)).encode(), "quarry.txt")).article
    assert [person.affiliations for person in article.contributors] == expected
    assert [one.text for one in article.affiliations] == ([ONE, TWO] if any(expected) else [])
