"""The transcripts in cases/*.md, run.

A block of kind `console` begins with a command after "$ "; its standard output follows, then its standard error with
"! " before each line, then its exit status in brackets unless that is 0. "…" stands for anything within a line, and a
line of nothing else for any number of lines. A block `file NAME` is a file, there for the commands after it.
The commands are jatskit, cat and ls; the samples are in `samples/`.

JATSKIT_ACCEPT=1 pytest tests/cli/test_command_lines.py writes down what the commands do now; read the diff.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from jatskit.cli import cli

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
SAMPLES = Path(__file__).parents[2] / "samples"
BLOCK = re.compile(r"^```(console|file [^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def transcript(command: str) -> str:
    """Run a command, and return what a transcript shows of it."""
    name, *args = shlex.split(command)
    stdin = b""
    if "<" in args:
        at = args.index("<")
        stdin = Path(args[at + 1]).read_bytes()
        del args[at : at + 2]
    if name == "cat":
        return Path(args[0]).read_text(encoding="utf-8")
    if name == "ls":
        return "".join(f"{path.name}\n" for path in sorted(Path().iterdir()) if path.name != "samples")
    assert name == "jatskit", name
    result = CliRunner().invoke(cli, args, input=stdin, prog_name="jatskit")
    stderr = "".join(f"! {line}".rstrip() + "\n" for line in result.stderr.splitlines())
    status = f"[{result.exit_code}]\n" if result.exit_code else ""
    return result.stdout + stderr + status


def matches(pattern: str, text: str) -> bool:
    lines = [
        "(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        for line in pattern.splitlines()
    ]
    return re.fullmatch("".join(lines), text) is not None


def blocks(case: str) -> Iterator[re.Match[str]]:
    found = list(BLOCK.finditer(case))
    assert found, "no block"
    return iter(found)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "samples").symlink_to(SAMPLES)
    text = case.read_text(encoding="utf-8")
    accepted, done = "", 0
    for block in blocks(text):
        kind, body = block.groups()
        if kind != "console":
            Path(kind.removeprefix("file ")).write_text(body, encoding="utf-8")
            continue
        first, expected = body.split("\n", 1)
        assert first.startswith("$ "), first
        actual = transcript(first[2:])
        if not matches(expected, actual):
            if os.environ.get("JATSKIT_ACCEPT") != "1":
                assert actual == expected, first
            accepted += text[done : block.start()] + f"```console\n{first}\n{actual}```"
            done = block.end()
    if done:
        case.write_text(accepted + text[done:], encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 4
