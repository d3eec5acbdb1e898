"""Keywords of a text page below a label or behind it: where they end, and what parts them. Invented, as data."""

from __future__ import annotations

import pytest

from jatskit.protocols import Source
from jatskit.readers.page import read_page

HEAD = (
    "Journal of Invented Quarries, 2019, 4(2): 11-19.",
    "How an invented quarry counts its stones",
    "Ann Example, Bob Sample",
    "Abstract",
    "The stones of two invented rivers were counted by day and by night. Each count was another one, and so both were kept.",
)
THREE = ["stone", "invented river", "night count"]
WHY = "Nobody knows how many stones an invented river holds, and earlier counts disagree with each other and with themselves."

CASES: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "one a line, down to a heading": (("Keywords", *THREE, "1. Introduction", WHY), THREE),
    "one a line, at the end of the page": (("Introduction", WHY, "Keywords", *THREE), THREE),
    "one a line, above a known link": (("Keywords", *THREE, "Use our pre-submission checklist", WHY), THREE),
    "terms with commas, one a line": (("Keywords:", "stones, counted", "river", "night", "Introduction", WHY), ["stones, counted", "river", "night"]),
    "marks at the ends of lines, a paragraph below": (("Keywords:", "stone;", "invented river;", "night count", WHY), THREE),
    "marks at the starts of lines": (("Keywords:", "stone", "; invented river; night count", "Introduction", WHY), THREE),
    "marks on lines of their own": (("Keywords", "stone", ",", "invented river", ",", "night count", "Introduction", WHY), THREE),
    "wrapped behind a mark": (("Keywords: stone; invented river;", "night count", "Introduction", WHY), THREE),
    "a blank behind the label": (("Keywords stone, invented river, night count", "Introduction", WHY), THREE),
    "languages to choose from": (("Keywords", "en", "fr", *THREE, "References and notes", WHY), THREE),
    "short lines that run into the text": (("Keywords", *THREE, WHY), []),
    "the row of a table": (("Keywords", "| Origin | File of the keeper |", "|---|---|"), []),
    "a sentence about keywords": (("Keywords were chosen by two keepers, by day and by night.", WHY), []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_keywords_of_a_text_page(case: str) -> None:
    lines, expected = CASES[case]
    article = read_page(Source.from_bytes("\n\n".join((*HEAD, *lines)).encode(), "quarry.txt")).article
    assert ["".join(map(str, word)) for group in article.keywords for word in group.keywords] == expected
