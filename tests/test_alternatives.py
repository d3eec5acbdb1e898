"""Many words as one expression finds what an alternation of them, the longest first, finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jatskit.alternatives import alternatives
from jatskit.months import MONTH, MONTHS

WORDS = st.lists(st.text("abc. -", min_size=1, max_size=6), min_size=1, max_size=12, unique=True)


@given(WORDS, st.text("abc. -", max_size=30))
def test_it_finds_what_an_alternation_finds(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for behind in ("", "(?![a-b])", "c"):
        expected = [match.span() for match in re.finditer(f"(?:{plain}){behind}", text)]
        assert [match.span() for match in re.finditer(f"(?:{alternatives(words)}){behind}", text)] == expected


def test_every_month_is_found_in_any_case() -> None:
    pattern = re.compile(MONTH, re.IGNORECASE)
    for name in " ".join(MONTHS).split():
        for printed in (name, name.title(), name.upper()):
            word = printed.replace("_", " ")
            assert pattern.fullmatch(word), word
            assert not pattern.match(f"{word}x"), word
