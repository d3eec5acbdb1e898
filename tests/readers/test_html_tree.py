"""The tree of a page: what closes what, where it stands, and the search for words of attributes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jatskit.readers.html.text import Text
from jatskit.readers.html.tree import Page

_CLASS = re.compile(r"class\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,80}?author", re.IGNORECASE)


def _shape(page: Page) -> list[tuple[str, int, str]]:
    return [(e.tag, e.last - e.index - 1, page.text[e.inner : e.inner_end]) for e in page.elements]


def test_end_tags_close_what_they_name_and_no_more() -> None:
    assert _shape(Page("<div><p>a<p>b</div>c")) == [("div", 2, "<p>a<p>b"), ("p", 0, "a"), ("p", 0, "b")]
    assert _shape(Page("<b>a<i>c</b>d")) == [("b", 1, "a<i>c"), ("i", 0, "c")]
    assert _shape(Page("<table><tr><td>a</b></div>c</table>")) == [
        ("table", 2, "<tr><td>a</b></div>c"), ("tr", 1, "<td>a</b></div>c"), ("td", 0, "a</b></div>c"),
    ]  # fmt: skip


def test_nothing_in_a_script_or_a_comment_is_markup() -> None:
    page = Page("<script>a<p>'</script><!-- <i> --><b>c</b>")
    assert _shape(page) == [("script", 0, "a<p>'"), ("b", 0, "c")]
    assert [page.text[a:b] for a, b in page.comments] == ["<!-- <i> -->"]


def test_elements_are_found_by_words_of_their_attributes() -> None:
    page = Page('<p class="Authors">author <b id=author>x</b><i class="a author author" class=author></i><u class=x>')
    found = [(mark.element.tag, mark.match[0]) for mark in page.marked(_CLASS, "author")]
    assert found == [("p", 'class="Author'), ("i", 'class="a author')]
    assert [mark.element.tag for mark in page.marked(_CLASS, "author", start=page.elements[1].start)] == ["i"]


_PIECES = st.sampled_from(
    ["<a href='x'>", "</a>", "<sup>", "</sup>", "3", "x", " ", "  ", "\n", "&amp;", "&nbsp;", "&shy;", "<", ">", '"', "'", "=",
     "<!--", "-->", "<p class='a>b'>", '<p a="b>c">', "<i a=b\"c>", "</>", "İ", "<br/>"]
)  # fmt: skip


@given(pieces=st.lists(_PIECES, max_size=14), superscripts=st.booleans())
def test_every_character_of_a_text_has_its_place(pieces: list[str], superscripts: bool) -> None:
    """In order, inside of the source, and a character that stands for itself is there."""
    source = "<p>" + "".join(pieces)
    text = Text(source, 3, len(source), superscripts=superscripts)
    last = 3
    for at, character in enumerate(text.text):
        start, end = text.span(at, at + 1)
        assert 3 <= start < end <= len(source)
        assert last <= start
        if end == start + 1 and source[start] not in "&<" and not character.isspace():
            assert source[start] == character
        last = start
        assert text.span(0, at + 1) == (text.span(0, 1)[0], end)


@given(pieces=st.lists(_PIECES | st.text(max_size=3), max_size=12))
def test_a_page_in_lower_case_has_the_same_places(pieces: list[str]) -> None:
    page = Page("".join(pieces))
    assert len(page.lower) == len(page.text)
