"""Which files a folder stands for, and many of them at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner

from jatskit.cli import cli
from jatskit.validating.finding_files import find
from tests.conftest import ROOT
from tests.validating.documents import DOI, FAULTY, document


def test_a_folder_stands_for_the_articles_in_it(tmp_path: Path) -> None:
    for name, data in {
        "b.xml": document(),
        "a.nxml": document(),
        "sub/c.XML": document(),
        "book.xml": b"<?xml version='1.0'?><!-- <article> --><!DOCTYPE book [<!ENTITY a 'b'>]><book/>",
        "broken.xml": b"no XML",
        ".hidden.xml": document(),
        "figure.png": b"",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "loop").symlink_to(tmp_path)
    found = find((str(tmp_path), str(tmp_path / "b.xml")))
    assert [os.path.relpath(name, tmp_path) for name in found.files] == ["a.nxml", "b.xml", "broken.xml", "sub/c.XML"]
    assert found.skipped["XML that is no article"] == found.skipped["hidden"] == found.skipped["link to a folder"] == 1


def test_named_files_that_are_no_articles_can_be_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pom.xml").write_bytes(b"<project/>")
    (tmp_path / "a.xml").write_bytes(document())
    names = (str(tmp_path / "pom.xml"), str(tmp_path / "a.xml"), str(tmp_path / "none.xml"))
    assert find(names).files == list(names)
    assert find(names, only_articles=True).files == list(names[1:])


def test_several_processes_say_what_one_says(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.xml").write_bytes(FAULTY if number % 3 else document(DOI))
    said = [
        CliRunner().invoke(cli, ["validate", "--format", "concise", "--jobs", jobs, str(tmp_path)])
        for jobs in ("1", "2")
    ]
    assert said[0].stdout == said[1].stdout
    assert said[0].stdout.count("ART-DOI") == 13
    assert said[0].exit_code == said[1].exit_code == 1


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["validate", str(tmp_path)])
    assert result.exit_code == 3
    assert "no JATS document" in result.stderr


def test_an_interruption_ends_all_processes_and_leaves_no_half_report(tmp_path: Path) -> None:
    big = document(DOI, body="<p>Text.</p><lizt/>" * 3000)
    for number in range(60):
        (tmp_path / f"{number:02}.xml").write_bytes(big)
    output = tmp_path / "report.json"
    command = [
        sys.executable,
        "-m",
        "jatskit",
        "validate",
        "--jobs",
        "2",
        "--format",
        "json",
        "-o",
        str(output),
        str(tmp_path),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, start_new_session=True)
    time.sleep(1.5)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert said.decode().strip().endswith("interrupted")
    assert not [path for path in tmp_path.iterdir() if path.suffix != ".xml"]
