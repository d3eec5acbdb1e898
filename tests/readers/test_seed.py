"""What the first user's page has to give, always."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.model import plain
from jatskit.protocols import Reading, Source
from jatskit.readers.page import read_page


@pytest.fixture(scope="module")
def reading(seed: Path) -> Reading:
    return read_page(Source.from_path(seed))


def test_the_title_is_read_once(reading: Reading) -> None:
    assert plain(reading.article.title or ()) == (
        "Construction of Modern Science and Technology Support System for Advanced Manufacturing Clusters"
    )
    assert [f.rule for f in reading.accounts.furniture].count("repeated-title") == 1  # type: ignore[union-attr]


def test_five_authors_in_order_and_the_fifth_as_printed(reading: Reading) -> None:
    names = [str(contributor.names[0]) for contributor in reading.article.contributors]
    assert names == ["Yong Gan", "Man Xie", "Haiqiang Lian", "Wei Zou", "long"]
    assert [c.names[0].surname for c in reading.article.contributors[:4]] == ["Gan", "Xie", "Lian", "Zou"]  # type: ignore[union-attr]
    path = ("contributors", 4, "names", 0, "unsplit")
    assert [(f.kind, f.place.line) for f in reading.findings if f.path == path and f.place] == [("name-cut-off", 2)]


def test_the_masthead(reading: Reading) -> None:
    article = reading.article
    assert article.journal and article.journal.titles[0].text == "Strategic Study of CAE"
    assert article.pages
    assert [d.iso for d in article.publication_dates] == ["2022"]
    assert (article.volume, article.issue, article.pages.first, article.pages.last) == ("24", "2", "22", "28")


def test_abstract_and_keywords(reading: Reading) -> None:
    (abstract,) = reading.article.abstracts
    text = plain(abstract.paragraphs[0])
    assert text.startswith("Advanced manufacturing clusters are crucial")
    assert text.endswith("application of new technologies should be encouraged.")
    assert [plain(keyword) for keyword in reading.article.keywords[0].keywords] == [
        "advanced manufacturing",
        "industrial clusters",
        "science and technology support system",
        "industrial structure adjustment",
        "common technology innovation platform",
    ]


def test_twelve_references_in_two_languages(reading: Reading) -> None:
    references = reading.article.references
    assert [reference.label for reference in references] == [f"[{n}]" for n in range(1, 13)]
    assert all([c.lang for c in reference.citations] == ["zh", "en"] for reference in references)
    chinese, english = (citation.model_dump_json() for citation in references[1].citations)
    assert "提升制造业产业链水平 加快建设现代产业体系" in chinese
    assert "中国工业和信息化" in chinese
    assert "Improve the level of manufacturing industry chain" in english
    assert "[J]. 中国 工业和信息化, 2019" in plain(references[1].raw)
    chinese, english = (citation.model_dump_json() for citation in references[3].citations)
    assert "宏观研究" in chinese
    assert "宏 观研究" in plain(references[3].raw)
    assert "Stategic Study of CAE" in english


def test_nothing_is_invented_or_left(reading: Reading) -> None:
    assert reading.article.doi is None
    assert reading.article.journal and not reading.article.journal.issns and reading.article.journal.publisher is None
    assert "〈" not in reading.article.model_dump_json()
    assert reading.accounts and reading.accounts.unassigned == ()
