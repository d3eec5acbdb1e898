"""What a citation's parts have to be, and how a reading is told from the other kind."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from jatskit.model import ElementCitation, MixedCitation, PersonGroup, Reference


def _faults(data: dict[str, object]) -> list[tuple[int | str, ...]]:
    with pytest.raises(ValidationError) as caught:
        Reference.model_validate({"id": "r1", "raw": "x", "citations": [data]})
    return [fault["loc"] for fault in caught.value.errors()]


def test_a_reading_is_told_by_its_fields() -> None:
    data = {"id": "r1", "raw": "x", "citations": [{"text": "x", "lang": "en"}, {"year": "[2020]", "lang": "en"}]}
    reference = Reference.model_validate(data)
    assert reference.citations == (MixedCitation(text="x", lang="en"), ElementCitation(year="[2020]", lang="en"))
    assert Reference.model_validate_json(reference.model_dump_json(exclude_defaults=True)) == reference


def test_only_the_faults_of_the_reading_s_own_kind_are_told() -> None:
    at = ("citations", 0, "ElementCitation")
    assert _faults({"year": "2020", "volume": " "}) == [(*at, "volume")]
    people = [{"names": [{"surname": " "}]}]
    assert _faults({"year": "2020", "people": people}) == [(*at, "people", 0, "names", 0, "PersonName", "surname")]
    assert _faults({"text": " "}) == [("citations", 0, "MixedCitation", "text")]


@pytest.mark.parametrize("iso", ["1865", "2020-02", "2020-02-29"])
def test_a_date_in_iso_8601_stands_beside_the_year_as_printed(iso: str) -> None:
    assert ElementCitation(year="1865（清同治四年）", iso_date=iso).iso_date == iso


@pytest.mark.parametrize("iso", ["2021-02-29", "2020-13", "2020-2", "20200229", "0000", "２０２０"])
def test_what_is_no_date_is_refused(iso: str) -> None:
    assert _faults({"year": "2020", "iso_date": iso}) == [("citations", 0, "ElementCitation", "iso_date")]


def test_a_citation_and_a_group_say_something() -> None:
    for parts in ({"type": "journal", "lang": "en"}, {"iso_date": "2020"}):
        with pytest.raises(ValidationError):
            ElementCitation(**parts)
    with pytest.raises(ValidationError):
        PersonGroup(role="editor")
    assert PersonGroup(etal=True).names == ()
