"""Identifiers: their forms, their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatskit.identifiers import doi, issn, orcid, ror


@pytest.mark.parametrize(
    ("read", "given", "held"),
    [
        (issn, "1009-1742", "1009-1742"),
        (issn, "2434561X", "2434-561X"),
        (orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        (orcid, "0000-0002-1694-233x", "0000-0002-1694-233X"),
        (ror, "ror.org/02mhbdp94", "https://ror.org/02mhbdp94"),
        (doi, "https://doi.org/10.15302/J-SSCAE-2022.02.004", "10.15302/J-SSCAE-2022.02.004"),
        (doi, "doi: 10.1016/S0028-3932(02)00162-8", "10.1016/S0028-3932(02)00162-8"),
    ],
)
def test_what_people_paste_becomes_one_form(read: object, given: str, held: str) -> None:
    assert read(given) == held  # type: ignore[operator]
    assert read(held) == held  # type: ignore[operator]


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (issn, "1009-1743"),
        (issn, "1009"),
        (orcid, "0000-0002-1825-0098"),
        (orcid, "0000-0002-1825"),
        (ror, "https://ror.org/02mhbdp95"),
        (ror, "https://ror.org/x"),
        (doi, "11.1234/x"),
        (doi, "10.1234/"),
        (doi, "10.1234/a b"),
    ],
)
def test_what_is_wrong_is_refused_with_a_reason(read: object, given: str) -> None:
    with pytest.raises(ValueError, match=r"is not an? "):
        read(given)  # type: ignore[operator]


@given(st.integers(0, 9_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(number: int, place: int, shift: int) -> None:
    from stdnum.issn import calc_check_digit, format

    digits = f"{number:07d}"
    right = digits + calc_check_digit(digits)
    assert issn(right) == format(right)
    place %= 7
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    with pytest.raises(ValueError, match="check digit"):
        issn(wrong)


@given(st.integers(0, 10**15 - 1), st.integers(0, 14), st.integers(1, 9))
def test_the_check_digit_of_an_orcid_is_that_of_iso_7064(number: int, place: int, shift: int) -> None:
    from stdnum.iso7064.mod_11_2 import calc_check_digit

    digits = f"{number:015d}"
    right = digits + calc_check_digit(digits)
    written = "-".join(right[n : n + 4] for n in range(0, 16, 4))
    assert orcid(written) == written
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :] + right[-1]
    with pytest.raises(ValueError, match="check digit"):
        orcid("-".join(wrong[n : n + 4] for n in range(0, 16, 4)))
