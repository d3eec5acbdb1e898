"""The engine of the binding table: rows that fit, write and read, and nodes that are made of rows.

A `Node` binds one model to one element. Its rows stand in the order of the schema, and every field of the model is
bound by exactly one of them, which is checked when the node is made. Three walks go over the same rows: `hold` fits
a model into what a target can hold, `write` prints it, `read` takes an element apart. What no row claims while
reading is reported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from lxml import etree
from pydantic import BaseModel, ValidationError

from jatskit.findings import Path
from jatskit.jats import inline
from jatskit.jats.state import Fate, Fitting, Frame, Intake, Output, all_words, clark, escaped, quoted, shown
from jatskit.schema.catalogue import Target

Lacks = Callable[[Target], bool]
_NOTHING: frozenset[str] = frozenset()


def _never(target: Target) -> bool:
    return False


def _deeper(pad: str) -> str:
    """Return the padding of what stands inside: in mixed content there is none."""
    return pad + "  " if pad[:1] == "\n" else ""


def _end(pad: str) -> str:
    """Return what stands before an end tag."""
    return pad if pad[:1] == "\n" else ""


# -- Attributes ---------------------------------------------------------------------------------------------


class Attribute(Protocol):
    """A row for attributes of the element: the fields it binds, and lxml's names of the attributes."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it binds."""

    @property
    def names(self) -> tuple[str, ...]:
        """The attributes, by lxml's names."""

    def text(self, model: Any, out: Output) -> str:
        """Return the attributes as they are written, each after a space."""

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Put what the attributes say into the frame."""


_UNSET = object()


class Attr:
    """An attribute that is a field.

    `encode` and `decode` translate; `missing` is what a document without the attribute means by that, `absent` what
    is written for a value that is not known.
    """

    def __init__(
        self,
        name: str,
        field: str,
        *,
        encode: Callable[[Any], str | None] = str,
        decode: Callable[[str], Any] = str,
        missing: Any = _UNSET,
        absent: str | None = None,
    ) -> None:
        self.fields = (field,)
        self.names = (clark(name),)
        self._field, self._key = field, clark(name)
        self._open = f' {name}="'
        self._prefix = name.rpartition(":")[0].removeprefix("xml")
        self._encode, self._decode, self._missing, self._absent = encode, decode, missing, absent

    def text(self, model: Any, out: Output) -> str:
        """Return the attribute, or nothing."""
        value = getattr(model, self._field)
        value = self._absent if value is None else self._encode(value)
        if value is None:
            return ""
        if self._prefix:
            out.prefixes.add(self._prefix)
        return f'{self._open}{quoted(value)}"'

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Put the attribute's value into the frame."""
        raw = element.get(self._key)
        if raw is not None and raw.strip():
            frame.data[self._field] = self._decode(raw)
        elif self._missing is not _UNSET:
            frame.data[self._field] = self._missing


def flag(name: str, field: str) -> Attr:
    """Return an attribute that is `yes` or absent."""
    return Attr(
        name,
        field,
        encode=lambda value: "yes" if value else None,
        decode=lambda raw: {"yes": True, "no": False}.get(raw.strip(), raw),
    )


class IdAttr:
    """The id of an affiliation or reference; a document without a proper one is given one."""

    fields: tuple[str, ...] = ("id",)
    names: tuple[str, ...] = ("id",)

    def text(self, model: Any, out: Output) -> str:
        """Return the attribute."""
        return f' id="{model.id}"'

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Take the id that the intake gave the element, and say so if it is another than its own."""
        raw, id = element.get("id", ""), intake.id_of(element)
        frame.data["id"] = id
        if raw and raw != id:
            message = f"the id {raw!r} is no proper id or is taken; it was replaced by {id!r}"
            intake.replaced(message, element, "id", frame.path)


class Said:
    """An attribute that follows from the model: written, and ignored by the reader if it agrees."""

    fields: tuple[str, ...] = ()

    def __init__(self, name: str, says: Callable[[Any], str | None]) -> None:
        self.names = (clark(name),)
        self._name, self._key, self._says = name, clark(name), says

    def text(self, model: Any, out: Output) -> str:
        """Return the attribute."""
        value = self._says(model)
        return f' {self._name}="{quoted(value)}"' if value else ""

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Compare the attribute with what follows from the model, once that is complete."""
        if (raw := element.get(self._key)) is not None:
            frame.late.append(lambda model: self._check(model, raw, element, intake, frame))

    def _check(self, model: Any, raw: str, element: etree._Element, intake: Intake, frame: Frame) -> None:
        if (expected := self._says(model)) != raw:
            but = f"{expected!r} follows from the rest" if expected else "nothing follows from the rest"
            intake.not_bound(f"{self._name}={raw!r} was left out: {but}", element, frame.path, self._key)


class Known:
    """An attribute that the node's `mend` reads; it is not written."""

    fields: tuple[str, ...] = ()

    def __init__(self, name: str) -> None:
        self.names = (clark(name),)

    def text(self, model: Any, out: Output) -> str:
        """Return nothing."""
        return ""

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Leave it to `mend`."""


class Version:
    """`dtd-version`: the target's."""

    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ("dtd-version",)

    def text(self, model: Any, out: Output) -> str:
        """Return the attribute."""
        return f' dtd-version="{out.target.version}"'

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Ignore it: it says what the document was, not what the article is."""


# -- Children -----------------------------------------------------------------------------------------------


class Row:
    """A row for children of the element, or for its own text.

    `fields` are the fields it binds, `tags` the children that it may claim.
    """

    fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the children, each after `pad`."""

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Put a child into the frame; return False if it is not this row's after all."""
        return False

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Note in `changes` what the target makes of the fields."""


def _put(frame: Frame, field: str, value: Any, element: etree._Element, intake: Intake, many: bool) -> None:
    """Put a value into the frame; a second one where there can be one is reported."""
    if many:
        frame.data.setdefault(field, []).append(value)
    elif field in frame.data:
        intake.element_not_bound(element, frame.path)
    else:
        frame.data[field] = value


def _address(frame: Frame, field: str, many: bool) -> Path:
    """Return the address of the value that was put into a frame last."""
    return (*frame.path, field, len(frame.data[field]) - 1) if many else (*frame.path, field)


def _matches(element: etree._Element, given: Mapping[str, str]) -> bool:
    return all(element.get(key) == value for key, value in given.items())


def _given_text(given: Mapping[str, str]) -> str:
    return "".join(f' {key}="{quoted(value)}"' for key, value in given.items())


def _lost(name: str, tag: str, fitting: Fitting, path: Path) -> None:
    fitting.report(f"there is no <{shown(tag)}> for it", (*path, name))


class Leaf(Row):
    """Children that hold one line of text each: a field, or with `many` the items of one.

    `given` attributes are always written, and tell the children of this row from others of the same tag; `attrs`
    are fields of the same model. With `alias` the children are read here and written elsewhere.
    """

    def __init__(
        self,
        tag: str,
        field: str,
        *attrs: Attribute,
        many: bool = False,
        given: Mapping[str, str] | None = None,
        encode: Callable[[Any], str] = str,
        lacks: Lacks = _never,
        alias: bool = False,
    ) -> None:
        self.fields = () if alias else (field, *(name for attr in attrs for name in attr.fields))
        self.tags = (clark(tag),)
        self._tag, self._field, self._many, self._lacks = tag, field, many, lacks
        self._attrs, self._given = attrs, given or {}
        self._known = frozenset(self._given).union(*(attr.names for attr in attrs))
        self._open, self._close = f"<{tag}{_given_text(self._given)}", f"</{tag}>"
        self._prefix = tag.rpartition(":")[0]
        self._encode, self._alias = encode, alias

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the children."""
        value = getattr(model, self._field)
        if value is None or self._alias or (self._many and not value):
            return
        if self._prefix:
            out.prefixes.add(self._prefix)
        attributes = "".join([attr.text(model, out) for attr in self._attrs]) if self._attrs else ""
        for index, item in enumerate(value) if self._many else ((-1, value),):
            mark = ""
            if out.marks is not None:
                mark = out.mark((*path, self._field) if index < 0 else (*path, self._field, index))
            out.parts.append(f"{pad}{self._open}{attributes}{mark}>{escaped(self._encode(item))}{self._close}")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read one child."""
        if not _matches(element, self._given):
            return False
        text = inline.line_of(element, intake, (*frame.path, self._field)).strip(" \t\r\n")
        if text and not self._many and self._field in frame.data:
            intake.element_not_bound(element, frame.path)
            return True
        intake.attributes(element, frame.path, self._known)
        if text:
            _put(frame, self._field, text, element, intake, self._many)
            intake.ledger.element(element, Fate.BOUND, _address(frame, self._field, self._many))
            for attr in self._attrs:
                attr.read(element, intake, frame)
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Leave the values out if the target lacks the element."""
        if self._lacks is not _never and self._lacks(fitting.target) and getattr(model, self._field):
            _lost(self._field, self._tag, fitting, path)
            changes[self._field] = () if self._many else None


class Rich(Row):
    """Children that hold rich text: a field, or with `many` the items of one."""

    def __init__(self, tag: str, field: str, *, many: bool = False, lacks: Lacks = _never) -> None:
        self.fields, self.tags = (field,), (tag,)
        self._tag, self._field, self._many, self._lacks = tag, field, many, lacks

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the children."""
        value = getattr(model, self._field)
        if value is None or (self._many and not value):
            return
        tag = self._tag
        for index, item in enumerate(value) if self._many else ((-1, value),):
            mark = ""
            if out.marks is not None:
                mark = out.mark((*path, self._field) if index < 0 else (*path, self._field, index))
            out.parts.append(f"{pad}<{tag}{mark}>{inline.written(item, out)}</{tag}>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read one child."""
        if not self._many and self._field in frame.data:
            intake.element_not_bound(element, frame.path)
            return True
        path = (*frame.path, self._field)
        intake.attributes(element, path, _NOTHING)
        if (runs := read_runs(element, intake, path)) is not None:
            _put(frame, self._field, runs, element, intake, self._many)
            intake.ledger.element(element, Fate.BOUND, _address(frame, self._field, self._many))
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Leave out what the target lacks: the element, or inline elements in it."""
        value = getattr(model, self._field)
        if not value:
            return
        if self._lacks is not _never and self._lacks(fitting.target):
            _lost(self._field, self._tag, fitting, path)
            changes[self._field] = () if self._many else None
        elif self._many:
            hold_items(
                self._field, value, lambda item, at: inline.held(item, self._tag, fitting, at), fitting, path, changes
            )
        else:
            kept = inline.held(value, self._tag, fitting, (*path, self._field))
            if kept is not value:
                changes[self._field] = kept


def read_runs(element: etree._Element, intake: Intake, path: Path, *, markup_only: bool = False) -> Any | None:
    """Return the rich text of an element; None if there is none, or it is refused, which is reported.

    With `markup_only` elements that are no inline markup are not reported: they are read elsewhere.
    """
    try:
        runs = inline.runs_of(element, intake, path, markup_only=markup_only)
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        intake.refused(f"{all_words(element)!r} was left out: {reason}", element, path)
        return None
    return runs if any(not isinstance(run, str) or run.strip(" \t\r\n") for run in runs) else None


def hold_items(
    field: str,
    items: Sequence[Any],
    fit: Callable[[Any, Path], Any | None],
    fitting: Fitting,
    path: Path,
    changes: dict[str, Any],
) -> None:
    """Fit each item; note where the items were that move up because others before them are left out."""
    kept: list[Any] = []
    changed = False
    for index, item in enumerate(items):
        at = (*path, field, index)
        new = fit(item, at)
        changed = changed or new is not item
        if new is not None:
            if len(kept) != index:
                fitting.moved[*path, field, len(kept)] = at
            kept.append(new)
    if changed:
        changes[field] = tuple(kept)


class One(Row):
    """A child that is a model of its own."""

    def __init__(self, field: str, node: Node, *, lacks: Lacks = _never) -> None:
        self.fields, self.tags = (field,), (node.key,)
        self._field, self._node, self._lacks = field, node, lacks

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the child."""
        value = getattr(model, self._field)
        if value is not None:
            self._node.write(value, out, pad, (*path, self._field))

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read the child."""
        if not self._node.matches(element):
            return False
        if self._field in frame.data:
            intake.element_not_bound(element, frame.path)
        elif (value := self._node.read(element, intake, (*frame.path, self._field))) is not None:
            frame.data[self._field] = value
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Fit the child."""
        value = getattr(model, self._field)
        if value is None:
            return
        if self._lacks is not _never and self._lacks(fitting.target):
            _lost(self._field, self._node.tag, fitting, path)
            changes[self._field] = None
        else:
            kept = self._node.hold(value, fitting, (*path, self._field))
            if kept is not value:
                changes[self._field] = kept


class Many(Row):
    """Children that are models of their own. With `alias` they are read here and written elsewhere."""

    def __init__(self, field: str, node: Node, *, lacks: Lacks = _never, alias: bool = False) -> None:
        self.fields, self.tags = () if alias else (field,), (node.key,)
        self._field, self._node, self._lacks, self._alias = field, node, lacks, alias

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the children."""
        if self._alias:
            return
        node = self._node
        for index, value in enumerate(getattr(model, self._field)):
            node.write(value, out, pad, (*path, self._field, index))

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read one child."""
        if not self._node.matches(element):
            return False
        at = len(frame.data.get(self._field, ()))
        value = self._node.read(element, intake, (*frame.path, self._field, at))
        if value is not None:
            frame.data.setdefault(self._field, []).append(value)
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Fit each child."""
        value = getattr(model, self._field)
        if not value or self._alias:
            return
        if self._lacks is not _never and self._lacks(fitting.target):
            _lost(self._field, self._node.tag, fitting, path)
            changes[self._field] = ()
        else:
            hold_items(self._field, value, lambda item, at: self._node.hold(item, fitting, at), fitting, path, changes)


class Inlined(Row):
    """A field that is a model without an element of its own: its rows stand among the parent's."""

    def __init__(self, field: str, model: type[BaseModel], *rows: Row, lacks: Lacks = _never) -> None:
        self.fields = (field,)
        self.tags = tuple(tag for row in rows for tag in row.tags)
        self._field, self._model, self._rows, self._lacks = field, model, rows, lacks
        _check_bound(model, rows)

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the rows of the field's model."""
        value = getattr(model, self._field)
        if value is not None:
            for row in self._rows:
                row.write(value, out, pad, (*path, self._field))

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read one child of the parent into the field's own frame."""
        inner = frame.inlined.get(self._field)
        if inner is None:
            inner = frame.inlined[self._field] = Frame((*frame.path, self._field))
            inner.late.append((self._model, element))
        return any(element.tag in row.tags and row.read(element, intake, inner) for row in self._rows)

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Leave the field out if the target lacks its elements."""
        if self._lacks is not _never and getattr(model, self._field) is not None and self._lacks(fitting.target):
            _lost(self._field, self._rows[0].tags[0], fitting, path)
            changes[self._field] = None


class Wrapper(Row):
    """An element without a model of its own around some of the rows; not written if they write nothing.

    `only_with` is a field without which the rows are written bare; they are read bare in any case then, and so are
    those of a wrapper that is `bare_once`: older versions have no such element.
    """

    def __init__(
        self,
        tag: str,
        *rows: Row | Attribute,
        given: Mapping[str, str] | None = None,
        only_with: str = "",
        bare_once: bool = False,
        lacks: Lacks = _never,
    ) -> None:
        self._tag, self._given, self._only_with, self._lacks = tag, given or {}, only_with, lacks
        self._content = Content(rows, known=self._given)
        self.fields = self._content.fields
        self.tags = (tag, *self._content.children) if only_with or bare_once else (tag,)
        self._open, self._close = f"<{tag}{_given_text(self._given)}", f"</{tag}>"

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the element and what is in it."""
        content = self._content
        if self._lacks is not _never and self._lacks(out.target):
            return
        if self._only_with and getattr(model, self._only_with) is None:
            for row in content.rows:
                row.write(model, out, pad, path)
            return
        parts = out.parts
        parts.append(f"{pad}{self._open}>")
        at = len(parts)
        inner = _deeper(pad)
        for row in content.rows:
            row.write(model, out, inner, path)
        if len(parts) == at:
            parts.pop()
            return
        if content.attributes:
            attributes = "".join([attr.text(model, out) for attr in content.attributes])
            parts[at - 1] = f"{pad}{self._open}{attributes}>"
        parts.append(_end(pad) + self._close)

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read the element, or one of its children that stands bare."""
        if element.tag == self._tag:
            if not _matches(element, self._given):
                return False
            self._content.read(element, intake, frame)
            return True
        return any(row.read(element, intake, frame) for row in self._content.children.get(element.tag, ()))

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Fit what is in it."""
        if self._lacks is not _never and self._lacks(fitting.target):
            empty = type(model).model_fields
            for name in self.fields:
                if getattr(model, name):
                    _lost(name, self._tag, fitting, path)
                    changes[name] = empty[name].get_default()
            return
        for row in self._content.rows:
            row.hold(model, fitting, path, changes)


class Derived(Row):
    """An empty element with one attribute that follows from the model; ignored by the reader if it agrees."""

    def __init__(self, tag: str, attribute: str, says: Callable[[Any], str | None]) -> None:
        self.tags = (tag,)
        self._tag, self._attribute, self._says = tag, attribute, says

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the element."""
        if value := self._says(model):
            out.parts.append(f'{pad}<{self._tag} {self._attribute}="{quoted(value)}"/>')

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Compare the element with what follows from the model, once that is complete."""

        def check(model: Any) -> None:
            if self._says(model) != element.get(self._attribute):
                intake.element_not_bound(element, frame.path)
            else:
                intake.attributes(element, frame.path, frozenset((self._attribute,)))

        frame.late.append(check)
        return True


class Text(Row):
    """The element's own text, one line of it: a field. With `alias` it is only read, if there are no children."""

    def __init__(self, field: str, *, alias: bool = False) -> None:
        self.fields = () if alias else (field,)
        self.field, self._alias = field, alias

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the text."""
        if not self._alias:
            out.parts.append(escaped(getattr(model, self.field)))

    def read_own(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read the element's own text."""
        if self._alias and any(child.tag == "institution-wrap" for child in element):
            return False
        text = inline.line_of(element, intake, (*frame.path, self.field)).strip(" \t\r\n")
        if text:
            frame.data[self.field] = text
        return True


class Words(Row):
    """The element's own content, rich text: a field."""

    def __init__(self, field: str, tag: str, *, optional: bool = False) -> None:
        self.fields = (field,)
        self.field, self._tag, self._optional = field, tag, optional

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the words."""
        value = getattr(model, self.field)
        if value is not None:
            out.parts.append(inline.written(value, out))

    def read_own(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read the element's own content."""
        if (runs := read_runs(element, intake, (*frame.path, self.field))) is not None:
            frame.data[self.field] = runs
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Leave out what the element cannot hold in this target."""
        value = getattr(model, self.field)
        if value is not None:
            kept = inline.held(value, self._tag, fitting, (*path, self.field))
            if kept is not value:
                changes[self.field] = kept


class Content:
    """What stands in an element: attribute rows, child rows, and perhaps its own text.

    If it is `mixed`, punctuation between the children is nothing to report.
    """

    __slots__ = ("attributes", "children", "fields", "known", "mixed", "own", "rows")

    def __init__(
        self, rows: Sequence[Row | Attribute], known: Mapping[str, str] | None = None, *, mixed: bool = False
    ) -> None:
        self.attributes: list[Attribute] = [row for row in rows if not isinstance(row, Row)]
        self.rows: list[Row] = [row for row in rows if isinstance(row, Row)]
        self.mixed = mixed
        self.own: Text | Words | None = next((row for row in self.rows if isinstance(row, Text | Words)), None)
        self.fields = tuple(name for row in rows for name in row.fields)
        self.known = frozenset(known or ()).union(*(attr.names for attr in self.attributes))
        self.children: dict[Any, list[Row]] = {}
        for row in self.rows:
            for tag in row.tags:
                self.children.setdefault(tag, []).append(row)

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Read an element into a frame; report what no row claims."""
        intake.attributes(element, frame.path, self.known)
        for attr in self.attributes:
            attr.read(element, intake, frame)
        if self.own is not None and self.own.read_own(element, intake, frame):
            return
        loose = [element.text]
        for child in element:
            loose.append(child.tail)
            if isinstance(child.tag, str):
                self.read_child(child, intake, frame)
        words = " ".join(text.strip() for text in loose if text and text.strip())
        if words and not intake.kept and not (self.mixed and not any(map(_is_word, words))):
            intake.not_bound(
                f"text that stands loose in <{shown(str(element.tag))}> was left out: {words!r}", element, frame.path
            )

    def read_child(self, child: etree._Element, intake: Intake, frame: Frame) -> None:
        """Give a child to its row, or report it."""
        if not any(row.read(child, intake, frame) for row in self.children.get(child.tag, ())):
            intake.element_not_bound(child, frame.path)


def _check_bound(model: type[BaseModel], rows: Sequence[Row | Attribute]) -> None:
    """Raise TypeError unless each field of the model is bound exactly once."""
    bound = [name for row in rows for name in row.fields]
    fields = list(model.model_fields)
    faults = [f"{name} is not bound" for name in fields if name not in bound]
    faults += [f"{name} is bound {bound.count(name)} times" for name in fields if bound.count(name) > 1]
    faults += [f"{name} is no field" for name in bound if name not in fields]
    if faults:
        raise TypeError(f"the binding of {model.__name__}: {', '.join(faults)}")


#: Fit a model into a target, before its rows do: return it, or another, or None; report what is lost.
Fit = Callable[[Any, Fitting, Path], Any | None]
#: Mend what was read before the model is made, so that its parts agree.
Mend = Callable[[Frame, etree._Element, Intake], None]


class Node:
    """One model bound to one element, by rows in the order of the schema.

    `given` attributes are always written and must be there. `loose` is a field that holds the loose text of an
    element in which children and text are mixed. With `mixed` the element may hold text, of which the model wants
    none: nothing is written between its children, and punctuation there is not reported. `fit` and `mend` are for
    what no single row can know.
    """

    def __init__(
        self,
        tag: str,
        model: type[BaseModel],
        *rows: Row | Attribute,
        given: Mapping[str, str] | None = None,
        loose: str = "",
        fit: Fit | None = None,
        mend: Mend | None = None,
        mixed: bool = False,
    ) -> None:
        _check_bound(model, [*rows, Text(loose)] if loose else rows)
        self.tag, self.key, self.model = tag, clark(tag), model
        self._given = given or {}
        self.content = Content(rows, known=self._given, mixed=mixed)
        self._loose, self._fit, self._mend = loose, fit, mend
        self._open, self._close = f"<{tag}{_given_text(self._given)}", f"</{tag}>"
        self._attributes, self._rows = self.content.attributes, self.content.rows
        self._mixed = mixed or (self.content.own is not None and not self.content.children)

    def matches(self, element: etree._Element) -> bool:
        """Return whether an element of this tag is this node's."""
        return not self._given or _matches(element, self._given)

    def write(self, value: Any, out: Output, pad: str, path: Path) -> None:
        """Write the element."""
        parts = out.parts
        head = f"{pad}{self._open}"
        for attr in self._attributes:
            head += attr.text(value, out)
        if out.marks is not None:
            head += out.mark(path)
        parts.append(head + ">")
        at = len(parts)
        if self._loose:
            self._write_mixed(value, out, path)
        else:
            inner = "" if self._mixed else _deeper(pad)
            for row in self._rows:
                row.write(value, out, inner, path)
        if len(parts) == at:
            parts[-1] = head + "/>"
        else:
            parts.append(self._close if self._mixed or self._loose else _end(pad) + self._close)

    def _write_mixed(self, value: Any, out: Output, path: Path) -> None:
        """Write children with commas between them, and the loose text last; no comma follows a label."""
        parts = out.parts
        label, *rows = self._rows
        label.write(value, out, "", path)
        at = len(parts)
        for row in rows:
            row.write(value, out, SEPARATOR, path)
        text = getattr(value, self._loose)
        if len(parts) > at:
            parts[at] = parts[at].removeprefix(SEPARATOR)
            if text:
                parts.append(SEPARATOR)
        if text:
            parts.append(escaped(text))

    def read(self, element: etree._Element, intake: Intake, path: Path) -> Any | None:
        """Return the model that an element holds; None, which is reported, if it holds none."""
        frame = Frame(path)
        self.read_into(element, intake, frame)
        for field, inner in frame.inlined.items():
            model, first = inner.late[0]
            value = intake.build(model, inner, first)
            if value is not None:
                frame.data[field] = value
        if self._mend is not None:
            self._mend(frame, element, intake)
        value = intake.build(self.model, frame, element)
        if value is not None:
            for check in frame.late:
                check(value)
        return value

    def read_into(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Read an element into a frame."""
        if not self._loose:
            self.content.read(element, intake, frame)
            return
        intake.attributes(element, frame.path, self.content.known)
        for attr in self._attributes:
            attr.read(element, intake, frame)
        if text := " ".join(loose_texts(element, self.content, intake, frame)):
            frame.data[self._loose] = text

    def hold(self, value: Any, fitting: Fitting, path: Path) -> Any | None:
        """Return what the target can hold of a model; None if it cannot hold it."""
        if self._fit is not None:
            value = self._fit(value, fitting, path)
            if value is None:
                return None
        changes: dict[str, Any] = {}
        for row in self._rows:
            row.hold(value, fitting, path, changes)
        if not changes:
            return value
        try:
            return self.model(**{name: changes.get(name, getattr(value, name)) for name in self.model.model_fields})
        except ValidationError:
            fitting.report(f"nothing of <{self.tag}> is left that it could hold", path)
            return None


# -- Loose text between elements ----------------------------------------------------------------------------

#: What is written between the elements of mixed content.
SEPARATOR = ", "
_LEADING = re.compile(r"^[ \t\r\n]*[,;，；、.]?[ \t\r\n]+")
_TRAILING = re.compile(r"[,;，；、]?[ \t\r\n]+$")
#: What holds words of the text that it stands in.
_LOOSE_WORDS = inline.STYLES | {"addr-line", "break", "named-content", "styled-content", "abbrev", "uri", "ext-link"}


def _is_word(character: str) -> bool:
    """Return whether a character is more than white space and punctuation."""
    return not character.isspace() and unicodedata.category(character)[0] != "P"


def loose_texts(element: etree._Element, content: Content, intake: Intake, frame: Frame) -> Iterator[str]:
    """Read the children of mixed content; yield the loose texts between them that are more than separators.

    The words of children that nobody claims are loose text, too. What parts an element from the text beside it (one
    mark and white space) is no part of the text.
    """
    texts: list[tuple[str, bool]] = [(element.text or "", False)]  # a text, and whether an element stands before it
    for child in element:
        tail = child.tail or ""
        if not isinstance(child.tag, str):
            texts[-1] = (texts[-1][0] + tail, texts[-1][1])
        elif any(row.read(child, intake, frame) for row in content.children.get(child.tag, ())):
            texts.append((tail, child.tag != "label"))
        elif shown(child.tag) in _LOOSE_WORDS:
            intake.attributes(child, frame.path, _NOTHING)
            text = inline.line_of(child, intake, frame.path)
            intake.not_bound(f"<{shown(child.tag)}>: its words were kept, the markup not", child, frame.path)
            space = " " if child.tag in ("break", "addr-line") else ""
            texts[-1] = (texts[-1][0] + space + text + space + tail, texts[-1][1])
        else:
            intake.element_not_bound(child, frame.path)
            texts[-1] = (texts[-1][0] + tail, texts[-1][1])
    parted = len(texts) > 1 and any(after for _, after in texts)
    for index, (text, after) in enumerate(texts):
        if parted and not any(map(_is_word, text)):
            # Only what the writer put at the end, after a separator, is a text of nothing but punctuation.
            at_the_end = after and index + 1 == len(texts) and text.startswith(SEPARATOR)
            if not at_the_end or not text.removeprefix(SEPARATOR).strip(" \t\r\n"):
                continue
        if after:
            text = _LEADING.sub("", text)
        if index + 1 < len(texts) and texts[index + 1][1]:
            text = _TRAILING.sub("", text)
        if text := text.strip(" \t\r\n"):
            yield text
