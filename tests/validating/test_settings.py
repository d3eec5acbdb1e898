"""Settings: where they are found, and what in them is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.errors import JatskitError
from jatskit.rules.selection import Selection
from jatskit.validating.settings import Finder, load


def test_the_closest_folder_counts_and_a_pyproject_without_a_table_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "one" / "two"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.jatskit]\ntarget = "pmc"\n')
    (tmp_path / "one" / "pyproject.toml").write_text("[project]\n")
    finder = Finder()
    found = finder.for_folder(inner)
    assert found and found.target == "pmc" and found.folder == tmp_path
    (inner / "jatskit.toml").write_text('ignore = ["ART"]\n')
    assert finder.for_folder(inner) == found
    closest = Finder().for_folder(inner)
    assert closest and closest.selection == Selection(ignore=("ART",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selekt = []", "Did you mean select?"),
        ('select = "ART"', "no list"),
        ('select = ["ART-DIO"]', "Did you mean ART-DOI?"),
        ('target = "pmcc"', "Did you mean pmc?"),
        ("target = 5", "no text"),
        ('fail-on = "sometimes"', "error"),
        ("per-file-ignores = 1", "no table"),
        ('[per-file-ignores]\n"a.xml" = "ART"', "no list"),
        ("= 1", "not TOML"),
    ],
)
def test_what_is_wrong_is_refused_with_advice(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "jatskit.toml").write_text(text)
    with pytest.raises(JatskitError) as error:
        load(tmp_path / "jatskit.toml")
    assert words in f"{error.value.message} {error.value.advice}"


def test_the_closest_name_says_and_a_files_own_silence_counts_before_all() -> None:
    chosen = Selection(("ART", "REF-YEAR"), ("ART-DOI", "REF"), (("old/*.xml", ("ART-TITLE",)),))
    assert chosen.wants("ART-TITLE") and chosen.wants("REF-YEAR")
    assert not chosen.wants("ART-DOI") and not chosen.wants("REF-PAGES") and not chosen.wants("KWD-GROUP")
    assert not chosen.within("old/a.xml").wants("ART-TITLE")
    assert chosen.within("new/a.xml") == chosen
