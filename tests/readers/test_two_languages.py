"""A page in Chinese and English: one article, each part in both languages."""

from __future__ import annotations

import pytest

from jatskit.model import ElementCitation, PersonName, plain
from jatskit.protocols import Source
from jatskit.readers.page import read_page
from tests.readers.test_laws import check_accounts

PAGE = """\
先进制造业集群现代科技支撑体系建设研究
干勇，谢曼，廉海强，邹 伟
Construction of a Science and Technology Support System for the Advanced Manufacturing Clusters
{names}
中国工程科学 ›› 2022, Vol. 24 ›› Issue (2) : 22-28. DOI: 10.15302/J-SSCAE-2022.02.004
摘要：先进制造业集群是建设制造强国的重要抓手，也是建设现代产业体系和推动产业高质量发展的关键所在，本文总结了国际经验。
关键词：先进制造；产业集群
Abstract: Advanced manufacturing clusters are crucial for building a manufacturing power and are key to the construction.
Keywords: advanced manufacturing; industrial clusters
"""


@pytest.mark.parametrize(
    "names", ["Gan Yong, Xie Man, Lian Haiqiang, Zou Wei", "Yong Gan, Man Xie, Haiqiang Lian, Wei Zou"]
)
def test_each_part_is_read_in_both_languages(names: str) -> None:
    reading = read_page(Source.from_bytes(PAGE.format(names=names).encode(), "page"))
    article = reading.article
    assert article.language == "zh"
    assert plain(article.title or ()) == "先进制造业集群现代科技支撑体系建设研究"
    assert [t.lang for t in article.translated_titles] == ["en"]
    assert [c.names[0].surname for c in article.contributors if isinstance(c.names[0], PersonName)] == [
        "干",
        "谢",
        "廉",
        "邹",
    ]
    assert [c.names[1].surname for c in article.contributors if isinstance(c.names[1], PersonName)] == [
        "Gan",
        "Xie",
        "Lian",
        "Zou",
    ]
    assert all([name.lang for name in c.names] == ["zh", "en"] for c in article.contributors)
    assert [a.lang for a in article.translated_abstracts] == ["en"]
    assert [group.lang for group in article.keywords] == [None, "en"]
    assert article.doi == "10.15302/J-SSCAE-2022.02.004"
    assert reading.accounts and reading.accounts.unassigned == ()
    check_accounts(reading)


def test_names_that_do_not_match_are_kept_whole() -> None:
    reading = read_page(Source.from_bytes(PAGE.format(names="A Bee, C Dee, E Eff, G Aitch").encode(), "page"))
    assert [str(contributor.names[1]) for contributor in reading.article.contributors] == [
        "A Bee",
        "C Dee",
        "E Eff",
        "G Aitch",
    ]
    assert not any(isinstance(contributor.names[1], PersonName) for contributor in reading.article.contributors)


def test_an_entry_over_several_lines_keeps_its_words_apart() -> None:
    entry = (
        "[1] 周济. 提升制造业的产业链\n水平 [J]. 中国工业, 2019 (12): 38–41. Zhou J. Improve the level\n"
        "of the manufacturing chain [J]. China Industry, 2019 (12): 38–41.\n"
    )
    page = PAGE.format(names="Gan Yong, Xie Man, Lian Haiqiang, Zou Wei") + "参考文献\n" + entry
    reading = read_page(Source.from_bytes(page.encode(), "page"))
    (reference,) = reading.article.references
    chinese, english = (citation.model_dump_json() for citation in reference.citations)
    assert "提升制造业的产业链水平" in chinese
    assert "Improve the level of the manufacturing chain" in english
    check_accounts(reading)


def test_lines_between_those_of_an_entry_are_not_quoted() -> None:
    entry = (
        "[1] Smith J, Doe AB. Change in the low\nGoogle Scholar\nlands. J Tests. 2019;12(3):45-67.\n"
        "[2] Bee C. On rivers. J Tests. 2020;13(1):4-7.\n"
    )
    page = PAGE.format(names="Gan Yong, Xie Man, Lian Haiqiang, Zou Wei") + "参考文献\n" + entry
    reading = read_page(Source.from_bytes(page.encode(), "page"))
    first = reading.article.references[0].citations[0]
    assert isinstance(first, ElementCitation)
    assert (plain(first.article_title or ()), first.lpage) == ("Change in the low lands", "67")
    check_accounts(reading)
