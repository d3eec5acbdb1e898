"""Every row of the tables of layouts, by its example."""

from __future__ import annotations

import pytest

from jatskit.layouts import (
    FURNITURE,
    LABELS,
    MASTHEADS,
    PARTS,
    FurnitureRule,
    Masthead,
    furniture_in,
    label_in,
    masthead_in,
    numbers_of,
)
from jatskit.layouts.events import events_in
from jatskit.layouts.labels import EVENTS, folded_word, words_of
from jatskit.layouts.numbered import FORMS


@pytest.mark.parametrize("masthead", MASTHEADS, ids=lambda m: m.name)
def test_a_masthead_reads_its_example(masthead: Masthead) -> None:
    match = masthead_in(masthead.example)
    assert match is not None
    assert match.masthead is masthead
    assert {"journal", "year"} <= set(match.spans)


@pytest.mark.parametrize("masthead", MASTHEADS, ids=lambda m: m.name)
def test_a_masthead_reads_what_it_prints(masthead: Masthead) -> None:
    values = {"journal": "Journal of Tests", "year": "2022", "volume": "24", "issue": "2", "fpage": "22", "lpage": "28"}
    values |= {"doi": "10.1234/abc.def"} if "doi" in masthead.slots else {}
    line = masthead.print(values)
    match = masthead_in(line)
    assert match is not None
    read = {slot: line[slice(*span)] for slot, span in match.spans.items()}
    assert read == {slot: value for slot, value in values.items() if slot in masthead.slots}


@pytest.mark.parametrize(
    "line",
    ["", "2022", "Vol. 24", "In 2022, we found (2): 22-28 of them.", "a" * 500, "1. Introduction 2019", "›› 2022 ››"],
)
def test_other_lines_are_no_mastheads(line: str) -> None:
    assert masthead_in(line) is None


@pytest.mark.parametrize("rule", FURNITURE, ids=lambda r: r.name)
def test_furniture_is_recognised_by_its_example(rule: FurnitureRule) -> None:
    assert furniture_in(rule.example) == rule.name


@pytest.mark.parametrize(
    "line", ["On bridges", "Home advantage in football", "PDF files and their makers", "上一篇论文的研究"]
)
def test_other_lines_are_no_furniture(line: str) -> None:
    assert furniture_in(line) is None


ROWS = [(field, language, words) for field, by in LABELS.items() for language, words in by.items()]
#: The languages that every part that a page announces is known in.
LANGUAGES = frozenset("en zh ja ko ru uk es pt fr de it pl tr ar fa id".split())


@pytest.mark.parametrize(("field", "language", "words"), ROWS, ids=lambda v: v if isinstance(v, str) else "")
def test_labels_are_recognised_in_every_form(field: str, language: str, words: tuple[str, ...]) -> None:
    owner = {folded_word(w): f for f, by in reversed(LABELS.items()) for ws in by.values() for w in ws}
    for word in words:
        shouted = word.upper() if word.upper().casefold() == word.casefold() else word
        forms = (
            "{}",
            "{}:",
            "{}： text",
            "【{}】text",
            "[{}]: text",
            "**{}**: text",
            "**{}:** text",
            "（{}）",
            "{} : text",
        )
        for line in (*(form.format(word) for form in forms), shouted):
            match = label_in(line)
            assert match is not None, line
            assert match.field == owner[folded_word(word)] == field, line
            assert line[match.end :] in ("text", ""), line
        assert label_in(f"{word} of other things") is None


def test_each_word_is_in_one_field_only() -> None:
    fields: dict[str, set[str]] = {}
    for field, _, words in ROWS:
        for word in words:
            fields.setdefault(folded_word(word), set()).add(field)
    assert {word: found for word, found in fields.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    "field", ["abstract", "keywords", "references", "received", "accepted", "published", "citation"]
)
def test_what_most_pages_announce_is_known_in_every_language(field: str) -> None:
    assert LANGUAGES - {"uk"} <= set(LABELS[field]) | ({"pt"} if field == "received" else set())


@pytest.mark.parametrize(
    ("line", "field", "rest"),
    [
        ("摘 要：本文", "abstract", "本文"),
        ("【摘要】本文", "abstract", "本文"),
        ("［关键词］ 钢；铁", "keywords", "钢；铁"),
        ("摘　要　本文研究", "abstract", "本文研究"),
        ("A B S T R A C T", "abstract", ""),
        ("Abstract—We measure", "abstract", "We measure"),
        ("Аннотация. В статье", "abstract", "В статье"),
        ("الملخص : يتناول", "abstract", "يتناول"),
        ("كليدواژه ها: خاك", "keywords", "خاك"),
        ("## Streszczenie", "abstract", ""),
        ("* Corresponding author: A. Lee", "corresponding", "A. Lee"),
        ("ANAHTAR KELİMELER: bir; iki", "keywords", "bir; iki"),
        ("Palabras-clave: uno", "keywords", "uno"),
    ],
)
def test_labels_as_pages_set_them(line: str, field: str, rest: str) -> None:
    match = label_in(line)
    assert match and match.field == field
    assert line[match.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Received wisdom on rivers",
        "Funding rivers: a history",
        "Tom",
        "Summary. of",
        "(Abstract) painting",
        "卷积网络",
        "[12]",
    ],
)
def test_other_lines_hold_no_labels(line: str) -> None:
    assert label_in(line) is None or label_in(line).field == "abstract"  # type: ignore[union-attr]


# -- words before numbers -----------------------------------------------------------------------------------

NUMBERS = {"volume": ("12", "12"), "issue": ("3", "3"), "pages": ("45-51", "45"), "number": ("1234", "1234")}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_found_by_each_of_its_words_and_forms(part: str) -> None:
    printed, value = NUMBERS[part]
    forms = [f"{word}: {printed}" for word in words_of(part)] + [form.replace("#", printed) for form in FORMS[part]]
    for form in forms:
        text = f"Journal of Tests, {form}, 2019"
        match = PARTS[part].within(text)
        assert match, text
        found = numbers_of(match)
        assert text[slice(*found["first" if part == "pages" else part])] == value, text
        assert part != "pages" or text[slice(*found["last"])] == "51", text


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("volume", "Figure 12.4"),
        ("volume", "involvement 12"),
        ("issue", "casino 3"),
        ("pages", "step 12"),
        ("issue", "article no 5"),
    ],
)
def test_other_words_are_no_part(part: str, text: str) -> None:
    assert PARTS[part].within(text) is None


# -- words before dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", EVENTS)
def test_an_event_is_found_by_each_of_its_words(field: str) -> None:
    for word in words_of(field):
        for text in (f"{word}: 2021-02-03", f"(1) {word} 2021年2月3日", f"x; {word.upper()}: 3.2.2021"):
            if text.casefold() != text.upper().casefold() and "x;" in text:
                continue
            found = [event.field for event in events_in(text)]
            assert field in found, text
