"""Which part of a name is the surname, as the other names of its byline tell, and which words are names at all."""

from __future__ import annotations

import pytest

from jatskit.language import language_of
from jatskit.names import chinese_given_first, looks_like_a_name, split, surnames_told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["КУЗЬМИНА ЕЛЕНА СЕРГЕЕВНА", "БАГДАСАРЯН АРТУР"], ["", "багдасарян"]),
        (["Елена Сергеевна Кузьмина", "Артур Багдасарян"], ["", ""]),
        (["Wang Xiaoming", "Ouyang Lele"], ["wang", "ouyang"]),
        (["Xiaoming Wang", "Lele Ouyang"], ["", ""]),
        (["Nguyễn Văn Minh", "Lê Hoàng"], ["", "lê"]),
        (["Jane Doe", "Le Hoang"], ["", ""]),
    ],
)
def test_the_order_of_the_others_tells_a_surname(names: list[str], told: list[str]) -> None:
    assert [next(iter(known), "") for known in surnames_told(names)] == told


def test_chinese_names_with_the_surname_last() -> None:
    assert chinese_given_first(["Xiaoming Wang", "Lele Ouyang", "Qiang Ma"])
    assert not chinese_given_first(["Wang Xiaoming"])
    assert not chinese_given_first(["Jane Doe"])


@pytest.mark.parametrize(
    "name", ["남궁영수", "김 철수", "독고영재", "مریم اسدی‌پور", "Trần Thị Bích Ngọc", "阿依古丽·买买提"]
)
def test_names_of_many_scripts(name: str) -> None:
    assert looks_like_a_name(name)


@pytest.mark.parametrize("words", ["논문 기본 정보", "한국 학술지", "키워드", "정확도 확인 원문보기"])
def test_korean_words_that_are_no_names(words: str) -> None:
    assert not looks_like_a_name(words)


def test_han_letters_with_a_comma_are_surname_and_given_name() -> None:
    parts = split("佐々木, 健")
    assert parts is not None
    assert (parts.surname, parts.given) == ((0, 3), (5, 6))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A study of a bridge is shown", "en"),
        ("Effects of care on a patient", "en"),
        ("El artículo analiza el papel del capital social en la formación de redes", "es"),
        ("Vliv počasí na půdu se mění v regionu", "cs"),
        ("Ảnh hưởng của các yếu tố đến năng suất", "vi"),
        ("Η επίδραση του κλίματος", "el"),
        ("Els efectes del clima amb dades dels rius", "ca"),
        ("Efectele climei și solul în regiunile din țară", "ro"),
        ("Az idő és a folyók között nem volt kapcsolat", "hu"),
        ("Effekten av vädret på jorden och skogen", "sv"),
    ],
)
def test_languages_are_known_by_their_small_words(text: str, language: str) -> None:
    assert language_of(text) == language
