"""Parts of a citation as an `element-citation`: the table of types, quoted values, languages, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import jatskit
from jatskit.model import ElementCitation, OrganisationName, PersonName, Reference, UnsplitName, plain
from jatskit.protocols import Origin
from jatskit.protocols.evidence import normalised, value_of
from jatskit.references.differences import differences
from jatskit.references.parse import parse_reference
from jatskit.references.parsed import ParsedReference
from jatskit.references.parts import CitedName, Group, Parts
from jatskit.references.quoting import cuts_of, without


def reference_of(text: str, type: str | None, *, people: tuple[Group, ...] = (), **marks: str) -> ParsedReference:
    """A reference whose parts are the words given by their names."""
    spans = {name: (at := text.index(words), at + len(words)) for name, words in marks.items()}
    parts = Parts(type, {name: (a, b) for name, (a, b) in spans.items()}, list(people), style="test")
    return ParsedReference(text, None, (parts,), ((0, len(text)),))


def citation_of(parsed: ParsedReference) -> ElementCitation:
    (citation,) = parsed.reference.citations
    assert isinstance(citation, ElementCitation)
    return citation


@pytest.mark.parametrize(
    ("type", "container", "title", "source"),
    [
        ("journal", True, "article_title", "source"),
        ("journal", False, "article_title", None),
        ("newspaper", True, "article_title", "source"),
        ("magazine", True, "article_title", "source"),
        ("preprint", True, "article_title", "source"),
        ("patent", False, "article_title", None),
        ("legal-doc", False, "article_title", None),
        ("archive", False, "article_title", None),
        ("book", False, "source", None),
        ("book", True, "chapter_title", "source"),
        ("chapter", True, "chapter_title", "source"),
        ("confproc", False, "source", None),
        ("confproc", True, "article_title", "source"),
        ("thesis", False, "source", None),
        ("report", False, "source", None),
        ("report", True, "article_title", "source"),
        ("standard", False, "source", None),
        ("software", False, "source", None),
        ("webpage", False, "source", None),
        ("webpage", True, "article_title", "source"),
        ("map", False, "source", None),
        ("data", False, "data_title", None),
        ("database", True, "data_title", "source"),
        ("other", False, "source", None),
        ("other", True, "article_title", "source"),
    ],
)
def test_the_title_goes_where_the_type_has_it(type: str, container: bool, title: str, source: str | None) -> None:
    marks = {"title": "First words", "year": "2019"} | ({"container": "Second words"} if container else {})
    citation = citation_of(reference_of("First words. Second words. 2019", type, **marks))
    assert plain(getattr(citation, title)) == "First words"
    assert citation.type == type
    if source:
        assert plain(getattr(citation, source)) == "Second words"
    filled = {name for name in ("article_title", "chapter_title", "data_title", "source") if getattr(citation, name)}
    assert filled == {title, source} - {None}


@pytest.mark.parametrize(
    ("type", "number", "shown"),
    [
        ("standard", "GB/T 1-2020", {"standard": "GB/T 1-2020"}),
        ("patent", "CN 1234A", {"patent": {"number": "CN 1234A", "country": "CN"}}),
        ("patent", "ZL20191", {"patent": {"number": "ZL20191"}}),
        ("report", "R-12", {"ids": [{"type": "report-number", "value": "R-12"}]}),
        ("preprint", "x:1", {"ids": [{"type": "archive", "value": "x:1"}]}),
        ("legal-doc", "No. 9", {"ids": [{"type": "other", "value": "No. 9"}]}),
    ],
)
def test_a_number_goes_where_the_type_has_it(type: str, number: str, shown: dict[str, object]) -> None:
    citation = citation_of(reference_of(f"{number}: of things", type, number=number))
    dumped = citation.model_dump(exclude_defaults=True, mode="json")
    assert {name: dumped.get(name) for name in shown} == shown


def test_a_translated_title_is_kept_beside_the_title() -> None:
    citation = citation_of(reference_of("Flüsse [Rivers]", "journal", title="Flüsse", trans_title="Rivers"))
    assert (citation.article_title, citation.translated_title) == (("Flüsse",), ("Rivers",))


def test_names_of_all_kinds() -> None:
    text = "Doe J Jr; 扬奎斯特; Test Group"
    names = [
        CitedName((0, 8), (0, 3), (4, 5), (6, 8), "eastern"),
        CitedName((10, 14)),
        CitedName((16, 26), is_organisation=True),
    ]
    (group,) = citation_of(reference_of(text, "book", people=(Group("editor", names, etal=True),))).people
    assert group.names == (
        PersonName(surname="Doe", given="J", suffix="Jr", style="eastern"),
        UnsplitName(unsplit="扬奎斯特"),
        OrganisationName(organisation="Test Group"),
    )
    assert (group.role, group.etal) == ("editor", True)


@pytest.mark.parametrize(
    ("marks", "iso"),
    [
        ({"year": "2019"}, None),
        ({"year": "2019", "month": "Mar", "day": "5"}, "2019-03-05"),
        ({"year": "2019", "month": "Mar"}, "2019-03"),
        ({"year": "c1988"}, "1988"),
        ({"year": "2021-04-09"}, "2021-04-09"),
        ({"year": "n.d."}, None),
    ],
)
def test_a_date_in_iso_8601_is_there_where_it_tells_more(marks: dict[str, str], iso: str | None) -> None:
    parsed = reference_of("2019 Mar 5; c1988; 2021-04-09; n.d.", "journal", **marks)
    assert citation_of(parsed).iso_date == iso
    told = [e for e in parsed.evidence if e.path[-1] == "iso_date"]
    assert [e.origin for e in told] == ([Origin.INFERENCE] if iso else [])


def test_a_day_that_is_none_is_left_out_and_reported() -> None:
    parsed = reference_of("2019 Feb 30", "journal", year="2019", month="Feb", day="30")
    assert citation_of(parsed).iso_date is None
    assert [f.kind for f in parsed.findings] == ["reference-value-refused"]


def test_a_last_page_printed_short_has_its_range() -> None:
    citation = citation_of(reference_of("pp. 1032–9", "journal", fpage="1032", lpage="9"))
    assert (citation.fpage, citation.lpage, citation.page_range) == ("1032", "9", "1032–9")


def test_a_doi_that_is_none_is_left_out_and_reported() -> None:
    parsed = parse_reference("Smith J. On rivers. J Tests. 2019;12(3):45-67. doi:10/abcd")
    assert citation_of(parsed).ids == ()
    assert [f.kind for f in parsed.findings] == ["reference-value-refused"]


def test_words_alone_are_no_citation() -> None:
    parsed = reference_of("Nothing here", None, title="Nothing here")
    assert parsed.reference == Reference(id="ref1", raw=("Nothing here",))
    assert [f.kind for f in parsed.findings] == ["reference-not-cut"]
    assert parsed.certainty == 0.0


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("phys- iology of rivers", "physiology of rivers"),
        ("long- term change", "long-term change"),
        ("short- and long-term change", "short- and long-term change"),
        ("DNA- binding rivers", "DNA-binding rivers"),
        ("riv\u00ad ers", "rivers"),
        ("a river - and more", "a river - and more"),
    ],
)
def test_what_a_line_break_left_in_a_word(printed: str, value: str) -> None:
    spans, _ = without((0, len(printed)), cuts_of(printed))
    assert value_of(printed, spans, "pieces") == value


def test_languages() -> None:
    assert citation_of(reference_of("On rivers, 2019", "book", title="On rivers", year="2019")).lang is None
    assert citation_of(reference_of("河流研究, 2019", "book", title="河流研究", year="2019")).lang == "zh"
    text = "河流研究的方法. 测试学报, 2019. Zhou J. Methods of the study of rivers. J Tests, 2019."
    parts = (Parts("journal", {"title": (0, 7)}), Parts("journal", {"title": (31, 60)}))
    parsed = ParsedReference(text, None, parts, ((0, 19), (20, len(text))))
    assert [citation.lang for citation in parsed.reference.citations] == ["zh", "en"]


def test_halves_that_differ() -> None:
    text = "甲, 乙 (04) 1-2; A (4) 1-3"
    at = text.index("A")
    authors = [Group("author", [CitedName((0, 1)), CitedName((3, 4))]), Group("author", [CitedName((at, at + 1))])]
    first = Parts("journal", {"issue": (6, 8), "fpage": (10, 11), "lpage": (12, 13)}, [authors[0]])
    second = Parts(
        "journal", {"issue": (at + 3, at + 4), "fpage": (at + 6, at + 7), "lpage": (at + 8, at + 9)}, [authors[1]]
    )
    found = [(d.part, d.first, d.second) for d in differences(text, first, second)]
    assert sorted(found) == [("authors", "2", "1"), ("lpage", "2", "3")]
    parsed = ParsedReference(text, None, (first, second), ((0, at), (at, len(text))))
    assert [f.kind for f in parsed.findings] == ["reference-halves-differ"]


# -- laws ---------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "[1] ", "Smith J, Doe AB", ". ", "周济, 李明", "提升产业 链水平", " [J]. ", "J Tests", ", 2019", "2019 Feb 30", ";12(3):45-7",
        "doi:10.1234/abc", "10/abc", " https://example.org/a b", " \x01", "\ud800", "\u3000", "\n", "phys- iology", "(", "]", "《", "//",
        "et al.", "等", "eds. ", "In: ", "Accessed 3 May 2020", "пер. с англ.", "arXiv:2101. 00001", "ISBN 978-3-16-148410-0", "北京: 某社",
    ]
)  # fmt: skip


@example(text="")
@example(text="\x01")
@example(text="[[1]] |")
@given(text=st.text(max_size=80) | st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_is_a_reference_whose_evidence_is_true(text: str) -> None:
    parsed = jatskit.parse_reference(text)
    reference = parsed.reference
    assert 0.0 <= parsed.certainty <= 1.0
    for evidence in parsed.evidence:
        value: object = reference
        for step in evidence.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        shown = plain(value) if isinstance(value, tuple) else value
        assert shown is not None
        if evidence.origin is Origin.PAGE:
            assert evidence.spans and normalised(text, evidence) == shown, evidence
        else:
            assert evidence.reason and not evidence.spans
    told = {evidence.path for evidence in parsed.evidence}
    for index, citation in enumerate(reference.citations):
        named = citation.model_dump(exclude_defaults=True)
        assert all(
            any(path[:3] == ("citations", index, name) for path in told) for name in named if name != "people"
        ), (named, told)


@given(text=st.text(max_size=60) | st.lists(_PIECES, max_size=14).map("".join))
def test_parsing_is_a_function_of_the_text(text: str) -> None:
    assert parse_reference(text).reference == parse_reference(text).reference
