"""Text that a metadata field can hold: one line of it, or words with inline markup.

Two things hold for every text in the model. XML can carry it: no control characters, no lone surrogates, no
noncharacters U+FFFE and U+FFFF (XML 1.0, production 2; DEL and the C1 controls are legal there, but no page
means them). And white space does not tell two texts apart: runs of space, tab and line break are one space,
and none stands at either end. Other spaces (no-break, ideographic) are characters like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SerializerFunctionWrapHandler,
    WrapSerializer,
    field_validator,
)

from jatskit.characters import carriable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACES = re.compile("[ \t\r\n]+")
_UNTIDY = re.compile("[\t\r\n]|  |^ | $")
_SUSPECT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|  |^ | $")


class Record(BaseModel):
    """What every model type is: immutable, comparable by value, and closed to fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def tidy(text: str) -> str:
    """Return `text` with its white space made canonical."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ") if _UNTIDY.search(text) else text


def _line(text: str) -> str:
    # Nearly every text is let through at once; the reasons are looked for only in the others.
    if text.isascii() and text.isprintable() and "  " not in text and text and text[0] != " " != text[-1]:
        return text
    if _SUSPECT.search(text):
        text = tidy(carriable(text))
    if not text or text.isspace():
        raise ValueError("there is no text in it; leave the field out instead")
    return text


#: One line of text: canonical white space, not empty.
Line = Annotated[str, AfterValidator(_line)]

#: The inline styles that JATS has an element of the same name for.
Style: TypeAlias = Literal[
    "bold", "italic", "monospace", "overline", "roman", "sans-serif", "sc", "strike", "sub", "sup", "underline"
]


class Styled(Record):
    """Words in a style: `<italic>`, `<sub>` and their kin."""

    style: Style
    content: Runs


class Link(Record):
    """Words that point somewhere: `<ext-link ext-link-type="…" xlink:href="…">`."""

    href: Line
    kind: Line | None = None
    content: Runs


class Math(Record):
    """A formula in the line: `<inline-formula>` around `<mml:math>` or `<tex-math>`.

    `source` is TeX as it stands, or one MathML `math` element, canonical (`canonical_mathml`).
    """

    notation: Literal["mathml", "tex"]
    source: str

    @field_validator("source")
    @classmethod
    def _carriable(cls, source: str) -> str:
        source = carriable(source.replace("\r\n", "\n").replace("\r", "\n")).strip(" \t\n")
        if not source:
            raise ValueError("a formula is not empty")
        return source

    def model_post_init(self, context: Any, /) -> None:
        """Put MathML into its canonical form, so that equal formulas are equal."""
        if self.notation == "mathml":
            object.__setattr__(self, "source", canonical_mathml(self.source))


Inline: TypeAlias = str | Styled | Link | Math


def _as_runs(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _as_plain(value: tuple[Inline, ...], handler: SerializerFunctionWrapHandler) -> Any:
    return value[0] if len(value) == 1 and isinstance(value[0], str) else handler(value)


def _carriable_runs(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
    for run in runs:
        if isinstance(run, str):
            carriable(run)
    return runs


#: The content of an inline element; a plain string will do for one run of text.
Runs = Annotated[
    tuple[Inline, ...],
    BeforeValidator(_as_runs, json_schema_input_type=str | tuple[Inline, ...]),
    AfterValidator(_carriable_runs),
    WrapSerializer(_as_plain),
]


def canonical(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the one form of rich text that equal words in equal markup share.

    Adjacent texts are merged, white space is collapsed across the borders of inline elements and trimmed at
    both ends of the whole, and elements without words are dropped. Applying it twice changes nothing.
    """
    collapsed, _ = _collapse(runs, after_space=True)
    return tuple(_trim_end(collapsed))


def _collapse(runs: Iterable[Inline], *, after_space: bool) -> tuple[list[Inline], bool]:
    out: list[Inline] = []
    for run in runs:
        if isinstance(run, str):
            text = _SPACES.sub(" ", run)
            if after_space and text[:1] == " ":
                text = text[1:]
            if not text:
                continue
            after_space = text[-1] == " "
            if out and isinstance(out[-1], str):
                out[-1] += text
            else:
                out.append(text)
        elif isinstance(run, Math):
            out.append(run)
            after_space = False
        else:
            content, after_space = _collapse(run.content, after_space=after_space)
            if content:
                out.append(run.model_copy(update={"content": tuple(content)}))
    return out, after_space


def _trim_end(runs: list[Inline]) -> list[Inline]:
    while runs:
        last = runs.pop()
        if isinstance(last, Math):
            return [*runs, last]
        if isinstance(last, str):
            if text := last.rstrip(" "):
                return [*runs, text]
        elif content := _trim_end(list(last.content)):
            return [*runs, last.model_copy(update={"content": tuple(content)})]
    return runs


def plain(runs: Iterable[Inline]) -> str:
    """Return the words of rich text without their markup; a formula gives its source if that is TeX."""
    words = []
    for run in runs:
        if isinstance(run, str):
            words.append(run)
        elif not isinstance(run, Math):
            words.append(plain(run.content))
        elif run.notation == "tex":
            words.append(run.source)
    return "".join(words)


def _rich(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if len(runs) == 1 and isinstance(runs[0], str):
        text = _line(runs[0])
        return runs if text is runs[0] else (text,)
    runs = canonical(_carriable_runs(runs))
    if not runs or (not _has_math(runs) and not plain(runs).strip()):
        raise ValueError("there is no text in it; leave the field out instead")
    return runs


def _has_math(runs: Iterable[Inline]) -> bool:
    return any(isinstance(r, Math) or (not isinstance(r, str) and _has_math(r.content)) for r in runs)


#: Words with inline markup, canonical and not empty; a plain string will do where there is no markup.
RichText = Annotated[
    tuple[Inline, ...],
    BeforeValidator(_as_runs, json_schema_input_type=str | tuple[Inline, ...]),
    AfterValidator(_rich),
    WrapSerializer(_as_plain),
]

_MATHML_NAMESPACE = "http://www.w3.org/1998/Math/MathML"


def canonical_mathml(source: str) -> str:
    """Return one MathML `math` element in the one form that equal formulas share; raise ValueError if it is none.

    MathML has the prefix `mml`, as in JATS, other namespaces `n0`, `n1`…, all declared on the root; attributes
    are sorted; there is no white space at the ends of a text.
    """
    from xml.etree import ElementTree

    if "<!" in source or "<?" in source:
        raise ValueError("a formula is one MathML element, with no comment, declaration or processing instruction")
    try:
        root = ElementTree.fromstring(source)  # noqa: S314  declarations were refused above
    except ElementTree.ParseError as error:
        raise ValueError(f"the MathML is not well-formed: {error}") from None
    if root.tag != f"{{{_MATHML_NAMESPACE}}}math":
        raise ValueError(f"the root of a formula is math in the namespace {_MATHML_NAMESPACE}")
    prefixes = {_MATHML_NAMESPACE: "mml", "http://www.w3.org/XML/1998/namespace": "xml"}
    text = "".join(_canonical_element(root, prefixes))
    declared = "".join(f' xmlns:{prefix}="{_escape(uri)}"' for uri, prefix in prefixes.items() if prefix != "xml")
    return f"<mml:math{declared}{text.removeprefix('<mml:math')}"


def _canonical_element(element: Element, prefixes: dict[str, str]) -> Iterator[str]:
    def name(tag: str) -> str:
        if tag[0] != "{":
            return tag
        uri, _, local = tag[1:].partition("}")
        return f"{prefixes.setdefault(uri, f'n{len(prefixes) - 2}')}:{local}"

    tag = name(element.tag)
    yield f"<{tag}"
    for key, value in sorted(element.items()):
        yield f' {name(key)}="{_escape(value)}"'
    yield f">{_escape((element.text or '').strip(_MARKUP_SPACES))}"
    for child in element:
        yield from _canonical_element(child, prefixes)
        yield _escape((child.tail or "").strip(_MARKUP_SPACES))
    yield f"</{tag}>"


_MARKUP_SPACES = " \t\r\n"
_ESCAPES = {
    ord(c): f"&{name};" for c, name in zip('&<>"\t\n\r', ["amp", "lt", "gt", "quot", "#9", "#10", "#13"], strict=True)
}


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


Styled.model_rebuild()
Link.model_rebuild()
