"""Dates as pages print them: the months of many languages, eras, and calendars that are not converted."""

from __future__ import annotations

import pytest

from jatskit.months import MONTHS, era_year, month_number
from jatskit.protocols import Source
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.readers.dates import first_date, other_calendar
from jatskit.readers.page import read_page


def read(text: str) -> tuple[object, ...] | None:
    """Return year, month and day of the first date of a text, each through its normalisation."""
    date = first_date(text)
    return tuple(NORMALISATIONS[how](text[slice(*span)]) for _, span, how in date.parts) if date else None


@pytest.mark.parametrize("number", range(12))
def test_each_name_of_a_month_is_read(number: int) -> None:
    for name in MONTHS[number].replace("_", "\u00a0").split(" "):
        printed = name.replace("\u00a0", " ")
        assert month_number(printed) == number + 1, printed
        assert read(f"3 {printed} 2021") == (2021, number + 1, 3), printed
        assert read(f"{printed} 2021") == (2021, number + 1), printed


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("令和5年3月10日", (2023, 3, 10)),
        ("令和元年5月", (2019, 5)),
        ("平成 31 年 4 月 30 日", (2019, 4, 30)),
        ("昭和60年", (1985,)),
        ("民國110年9月15日", (2021, 9, 15)),
        ("2021년 3월 15일", (2021, 3, 15)),
        ("2021. 3. 15.", (2021, 3, 15)),
        ("2021年3月15日", (2021, 3, 15)),
        ("٢٠٢١/٠٣/١٥", (2021, 3, 15)),
        ("15 مارس 2021", (2021, 3, 15)),
        ("15 كانون الثاني 2021", (2021, 1, 15)),
        ("۱۵ مارس ۲۰۲۱", (2021, 3, 15)),
        ("15 березня 2021", (2021, 3, 15)),
        ("15 de março de 2021", (2021, 3, 15)),
        ("17 Agustus 2021", (2021, 8, 17)),
        ("平成40年3月", None),
        ("明治5年3月", None),
        ("1402/03/15", None),
        ("۱۴۰۲/۰۳/۱۵", None),
        ("15/03/1402", None),
        ("15 خرداد 1402", None),
    ],
)
def test_dates_of_many_scripts(text: str, date: tuple[int, ...] | None) -> None:
    assert read(text) == date


@pytest.mark.parametrize(
    "text", ["1402/03/15", "۱۴۰۲/۰۳/۱۵", "15 خرداد 1402", "۱۵ خرداد ماه ۱۴۰۲", "1445هـ", "12 رمضان 1442", "15/03/1402"]
)
def test_dates_of_other_calendars_are_known_for_what_they_are(text: str) -> None:
    assert other_calendar(text) is not None
    assert other_calendar(f"In 2021 we saw {1300} things.") is None


def test_the_years_of_eras() -> None:
    assert [era_year(text) for text in ("令和5", "令和元", "平成32", "明治5", "令和0", "江戸3")] == [
        2023,
        2019,
        None,
        None,
        None,
        None,
    ]


PAGE = """\
بررسی رشد خوشه های رودخانه
علی رضایی، مریم احمدی
چکیده
این مقاله به بررسی رشد خوشه ها در رودخانه می پردازد و نشان می دهد که باران بر آنها اثر دارد و این اثر در طول زمان بیشتر می شود. نتایج برای رودخانه ها مهم است.
کلیدواژه‌ها: رودخانه، باران
تاریخ دریافت: {}
"""


def test_a_date_of_another_calendar_is_a_finding_and_no_value() -> None:
    reading = read_page(Source.from_bytes(PAGE.format("1402/03/15").encode(), "page"))
    assert reading.article.history == () and reading.article.publication_dates == ()
    assert [f.message for f in reading.findings if f.kind == "date-in-other-calendar"] == [
        "“1402/03/15” is a date of the Persian or the Hijri calendar, and not in the article."
    ]
    common = read_page(Source.from_bytes(PAGE.format("2021-03-15").encode(), "page"))
    assert [(d.type, d.year, d.month, d.day) for d in common.article.history] == [("received", 2021, 3, 15)]
    assert not [f for f in common.findings if f.kind == "date-in-other-calendar"]
