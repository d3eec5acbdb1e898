"""The evidence page as a document: whole, safe, and true to the evidence."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from jatskit.cli import cli
from jatskit.findings import Finding, Place, Severity
from jatskit.model import Article
from jatskit.pipeline import Result, convert
from jatskit.protocols import Evidence, Origin, Source
from jatskit.reporting.evidence import evidence_of
from jatskit.reporting.evidence_page import evidence_page
from tests.reporting.outcomes import ATTACK, SAMPLE, hostile, outcome, sample, value

VOID = {"meta", "rect", "input"}


class Checker(HTMLParser):
    """Raises if a tag is not closed where it has to be; collects all elements."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


def no_page() -> Result:
    return convert(Source.from_bytes(sample().data, "article.json"), to="json")


OUTCOMES = {"sample": sample, "hostile": hostile, "no page": no_page}


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_document_is_whole(name: str) -> None:
    page = Checker(evidence_page(OUTCOMES[name]()))
    ids = [id for _, attributes in page.elements if (id := attributes.get("id"))]
    assert len(set(ids)) == len(ids)
    links = [href for tag, attributes in page.elements if tag == "a" and (href := attributes["href"])]
    assert {"#source", "#fields", "#findings"} <= set(links)
    for link in links:
        assert link.startswith("#"), "a link leads out of the page"
        assert link[1:] in ids
    for _, attributes in page.elements:
        for label in ("aria-labelledby", "aria-controls"):
            assert attributes.get(label, ids[0]) in ids
    assert {"header", "main", "section", "nav", "dialog"} <= {tag for tag, _ in page.elements} | {"nav"}


@pytest.mark.parametrize("name", OUTCOMES)
def test_nothing_of_the_page_can_run(name: str) -> None:
    html = evidence_page(OUTCOMES[name]())
    page = Checker(html)
    assert page.count("script") == page.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "base", "link", "form action"} & {tag for tag, _ in page.elements}
    for _, attributes in page.elements:
        assert not [at for at in attributes if at.startswith("on") or at in {"style", "src", "srcset", "action"}]
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>".encode(), html, re.DOTALL)
        assert content is not None
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(content[1]).digest()).decode()}'" in policy
        assert b"url(" not in content[1]
        assert b"http" not in content[1]


def test_an_attack_is_shown_as_it_stands() -> None:
    result = hostile()
    page = lxml.html.document_fromstring(evidence_page(result).decode())
    rows = ["".join(row.itertext()) for row in page.xpath("//div[@class='t']")]
    assert rows[0] == ATTACK
    assert rows[2] == f"{ATTACK} U+202EU+0007"
    assert page.xpath("string(//h1)") == ATTACK
    assert page.xpath("string(//span[@class='name'])") == ATTACK
    assert ATTACK in page.xpath("string(//li[@id='n0'])")


def test_the_source_is_there_line_by_line() -> None:
    result = sample()
    page = lxml.html.document_fromstring(evidence_page(result).decode())
    rows = page.xpath("//section[@id='source']//div[starts-with(@class, 'r')]")
    shown = {row.get("id"): "".join(row.xpath("div[@class='t']")[0].itertext()) for row in rows}
    lines = result.reading.source.text.split("\n")
    assert shown == {f"L{number}": line for number, line in enumerate(lines, 1)}


def test_every_span_of_the_evidence_stands_there_once() -> None:
    result = sample()
    page = lxml.html.document_fromstring(evidence_page(result).decode())
    for number, told in enumerate(evidence_of(result)["values"]):
        field = page.xpath(f"//li[@id='f{number}']")[0]
        assert field.get("data-path") == told["path"]
        assert [mark.get("id") for mark in page.xpath(f"//mark[@data-v='{number}'][@id]")] == [
            f"s{number}-{at}" for at in range(len(told["spans"]))
        ]
        pieces = ["".join(mark.itertext()) for mark in page.xpath(f"//mark[@data-v='{number}']")]
        assert "".join(pieces) == (told["quoted"] or "").replace("\n", "")
        why = "".join(field.xpath("div[@class='why']")[0].itertext())
        assert told["reason"] in why
        assert ("no place of its own" in why) == (not told["spans"])
        assert ("profile" in why) == (told["origin"] == "profile")


TEXTS = st.text(alphabet="ab <&\n\r\u2028", max_size=40).map("x".__add__)


@given(TEXTS, st.lists(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=3), max_size=8))
def test_spans_may_stand_in_each_other_and_cross(text: str, drawn: list[list[tuple[int, int]]]) -> None:
    values = []
    for number, pairs in enumerate(drawn):
        apart: list[tuple[int, int]] = []
        for start, end in sorted((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs):
            if start < end and (not apart or apart[-1][1] <= start):
                apart.append((start, end))
        if apart:
            values.append(value(("references", number, "raw"), *apart))
    html = evidence_page(outcome(text, values))
    Checker(html)
    blanks = re.finditer("(?<=[\n\r\u2028]) +|[\n\r\u2028]", text)
    undrawn = {at for blank in blanks for at in range(*blank.span())}
    page = lxml.html.document_fromstring(html.decode())
    for number, item in enumerate(values):
        marks = page.xpath(f"//mark[@data-v='{number}']")
        assert [mark.get("id") for mark in marks if mark.get("id")] == [
            f"s{number}-{at}" for at in range(len(item.spans))
        ]
        words = "".join(text[at] for start, end in item.spans for at in range(start, end) if at not in undrawn)
        assert "".join("".join(mark.itertext()) for mark in marks) == words


def test_long_furniture_is_folded_and_nothing_else() -> None:
    script = "".join(f"var a{number} = 1;\n" for number in range(200))
    text = f"A title\n{script}left over\n{script}"
    end = 8 + len(script)
    result = outcome(
        text,
        [value(("title",), (0, 7))],
        furniture=[(8, end, "script"), (end + 10, len(text), "script")],
        unassigned=[(end, end + 10)],
        findings=[Finding("a-kind", Severity.INFO, "Here.", (), Place("page.txt", 302, 1))],
    )
    page = lxml.html.document_fromstring(evidence_page(result).decode())
    folds = page.xpath("//details[@class='fold']")
    assert [fold.xpath("string(summary)") for fold in folds] == [
        f"Lines 2–201: {len(script) - 1:,} characters of furniture (script)",
        f"Lines 203–301: {script.index('var a99 ') - 1:,} characters of furniture (script)",
        f"Lines 303–403: {len(script) - script.index('var a100 '):,} characters of furniture (script)",
    ]
    folded = {row.get("id") for fold in folds for row in fold.xpath(".//div[@id]")}
    assert not {"L1", "L202", "L302"} & folded
    assert len(folded) == 200 + 99 + 100
    assert page.xpath("//*[@id='L302']//a[@id='m0']")


def test_long_furniture_in_a_long_line_is_folded_too() -> None:
    markup = "<i class='x'>" * 1000
    text = f"{markup}12{markup}"
    middle = len(markup)
    result = outcome(
        text,
        [value(("volume",), (middle, middle + 2))],
        furniture=[(0, 500, "a"), (500, middle, "b"), (middle + 2, len(text), "a")],
    )
    page = lxml.html.document_fromstring(evidence_page(result).decode())
    source = page.xpath("//section[@id='source']")[0]
    shown = ["".join(row.itertext()) for row in source.xpath("div/div/div[@class='t']")]
    assert shown == [f"{markup[-60:]}12{markup[:60]}"]
    assert [summary.text for summary in source.xpath(".//summary")] == [
        f"Line 1: {middle - 60:,} characters of furniture (a, b)",
        f"Line 1: {middle - 60:,} characters of furniture (a)",
    ]
    assert "".join("".join(row.itertext()) for row in source.xpath(".//div[@class='t']")) == text
    assert len(page.xpath("//*[@id='L1']")) == 1


def test_paths_that_the_page_does_not_know_are_grouped_by_their_indices() -> None:
    paths: list[tuple[str | int, ...]] = [
        ("references", 1, "citations", 0, "authors", 0, "surname"),
        ("references", 1, "citations", 0, "authors", 1, "surname"),
        ("references", 1, "citations", 1, "year"),
        ("references", 0, "raw"),
        ("new_parts", 0, "text"),
    ]
    evidence = [Evidence(path, Origin.INFERENCE, "a test's") for path in paths]
    page = lxml.html.document_fromstring(evidence_page(outcome("A title", evidence)).decode())
    references = page.xpath("//section[@id='g-references']")[0]
    assert [heading.text for heading in references.xpath("h4 | h5")] == [
        "Reference 1", "Reference 2", "Citation 1", "Citation 2",
    ]  # fmt: skip
    assert references.xpath("string(h3/span)") == "2"
    assert [label.text for label in references.xpath(".//span[@class='k']")] == [
        "as printed", "author 1 · surname", "author 2 · surname", "year",
    ]  # fmt: skip
    assert page.xpath("string(//section[@id='g-article']//span[@class='k'])") == "text"
    assert page.xpath("string(//section[@id='g-article']/h4)") == "New part"


def test_values_with_markup_keep_it() -> None:
    article = Article.model_validate({"title": ["H", {"style": "sub", "content": ["2"]}, "O"]})
    page = evidence_page(outcome("H2O", [value(("title",), (0, 3))], article=article)).decode()
    assert '<span dir="auto">H<sub>2</sub>O</span>' in page


def test_the_page_of_an_input_that_is_no_page_says_so() -> None:
    page = lxml.html.document_fromstring(evidence_page(no_page()).decode())
    assert "not a page" in page.xpath("string(//p[@class='accounts'])")
    assert not page.xpath("//details[@class='fold']")


def test_the_page_is_the_same_twice() -> None:
    result = sample()
    assert evidence_page(result) == evidence_page(result)


@pytest.mark.parametrize("end", ["\n", " "])
def test_time_grows_with_the_length(end: str) -> None:
    def seconds(count: int) -> float:
        entry = f"An entry of a list of references, with some words & more.{end}"
        length = len(entry)
        values = [value(("references", at, "raw"), (length * at, length * at + 20)) for at in range(count)]
        furniture = [(length * at + 20, length * (at + 1), f"rule-{at % 3}") for at in range(count)]
        result = outcome(entry * count, values, furniture=furniture)
        start = time.process_time()
        evidence_page(result)
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 24 * seconds(1000), "eight times the entries took far more than eight times as long"


@pytest.mark.parametrize(
    ("name", "begin"), [("e.html", "<!DOCTYPE html>"), ("E.HTM", "<!DOCTYPE html>"), ("e.txt", "{")]
)
def test_the_ending_of_the_file_says_what_is_written(name: str, begin: str, tmp_path: Path) -> None:
    arguments = ["convert", str(SAMPLE), "-q", "-o", str(tmp_path / "a.xml"), "--evidence", str(tmp_path / name)]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begin)
    if begin == "{":
        assert json.loads(text)["values"]


def test_the_file_of_a_name_with_odd_bytes() -> None:
    page = evidence_page(outcome("A title", name="p\udcff\x1b[31m.txt"))
    assert b"p<span" not in page
    assert b"U+DCFF" in page
    assert b"\x1b" not in page
