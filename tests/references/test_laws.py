"""The law of references: printed in any style and read, a work gives its fields back, through any noise."""

from __future__ import annotations

from zlib import crc32

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from tests.references.adapter import WHY_NOT, reader
from tests.references.agree import differences, tell
from tests.references.items import Item, Name, Organisation, bilingual, items
from tests.references.noise import NOISES, folded, harmed
from tests.references.styles import STYLES
from tests.references.styles.bilingual import JOINS, PAIRS

needs_reader = pytest.mark.skipif(reader() is None, reason=WHY_NOT)


def works(name: str) -> st.SearchStrategy[Item]:
    """Any work that a style can print."""
    style = STYLES[name]
    return st.sampled_from([(lang, type_) for lang in style.languages for type_ in style.types]).flatmap(
        lambda pair: items(*pair)
    )


@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_a_print_states_what_its_style_holds(name: str, data: st.DataObject) -> None:
    style = STYLES[name]
    item = data.draw(works(name))
    text = style.render(item)
    note(text)
    assert text == " ".join(text.split())
    assert "None" not in text
    assert ".." not in text.replace("...", "")
    assert not [field for field, value in style.shown(item).items() if not printed(field, value, text)]


def printed(field: str, value: object, text: str) -> bool:
    """Whether a value can be found in a print, in whatever form."""
    if field in ("type", "etal", "accessed", "month", "lpage"):
        return True
    flat = text.casefold().replace(".", "").replace(" ", "")
    whole = (
        [getattr(v, "surname", None) or getattr(v, "name", None) for v in value]
        if isinstance(value, tuple)
        else [value]
    )
    return all(str(part).casefold().replace(".", "").replace(" ", "") in flat for part in whole)


@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_a_perfect_reading_agrees_and_an_empty_one_does_not(name: str, data: st.DataObject) -> None:
    style = STYLES[name]
    item = data.draw(works(name))
    shown = style.shown(item)
    perfect = {
        field: [_as_read(n) for n in value] if isinstance(value, tuple) else value for field, value in shown.items()
    }
    assert differences(item, style, perfect) == []
    assert {found.field for found in differences(item, style, {})} == set(shown)


def _as_read(name: Name) -> dict[str, str]:
    if isinstance(name, Organisation):
        return {"literal": name.name}
    return {"surname": name.surname.upper(), "given": name.given} if name.given else {"literal": name.surname}


@needs_reader
@pytest.mark.parametrize("name", STYLES)
@given(data=st.data())
def test_what_is_printed_is_read(name: str, data: st.DataObject) -> None:
    item = data.draw(works(name))
    check(name, item, STYLES[name].render(item), ())


@needs_reader
@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("name", ["gbt-2015", "gbt-2015-author-date", "vancouver", "apa"])
@given(data=st.data())
def test_what_is_printed_is_read_through_noise(name: str, noise: str, data: st.DataObject) -> None:
    item = data.draw(works(name))
    text = STYLES[name].render(item)
    check(name, item, harmed(text, [noise], crc32(text.encode())), (noise,))


@needs_reader
@pytest.mark.parametrize("join", JOINS)
@given(data=st.data())
def test_two_languages_are_read_apart(join: str, data: st.DataObject) -> None:
    first, second = data.draw(st.sampled_from(PAIRS))
    types = sorted(set(STYLES[first].types) & set(STYLES[second].types) & {"journal", "book", "chapter", "thesis"})
    zh, en = data.draw(st.sampled_from(types).flatmap(bilingual))
    text = JOINS[join](STYLES[first].render(zh), STYLES[second].render(en))
    note(text)
    read = reader()
    assert read
    readings = read(text)
    assert len(readings) == 2
    order = [(zh, first), (en, second)] if join.startswith("zh") else [(en, second), (zh, first)]
    for (item, name), reading in zip(order, readings, strict=True):
        found = differences(item, STYLES[name], reading)
        assert not found, tell(found)


def check(name: str, item: Item, text: str, noises: tuple[str, ...]) -> None:
    """Fail unless the text is read as one work that agrees with the item."""
    note(text)
    read = reader()
    assert read
    readings = read(text)
    assert len(readings) == 1
    found = differences(item, STYLES[name], readings[0], folded(noises))
    assert not found, tell(found)
