"""The pages that are made from the code are what the code says."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from jatskit.cli import cli
from jatskit.rules.checking import entries
from tests.conftest import ROOT


def test_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_rule_pages_and_their_list_are_the_catalogue() -> None:
    folder = ROOT / "docs" / "rules"
    assert {page.stem for page in folder.glob("*.md")} == {*entries(), "README"}
    listed = re.findall(
        r"^\| \[([A-Z0-9-]+)\]\(\1\.md\)", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert listed == list(entries())
    explained = CliRunner().invoke(cli, ["explain"]).stdout.splitlines()
    assert [line.split()[0] for line in explained] == listed


@pytest.mark.parametrize("id", entries())
def test_every_rule_is_explained(id: str) -> None:
    result = CliRunner().invoke(cli, ["explain", id.lower()])
    page = entries()[id].page
    assert result.exit_code == 0
    assert all(line.strip() in result.stdout for snippet in (*page.bad, *page.good) for line in snippet.splitlines())
