"""The place of each element and attribute is where it stands in the file."""

from __future__ import annotations

import pytest

from jatskit.schema.edits import applied, fix_of
from jatskit.schema.faults import (
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Repair,
    SetAttribute,
    SetText,
    Side,
    Unwrap,
    WrapText,
)
from jatskit.schema.grammar import attribute_names, qname
from jatskit.schema.parsing import parse
from jatskit.schema.places import Places

#: Everything with a `<` that begins no element, before, between and inside of elements; tags of several lines.
CROWDED = """<?xml version="1.0"?><?a <b> ?>
<!-- <no> --><!DOCTYPE article [<!ENTITY x "<!-- < -->y"> <!-- ] <q> -->
]> <!-- <again/> -->
<article xmlns:xlink="u" id='&lt;"'
   lang = "中">中文<!-- <p> --><p
>a<![CDATA[<p>]]>b&x;</p ><?p <p> ?><xlink:q xlink:href="a>b"/>
<p/></article><!-- <end/> -->"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_element_has_its_place(encoding: str) -> None:
    data = CROWDED.encode(encoding)
    tree = parse(data, "a.xml")
    places = Places.of(data, tree, "a.xml")
    elements = list(tree.getroot().iter("*"))
    assert [places.text[slice(*places.start_tag(e) or ())] for e in elements[1:]] == [
        "<p\n>", '<xlink:q xlink:href="a>b"/>', "<p/>",
    ]  # fmt: skip
    assert [places.text[slice(*places.element(e) or ())] for e in elements[1:]] == [
        "<p\n>a<![CDATA[<p>]]>b&x;</p >", '<xlink:q xlink:href="a>b"/>', "<p/>",
    ]  # fmt: skip
    place = places.place_of(elements[0], "lang")
    assert (place.line, place.column, place.end_line, place.end_column) == (5, 4, 5, 14)


def test_an_element_that_an_entity_brings_has_a_line_alone() -> None:
    data = b'<!DOCTYPE article [<!ENTITY x "<p>y</p>">]>\n<article>\n&x;</article>'
    tree = parse(data, "a.xml")
    (p,) = tree.getroot()
    assert Places.of(data, tree, "a.xml").place_of(p).column == 0


def text_of(xml: str) -> tuple[Places, dict[str, object]]:
    tree = parse(xml.encode(), "a.xml")
    return Places.of(xml.encode(), tree, "a.xml"), {e.get("id", qname(e)): e for e in tree.getroot().iter("*")}


XML = '<article>\n  <a  x="1"\n y=\'2\' id="a">words<b id="b"/>tail</a>\n  <c id="c">\n    <d id="d"/>\n  </c>\n</article>'


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (lambda e: [SetAttribute(e["a"], "x", 'é<"')], [('x="1"', 'x="é&lt;&quot;"')]),
        (lambda e: [SetAttribute(e["a"], "y", None)], [("\n y='2'", "")]),
        (lambda e: [SetAttribute(e["c"], "z", "3")], [("<c id", '<c z="3" id')]),
        (lambda e: [SetText(e["b"], "a & b")], [('<b id="b"/>', '<b id="b">a &amp; b</b>')]),
        (lambda e: [Rename(e["a"], "q")], [("<a ", "<q "), ("</a>", "</q>")]),
        (lambda e: [Rename(e["b"], "q")], [('<b id="b"/>', '<q id="b"/>')]),
        (lambda e: [Unwrap(e["a"])], [("<a  x=\"1\"\n y='2' id=\"a\">", ""), ("</a>", "")]),
        (lambda e: [Delete(e["d"])], [('    <d id="d"/>\n', "")]),
        (lambda e: [Delete(e["b"])], [('<b id="b"/>', "")]),
        (lambda e: [Insert(e["d"], Side.LAST, "<e/>")], [('<d id="d"/>', '<d id="d"><e/></d>')]),
        (lambda e: [Insert(e["c"], Side.BEFORE, "<e/>")], [("  <c", "  <e/>\n  <c")]),
        (lambda e: [Insert(e["a"], Side.FIRST, "<e/>")], [(">words", "><e/>words")]),
        (lambda e: [Move(e["d"], Side.BEFORE, e["a"])], [('    <d id="d"/>\n', ""), ("  <a", '  <d id="d"/>\n  <a')]),
        (lambda e: [WrapText(e["a"], e["b"], "p")], [("tail", "<p>tail</p>")]),
        (lambda e: [Insert(e["d"], Side.BEFORE, "<e/>"), Delete(e["d"])], None),
        (lambda e: [Move(e["c"], Side.LAST, e["d"])], None),
    ],
)  # fmt: skip
def test_changes_leave_every_other_character(changes: object, said: list[tuple[str, str]] | None) -> None:
    places, elements = text_of(XML)
    assert callable(changes)
    made: list[Change] = changes(elements)
    fix = fix_of(Repair("Mend it", tuple(made)), places)
    if said is None:
        assert fix is None
        return
    expected = XML
    for old, new in said:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert fix is not None
    assert applied(XML, [fix]) == (expected, [fix])
    parse(expected.encode(), "a.xml")


def test_of_two_fixes_that_touch_the_first_is_made() -> None:
    places, elements = text_of(XML)
    one = fix_of(Repair("One", (Delete(elements["c"]),)), places)  # type: ignore[arg-type]
    two = fix_of(Repair("Two", (SetAttribute(elements["d"], "x", "1"),)), places)  # type: ignore[arg-type]
    assert one is not None
    assert two is not None
    assert applied(XML, [one, two])[1] == [one]


def test_attribute_names_are_those_of_the_document() -> None:
    root = parse(b'<article xmlns:xlink="u" xml:lang="en" xlink:href="a" id="b"/>', "a.xml").getroot()
    assert attribute_names(root) == ["xml:lang", "xlink:href", "id"]
