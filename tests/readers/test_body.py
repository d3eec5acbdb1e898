"""The body of a full text is one block of the accounts, and swallows nothing that a field could be evidence of."""

from __future__ import annotations

import pytest

from jatskit.protocols import Reading, Source
from jatskit.readers.html import read_html
from jatskit.readers.page import read_page

PARAGRAPH = (
    "The invented stones of the second quarry were counted twice, once by day and once at night, and each time the count was "
    "another one; so the keepers wrote both numbers into the book, drew a line below them, and asked the neighbours for a third "
    "count, which agreed with neither of the two before it."
)
HEAD = (
    "Journal of Invented Quarries, 2019, 4(2): 11-19.",
    "How an invented quarry counts its stones",
    "Ann Example, Bob Sample",
    "Abstract",
    "We count stones. " + PARAGRAPH,
)
REFERENCES = (
    "References",
    "[1] Doe J. Counting pebbles. J Pebbles. 2001;3(1):4-9.",
    "[2] Roe R. Counting boulders. J Boulders. 2004;5(2):14-19.",
)


def page(*body: str) -> tuple[str, ...]:
    return (*HEAD, *body, *REFERENCES)


def read(lines: tuple[str, ...], kind: str) -> Reading:
    if kind == "text":
        return read_page(Source.from_bytes("\n\n".join(lines).encode(), "quarry.txt"))
    inner = "\n".join(f"<p>{line}</p>" for line in lines)
    text = f"<html><head><title>{lines[1]}</title></head><body><h1>{lines[1]}</h1>{inner}</body></html>"
    return read_html(Source.from_bytes(text.encode(), "quarry.html"))


def told(reading: Reading) -> list[str]:
    return [finding.message for finding in reading.findings if finding.kind == "body-not-converted"]


def body_text(reading: Reading) -> str:
    stretches = [one.span for one in reading.accounts.furniture if one.rule == "body"]
    return "".join(reading.source.text[slice(*span)] for span in stretches)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_full_text_is_one_finding_with_its_extent(kind: str) -> None:
    body = ("1. Introduction", PARAGRAPH, "2. The quarry", *[f"{n} {PARAGRAPH}" for n in range(5)])
    reading = read(page(*body), kind)
    assert len(told(reading)) == 1
    text = reading.source.text
    inside = body_text(reading)
    assert inside.startswith("1. Introduction" if kind == "text" else "1. Introduction</p>")
    assert inside.rstrip().removesuffix("</p>").endswith(f"4 {PARAGRAPH}")
    assert f"({len(inside)} characters)" in told(reading)[0]
    assert len(reading.article.references) == 2
    assert not any("stones were" in text[slice(*span)] for span in reading.accounts.unassigned)


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize(
    "line",
    [
        "Received in a box, 4 May 2018, by the keepers of the quarry",
        "Funding: the Invented Stone Fund, grant 12",
        "© 2019 The Keepers of the Quarry",
        "ISSN 1234-567X",
        "ann.example@quarry.example",
    ],
)
def test_what_may_be_evidence_is_no_body(kind: str, line: str) -> None:
    body = ("Introduction", *[f"{n} {PARAGRAPH}" for n in range(3)], line, *[f"{n} {PARAGRAPH}" for n in range(3, 6)])
    reading = read(page(*body), kind)
    assert len(told(reading)) == 1
    assert line not in body_text(reading)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_page_without_a_full_text_has_none(kind: str) -> None:
    reading = read(page("View the full text", "Open the stones in a new window", PARAGRAPH), kind)
    assert told(reading) == []
    assert body_text(reading) == ""


def test_a_paragraph_that_may_be_the_abstract_is_no_body() -> None:
    lines = [line for line in HEAD if not line.startswith(("Abstract", "We count"))]
    unread = "An invented beginning that ends without a stop, " + PARAGRAPH.rstrip(".") + ", and"
    reading = read((*lines, unread, *[f"{n} {PARAGRAPH}" for n in range(6)], *REFERENCES), "text")
    assert not reading.article.abstracts
    assert "An invented beginning" not in body_text(reading)
    assert f"5 {PARAGRAPH}" in body_text(reading)


def test_lines_that_an_extractor_broke_at_its_links_are_paragraphs() -> None:
    def broken(first: str, size: int) -> str:
        words = [first, *PARAGRAPH.split()]
        return "\n".join(" ".join(words[n : n + size]) for n in range(0, len(words), size))

    reading = read(page("Introduction", broken("First", 11), broken("Then", 12), broken("Last", 13)), "text")
    assert len(told(reading)) == 1
    assert " ".join(body_text(reading).split()).count("third count") == 3
