"""Turn the changes of a repair into edits of the file, which leave every other byte of it as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree

from jatskit.findings import Edit, Fix
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
from jatskit.schema.places import Places

_NAME = re.compile(r"<([^\s/>]+)")


def fix_of(repair: Repair | None, places: Places) -> Fix | None:
    """Return a repair as edits; None if there is none, or if it cannot be made of edits.

    So it is if it concerns what does not stand in the file, or if two of its changes would change the same characters.
    """
    if repair is None:
        return None
    edits: list[Edit] = []
    for change in repair.changes:
        made = list(_edits(change, places))
        if not made:
            return None
        edits += made
    edits.sort(key=lambda edit: (edit.start, edit.end))
    if any(one.end > other.start for one, other in pairwise(edits)):
        return None
    return Fix(repair.what, tuple(edits), repair.safe)


def applied(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """Return the text with the fixes made that do not touch one another, and which these are."""
    done: list[Fix] = []
    edits: list[Edit] = []
    for fix in fixes:
        if not any(_touch(edit, other) for edit in fix.edits for other in edits):
            done.append(fix)
            edits += fix.edits
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]]), done


def _touch(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _edits(change: Change, places: Places) -> Iterator[Edit]:
    match change:
        case SetAttribute():
            yield from _attribute(change, places)
        case SetText(element, text):
            tag, whole = places.start_tag(element), places.element(element)
            if tag and whole and not len(element):
                if tag == whole:
                    name = _name(places, tag)
                    yield Edit(tag[1] - 2, tag[1], f">{escaped(text)}</{name}>")
                else:
                    yield Edit(tag[1], places.text.rindex("</", tag[1], whole[1]), escaped(text))
        case Rename(element, name):
            tag, whole = places.start_tag(element), places.element(element)
            if tag and whole:
                old = _name(places, tag)
                if tag == whole:
                    # Of the whole tag, so that no other fix that needs its old name is made with this one.
                    yield Edit(*tag, f"<{name}{places.text[tag[0] + 1 + len(old) : tag[1]]}")
                else:
                    yield Edit(tag[0] + 1, tag[0] + 1 + len(old), name)
                    end = places.text.rindex("</", tag[1], whole[1])
                    yield Edit(end + 2, end + 2 + len(old), name)
        case Insert(element, side, xml):
            yield from _put(element, side, xml, places)
        case Move(element, side, other):
            span = places.element(element)
            put = list(_put(other, side, places.text[slice(*span)], places)) if span else []
            if span and put and not span[0] < put[0].start < span[1]:
                yield _without(span, places.text)
                yield from put
        case Delete(element):
            if span := places.element(element):
                yield _without(span, places.text)
        case Unwrap(element):
            tag, whole = places.start_tag(element), places.element(element)
            if tag and whole:
                yield Edit(*tag, "")
                if tag != whole:
                    yield Edit(places.text.rindex("</", tag[1], whole[1]), whole[1], "")
        case WrapText(element, after, name):
            span = places.start_tag(element) if after is None else places.element(after)
            if span:
                yield from _wrapped(span[1], name, places.text)


def _wrapped(start: int, name: str, text: str) -> Iterator[Edit]:
    """Put the words from an offset to the next tag into an element, without the white space around them."""
    end = text.index("<", start)
    words = text[start:end]
    if text.startswith("<!", end) or not words.strip():
        return
    yield Edit(start + len(words) - len(words.lstrip()), start + len(words) - len(words.lstrip()), f"<{name}>")
    yield Edit(start + len(words.rstrip()), start + len(words.rstrip()), f"</{name}>")


def _attribute(change: SetAttribute, places: Places) -> Iterator[Edit]:
    tag, found = places.start_tag(change.element), places.attribute(change.element, change.name)
    if tag is None:
        return
    if found is None and change.value is not None:
        at = tag[0] + 1 + len(_name(places, tag))
        yield Edit(at, at, f' {change.name}="{escaped(change.value, quoted=True)}"')
    elif found is not None and change.value is not None:
        yield Edit(found[1], found[2], escaped(change.value, quoted=True))
    elif found is not None:
        start = found[0]
        while places.text[start - 1].isspace():
            start -= 1
        yield Edit(start, found[2] + 1, "")


def _put(element: etree._Element, side: Side, xml: str, places: Places) -> Iterator[Edit]:
    """Put XML beside an element, on a line of its own if the element begins one, or in it."""
    tag, whole = places.start_tag(element), places.element(element)
    if tag is None or whole is None:
        return
    if side in (Side.BEFORE, Side.AFTER):
        line = places.text.rfind("\n", 0, tag[0]) + 1
        indent = places.text[line : tag[0]]
        gap = "\n" + indent if line and not indent.strip() else ""
        yield Edit(tag[0], tag[0], xml + gap) if side is Side.BEFORE else Edit(whole[1], whole[1], gap + xml)
    elif tag == whole:
        yield Edit(tag[1] - 2, tag[1], f">{xml}</{_name(places, tag)}>")
    elif side is Side.FIRST:
        yield Edit(tag[1], tag[1], xml)
    else:
        end = places.text.rindex("</", tag[1], whole[1])
        yield Edit(end, end, xml)


def _without(span: tuple[int, int], text: str) -> Edit:
    """Take a span away, with its line if nothing else stands there."""
    start, end = span
    line = text.rfind("\n", 0, start) + 1
    alone = not text[line:start].strip(" \t") and line and text[end : end + 2].startswith(("\n", "\r\n"))
    return Edit(line, text.index("\n", end) + 1, "") if alone else Edit(start, end, "")


def _name(places: Places, tag: tuple[int, int]) -> str:
    match = _NAME.match(places.text, tag[0])
    return match[1] if match else ""


def escaped(text: str, *, quoted: bool = False) -> str:
    """Write text as XML; `quoted` if it stands in an attribute, whose quotation marks may be either."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&apos;") if quoted else text
