"""The words around the head of an article, by their examples."""

from __future__ import annotations

import pytest

from jatskit.errors import NotAnArticle
from jatskit.layouts import frame, head, sections
from jatskit.layouts.words import Words
from jatskit.model import plain
from jatskit.protocols import Source
from jatskit.readers.page import read_page

TABLES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (head, frame, sections)
    for name, value in vars(module).items()
    if isinstance(value, Words)
}


@pytest.mark.parametrize("words", TABLES.values(), ids=TABLES)
def test_each_row_of_a_table_finds_its_example(words: Words) -> None:
    examples = list(words.examples)
    assert examples
    for example, row in examples:
        assert row.search(example), example
        assert words.within(example), example


@pytest.mark.parametrize(
    "page",
    [
        "Just a moment...\nVerify you are human by completing the action below.\nRay ID: 8f1\n",
        "Search results for soil\nShowing 1-20\nOn the soil of rivers and lakes\nAnn Lee, Bo Park\n2019\n",
        "安全验证\n请完成验证后继续访问\n",
    ],
)
def test_what_is_no_article_is_refused(page: str) -> None:
    with pytest.raises(NotAnArticle):
        read_page(Source.from_bytes(page.encode(), "page"))


PAGE = """\
On the growth of river clusters under rain - Journal of Invented Tests
Home
Journal of Invented Tests
Volume 12
, Issue
3
, 2019, Pages 44-51
On the growth of river
clusters
under rain
Ann B. Lee
a
,
Bo Park
b
a
Department of Rivers, University of Examples, Town
https://doi.org/10.1234/jit.2019.044
Abstract
We measure what rain does to clusters in rivers, and find that they grow. They grow more where more rain falls.
"""


def test_a_page_of_one_node_a_line_is_put_together() -> None:
    article = read_page(Source.from_bytes(PAGE.encode(), "page")).article
    assert plain(article.title or ()) == "On the growth of river clusters under rain"
    assert [str(c.names[0]) for c in article.contributors] == ["Ann B. Lee", "Bo Park"]
    assert article.journal and article.journal.titles[0].text == "Journal of Invented Tests"
    assert (article.volume, article.issue, article.doi) == ("12", "3", "10.1234/jit.2019.044")
    assert article.pages and (article.pages.first, article.pages.last) == ("44", "51")
