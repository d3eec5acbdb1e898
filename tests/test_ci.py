"""The files for continuous integration: what they run is there, and it does what it should."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from jatskit.cli.validate import command
from tests.conftest import ROOT
from tests.validating.documents import FAULTY

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())


def options_of(words: list[str]) -> set[str]:
    return {word for word in words if word.startswith("-") and word != "--"}


KNOWN = {name for option in command.params if isinstance(option, click.Option) for name in option.opts}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_there_is(hook: dict[str, str]) -> None:
    words = shlex.split(hook["entry"])
    assert words[:2] == ["jatskit", "validate"]
    assert options_of(words) <= KNOWN
    assert re.search(hook["files"], "articles/a.xml") and not re.search(hook["files"], "a.xml.txt")


def test_the_action_hands_its_inputs_over_as_values_and_never_as_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    handed = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
    assert handed == set(ACTION["inputs"])


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_actions_step_annotates_reports_and_fails(tmp_path: Path) -> None:
    (tmp_path / "issue 1").mkdir()
    (tmp_path / "issue 1" / "a.xml").write_bytes(FAULTY)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "jatskit").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m jatskit "$@"\n')
    (tmp_path / "bin" / "jatskit").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "JATSKIT_PATHS": ".\n",
        "JATSKIT_TARGET": "crossref",
        "JATSKIT_ARGUMENTS": "--select\nART-DOI $(touch evil)",
        "JATSKIT_SARIF": "out.sarif",
        "JATSKIT_HTML": "out.html",
    }
    step = ["bash", str(ROOT / ".github" / "validate.sh")]
    ran = subprocess.run(step, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ran.returncode == 3, "an argument that is a command names files that there are not"
    assert not (tmp_path / "evil").exists()
    environment["JATSKIT_ARGUMENTS"] = "--select ART-DOI"
    ran = subprocess.run(step, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=issue 1/a.xml,line=3,col=")
    assert '"ruleId": "ART-DOI"' in (tmp_path / "out.sarif").read_text()
    assert "ART-DOI" in (tmp_path / "out.html").read_text()
    environment["JATSKIT_FAIL_ON"] = "never"
    assert subprocess.run(step, cwd=tmp_path, env=environment, capture_output=True).returncode == 0
