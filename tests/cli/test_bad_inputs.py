"""Whatever is given: one clear message, the exit status that scripts rely on, and never half a file."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jatskit.cli import cli, output
from jatskit.cli.exits import Exit

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "strategic-study-of-cae-2022-24-2-22.txt"
OLD = b"an older article"


def run(*args: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args], input=stdin, prog_name="jatskit")


def process(*args: str | bytes | Path, **settings: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "jatskit", *args]
    settings.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(command, stderr=subprocess.PIPE, env=environment, timeout=60, **settings)  # type: ignore


def assert_refused(result: Result, folder: Path, *words: str) -> None:
    assert result.exit_code == Exit.UNREADABLE, result.stderr
    assert "Traceback" not in result.stderr
    assert "internal error" not in result.stderr
    assert len(result.stderr.splitlines()) <= 2
    for word in words:
        assert word in result.stderr
    assert not [path.name for path in folder.iterdir() if path.name.startswith((".jatskit", "out"))]


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)) * 40, ""),
    "pdf": (b"%PDF-1.7\n" + b"x" * 100, "PDF"),
    "html": (b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "HTML"),
    "challenge": (
        b"Just a moment...\nChecking your browser before accessing the site.\n",
        "not the page of an article",
    ),
    "surrogates": (b"\xed\xa0\x80\xed\xb0\x80" * 50, ""),
    "cut-off XML": (b"<?xml version='1.0'?><article><front>", ""),
    "cut-off JSON": (b'{"title": "A', ""),
    "one line of 21 MB": (b"x" * (21 * 1024 * 1024), "too large"),
    "a megabyte of brackets": (b"[[1]] | " * 130_000, ""),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_page(name: str, tmp_path: Path) -> None:
    data, word = BAD[name]
    page = tmp_path / "page"
    page.write_bytes(data)
    result = run("convert", page, "-o", tmp_path / "out.xml")
    assert result.stdout_bytes == b""
    assert_refused(result, tmp_path, "page", word)


@pytest.mark.parametrize("name", BAD)
def test_bad_page_leaves_an_older_output(name: str, tmp_path: Path) -> None:
    target = tmp_path / "old.xml"
    target.write_bytes(OLD)
    assert run("convert", "-", "-o", target, stdin=BAD[name][0]).exit_code == Exit.UNREADABLE
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    page, target = tmp_path / "page.txt", tmp_path / "out.json"
    page.write_bytes(SAMPLE.read_text(encoding="utf-8").encode(encoding))
    result = run("convert", page, "--to", "json", "-o", target)
    assert result.exit_code == Exit.CLEAN, result.stderr
    plain = run("convert", SAMPLE, "--to", "json")
    assert target.read_bytes() == plain.stdout_bytes


def test_page_that_is_not_there(tmp_path: Path) -> None:
    assert_refused(run("convert", tmp_path / "none", "-o", tmp_path / "out"), tmp_path, "no such file")


def test_page_that_is_a_folder(tmp_path: Path) -> None:
    assert_refused(run("convert", tmp_path, "-o", tmp_path / "out"), tmp_path, "folder")


def test_page_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert_refused(run("convert", tmp_path / "page", "-o", tmp_path / "out"), tmp_path, "permission")


def test_name_of_odd_bytes(tmp_path: Path) -> None:
    page = os.fsencode(tmp_path) + b"/p\xff\x1b[31m.txt"
    Path(os.fsdecode(page)).write_bytes(SAMPLE.read_bytes())
    target, evidence = os.fsencode(tmp_path) + b"/\xfe.json", tmp_path / "evidence.json"
    done = process("convert", page, "--to", "json", "-o", target, "--evidence", evidence)
    assert done.returncode == Exit.CLEAN, done.stderr
    assert b"\x1b" not in done.stderr
    assert json.loads(evidence.read_bytes())["source"]["name"].endswith("p\udcff\x1b[31m.txt")
    assert json.loads(Path(os.fsdecode(target)).read_bytes())


def test_terminal_that_cannot_show_it() -> None:
    done = process("convert", SAMPLE, "--to", "json", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == Exit.CLEAN, done.stderr
    assert json.loads(done.stdout)


# -- outputs -----------------------------------------------------------------------------------------------------


def convert_to(target: str | Path, *more: str | Path) -> Result:
    return run("convert", SAMPLE, "--to", "json", "-o", target, *more)


def test_evidence_shows_why_nothing_was_written(tmp_path: Path) -> None:
    """Publishing demands a journal's ISSN, which the page does not print."""
    output, evidence = tmp_path / "a.xml", tmp_path / "evidence.json"
    done = run("convert", SAMPLE, "--target", "publishing-1.3", "-o", output, "--evidence", evidence)
    assert done.exit_code == Exit.FINDINGS
    assert not output.exists()
    assert any("ISSN" in finding["message"] for finding in json.loads(evidence.read_bytes())["findings"])


def test_output_is_a_folder(tmp_path: Path) -> None:
    assert_refused(convert_to(tmp_path), tmp_path, "is a folder")


def test_output_in_no_folder(tmp_path: Path) -> None:
    assert_refused(convert_to(tmp_path / "none" / "out"), tmp_path, "no folder")


def test_output_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert_refused(convert_to(tmp_path / "file" / "out"), tmp_path, "no folder")


def test_output_of_an_impossible_name(tmp_path: Path) -> None:
    assert_refused(convert_to(tmp_path / ("out" * 200)), tmp_path, "cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk(tmp_path: Path) -> None:
    assert_refused(convert_to("/dev/full"), tmp_path, "No space left")
    with Path("/dev/full").open("wb") as full:
        for args in (["convert", SAMPLE, "--to", "json"], ["schemas"], ["init", "-"]):
            done = process(*args, stdout=full)
            assert (done.returncode, done.stderr.count(b"\n")) == (Exit.UNREADABLE, 1), done.stderr


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EACCES])
def test_failing_disk(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    target, evidence = tmp_path / "old", tmp_path / "out.evidence"
    target.write_bytes(OLD)
    monkeypatch.setattr(output.os, "fsync", fail)
    assert_refused(convert_to(target, "--evidence", evidence), tmp_path)
    assert target.read_bytes() == OLD


def test_second_output_fails(tmp_path: Path) -> None:
    target = tmp_path / "old"
    target.write_bytes(OLD)
    assert_refused(convert_to(target, "--evidence", tmp_path / "none" / "evidence"), tmp_path, "no folder")
    assert target.read_bytes() == OLD


def test_interrupted_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "old"
    target.write_bytes(OLD)
    monkeypatch.setattr(output.os, "fsync", interrupt)
    result = convert_to(target)
    assert result.exit_code == Exit.INTERRUPTED
    assert result.stderr.strip() == "jatskit: interrupted"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert target.read_bytes() == OLD


def test_interrupted_while_reading() -> None:
    command = [sys.executable, "-m", "jatskit", "convert", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as waiting:
        time.sleep(1)
        waiting.send_signal(signal.SIGINT)
        assert waiting.stderr is not None
        said = waiting.stderr.read()
        assert waiting.wait(20) == Exit.INTERRUPTED
    assert said.strip() == b"jatskit: interrupted"


def test_reader_that_has_seen_enough() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        for args in (["schemas"], ["convert", SAMPLE, "--to", "json"], ["init", "-"]):
            done = process(*args, stdout=pipe)
            assert (done.returncode, done.stderr) == (Exit.UNREADABLE, b"")


def test_closed_streams(tmp_path: Path) -> None:
    script = f"{sys.executable} -m jatskit convert {SAMPLE} --to json >&-; echo $?; {sys.executable} -m jatskit convert - <&-; echo $?"
    done = subprocess.run(["sh", "-c", script], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.stdout.split() == [b"3", b"3"]
    assert b"Traceback" not in done.stderr
    assert b"internal" not in done.stderr


def test_permissions(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.write_bytes(OLD)
    old.chmod(0o604)
    before = os.umask(0o027)
    try:
        convert_to(new)
        convert_to(old)
    finally:
        os.umask(before)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o604
    assert old.read_bytes() == new.read_bytes()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(OLD)
    link.symlink_to(target)
    convert_to(link)
    assert link.is_symlink()
    assert json.loads(target.read_bytes())


def test_read_only_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "old"
    target.write_bytes(OLD)
    monkeypatch.setattr(output.os, "access", lambda *_: False)  # the tests may be run as root
    assert_refused(convert_to(target), tmp_path, "permission")
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_output_is_the_page_by_another_name(link: object, tmp_path: Path) -> None:
    page, other = tmp_path / "page", tmp_path / "other"
    page.write_bytes(SAMPLE.read_bytes())
    link(page, other)  # type: ignore[operator]
    assert run("convert", page, "-o", other).exit_code == Exit.USAGE
    assert run("convert", page, "-o", tmp_path / "x", "--evidence", other).exit_code == Exit.USAGE
    assert page.read_bytes() == SAMPLE.read_bytes()


# -- bugs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("debug", ["", "1"])
def test_bug(debug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import jatskit.profiles

    def fail() -> str:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(jatskit.profiles, "template", fail)
    monkeypatch.setenv("JATSKIT_DEBUG", debug)
    result = run("init", "-")
    assert result.exit_code == Exit.INTERNAL
    assert "RuntimeError: two lines; this is a bug" in result.stderr
    assert ("Traceback" in result.stderr) == bool(debug)


def test_formats_are_those_of_the_pipeline() -> None:
    from jatskit import pipeline
    from jatskit.cli import convert

    assert convert.FORMATS_IN == pipeline.FORMATS_IN
    assert convert.FORMATS_OUT == pipeline.FORMATS_OUT


def test_version_is_quick() -> None:
    code = "import sys, jatskit.cli; sys.exit(bool({'lxml', 'pydantic', 'xmlschema'} & sys.modules.keys()))"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
