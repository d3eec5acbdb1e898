"""The library's face: the names, the README's example, what an import costs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import jatskit
from tests.conftest import ROOT


def test_every_public_name_is_there() -> None:
    for name in jatskit.__all__:
        assert getattr(jatskit, name) is not None
    assert sorted(jatskit.__all__) == jatskit.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = jatskit.no_such_name


def test_the_readme_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  our own README
    assert capsys.readouterr().out.splitlines()[-1] == "['Yong Gan', 'Man Xie', 'Haiqiang Lian', 'Wei Zou', 'long']"


@pytest.mark.parametrize("statement", ["import jatskit", "import jatskit.cli"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    code = f"import sys; {statement}; print(sorted({{'pydantic', 'lxml', 'stdnum', 'xmlschema'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
