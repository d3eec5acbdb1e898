"""The pages that are made from the code are what the code says."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
