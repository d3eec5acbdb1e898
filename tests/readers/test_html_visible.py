"""What is read from a page that has no tag at all: from lines, marks and tables that people see."""

from __future__ import annotations

import pytest

from jatskit.errors import NotAnArticle
from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.test_html_laws import check

TITLE = "Spoons that sing in fog and what they sing"
ABSTRACT = "Spoons sing in fog. We listened to two hundred spoons in forty fogs and wrote down what they sang, and why."


def read(body: str, title: str = TITLE, head: str = "") -> Article:
    """Return the article of a page without tags, with a heading, two authors and an abstract around `body`."""
    page = (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{TITLE}</h1><p class='authors'>Jane Doe, Erik Berg</p>{body}"
        f"<h2>Abstract</h2><p>{ABSTRACT}</p></body></html>"
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    return reading.article


def place(article: Article) -> tuple[str | None, ...]:
    """Return the journal, year, volume, issue and first and last page of an article."""
    journal = article.journal
    names = [t.text for t in (*journal.titles, *journal.abbreviations)] if journal else []
    year = str(article.publication_dates[0].year) if article.publication_dates else None
    pages = article.pages
    first = pages.first if pages else article.elocation_id
    return (names[0] if names else None, year, article.volume, article.issue, first, pages.last if pages else None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"Doe J, Berg E. {TITLE}. J Invented Tests. 2015;12(3):45-67.",
            ("J Invented Tests", "2015", "12", "3", "45", "67"),
        ),
        (
            f"Doe, J., &amp; Berg, E. (2015). {TITLE}. <i>Journal of Invented Tests</i>, <i>12</i>(3), 45–67.",
            ("Journal of Invented Tests", "2015", "12", "3", "45", "67"),
        ),
        (
            "Inv. Test. Lett. 116, 061102 – Published 11 February 2016",
            ("Inv. Test. Lett.", "2016", "116", None, "061102", None),
        ),
        ("Invented Express 25, 1234-1245 (2017)", ("Invented Express", "2017", "25", None, "1234", "1245")),
        (
            "Citation Jane Doe <i>et al</i> 2019 <i>Inv. Mater.</i> <b>14</b> 035018",
            ("Inv. Mater.", "2019", "14", None, "035018", None),
        ),
        (
            "<span>Invented Studies</span>, Volume 41, Issue 2, 1 January 2013, Pages 36–42",
            ("Invented Studies", "2013", "41", "2", "36", "42"),
        ),
    ],
)
def test_lines_that_print_the_place(line: str, expected: tuple[str | None, ...]) -> None:
    assert place(read(f"<p>{line}</p>")) == expected


def test_lines_that_follow_each_other() -> None:
    body = "<p>Invented Materials, </p><p>Volume 14, </p><p>Number 3</p><p>Pages 12-19</p>"
    assert place(read(body)) == ("Invented Materials", None, "14", "3", "12", "19")


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Journal</dt><dd>Invented Tests</dd><dt>Volume</dt><dd>12</dd><dt>Issue</dt><dd>3</dd><dt>Year</dt><dd>2015</dd>"
        "<dt>Pages</dt><dd>45-67</dd></dl>",
        "<table><tr><td>Журнал: Invented Tests</td></tr><tr><td>Том: 12</td><td>Номер: 3</td><td>Год: 2015</td></tr>"
        "<tr><td>Страницы: 45-67</td></tr></table>",
        "<ul><li>刊名：Invented Tests</li><li>年份：2015</li><li>卷：12</li><li>期：3</li><li>页码：45-67</li></ul>",
    ],
)
def test_a_table_of_labelled_cells(body: str) -> None:
    assert place(read(body)) == ("Invented Tests", "2015", "12", "3", "45", "67")


def test_one_labelled_cell_is_anything_s() -> None:
    assert place(read("<p>Number: 3</p><p>Volume of fog</p>")) == (None,) * 6


def test_a_citation_of_another_article_of_the_journal_is_not_the_place() -> None:
    own = f"<p>Doe J, Berg E. {TITLE}. Invented Tests. 2015;12(3):45-67.</p>"
    other = "<h3>Related</h3><p>Smith A. Kites that hum. Invented Tests. 2011;8(1):1-9.</p>"
    assert place(read(own + other)) == ("Invented Tests", "2015", "12", "3", "45", "67")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", '<div class="journal-title">Journal of Invented Tests</div>', TITLE),
        ("", '<a class="journal-logo"><img src="l.png" alt="Journal of Invented Tests logo"></a>', TITLE),
        ("", "<footer>Journal of Invented Tests</footer>", f"{TITLE} | Journal of Invented Tests | Example Press"),
        (
            "",
            '<nav class="breadcrumbs"><ol><li><a>Home</a></li><li><a>Journal of Invented Tests</a></li><li><a>Vol. 12 No. 3 (2015)</a></li>'
            "</ol></nav>",
            TITLE,
        ),
    ],
)
def test_the_journal_in_the_frame_of_the_page(head: str, body: str, title: str) -> None:
    assert place(read(body, title, head))[0] == "Journal of Invented Tests"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published by Example University Press 2012.", "Example University Press"),
        ("Publisher: Example Society", "Example Society"),
        ("© 2019 Example Publishing Ltd", "Example Publishing Ltd"),
        ("Copyright © 2015 Jane Doe", None),
        ("This page is published by nobody in particular", None),
    ],
)
def test_the_publisher(line: str, publisher: str | None) -> None:
    journal = read(f"<p>{line}</p>").journal
    found = journal.publisher if journal else None
    assert (found and found.name) == publisher


def test_a_form_around_the_page_hides_nothing() -> None:
    page = (
        f'<html><head><title>{TITLE}</title></head><body><form method="post" id="form1"><input type="text" name="q"><h1>{TITLE}</h1>'
        f"<p class='authors'>Jane Doe, Erik Berg</p><h2>Abstract</h2><p>{ABSTRACT}</p></form></body></html>"
    )
    article = read_html(Source.from_bytes(page.encode(), "page.html")).article
    assert len(article.contributors) == 2
    assert article.abstracts


def test_a_list_under_the_word_references_is_one_only_if_it_cites() -> None:
    body = (
        "<h2>References</h2><ul><li>Journal section: research article</li><li>Publication date March 6, 2014, submission May 2013</li>"
        "<li>Acceptance date June 1, 2014 in the journal</li></ul>"
    )
    assert not read(body).references


def test_the_parts_of_references_with_markup_of_their_own() -> None:
    body = (
        '<h2>References</h2><ol><li><span class="surname">Berg</span> A. <span>Floors of the north</span>. <i>Floors</i> '
        "<span>2004</span>;<b>3</b>:11-19. <a>Crossref</a></li><li>Dahl C. Tiles. Bergen: Fjord Press; 1999.</li></ol>"
    )
    first, second = read(body).references
    cited = first.citations[0].model_dump(exclude_none=True)
    assert (cited["volume"], cited["fpage"], cited["lpage"]) == ("3", "11", "19")
    assert second.citations


def test_data_that_a_script_is_given() -> None:
    data = (
        '{"article":{"title":"TITLE","authors":[{"firstName":"Jane","lastName":"Doe"},{"firstName":"Erik","lastName":"Berg"}],'
        '"doi":"10.1234/abc.5","publicationTitle":"Journal of Invented Tests","volume":"12","issue":"3","startPage":"45",'
        '"endPage":"67","publicationDate":"2015-03-02"}}'
    ).replace("TITLE", TITLE)
    page = f"<html><head><title>{TITLE} - Example</title></head><body><div id=app></div><script>window.state = {data};</script></body></html>"
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    assert place(reading.article) == ("Journal of Invented Tests", "2015", "12", "3", "45", "67")
    assert [c.names[0].model_dump()["surname"] for c in reading.article.contributors] == ["Doe", "Berg"]


def test_data_of_another_article_is_not_the_page_s() -> None:
    data = (
        '{"title":"Kites that hum in the wind","authors":[{"firstName":"Ann","lastName":"Lee"}],"doi":"10.1234/k","volume":"9",'
        '"publicationTitle":"Kites","issue":"1","startPage":"4","endPage":"7","publicationDate":"2001"}'
    )
    page = f"<html><head><title>{TITLE}</title></head><body><p>Nothing.</p><script>var state = {data};</script></body></html>"
    with pytest.raises(NotAnArticle):
        read_html(Source.from_bytes(page.encode(), "page.html"))
