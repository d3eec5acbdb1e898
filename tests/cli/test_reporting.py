from __future__ import annotations

import json
from pathlib import Path

import pytest

from jatskit.language import width
from jatskit.pipeline import Result, convert
from jatskit.profiles import Profile
from jatskit.protocols import Source
from jatskit.reporting.evidence import evidence_file
from jatskit.reporting.layout import clip, printable, wrap
from jatskit.reporting.summary import summary

SAMPLES = Path(__file__).parents[2] / "samples"
PAGE = SAMPLES / "strategic-study-of-cae-2022-24-2-22.txt"


@pytest.fixture(scope="module")
def result() -> Result:
    profile = Profile.load(SAMPLES / "strategic-study-of-cae.toml")
    return convert(Source.from_path(PAGE), profile=profile, to="json")


def test_evidence_accounts_for_the_whole_page(result: Result) -> None:
    told = json.loads(evidence_file(result))
    text = PAGE.read_text(encoding="utf-8")
    spans = [span for value in told["values"] for span in value["spans"]] + told["furniture"] + told["unassigned"]
    covered = sorted((span["start"], span["end"]) for span in spans)
    assert covered[0][0] == 0
    assert covered[-1][1] == len(text) == told["source"]["characters"]
    assert {value["origin"] for value in told["values"]} == {"page", "profile", "inference"}
    for value in told["values"]:
        assert value["value"] is not None, value["path"]
        assert (value["quoted"] is None) == (not value["spans"])
        assert value["quoted"] == ("\n".join(text[s["start"] : s["end"]] for s in value["spans"]) or None)


def test_evidence_is_the_same_twice(result: Result) -> None:
    assert evidence_file(result) == evidence_file(result)


def test_evidence_of_an_input_that_is_no_page(result: Result) -> None:
    told = json.loads(evidence_file(convert(Source.from_bytes(result.data, "a.json"), to="json")))
    assert "not a page" in told["accounts"]
    assert told["furniture"] == told["unassigned"] == []


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_summary_keeps_to_its_width(columns: int, result: Result) -> None:
    from click import unstyle

    lines = unstyle(summary(result, "-", width=columns)).splitlines()
    longest = max((line for line in lines if PAGE.name not in line), key=width)
    assert width(longest) <= columns, longest


def test_wrap() -> None:
    assert wrap("", 10) == []
    assert wrap("one two  three", 7) == ["one two", "three"]
    assert wrap("a-very-long-word b", 5) == ["a-very-long-word", "b"]
    assert wrap("中国工程。科学", 8) == ["中国工", "程。科学"]


def test_printable() -> None:
    assert printable("a\x1b[31m\n\u202eb\udcff") == "a\\u001b[31m \\u202eb\\xff"


def test_clip() -> None:
    assert clip("short", 5) == "short"
    assert clip("中国工程", 6) == "中国…"
