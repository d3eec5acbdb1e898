"""What the rules of metadata compute: dates, licences' addresses, CRediT's terms."""

from __future__ import annotations

import pytest
from lxml import etree

from jatskit.rules.credit import TERMS, address_of, term_of, term_of_address
from jatskit.rules.dates import Day, exists, of, of_iso, of_parts
from jatskit.rules.licences import canonical, code_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-06-30", Day(2022, 6, 30)), ("2022", Day(2022)), ("2022-06", Day(2022, 6)), ("2022-06-31", None),
        ("2022-00-10", None), ("2022-06-30T10:00:00Z", Day(2022, 6, 30)), ("30.6.2022", None), ("2021-02-29", None),
        ("2020-02-29", Day(2020, 2, 29)),
    ],
)  # fmt: skip
def test_dates_of_iso_8601(text: str, day: Day | None) -> None:
    assert of_iso(text) == day
    assert day is None or not (day.month and day.day) or of_iso(str(day)) == day


def test_a_date_that_is_less_exact_is_neither_before_nor_against_a_more_exact_one() -> None:
    assert Day(2022, 3).agrees(Day(2022, 3, 5))
    assert not Day(2022, 3).is_before(Day(2022, 3, 5))
    assert not Day(2022, 3, 5).is_before(Day(2022, 3))
    assert Day(2022, 3).is_before(Day(2022, 4, 1))
    assert not Day(2022, 3).agrees(Day(2022, 4, 1))


def test_dates_of_elements() -> None:
    def date(xml: str) -> etree._Element:
        return etree.fromstring(f"<date iso-8601-date='2020-01-02'>{xml}</date>")

    assert of_parts(date("<day>3</day><month>June</month><year>2022</year>")) == Day(2022, 6, 3)
    assert of_parts(date("<day>31</day><month>6</month><year>2022</year>")) is None
    assert of_parts(date("<day>3</day><year>2022</year>")) == Day(2022)
    assert of_parts(date(f"<month>{'9' * 5000}</month><year>2022</year>")) == Day(2022)
    assert of(date("<season>Spring</season>")) == Day(2020, 1, 2)
    assert exists(2024, 2, 29) and not exists(2023, 2, 29) and not exists(2023, 13, 1)


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("http://creativecommons.org/licenses/by/4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (
            "https://www.creativecommons.org/licences/BY-NC/4.0/legalcode",
            "https://creativecommons.org/licenses/by-nc/4.0/",
        ),
        (
            "https://creativecommons.org/licenses/by-nd-nc/2.0/deed.en",
            "https://creativecommons.org/licenses/by-nc-nd/2.0/",
        ),
        ("http://creativecommons.org/licenses/by/3.0/igo/", "https://creativecommons.org/licenses/by/3.0/igo/"),
        ("http://creativecommons.org/publicdomain/zero/1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://creativecommons.org/licenses/by/5.0/", None),
        ("https://creativecommons.org/licenses/nc/4.0/", None),
        ("https://example.org/licenses/by/4.0/", None),
    ],
)
def test_addresses_of_licences(address: str, right: str | None) -> None:
    assert canonical(address) == right
    assert right is None or canonical(right) == right
    assert (code_of(address) is None) is (right is None)


def test_terms_of_credit() -> None:
    assert len(TERMS) == 14
    for slug, term in TERMS.items():
        assert term_of(term) == slug == term_of_address(address_of(slug))
    assert term_of("writing - review and editing") == "writing-review-editing"
    assert term_of("Writing – original draft preparation") == "writing-original-draft"
    assert term_of("Editor") is None
    assert term_of_address("http://credit.niso.org/") is None
    assert term_of_address("http://credit.casrai.org/data-curation") == "data-curation"
    assert term_of_address("https://example.org/contributor-roles/software/") is None
