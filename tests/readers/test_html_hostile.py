"""Pages that mean harm: what once took exponential or quadratic time is read in a moment."""

from __future__ import annotations

import time

import pytest

from jatskit.layouts import furniture_in
from jatskit.protocols import Source
from jatskit.readers.html import read_html
from jatskit.readers.html.link_words import are_link_words

HEAD = (
    '<html><head><meta name="citation_title" content="On the growth of alloys"><meta name="citation_doi" content="10.1234/a">'
    '<meta name="citation_author" content="Lee, Ann"></head><body><h1>On the growth of alloys</h1>'
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[View Article] | PubMed | Google Scholar", True),
        ("View Article in Any Platform, CAS", True),
        ("Search for this PubMed", True),
        ("Doe J. Alloys. 2001", False),
        ("PubMed says so", False),
        (" | ", False),
        ("", False),
        ("Search " * 35, True),
        ("Search " * 14 + "Z" * 60, False),
    ],
)
def test_words_for_links_are_told_in_no_time(text: str, whole: bool) -> None:
    start = time.process_time()
    assert are_link_words(text) is whole
    assert time.process_time() - start < 1


def test_furniture_is_told_in_no_time() -> None:
    start = time.process_time()
    assert furniture_in("CAS " * 24 + "x") is None
    assert furniture_in("[CrossRef] [Google Scholar]") == "link-words"
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "repeated",
    [
        "<div class='ref-list references'>",
        "<h2>References</h2><table><tr><td>",
        "<p><b>Keywords:</b> a; b; c</p>",
        '<meta name="citation_title" content="On the growth of alloys">',
        "<div class='references'><ol><li>Lee A. Alloys. 2001",
        "<a <b ",
        "<form><h1>",
        "<div><p class='author'>x1 y</p></div>",
        "<p class='author'>x1 y</p>",
        "<p>Alloys, Volume 3, Issue 2, 2011</p>",
        "&nbsp;",
    ],
)
def test_time_grows_with_the_page_only(repeated: str) -> None:
    """What is quadratic would take a minute for each of these."""
    page = HEAD + repeated * (300_000 // len(repeated))
    start = time.process_time()
    reading = read_html(Source.from_bytes(page.encode(), "page"))
    assert time.process_time() - start < 15
    assert str(reading.article.title[0]) == "On the growth of alloys"
