from __future__ import annotations

import pytest

from jatskit.countries import code_of, codes, names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("P. R. China", "CN"), ("People’s Republic of China", "CN"), ("U.S.A.", "US"), ("the Netherlands", "NL"), ("Brasil", "BR"),
        ("Republic of Korea", "KR"), ("Trinidad & Tobago", "TT"), ("Côte d’Ivoire", "CI"), ("ENGLAND", "GB"), ("Россия", "RU"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_the_names_that_affiliations_print(name: str, code: str) -> None:
    assert code_of(name) == code


def test_what_is_no_country_has_no_code() -> None:
    assert code_of("Vienna, Austria") is None
    assert code_of("") is None


def test_each_code_has_names_and_no_name_is_of_two_countries() -> None:
    assert len(codes()) == 249
    assert set(names().values()) == codes()
    for name in names():
        assert code_of(name) == names()[name]
