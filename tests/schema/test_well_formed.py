"""Errors of the parser's that one small edit mends."""

from __future__ import annotations

import pytest

from jatskit.errors import NotWellFormed
from jatskit.findings import Finding
from jatskit.rules.mending import mend
from jatskit.schema.gate import not_well_formed, validate_document
from tests.schema.test_gate import document


def look(data: bytes) -> list[Finding]:
    try:
        return validate_document(data, "a.xml")
    except NotWellFormed as error:
        return [not_well_formed(error, "a.xml", data)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("<p>é R&D &c. &amp; &#233;</p>", "<p>é R&amp;D &amp;c. &amp; &#233;</p>"),
        (
            "<p>\r\n中文 p < 0.05 and <italic>n</italic> <5</p>",
            "<p>\r\n中文 p &lt; 0.05 and <italic>n</italic> &lt;5</p>",
        ),
    ],
)
def test_bare_characters(wrong: str, right: str) -> None:
    said = mend(document(wrong), "a.xml", look)
    assert said.data == document(right)
    assert said.left == ()


def test_a_prefix_is_declared_and_an_entity_written_out() -> None:
    data = b'<article><front>&nbsp;<x xlink:href="a"/></front></article>'
    said = mend(data, "a.xml", look)
    assert (
        said.data
        == b'<article xmlns:xlink="http://www.w3.org/1999/xlink"><front>\xc2\xa0<x xlink:href="a"/></front></article>'
    )


@pytest.mark.parametrize("body", ["<p><q></p>", "<p a=1/>", "<p>&unheardof;</p>", "<p b:c='1'/>", "<p>\x01</p>"])
def test_what_is_not_certain_is_left_as_it_is(body: str) -> None:
    said = mend(document(body), "a.xml", look)
    assert said.data == document(body)
    assert len(said.left) == 1
