"""What each noise does to a reference, and what a reading may and may not differ in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.references.agree import differences, same_name
from tests.references.items import Item, Organisation, Person, items
from tests.references.noise import NOISES, folded, harmed
from tests.references.styles import STYLES

CASES = [
    ("tight", "赵明. 题名: 研究[J]. 学报, 2019, 8(2): 3-7.", "赵明.题名:研究[J].学报,2019,8(2):3-7."),
    ("wide", "赵明, 李伟. 题名[J]. 学报, 2019, 8(2): 3-7.", "赵明，李伟. 题名［J］. 学报，2019，8（2）：3-7."),
    ("no-last-dot", "题名[J]. 学报, 2019.", "题名[J]. 学报, 2019"),
    ("dot-apart", "题名[J]. 学报, 2019.", "题名[J] . 学报, 2019."),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_a_noise_that_leaves_nothing_to_chance(name: str, text: str, expected: str) -> None:
    assert harmed(text, [name], 1) == expected


def test_a_noise_spares_addresses() -> None:
    text = "A. Title. https://a.example/b,c:d(e). DOI:10.1234/(SICI)1:2,3. End, here"
    assert harmed(text, ["tight", "wide"], 1).split(". ")[0].startswith("A.Title.https://a.example/b,c:d(e)")
    assert "10.1234/(SICI)1:2,3." in harmed(text, ["wide"], 1)


def test_pages_get_another_dash_and_dates_keep_theirs() -> None:
    seen = {harmed("学报, 2019-06-11, 8: 3-7[2020-03-04].", ["dashes"], seed) for seed in range(40)}
    assert all("2019-06-11" in text and "2020-03-04" in text for text in seen)
    assert any("3–7" in text for text in seen)


def test_one_seed_makes_one_text() -> None:
    text = "赵明远. 城市水网的演变研究 physiology[J]. 学报, 2019: 3-7."
    for name in NOISES:
        assert harmed(text, [name], 7) == harmed(text, [name], 7)
    assert harmed(text, ["han-breaks"], 7).replace(" ", "") == text.replace(" ", "")
    assert "- " in harmed(text, ["hyphenated"], 7)
    assert harmed(text, ["labelled"], 7).endswith(text)


@given(st.sampled_from(sorted(NOISES)), st.integers(0, 99), items("zh", "journal") | items("en", "chapter"))
def test_a_fold_makes_the_harmed_title_the_sound_one(name: str, seed: int, item: Item) -> None:
    fold = folded([name])
    if name not in ("labelled", "no-last-dot"):
        assert fold(harmed(item.title, [name], seed)) == fold(item.title)


ITEM = Item(
    "journal", "Thermal behaviour", authors=(Person("van der Veen", "Jean-Paul"), Organisation("Coastal Survey")),
    container="J. Appl. Coat.", year="2019", volume="12", issue="3", fpage="132", lpage="139",
)  # fmt: skip
READ: dict[str, Any] = {
    "type": "journal",
    "authors": [{"surname": "VAN DER VEEN", "given": "J-P"}, {"literal": "Coastal Survey"}],
    "title": "Thermal behaviour.", "container": "J Appl Coat", "year": "2019", "volume": "12", "issue": "3", "fpage": "132",
    "lpage": "9",
}  # fmt: skip


def test_matters_of_form_are_forgiven() -> None:
    assert differences(ITEM, STYLES["gbt-2015"], READ) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Thermal"), ("title", None), ("year", "2018"), ("lpage", "8"), ("container", "J Appl"), ("type", "book"),
        ("authors", []), ("authors", READ["authors"][:1]), ("authors", READ["authors"][::-1]), ("etal", True),
        ("doi", "10.1234/x"), ("edition", "2"), ("publisher", "Harbour Press"),
    ],
)  # fmt: skip
def test_what_is_wrong_missing_or_invented_is_told(field: str, value: object) -> None:
    assert [found.field for found in differences(ITEM, STYLES["gbt-2015"], READ | {field: value})] == [field]


@pytest.mark.parametrize(
    ("name", "got", "same"),
    [
        (Person("欧阳", "明"), {"surname": "欧阳", "given": "明"}, True),
        (Person("欧阳", "明"), {"surname": "欧", "given": "阳明"}, False),
        (Person("马克思"), {"literal": "马克思"}, True),
        (Person("Harker", "Anna Marie"), {"surname": "Harker", "given": "A. M."}, True),
        (Person("Harker", "Anna Marie"), {"surname": "Harker", "given": "A."}, False),
        (Person("Groß", "Anna"), {"surname": "GROSS", "given": "Anna"}, True),
        (Organisation("Coastal Survey"), {"surname": "Survey", "given": "Coastal"}, False),
    ],
)
def test_names_that_are_the_same(name: Any, got: dict[str, str], same: bool) -> None:
    assert same_name(name, got) is same
