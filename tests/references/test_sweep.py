"""The sweep counts right: all of a reader that knows, none of one that does not."""

from __future__ import annotations

import pytest

from tests.references.cases import joined, prints
from tests.references.styles import STYLES
from tests.references.sweep import main, sample, score
from tests.references.test_laws import as_read


@pytest.mark.parametrize(
    "source", [prints("vancouver"), prints("gbt-2025"), joined("zh [en]")], ids=["en", "any", "two"]
)
def test_the_score_of_a_reader(source) -> None:  # type: ignore[no-untyped-def]
    cases = sample(source, 30, 1)
    answers = {
        case.text: [{f: as_read(v) for f, v in STYLES[name].shown(item).items()} for item, name in case.parts]
        for case in cases
    }
    perfect, blind = score(cases, lambda text: answers[text]), score(cases, lambda text: [{} for _ in answers[text]])
    assert (perfect.right, perfect.failures) == (perfect.total, [])
    assert (blind.right, len(blind.failures)) == (0, blind.total)
    assert sample(source, 30, 1) == cases


def test_the_sweep_shows_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show", "--style", "apa", "--join", "zh; en", "-n", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split("\t")[0] for line in lines} == {"apa", "zh; en"}
