"""The style that a citation is told to be printed in."""

from __future__ import annotations

import pytest

from jatskit.references import parse_reference

_CITATIONS = {
    "vancouver": "Smith J, Doe AB. On rivers. J Tests. 2019;12(3):45-7.",
    "springer-basic": "Smith J, Doe AB (2019) On rivers. J Tests 12:45-47",
    "apa": "Smith, J., & Doe, A. B. (2019). On rivers. Journal of Tests, 12(3), 45-47.",
    "harvard": "Smith, J. and Doe, A.B. (2019) \u2018On rivers\u2019, Journal of Tests, 12(3), pp. 45-47.",
    "elsevier-harvard": "Smith, J., Doe, A.B., 2019. On rivers. Journal of Tests 12, 45-47.",
    "chicago-author-date": "Smith, John, and Ann Doe. 2019. \u201cOn Rivers.\u201d Journal of Tests 12 (3): 45-47.",
    "chicago": "Smith, John, and Ann Doe. \u201cOn Rivers.\u201d Journal of Tests 12, no. 3 (2019): 45-47.",
    "ieee": "J. Smith and A. B. Doe, \u201cOn rivers,\u201d J. Tests, vol. 12, no. 3, pp. 45-47, 2019.",
    "physics": "J. Smith and A. B. Doe, Phys. Rev. Lett. 12, 45 (2019).",
    "acs": "Smith, J.; Doe, A. B. On Rivers. J. Tests 2019, 12 (3), 45-47.",
    "nature": "Smith, J. & Doe, A. B. On rivers. J. Tests 12, 45-47 (2019).",
    "abnt": "SMITH, John; DOE, Ann. Sobre os rios. Revista de Testes, v. 12, n. 3, p. 45-47, 2019.",
    "gost": "Иванов А. Б. О реках // Вестник проб. 2019. Т. 12. № 3. С. 45-47.",
    "gbt7714": "周济, 李明. 论河流[J]. 测试学报, 2019, 12(3): 45-47.",
}


@pytest.mark.parametrize("style", _CITATIONS)
def test_the_style_is_told(style: str) -> None:
    assert parse_reference(_CITATIONS[style]).style == style
