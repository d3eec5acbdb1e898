"""Abstracts, keywords and reference lists in the markup that sites put around them."""

from __future__ import annotations

import re

import pytest

from jatskit.model import Article, plain
from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.test_html_laws import check

TITLE = "Spoons that sing in fog and what they sing"
A = "Spoons sing in fog. We listened to two hundred spoons in forty fogs and wrote down what they sang. They sang low."
B = "A second paragraph says that forks were silent, in all fogs and in all winters that we watched them closely."
ES = "Las cucharas cantan en la niebla. Escuchamos doscientas cucharas en cuarenta nieblas y anotamos lo que cantaban."
INTRODUCTION = (
    "<h2>Introduction</h2><p>"
    + "It is long known that spoons sing when it is foggy, but nobody wrote it down until now. " * 4
    + "</p>"
)
REFERENCES = [
    "Abel K. Spoons in winter. J Invented Tests. 2010;3(2):11-15.",
    "Berg A, Dahl C. <i>Fog and metal</i>. Bergen: Fjord Press; 1999.",
    "Cole T. Singing forks. Tests. 2003;6:1-9.",
    "Dale P. Songs of spoons. Tests. 2011;4:20-31.",
]


def read(body: str) -> Article:
    """Return the article of a page that has a title and an author in its tags, and this body."""
    page = (
        f'<html><head><title>{TITLE}</title><meta name="citation_title" content="{TITLE}"><meta name="citation_author" content="Jane Doe">'
        f"</head><body><h1>{TITLE}</h1><p class='authors'>Jane Doe</p>{body}</body></html>"
    )
    reading = read_html(Source.from_bytes(page.encode(), "page.html"))
    check(reading)
    return reading.article


def abstracts(article: Article) -> list[list[str]]:
    """Return the paragraphs of each abstract; those of a section behind its title."""
    found = []
    for abstract in (*article.abstracts, *article.translated_abstracts):
        said = [plain(paragraph) for paragraph in abstract.paragraphs]
        for section in abstract.sections:
            said += [f"# {plain(section.title or ())}", *map(plain, section.paragraphs)]
        found.append(said)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<h2>Abstract</h2><p>{A}</p>", [A]),
        (f"<h2>Abstract</h2><div>{A}</div>", [A]),
        (f"<div><h2>Abstract</h2>{A}</div>", [A]),
        (f"<h1>Abstract</h1><p>{A}</p>", [A]),
        (f"<h2>Abstract</h2><p>{A}</p><p>{B}</p>", [A, B]),
        (f"<h2>Abstract</h2><div>{A}<br><br>{B}</div>", [A, B]),
        (f"<p><strong>Abstract</strong><br>{A}</p>", [A]),
        (f"<p><b>Abstract.</b> {A}</p>", [A]),
        (f"<p><b>Abstract</b>—{A}</p>", [A]),
        (f"<div class='abs'><span class='lab'>Abstract</span> <span>{A}</span></div>", [A]),
        (f"<h2>Abstract</h2><p>{A}</p><a href='#'>Read more</a><p>Show less</p>", [A]),
        (f"<h2>Abstract</h2><p>{A} <a href='x.pdf'>[Full text]</a></p>", [A]),
        (f"<h2>Abstract</h2><p>{A} <b>Keywords:</b> spoons; fog</p>", [A]),
        (f"<h2>Abstract</h2><p>{A}<br><b>Keywords:</b> spoons; fog</p>", [A]),
        (
            f"<h2>Abstract</h2><p>{A}</p><h2>Graphical abstract</h2><p>Image of a spoon in a fog that is silent and stands there.</p>",
            [A],
        ),
        (f"<h2>Highlights</h2><ul><li>Spoons sing in every fog that we saw.</li></ul><h2>Abstract</h2><p>{A}</p>", [A]),
        (f"<h2>Abstract</h2><p>{A}</p><h2>Plain language summary</h2><p>{B}</p>", [A]),
        (f"<h2>Abstract</h2><p>{A}</p><p>© 2020 The Authors. Published by Example.</p>", [A]),
        (f"<section id='abstract'><p>{A}</p></section>", [A]),
        (f"<details><summary>Abstract</summary><p>{A}</p></details>", [A]),
        (
            f"<table><tr><th>Abstract</th><td>{A}</td></tr><tr><th>Type</th><td>Article in a journal</td></tr></table>",
            [A],
        ),
        (
            f"<h2>Abstract</h2><h3>Background</h3><p>{A}</p><h3>Results</h3><p>{B}</p>",
            ["# Background", A, "# Results", B],
        ),
        (
            f"<section class='abstract'><h2>Abstract</h2><h4>What we asked</h4><p>{A}</p><h4>What we found</h4><p>{B}</p></section>",
            ["# What we asked", A, "# What we found", B],
        ),
    ],
)
def test_an_abstract_ends_where_it_ends(body: str, expected: list[str]) -> None:
    assert abstracts(read(body + INTRODUCTION)) == [expected]


def test_abstracts_in_two_languages() -> None:
    found = read(f"<h3>Abstract</h3><p>{A}</p><h3>Resumen</h3><p>{ES}</p>")
    assert sorted(abstracts(found)) == sorted([[A], [ES]])


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Keywords:</b> spoons; fog; singing</p>",
        "<h3>Keywords</h3><p>spoons, fog, singing</p>",
        "<h3>Keywords</h3><ul><li>spoons</li><li>fog</li><li>singing</li></ul>",
        "<div class='kwd-group'><a>spoons</a> <a>fog</a> <a>singing</a></div>",
        "<div>Keywords: <a href='#'>spoons</a>; <a href='#'>fog</a>; <a href='#'>singing</a></div>",
        "<dl><dt>Keywords</dt><dd>spoons</dd><dd>fog</dd><dd>singing</dd></dl>",
        f"<h2>Abstract</h2><p>{A} <strong>Keywords:</strong> spoons; fog; singing</p>",
        "<p>Key words: spoons · fog · singing.</p>",
    ],
)
def test_keywords(body: str) -> None:
    (group,) = read(body).keywords
    assert [plain(keyword) for keyword in group.keywords] == ["spoons", "fog", "singing"]


def _each(form: str) -> str:
    return "".join(form.format(n=number + 1, r=text) for number, text in enumerate(REFERENCES))


@pytest.mark.parametrize(
    "body",
    [
        "<h2>References</h2><ol>" + _each("<li>{r}</li>") + "</ol>",
        "<h2>References (4)</h2><ul>" + _each("<li>[{n}] {r}</li>") + "</ul>",
        "<h3>参考文献(References)：</h3><ul>" + _each("<li>[{n}] {r}</li>") + "</ul>",
        "<h2>References</h2>" + _each("<p>{r}</p>"),
        "<h2>References</h2><p>" + _each("{r}<br>") + "</p>",
        "<h2>References</h2><div>" + _each("[{n}] {r}<br/>") + "</div>",
        "<h2>References</h2><table>" + _each("<tr><td>{n}.</td><td>{r}</td></tr>") + "</table>",
        "<h2>References</h2><dl>" + _each("<dt>{n}.</dt><dd>{r}</dd>") + "</dl>",
        "<section class='references'><ol>" + _each("<li>{r}</li>") + "</ol></section>",
        "<h2>References</h2><ol>"
        + _each("<li>{r}<ul><li><a>View Article</a></li><li><a>PubMed/NCBI</a></li></ul></li>")
        + "</ol>",
        "<h2>References</h2><ol>" + _each("<li>{r} [ <a>Links</a> ]</li>") + "</ol><p>Received 3 May 2010</p>",
        "<h2>References</h2><ol>" + _each("<li><a href='#x'>^</a> {r}</li>") + "</ol>",
        "<h2>References</h2><ol>" + _each("<li>{r}</li>") + "</ol><h2>Cited by</h2><ol>"
        "<li>Zorn X. Late spoons. Tests. 2019;1:1-2.</li><li>Yates W. Later spoons. Tests. 2020;1:1-2.</li></ol>",
        "<h2>Notes</h2><ol><li>See the first fog of the winter in 2009.</li><li>And another in 2010, which was thicker.</li></ol>"
        "<h2>References</h2><ol>" + _each("<li>{r}</li>") + "</ol>",
        "<h2>References</h2><ol>"
        + "".join(f"<li>{r}</li>" for r in REFERENCES[:2])
        + "</ol><div class='more'><ol>"
        + "".join(f"<li>{r}</li>" for r in REFERENCES[2:])
        + "</ol></div>",
    ],
)
def test_a_reference_list_is_whole_and_nothing_else(body: str) -> None:
    found = [plain(reference.raw or ()) for reference in read(body).references]
    assert [text.strip() for text in found] == [re.sub("<[^>]*>", "", r) for r in REFERENCES]


def test_a_list_of_one_entry() -> None:
    assert len(read(f"<h2>References</h2><ol><li>{REFERENCES[0]}</li></ol>").references) == 1
