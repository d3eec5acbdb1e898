"""The forms of places: each finds its own example, also where every blank of it is a line break."""

from __future__ import annotations

import pytest

from jatskit.layouts.places import PLACES, Place


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_form_finds_its_example(place: Place) -> None:
    match = place.pattern.search(place.example)
    assert match
    assert any(match.groupdict().values())


@pytest.mark.parametrize("name", ["year-first", "labelled-date-pages", "year-in-brackets", "chinese-labelled"])
def test_a_line_break_is_a_blank(name: str) -> None:
    place = next(place for place in PLACES if place.name == name)
    whole, broken = place.pattern.search(place.example), place.pattern.search(place.example.replace(" ", "\n"))
    assert whole
    assert broken
    assert whole.groupdict() == broken.groupdict()


def test_a_number_that_is_no_place_is_none() -> None:
    for text in ("Published 12 April 2004", "10.1000/j.2004.12.003", "Views 1234 (2004)", "ISSN 2004-1234, 12 (3)"):
        assert not any(place.pattern.search(text) for place in PLACES), text
