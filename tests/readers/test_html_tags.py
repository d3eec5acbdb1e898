"""What odd tags say: the forms in which sites write names, numbers, dates and lists into them."""

from __future__ import annotations

from html import escape

import pytest

from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.test_html_laws import check

TITLE = "Spoons that sing in fog"


def read(*tags: tuple[str, str], raw: str = "") -> Article:
    """Return the article of a page with these tags, names and contents, and its title."""
    metas = "".join(f'<meta name="{name}" content="{escape(content)}">' for name, content in tags)
    page = (
        f'<html><head><title>{TITLE}</title><meta name="citation_title" content="{TITLE}">{metas}{raw}</head>'
        f"<body><h1>{TITLE}</h1></body></html>"
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    return reading.article


def names(article: Article) -> list[str]:
    """Return the authors' first names as `surname|given|suffix`, or what is not split."""
    found = []
    for contributor in article.contributors:
        name = contributor.names[0].model_dump(exclude_none=True)
        parts = ("surname", "given", "suffix", "unsplit", "organisation")
        found.append("|".join(str(name[part]) for part in parts if name.get(part)))
    return found


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (["Doe, Jane", "Berg, Erik A."], ["Doe|Jane", "Berg|Erik A."]),
        (["Jane Doe", "Ludwig van Beethoven"], ["Doe|Jane", "van Beethoven|Ludwig"]),
        (["Jane Doe; Erik Berg; Li Wei"], ["Doe|Jane", "Berg|Erik", "Wei|Li"]),
        (["Jane Doe, Erik Berg and Li Wei"], ["Doe|Jane", "Berg|Erik", "Wei|Li"]),
        (["Doe, J., Berg, E. A."], ["Doe|J.", "Berg|E. A."]),
        (["Dr. Jane Doe", "Doç. Dr. Ali Kaya", "Prof. Dr. Erik Berg, PhD"], ["Doe|Jane", "Kaya|Ali", "Berg|Erik"]),
        (["Doe, Jane, Jr.", "Erik Berg III"], ["Doe|Jane|Jr.", "Berg|Erik|III"]),
        (["Jane Doe", "et al."], ["Doe|Jane"]),
        (["Jane Doe1,2", "Erik Berg*"], ["Doe|Jane", "Berg|Erik"]),
        (["Jane <b>Doe</b>", "Erik&nbsp;Berg"], ["Doe|Jane", "Berg|Erik"]),
        (["Zhang Wei", "Li Xiaohong"], ["Zhang|Wei", "Li|Xiaohong"]),
        (["Wei Zhang", "Xiaohong Li"], ["Zhang|Wei", "Li|Xiaohong"]),
        (["ZHANG Wei", "LI Xiao-hong"], ["ZHANG|Wei", "LI|Xiao-hong"]),
        (["Петров Пётр Петрович", "Пётр Петрович Иванов"], ["Петров|Пётр Петрович", "Иванов|Пётр Петрович"]),
        (["张伟 李晓红 欧阳明"], ["张|伟", "李|晓红", "欧阳|明"]),
        (["The Example Collaboration"], ["The Example Collaboration"]),
        (["Jane Doe", "Erik Berg", "Jane Doe", "Erik Berg"], ["Doe|Jane", "Berg|Erik"]),
    ],
)
def test_authors(contents: list[str], expected: list[str]) -> None:
    assert names(read(*(("citation_author", content) for content in contents))) == expected


def test_a_tag_for_each_author_counts_before_one_for_all() -> None:
    article = read(("citation_authors", "张伟,李晓红"), ("citation_author", "张伟"), ("citation_author", "李晓红"))
    assert names(article) == ["张|伟", "李|晓红"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("12", "19", ("12", "19", None)),
        ("12–19", "", ("12", "19", None)),
        ("pp. 12-19", "", ("12", "19", None)),
        ("1234", "42", ("1234", "1242", None)),
        ("xii", "xix", ("xii", "xix", None)),
        ("e123", "e123", (None, None, "e123")),
        ("045004", "", (None, None, "045004")),
        ("n/a", "-", (None, None, None)),
    ],
)
def test_pages(first: str, last: str, expected: tuple[str | None, str | None, str | None]) -> None:
    article = read(("citation_author", "Jane Doe"), ("citation_firstpage", first), ("citation_lastpage", last))
    pages = article.pages
    assert (pages and pages.first, pages and pages.last, article.elocation_id) == expected


@pytest.mark.parametrize(
    ("volume", "issue"),
    [("12", "3"), ("Vol. 12", "No. 3"), ("第12卷", "第3期"), (" 12 ", "3"), ("volume 12", "№ 3"), ("12", "(3)")],
)
def test_a_number_without_the_word_for_what_it_counts(volume: str, issue: str) -> None:
    article = read(("citation_author", "Jane Doe"), ("citation_volume", volume), ("citation_issue", issue))
    assert (article.volume, article.issue) == ("12", "3")


@pytest.mark.parametrize(
    "content",
    [
        "spoons; fog; singing",
        "spoons, fog, singing",
        "spoons | fog | singing",
        "spoons / fog / singing",
        "spoons<br>fog<br>singing",
    ],
)
def test_keywords(content: str) -> None:
    (group,) = read(("citation_author", "Jane Doe"), ("citation_keywords", content)).keywords
    assert ["".join(map(str, keyword)) for keyword in group.keywords] == ["spoons", "fog", "singing"]


@pytest.mark.parametrize("content", ["勺子；雾；歌唱", "勺子 雾 歌唱", "勺子，雾，歌唱"])
def test_keywords_in_han_letters(content: str) -> None:
    (group,) = read(("citation_author", "张伟"), ("citation_keywords", content)).keywords
    assert ["".join(map(str, keyword)) for keyword in group.keywords] == ["勺子", "雾", "歌唱"]


@pytest.mark.parametrize(
    "raw",
    [
        '<META NAME="Citation_Volume" CONTENT="3">',
        "<meta content='3' name='citation_volume'>",
        "<meta name=citation_volume content=3>",
        '<meta property="citation_volume" content="3">',
        '<meta name="citation_volume" content=""><meta name="citation_volume" content="3"/>',
    ],
)
def test_ways_to_write_a_tag(raw: str) -> None:
    assert read(("citation_author", "Jane Doe"), raw=raw).volume == "3"


def test_entities_that_were_escaped_twice() -> None:
    article = read(("citation_author", "Jane Doe"), ("citation_journal_title", "Arts &amp; Crafts"))
    assert article.journal.titles[0].text == "Arts & Crafts"


@pytest.mark.parametrize(
    "tag",
    [
        ("DCTERMS.bibliographicCitation", "Journal of Invented Tests, 12(3), 45-67 (2015)"),
        ("dc.identifier.citation", "Doe, J. (2015). Spoons that sing in fog. Journal of Invented Tests, 12(3), 45-67."),
        ("dc.Identifier", "Journal of Invented Tests, Vol. 12, No. 3, May 2015, pp. 45–67"),
    ],
)
def test_a_tag_that_holds_a_citation(tag: tuple[str, str]) -> None:
    article = read(("citation_author", "Jane Doe"), tag)
    assert article.journal.titles[0].text == "Journal of Invented Tests"
    assert (article.volume, article.issue, article.publication_dates[0].year) == ("12", "3", 2015)
    assert article.pages and (article.pages.first, article.pages.last) == ("45", "67")


def test_the_date_of_issue_counts_before_a_date_of_unknown_kind() -> None:
    article = read(
        ("DC.creator", "Jane Doe"), ("DC.date", "2019"), ("DC.date.issued", "2018-05-02"), ("DC.date.available", "2020")
    )
    assert [(d.year, d.month, d.day) for d in article.publication_dates] == [(2018, 5, 2)]


def test_identifiers_of_other_kinds_are_no_doi() -> None:
    article = read(
        ("DC.creator", "Jane Doe"),
        ("DC.identifier", "https://hdl.handle.net/1234/5"),
        ("DC.identifier", "1234-5679"),
        ("DC.identifier", "doi:10.1234/abc.5"),
    )
    assert [(i.type, i.value) for i in article.ids] == [("doi", "10.1234/abc.5")]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("2018/04/01", [(2018, 4, 1), (2018, 2, 14)]),
        ("2018/02/14", [(2018, 2, 14)]),
        ("2018/02", [(2018, 2, None)]),
        ("2018", [(2018, None, None)]),
    ],
)
def test_a_printed_day_stands_beside_another_one_of_the_tags(
    tag: str, expected: list[tuple[int, int | None, int | None]]
) -> None:
    page = (
        f'<html><head><title>{TITLE}</title><meta name="citation_title" content="{TITLE}"><meta name="citation_author" content="Jane Doe">'
        f'<meta name="citation_publication_date" content="{tag}"></head><body><h1>{TITLE}</h1><p>Published: 14 February 2018</p></body></html>'
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    assert [(d.year, d.month, d.day) for d in reading.article.publication_dates] == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Doe, Jane, 1970-", "Doe|Jane"),
        ("Berg, Erik (1931-2001)", "Berg|Erik"),
        ("Doe, Jane (0000-0002-1825-0097)", "Doe|Jane"),
        ("Jane Doe (University of Examples)", "Doe|Jane"),
        ("Nguyễn Văn Hùng", "Nguyễn|Văn Hùng"),
        ("Hung Van Nguyen", "Nguyen|Hung Van"),
        ("Jean-Paul Le Goff", "Le Goff|Jean-Paul"),
        ("World Test Organization (WTO)", "World Test Organization (WTO)"),
    ],
)
def test_what_stands_around_a_name(content: str, expected: str) -> None:
    assert names(read(("citation_author", content))) == [expected]
