"""Standard input is validated piece by piece as a file is: its verdict is the same, however large it is."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from jatskit.protocols.files import STDIN
from jatskit.rules.selection import EVERYTHING
from jatskit.rules.targets import demands
from jatskit.validating.checking import Checked, Job, check_file
from tests.validating.documents import document

#: One element that there is not, at the end of a body of many lines.
LONG = document(body="<p>Trout live in lakes.</p>\n" * 400 + "<lizt/>")


def checked(name: str) -> Checked:
    return check_file(Job(name, demands("schema"), EVERYTHING, quoting=False))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a document of some kilobytes a large one, and of twenty too large a one."""
    for module in ("jatskit.protocols.files", "jatskit.validating.checking"):
        monkeypatch.setattr(f"{module}.MAX_BYTES", 1000)
    monkeypatch.setattr("jatskit.protocols.files.MAX_LARGE_BYTES", 20_000)
    monkeypatch.setattr("jatskit.protocols.files._PIECE", 700)


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.usefixtures("small")
def test_a_large_document_from_standard_input_has_the_findings_of_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    give(monkeypatch, LONG)
    (tmp_path / "a.xml").write_bytes(LONG)
    piped, read = checked(STDIN), checked(str(tmp_path / "a.xml"))
    assert [(f.kind, f.message, f.place.line) for f in piped.findings if f.place] == [
        (f.kind, f.message, f.place.line) for f in read.findings if f.place
    ]
    assert [f.kind for f in piped.findings] == ["SCHEMA-ELEMENT"]
    assert piped.findings[0].place and piped.findings[0].place.column == 0, (
        "of a document in pieces there are lines alone"
    )


def test_a_small_one_is_read_at_once_and_has_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, LONG)
    found = checked(STDIN).findings
    assert [f.kind for f in found] == ["SCHEMA-ELEMENT"]
    assert found[0].place and found[0].place.column == 1


@pytest.mark.usefixtures("small")
def test_one_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, LONG * 3)
    refused = checked(STDIN).refused
    assert refused and "too large" in refused[0]
