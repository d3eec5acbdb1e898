"""The grammars for Chinese citations: GB/T 7714 with and without codes, house styles, citations in two languages."""

from __future__ import annotations

import time

import pytest

from jatskit.references.differences import Difference, differences
from jatskit.references.folding import rejoined
from jatskit.references.halves import halves_of
from jatskit.references.parse import parse_reference
from jatskit.references.parsed import ParsedReference
from jatskit.references.parts import Parts
from tests.references.chinese import BILINGUAL, CODED, ONE_LANGUAGE, UNCODED, Row


def people(reference: ParsedReference, parts: Parts) -> str:
    def name(one: object) -> str:
        surname, given, whole = one.surname, one.given, one.whole  # type: ignore[attr-defined]
        if surname and given:
            return f"{reference.value(surname)}|{reference.value(given)}"
        return reference.value(whole) + ("*" if one.is_organisation else "")  # type: ignore[attr-defined]

    return " ".join(
        f"{group.role}: {'; '.join(map(name, group.names))}{'…' if group.etal else ''}" for group in parts.groups
    )


@pytest.mark.parametrize("row", [*CODED, *UNCODED], ids=lambda row: row[0][:24])
def test_a_citation_has_these_parts_and_no_others(row: Row) -> None:
    text, type, names, fields = row
    reference = parse_reference(text)
    (parts,) = reference.readings
    assert {name: reference.value(span) for name, span in parts.spans.items()} == fields
    assert parts.type == type
    assert people(reference, parts) == names


@pytest.mark.parametrize(("text", "first", "second"), BILINGUAL, ids=lambda value: str(value)[:24])
def test_each_half_is_read_as_printed(text: str, first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    reference = parse_reference(text)
    found = [
        (
            reference.value(parts.spans["title"]),
            reference.value(parts.groups[0].names[0].whole),
            reference.value(parts.spans["year"]),
        )
        for parts in reference.readings
    ]
    assert found == [first, second]
    halves = halves_of(text)
    assert halves is not None
    assert [half.han for half in halves] == [not value[0].isascii() for value in (first, second)]


@pytest.mark.parametrize("text", ONE_LANGUAGE)
def test_one_language_is_no_pair(text: str) -> None:
    assert halves_of(text) is None
    assert len(parse_reference(text).readings) == 1


def test_halves_that_differ_are_told_apart() -> None:
    text = (
        "林雨, 何青. 湿地鸟类[J]. 江河学报, 2016, 12(04): 21-29. "
        "Lin Y, Gao Q. Birds of wetlands[J]. River Studies, 2017, 12(4): 21-28."
    )
    assert differences(text, *parse_reference(text).readings) == (
        Difference("year", "2016", "2017"),
        Difference("lpage", "29", "28"),
        Difference("author", "何青", "Gao Q"),
    )


def test_halves_that_agree_differ_in_nothing() -> None:
    text = BILINGUAL[0][0]
    assert differences(text, *parse_reference(text).readings) == ()


@pytest.mark.parametrize(
    "unit", ["[", "(", "1", "中", "张.", "张三,", "中 ", "张: ", "《", "Wang L, ", "中 2000, ", "[J]", "1-2, "]
)
@pytest.mark.parametrize("before", ["", "张三. 题[M]. ", "张三. 题[J]. 刊, 2000, ", "题[M]//", "张三：《题》，"])
def test_hostile_text_takes_linear_time(unit: str, before: str) -> None:
    def seconds(length: int) -> float:
        text = before + unit * (length // len(unit))
        start = time.perf_counter()
        parse_reference(text)
        return time.perf_counter() - start

    seconds(1_000)
    # Four times the text takes four times as long, and never sixteen.
    assert seconds(20_000) < 8 * seconds(5_000) + 0.2


def test_a_marking_word_is_joined_and_the_text_keeps_its_length() -> None:
    text = "Lin Y. Birds. Retr- ieved May 3, 2020, from https://a.example/b by well- known birds"
    assert rejoined(text) == "Lin Y. Birds.   Retrieved May 3, 2020, from https://a.example/b by well- known birds"


def test_a_link_ends_before_the_date_of_the_last_look() -> None:
    reference = parse_reference("林雨：《湿地》，2019年3月1日，https://a.example/b-7.html，2020年1月2日访问。")
    (parts,) = reference.readings
    assert [reference.value(link) for link in parts.links] == ["https://a.example/b-7.html"]
    assert reference.value(parts.spans["accessed"]) == "2020年1月2日"
    assert parts.type == "webpage"


def test_one_half_alone_may_have_a_code() -> None:
    text = "林雨. 湿地鸟类[M]. 武汉: 江河出版社, 2016. Lin Y. Birds of wetlands. Wuhan: River Press; 2016."
    reference = parse_reference(text)
    titles = [reference.value(parts.spans["title"]) for parts in reference.readings]
    assert titles == ["湿地鸟类", "Birds of wetlands"]
    plain = "林雨. 湿地鸟类[M]. 武汉: River Birds Press, 2016. https://a.example/b[2020-01-02]."
    assert halves_of(plain) is None
