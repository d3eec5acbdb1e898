"""Text: what cannot enter, and the one form that it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jatskit.model import Link, Math, RichText, Styled, plain
from jatskit.model.text import Inline, Line, canonical

LINE: TypeAdapter[str] = TypeAdapter(Line)
RICH: TypeAdapter[tuple[Inline, ...]] = TypeAdapter(RichText)

_TEXT = st.text(st.sampled_from("ab \n\t\u00a0中"), max_size=5)
_RUNS = st.recursive(
    st.lists(_TEXT, max_size=3).map(tuple),
    lambda inner: st.lists(
        _TEXT
        | st.builds(Styled, style=st.sampled_from(["bold", "italic"]), content=inner)
        | st.builds(Link, href=st.just("https://example.org/"), content=inner)
        | st.just(Math(notation="tex", source="x^2")),
        max_size=4,
    ).map(tuple),
    max_leaves=8,
)


@given(_RUNS)
def test_the_canonical_form_is_reached_at_once_and_keeps_the_words(runs: tuple[Inline, ...]) -> None:
    once = canonical(runs)
    assert canonical(once) == once
    squeeze = lambda text: "".join(text.replace("\u00a0", "~").split())  # noqa: E731
    assert squeeze(plain(once)) == squeeze(plain(runs))
    assert not plain(once).startswith(" ") or isinstance(once[0], Math)


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_cannot_enter(bad: str) -> None:
    with pytest.raises(ValidationError, match="cannot stand in XML"):
        LINE.validate_python(f"a{bad}b")
    with pytest.raises(ValidationError, match="cannot stand in XML"):
        RICH.validate_python(["a", {"style": "bold", "content": f"b{bad}"}])


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_blank_text_is_no_text(blank: str) -> None:
    with pytest.raises(ValidationError, match="there is no text"):
        LINE.validate_python(blank)
    with pytest.raises(ValidationError, match="there is no text"):
        RICH.validate_python([blank, {"style": "bold", "content": blank}])


def test_one_run_of_text_is_a_plain_string_in_json() -> None:
    assert RICH.dump_python(RICH.validate_python("CO2")) == "CO2"
    marked = RICH.validate_python(["CO", {"style": "sub", "content": "2"}])
    assert RICH.validate_json(RICH.dump_json(marked)) == marked


@pytest.mark.parametrize(
    "source",
    ["<math>", "<math/>", "<!DOCTYPE a><math xmlns='http://www.w3.org/1998/Math/MathML'/>", "<p xmlns='urn:x'/>"],
)
def test_what_is_no_mathml_is_refused(source: str) -> None:
    with pytest.raises(ValidationError):
        Math(notation="mathml", source=source)
