"""The law of references: printed in any style and read, a work gives its fields back, through any noise.

The samples are the same in every run; the sweep draws others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.references.adapter import readings
from tests.references.agree import differences
from tests.references.cases import Case, joined, prints
from tests.references.items import Name, Organisation
from tests.references.noise import NOISES
from tests.references.styles import STYLES
from tests.references.styles.bilingual import JOINS
from tests.references.sweep import sample, score

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

#: No reader can hold the law for every print: some styles print two works alike. What is read right must not sink below
#: this share of the works drawn; `python -m tests.references.sweep` measures more of them and shows what failed.
SHARE_READ = 0.9
#: Names that a hyphen breaks are not always put together again, and what is drawn depends on the code, too.
SHARE_READ_THROUGH_NOISE = 0.8
LOWER_SHARES = {
    "nature": 0.6,  # nothing parts a preprint's server from a journal
    "science": 0.65,  # publisher, edition and year share one pair of brackets
    "vancouver": 0.75,
    "en-zh, newline": 0.75,
}
DRAWN = 30


@pytest.mark.parametrize("name", STYLES)
def test_what_is_printed_is_read(name: str) -> None:
    check(name, sample(prints(name), DRAWN, crc32(name.encode())))


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("name", ["gbt-2015", "gbt-2015-author-date", "zh-history", "apa"])
def test_what_is_printed_is_read_through_noise(name: str, noise: str) -> None:
    cases = sample(prints(name), DRAWN, crc32(name.encode()))
    check(name, [case.through([noise]) for case in cases], SHARE_READ_THROUGH_NOISE)


@pytest.mark.parametrize("join", JOINS)
def test_two_languages_are_read_apart(join: str) -> None:
    check(join, sample(joined(join), DRAWN, crc32(join.encode())))


def check(name: str, cases: Sequence[Case], least: float = SHARE_READ) -> None:
    """Fail unless the reader finds all that the works hold in the share of them that it has to."""
    result = score(cases, readings)
    share = result.right / result.total
    assert share >= LOWER_SHARES.get(name, least), f"{result}\n" + "\n".join(result.failures[:5])
