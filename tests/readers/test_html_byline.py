"""Bylines below a heading, in the forms in which sites print them, on pages without tags."""

from __future__ import annotations

import pytest

from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.test_html_laws import check

TITLE = "Spoons that sing in fog and what they sing"
HAN_TITLE = "关于会唱歌的勺子在雾中的试验研究"
ABSTRACT = (
    "Spoons sing in fog. We listened to two hundred spoons in forty fogs and wrote down what they sang. They sang low."
)
THREE = ["Doe|Jane M.", "Østby|Erik", "Lima|Rosa"]
HAN = ["张|伟", "李|晓红", "欧阳|明"]


def names(byline: str, title: str = TITLE, head: str = "") -> list[str]:
    """Return the authors of a page with this byline, as `surname|given`."""
    page = (
        f"<html><head><title>{title}</title>{head}</head><body><header><a>Home</a></header><h1>{title}</h1>{byline}<p>DOI: 10.1234/abc.5</p>"
        f"<h2>Abstract</h2><p>{ABSTRACT}</p></body></html>"
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    found = []
    for contributor in reading.article.contributors:
        name = contributor.names[0].model_dump(exclude_none=True)
        found.append(
            "|".join(str(name[part]) for part in ("surname", "given", "unsplit", "organisation") if name.get(part))
        )
    return found


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("<p>Jane M. Doe, Erik Østby, Rosa Lima</p>", THREE),
        ("<p>Jane M. Doe, Erik Østby and Rosa Lima</p>", THREE),
        ("<p>Jane M. Doe, Erik Østby &amp; Rosa Lima</p>", THREE),
        ("<p>Jane M. Doe<sup>1,2</sup>, Erik Østby<sup>1,*</sup>, Rosa Lima<sup>2</sup></p>", THREE),
        ("<p><a>Jane M. Doe</a> <sup>a</sup> <a>Erik Østby</a> <sup>b</sup> <a>Rosa Lima</a> <sup>a</sup></p>", THREE),
        ("<p>Jane M. Doe; Erik Østby; Rosa Lima</p>", THREE),
        ("<p>Doe, Jane M.; Østby, Erik; Lima, Rosa</p>", THREE),
        ("<p>by Jane M. Doe, Erik Østby and Rosa Lima</p>", THREE),
        ("<p><b>Authors:</b> Jane M. Doe, Erik Østby, Rosa Lima</p>", THREE),
        ("<h3>Authors</h3><p>Jane M. Doe, Erik Østby, Rosa Lima</p>", THREE),
        ("<ul><li>Jane M. Doe</li><li>Erik Østby</li><li>Rosa Lima</li></ul>", THREE),
        (
            "<ul class='authors'><li>Jane M. Doe <span>University of Examples</span></li><li>Erik Østby <span>Example College</span></li><li>Rosa Lima <span>Example Bank</span></li></ul>",
            THREE,
        ),
        (
            "<div class='author'><div class='name'>Jane M. Doe</div><div class='aff'>University of Examples, Oslo</div></div><div class='author'><div class='name'>Erik Østby</div><div class='aff'>Example College</div></div><div class='author'><div class='name'>Rosa Lima</div></div>",
            THREE,
        ),
        ("<p>Jane M. Doe (1), Erik Østby (2), Rosa Lima (1)</p>", THREE),
        ("<p>Jane M. Doe[1], Erik Østby[2], Rosa Lima[1]</p>", THREE),
        ("<p>Jane M. Doe1, Erik Østby2, Rosa Lima1,2</p>", THREE),
        ("<p>Jane M. Doe, MD, PhD; Erik Østby, MSc; Rosa Lima, PhD</p>", THREE),
        ("<p>Jane M. Doe, PhD, Erik Østby, MD, Rosa Lima, PhD</p>", THREE),
        (
            "<p><a>Jane M. Doe</a><a href='https://orcid.org/0000-0002-1825-0097'><img alt='ORCID logo'></a>, <a>Erik Østby</a>, <a>Rosa Lima</a></p>",
            THREE,
        ),
        ("<p>Jane M. Doe https://orcid.org/0000-0002-1825-0097, Erik Østby, Rosa Lima</p>", THREE),
        ("<p>Jane M. Doe (jane@ex.org), Erik Østby, Rosa Lima</p>", THREE),
        ("<p>Research Article</p><p>Jane M. Doe, Erik Østby, Rosa Lima</p>", THREE),
        ("<p>Published: 3 May 2020</p><p>Jane M. Doe, Erik Østby, Rosa Lima</p>", THREE),
        (
            "<p>Jane M. Doe, Erik Østby, Rosa Lima</p><p>University of Examples, Oslo, Norway</p><p>Example College, Cork, Ireland</p>",
            THREE,
        ),
        ("<p>Jane M. Doe</p>", ["Doe|Jane M."]),
        (
            "<p><a>Jane M. Doe</a> <a>Search for more papers by this author</a></p><p><a>Erik Østby</a> <a>Search for more papers by this author</a></p><p><a>Rosa Lima</a></p>",
            THREE,
        ),
        ("<p>JANE M. DOE, ERIK ØSTBY, ROSA LIMA</p>", ["DOE|JANE M.", "ØSTBY|ERIK", "LIMA|ROSA"]),
        ("<p>J. M. Doe, E. Østby, R. Lima</p>", ["Doe|J. M.", "Østby|E.", "Lima|R."]),
        (
            "<p>Jane M. Doe, Erik Østby, Rosa Lima</p><p>Academic Editor: Ann Lee</p><p>Handling Editor: Bo Lund</p>",
            THREE,
        ),
    ],
)
def test_a_byline(byline: str, expected: list[str]) -> None:
    assert names(byline) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("<p>张伟<sup>1</sup>, 李晓红<sup>1</sup>, 欧阳明<sup>2</sup></p>", HAN),
        ("<p>张伟 李晓红 欧阳明</p>", HAN),
        ("<p>作者：张伟 李晓红 欧阳明</p>", HAN),
        ("<p>张 伟，李晓红，欧阳明</p>", HAN),
        ("<p>张伟, 李晓红</p><p>测试大学土木工程学院</p>", ["张|伟", "李|晓红"]),
    ],
)
def test_a_byline_in_han_letters(byline: str, expected: list[str]) -> None:
    assert names(byline, HAN_TITLE) == expected


@pytest.mark.parametrize(
    "line",
    ["<p>Editorial</p>", "<p>Volume 3, Issue 2</p>", "<p>CC BY</p>", "<p>Open Access</p>", "<p>Original Research</p>"],
)
def test_what_is_nobody_s_name(line: str) -> None:
    assert names(line) == []


@pytest.mark.parametrize(
    ("address", "doi"),
    [
        ("https://journal.example.org/doi/10.1234/abc.6", "10.1234/abc.6"),
        ("https://journal.example.org/doi/full/10.1234/abc.6", "10.1234/abc.6"),
        ("https://journal.example.org/doi/10.1234/abc.6/abstract?lang=en", "10.1234/abc.6"),
        ("https://journal.example.org/article/10.1234/abc.6.html", "10.1234/abc.6"),
        ("https://journal.example.org/article/view/4711", None),
    ],
)
def test_the_doi_in_the_page_s_own_address(address: str, doi: str | None) -> None:
    page = (
        f'<html><head><title>{TITLE}</title><link rel="canonical" href="{address}"><meta name="citation_title" content="{TITLE}">'
        f'<meta name="citation_author" content="Jane Doe"></head><body><h1>{TITLE}</h1></body></html>'
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    assert [i.value for i in reading.article.ids] == ([doi] if doi else [])


def places(byline: str) -> list[tuple[str, list[str], bool, tuple[str, ...]]]:
    """Return each author's surname, places of work, whether they correspond, and e-mails."""
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{byline}<p>DOI: 10.1234/abc.5</p>"
        f"<h2>Abstract</h2><p>{ABSTRACT}</p></body></html>"
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    article = reading.article
    known = {affiliation.id: str(affiliation.text) for affiliation in article.affiliations}
    return [
        (c.names[0].model_dump()["surname"], [known[i] for i in c.affiliations], bool(c.corresponding), tuple(c.emails))
        for c in article.contributors
    ]


_OSLO, _CORK = "University of Examples, Oslo, Norway", "Example College, Cork, Ireland"


@pytest.mark.parametrize(
    "list_of_places",
    [
        f"<p><sup>1</sup>{_OSLO}</p><p><sup>2</sup>{_CORK}</p>",
        f"<p>1. {_OSLO}<br>2. {_CORK}</p>",
        f"<ul><li>1 {_OSLO}</li><li>2 {_CORK}</li></ul>",
        f"<div><div>1</div><div>{_OSLO}</div></div><div><div>2</div><div>{_CORK}</div></div>",
    ],
)
def test_marks_tie_names_to_places(list_of_places: str) -> None:
    byline = "<p>Jane Doe<sup>1,2,*</sup>, Erik Berg<sup>2</sup></p>" + list_of_places
    byline += "<p>* Corresponding author. E-mail: jane@example.org</p>"
    assert places(byline) == [("Doe", [_OSLO, _CORK], True, ("jane@example.org",)), ("Berg", [_CORK], False, ())]


def test_blocks_tie_names_to_places() -> None:
    byline = "".join(
        f"<div class='author'><span class='name'>{name}</span> <span class='affiliation'>{place}</span></div>"
        for name, place in (("Jane Doe", _OSLO), ("Erik Berg", _CORK))
    )
    assert [(name, where) for name, where, _, _ in places(byline)] == [("Doe", [_OSLO]), ("Berg", [_CORK])]


def test_a_mark_without_its_place_ties_nobody() -> None:
    byline = f"<p>Jane Doe<sup>1</sup>, Erik Berg<sup>3</sup></p><p><sup>1</sup>{_OSLO}</p><p><sup>2</sup>{_CORK}</p>"
    assert [where for _, where, _, _ in places(byline)] == [[], []]


def test_the_line_that_names_the_corresponding_author() -> None:
    byline = f"<p>Jane Doe, Erik Berg</p><p>{_OSLO}</p><p>Correspondence: Erik Berg, erik@example.org</p>"
    assert [(name, told, mails) for name, _, told, mails in places(byline)] == [
        ("Doe", False, ()),
        ("Berg", True, ("erik@example.org",)),
    ]
