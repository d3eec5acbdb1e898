"""ISSNs and the publisher of the journal on pages of text."""

from __future__ import annotations

import pytest

from jatskit.layouts import imprint
from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.readers.page import read_page

_HEAD = """Journal of Invented Tests 12 (2014) 201–214
A title of an invented article on nothing
Jane Doe, John Roe
Abstract
It has a sentence, and another one.
"""


def _read(lines: str) -> Article:
    return read_page(Source.from_bytes((_HEAD + lines).encode(), "page.txt")).article


@pytest.mark.parametrize("way", ["PUBLISHED_BY", "PUBLISHER_LABEL", "RIGHTS", "ISSN_NUMBER"])
def test_each_form_finds_its_example(way: str) -> None:
    form = getattr(imprint, way)
    assert form.expression.search(form.example)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Print ISSN: 0317-8471 Online ISSN: 2049-3630", {("0317-8471", "print"), ("2049-3630", "electronic")}),
        ("ISSN 2049-3630 (online), 0317-8471 (print).", {("0317-8471", "print"), ("2049-3630", "electronic")}),
        ("Print ISSN\n0317-8471\nOnline ISSN\n2049-3630", {("0317-8471", "print"), ("2049-3630", "electronic")}),
        ("On-line version\nISSN 2049-3630", {("2049-3630", "electronic")}),
        ("versão impressa ISSN 0317-8471", {("0317-8471", "print")}),
        ("eISSN 2049-3630", {("2049-3630", "electronic")}),
        ("p-ISSN: 0317-8471", {("0317-8471", "print")}),
        ("ISSN 0317-8471", {("0317-8471", None)}),
        ("ISSN 0317-8472", set()),
        ("doi: 10.5555/j.issn.0317-8471.2014.01", set()),
        # Four are a list of journals.
        ("ISSN 0317-8471\nISSN 2049-3630\nISSN 0378-5955\nISSN 1050-124X", set()),
    ],
)
def test_issns_have_the_format_that_the_page_says(lines: str, expected: set[tuple[str, str | None]]) -> None:
    journal = _read(lines).journal
    assert {(one.value, one.format) for one in (journal.issns if journal else ())} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published by Sample University Press on behalf of the Society of Tests. All rights reserved.", "Sample University Press"),
        ("Published under licence by Sample Publishing Ltd", "Sample Publishing Ltd"),
        ("Publisher: Invented Society of Tests", "Invented Society of Tests"),
        ("Publisher Name\nExample Publishing", "Example Publishing"),
        ("© 2014 Wiley Periodicals, Inc.", "Wiley Periodicals, Inc."),
        ("© 2014 Elsevier Ltd. All rights reserved.", "Elsevier Ltd."),
        ("© Springer-Verlag 2014", "Springer-Verlag"),
        # The frame's year is not the article's.
        ("© 2024 Elsevier B.V., its licensors, and contributors.", None),
        ("© 2014 Jane Doe and John Roe", None),
        ("© 2014 Invented Society of Tests", None),
        ("Publisher’s note", None),
        ("Published in 2014", None),
    ],
)  # fmt: skip
def test_the_publisher_is_one_that_the_page_names_as_such(line: str, expected: str | None) -> None:
    journal = _read(line).journal
    publisher = journal.publisher if journal else None
    assert (publisher.name if publisher else None) == expected
