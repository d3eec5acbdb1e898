"""A baseline knows old faults again wherever they have moved to, and lets no new one through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jatskit.errors import UnusableSettings
from jatskit.findings import Finding
from jatskit.rules.targets import demands
from jatskit.rules.validation import validate_xml
from jatskit.validating.baseline import Baseline, baseline_of, fingerprint
from tests.validating.documents import FAULTY


def findings(data: bytes) -> list[Finding]:
    return [f for f in validate_xml(data, "a.xml", demands(None)) if f.kind in ("ART-DOI", "SCHEMA-ELEMENT")]


def baseline(tmp_path: Path, data: bytes) -> Baseline:
    name = str(tmp_path / "known.json")
    Path(name).write_bytes(baseline_of(name, [(str(tmp_path / "a.xml"), findings(data))]))
    return Baseline.load(name)


def test_old_faults_are_known_wherever_they_stand(tmp_path: Path) -> None:
    known = baseline(tmp_path, FAULTY)
    moved = FAULTY.replace(b"<front>", b"\n\n<!-- more -->\n<front>").replace(
        b"<p>Text.</p>", b"<p>Text.</p><p>New.</p>"
    )
    assert findings(FAULTY)
    assert known.fresh(str(tmp_path / "a.xml"), findings(moved)) == []


def test_a_second_fault_of_the_same_kind_is_new(tmp_path: Path) -> None:
    known = baseline(tmp_path, FAULTY)
    twice = findings(FAULTY.replace(b"<lizt/>", b"<lizt/><lizt/>"))
    assert [f.kind for f in known.fresh(str(tmp_path / "a.xml"), twice)] == ["SCHEMA-ELEMENT"]


def test_another_value_is_another_fault() -> None:
    one, other = (findings(FAULTY.replace(b"salmo.5", suffix))[0] for suffix in (b"salmo.5", b"salmo.6"))
    assert fingerprint(one) != fingerprint(other)


def test_what_is_said_of_a_fault_may_change() -> None:
    one = findings(FAULTY)[0]
    reworded = replace(one, message="in other words", advice="Do otherwise.")
    assert fingerprint(reworded) == fingerprint(one)


def test_faults_below_different_ids_are_different() -> None:
    sections = b'<sec id="s1"><title>A</title><p><lizt/></p></sec><sec id="s2"><title>B</title><p><lizt/></p></sec>'
    one, other = (f for f in findings(FAULTY.replace(b"<lizt/>", sections)) if f.kind == "SCHEMA-ELEMENT")
    assert (one.anchor, other.anchor) == ("#s1/p/lizt", "#s2/p/lizt")
    assert fingerprint(one) != fingerprint(other)


def test_another_file_has_no_known_faults(tmp_path: Path) -> None:
    known = baseline(tmp_path, FAULTY)
    assert known.fresh(str(tmp_path / "b.xml"), findings(FAULTY)) == findings(FAULTY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 9, "files": {}}',
        '{"version": 1, "files": {}}',
        '{"version": 2, "files": {"a": 1}}',
        "[" * 9000,
    ],
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(text)
    with pytest.raises(UnusableSettings):
        Baseline.load(str(tmp_path / "known.json"))


def test_a_document_without_faults_needs_no_entry(tmp_path: Path) -> None:
    assert b"a.xml" not in baseline_of(str(tmp_path / "known.json"), [("a.xml", [])])
