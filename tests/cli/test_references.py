"""`jatskit references` on lists that no transcript shows: hostile lines, other encodings, several batches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pydantic import TypeAdapter

from jatskit.cli import cli
from jatskit.jats.reference_list import ReferenceListWriter
from jatskit.model import ElementCitation, Reference
from jatskit.schema.catalogue import TagSet, Target
from jatskit.schema.gate import verdict
from jatskit.writers.reference_lines import ReferenceLine

CITATION = "Smith J, Doe AB. A study of things. J Tests. 2019;12(3):45-67."


def run(data: bytes, *options: str) -> tuple[int, bytes, str]:
    result = CliRunner().invoke(cli, ["references", *options], input=data, prog_name="jatskit")
    return result.exit_code, result.stdout_bytes, result.stderr


def refs(xml: bytes) -> list[etree._Element]:
    return list(etree.fromstring(xml).iter("ref"))


@given(lines=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=30)))
def test_each_line_gives_a_ref(lines: list[str]) -> None:
    printed = [f"x {line}" for line in lines]
    status, xml, words = run("\n".join([CITATION, *printed]).encode(), "-q")
    assert status == 0, words
    assert len(refs(xml)) == len(lines) + 1
    assert verdict(xml, Target(TagSet.ARCHIVING)) == []


@pytest.mark.parametrize(
    "line", ["\x00", "\x01\x02", "[" * 300, "9" * 300, "测" * 300, "<ref id='x'>&amp;", "\ufffe", "]]>", "\x7f[1]"]
)
@pytest.mark.parametrize("to", ["jats", "csl-json", "jsonl"])
def test_no_line_is_lost(line: str, to: str) -> None:
    status, data, words = run(f"{CITATION}\n{line}\n{CITATION}\n".encode(), "--to", to, "-q")
    assert status == 0, words
    if to == "jats":
        assert len(refs(data)) == 3
    else:
        assert len(json.loads(data) if to == "csl-json" else data.splitlines()) == 3


def test_several_batches_are_one_document() -> None:
    data = "".join(f"{CITATION} No. {n}\n" for n in range(2500)).encode()
    status, xml, _ = run(data)
    assert status == 0
    found = refs(xml)
    assert [ref.get("id") for ref in found] == [f"ref{n}" for n in range(1, 2501)]
    assert verdict(xml, Target(TagSet.ARCHIVING)) == []
    assert [item["id"] for item in json.loads(run(data, "--to", "csl-json")[1])] == [ref.get("id") for ref in found]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_line_ends_and_encodings(encoding: str, ending: str) -> None:
    lines = ["周济. 提升制造业产业链水平加快建设现代产业体系. 科技中国, 2019 (12): 38-41."] * 3
    _, xml, _ = run(ending.join(lines).encode(encoding), "-q")
    texts = ["".join(map(str, ref.xpath(".//mixed-citation//text()"))) for ref in refs(xml)]
    assert texts == lines


def test_a_line_without_end_is_refused() -> None:
    status, out, words = run(CITATION.encode() + b"\n" + b"x" * 1_000_010)
    assert (status, out) == (3, b"")
    assert "line 2 has more than 1,000,000 characters" in words


def test_what_is_no_text_is_refused() -> None:
    assert run(b"%PDF-1.4")[0] == 3


def test_nothing_is_left_of_an_output_that_could_not_be_finished(tmp_path: Path) -> None:
    lines = f"{CITATION}\n".encode() * 1500 + b"x" * 1_000_010
    (tmp_path / "old.xml").write_text("old")
    assert run(lines, "-o", str(tmp_path / "old.xml"))[0] == 3
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old.xml", "old")]


def test_findings_make_the_exit_status_when_asked() -> None:
    assert run(b"\x01 \n", "--fail-on", "warning", "-q")[0] == 1
    assert run(b"\x01 \n", "-q")[0] == 0


def test_json_lines_are_what_the_schema_says() -> None:
    _, data, _ = run(f"{CITATION}\n[2] nothing\n周济. 河流 [J]. 科技, 2019 (2): 3.\n".encode(), "--to", "jsonl", "-q")
    adapter = TypeAdapter(ReferenceLine)
    for line in data.splitlines():
        record = adapter.validate_json(line)
        for reading in record["readings"]:
            for value in reading["values"]:
                assert value["inferred"] == (not value["spans"])
                quoted = "".join(record["text"][a:b] for a, b in value["spans"])
                assert not value["spans"] or quoted == value["value"]


def test_a_reference_that_the_schema_refuses_is_written_as_raw_text(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = ReferenceListWriter(Target(TagSet.ARCHIVING))
    good = Reference(id="ref1", raw=("One",), citations=(ElementCitation(year="2019"),))
    bad = Reference(id="ref2", raw=("Two",), citations=(ElementCitation(year="2020"),))
    written = ReferenceListWriter._written
    monkeypatch.setattr(
        ReferenceListWriter,
        "_written",
        lambda self, ref, *rest: written(self, ref, *rest).replace("<year>2020</year>", "<no-such-element/>"),
    )
    data, findings = writer.batch([good, bad])
    assert b"<year>2019</year>" in data and b"no-such-element" not in data
    assert [(f.kind, f.path) for f in findings] == [("reference-refused-by-schema", ("references", 1))]
    assert verdict(writer.head + data + writer.tail, Target(TagSet.ARCHIVING)) == []
