"""XML that means harm: one clear answer for each, in bounded time and memory, and nothing outside is ever touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile import CASES, SPECIAL

#: What a case may take: seconds of the processor, and bytes of memory of the whole process.
MOST_SECONDS, MOST_MEMORY = 5.0, 500 * 1024 * 1024
COMMANDS = (
    ["validate", "--target", "schema"],
    ["convert", "--from", "jats", "--target", "keep", "-q", "-o", "out.xml"],
    ["validate"],
)
NAMES = ("validate", "keep", "rules")

_CHILD = """
import json, os, sys, time
from click.testing import CliRunner
from jatskit.cli import cli
import jatskit.schema.gate, jatskit.jats, jatskit.pipeline

def hook(event, args):
    if event.startswith(("socket.", "urllib.")) or (event == "open" and "/etc/" in str(args[0])):
        print(json.dumps({"touched": f"{event} {args}"[:200]}), flush=True)

def peak():
    # The kernel's account of children counts what they had before they became this program; this one does not.
    if sys.platform != "linux":
        return 0
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

sys.addaudithook(hook)
for line in sys.stdin:
    path, command = json.loads(line)
    if os.fork():
        os.wait()
        continue
    start = time.process_time()
    result = CliRunner().invoke(cli, [*command, path], prog_name="jatskit")
    told = (result.stdout + result.stderr).strip()
    answer = [result.exit_code, time.process_time() - start, told[:3000], told.count(chr(10)), peak()]
    print(json.dumps(answer), flush=True)
    os._exit(0)
"""


@pytest.fixture(scope="module", params=range(len(COMMANDS)), ids=NAMES)
def answers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[int, int, float, str, int, int]]:
    """Run every case through one command, each in a copy of one process."""
    number = request.param
    folder = tmp_path_factory.mktemp("hostile")
    lines, keys = [], []
    for name, make in CASES.items():
        path = folder / f"{len(keys)}.xml"
        path.write_bytes(make())
        lines.append(json.dumps([path.name, COMMANDS[number]]))
        keys.append(name)
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=900,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [line for line in told if isinstance(line, dict)], "something outside was touched"
    assert len(told) == len(keys), done.stderr[-2000:]
    return {key: (number, *answer) for key, answer in zip(keys, told, strict=True)}


def test_there_are_enough() -> None:
    assert len(CASES) + len(SPECIAL) >= 70


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, answers: dict[str, tuple[int, int, float, str, int, int]]) -> None:
    number, status, seconds, told, lines, peak = answers[name]
    assert status in ((0, 1) if number == 0 else (0, 1, 3)), told
    assert seconds < MOST_SECONDS
    assert peak * 1024 < MOST_MEMORY, f"{peak / 1024:.0f} MB"
    assert "Traceback" not in told
    assert "internal error" not in told
    assert "root:" not in told  # /etc/passwd
    if status == 3 and NAMES[number] == "keep":
        assert lines <= 2, told
        assert told.startswith("jatskit: "), told
    if number == 0:
        assert told


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
@pytest.mark.parametrize("name", SPECIAL)
def test_special(name: str, command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "in.xml"
    SPECIAL[name](path)
    done = subprocess.run(
        [sys.executable, "-m", "jatskit", *command, path.name],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=MOST_SECONDS,
        check=False,
    )
    assert done.returncode in (1, 3), done.stderr
    assert "in.xml" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
