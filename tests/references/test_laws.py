"""The law of references: printed in any style and read, a work gives its fields back, through any noise."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from tests.references.adapter import readings
from tests.references.agree import differences, tell
from tests.references.cases import Case, joined, prints
from tests.references.items import Name, Organisation
from tests.references.noise import NOISES
from tests.references.styles import STYLES
from tests.references.styles.bilingual import JOINS

# -- The renderers and the judge, which need no reader --------------------------------------------------------


@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_a_print_states_what_its_style_holds(name: str, data: st.DataObject) -> None:
    case = data.draw(prints(name))
    text = case.text
    assert text == " ".join(text.split())
    assert "None" not in text
    assert ".." not in text.replace("...", "")
    shown = STYLES[name].shown(case.parts[0][0])
    assert not [field for field, value in shown.items() if not stands_in(field, value, text)]


def stands_in(field: str, value: object, text: str) -> bool:
    """Whether a value stands in a print, in whatever case and spacing; some fields are printed in too many forms."""
    if field in ("type", "etal", "accessed", "month", "lpage"):
        return True
    values = (
        [getattr(v, "surname", None) or getattr(v, "name", "") for v in value] if isinstance(value, tuple) else [value]
    )
    return all(_flat(str(part)) in _flat(text) for part in values)


def _flat(text: str) -> str:
    return text.casefold().replace(".", "").replace(" ", "")


@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_a_perfect_reading_agrees_and_an_empty_one_does_not(name: str, data: st.DataObject) -> None:
    case = data.draw(prints(name))
    item = case.parts[0][0]
    shown = STYLES[name].shown(item)
    assert case.judge([{field: as_read(value) for field, value in shown.items()}]) == []
    assert {found.field for found in differences(item, STYLES[name], {})} == set(shown)


def as_read(value: Any) -> Any:
    """A value as a reader would give it."""
    return [_name(name) for name in value] if isinstance(value, tuple) else value


def _name(name: Name) -> dict[str, str]:
    if isinstance(name, Organisation):
        return {"literal": name.name}
    return {"surname": name.surname.upper(), "given": name.given} if name.given else {"literal": name.surname}


# -- The law ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_what_is_printed_is_read(name: str, data: st.DataObject) -> None:
    check(data.draw(prints(name)))


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("name", ["gbt-2015", "gbt-2015-author-date", "zh-history", "vancouver", "apa"])
@given(data=st.data())
def test_what_is_printed_is_read_through_noise(name: str, noise: str, data: st.DataObject) -> None:
    check(data.draw(prints(name)).through([noise]))


@pytest.mark.parametrize("join", JOINS)
@given(data=st.data())
def test_two_languages_are_read_apart(join: str, data: st.DataObject) -> None:
    check(data.draw(joined(join)))


def check(case: Case) -> None:
    """Fail unless the reader finds what the case holds."""
    note(case.text)
    found = case.judge(readings(case.text))
    assert not found, tell(found)
