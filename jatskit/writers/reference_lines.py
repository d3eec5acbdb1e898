"""Parsed references as JSON lines: one object a reference, each value with the stretches of the text it stands in.

The classes here are the format; docs/reference.schema.json is made from them. Offsets count characters (Unicode code
points) of `text`, from 0; the end is the first character that no longer belongs to it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from typing_extensions import TypedDict

from jatskit.findings import address
from jatskit.protocols import Evidence
from jatskit.references.citations import flat
from jatskit.references.parsed import ParsedReference

_SURROGATE = re.compile("[\ud800-\udfff]")


class LineValue(TypedDict):
    """A value: what it is of the reading (`people[0].names[1].surname`), and where it stands; nowhere: inferred."""

    field: str
    value: str
    spans: list[tuple[int, int]]
    inferred: bool
    reason: str


class LineName(TypedDict, total=False):
    """A name: split into `surname`, `given` and `suffix`, or one `unsplit`, or an `organisation`."""

    surname: str
    given: str
    suffix: str
    unsplit: str
    organisation: str
    style: str


class LineGroup(TypedDict):
    """The people of one role (JATS's `@person-group-type`); `etal`: there are more than are named."""

    role: str
    names: list[LineName]
    etal: bool


class LineReading(TypedDict):
    """The citation in one language: its type (`@publication-type`), people, and values in the order of reading."""

    type: str | None
    lang: str | None
    style: str
    people: list[LineGroup]
    values: list[LineValue]


class LineFinding(TypedDict):
    """Something to tell about the reference."""

    kind: str
    severity: str
    message: str


class ReferenceLine(TypedDict):
    """A reference: its number and line in the input, its text, and what was read of it.

    `certainty` is the share of the text's letters and digits that are in a part, from 0 to 1.
    """

    n: int
    line: int
    text: str
    label: str | None
    style: str | None
    certainty: float
    readings: list[LineReading]
    findings: list[LineFinding]


def reference_line(parsed: ParsedReference, n: int, line: int) -> str:
    """Return a parsed reference as one line of JSON; `n` and `line` say where in the input it stood, from 1."""
    return json.dumps(_line(parsed, n, line), ensure_ascii=False)


def _line(parsed: ParsedReference, n: int, line: int) -> ReferenceLine:
    evidence: dict[int, list[Evidence]] = {}
    for item in parsed.evidence:
        if item.path[0] == "citations" and isinstance(item.path[1], int):
            evidence.setdefault(item.path[1], []).append(item)
    readings = [
        _reading(fields, evidence.get(index, []), parsed.readings[made].style)
        for index, (fields, made) in enumerate(zip(parsed.read.data, parsed.read.readings, strict=True))
    ]
    findings = [LineFinding(kind=f.kind, severity=str(f.severity), message=f.message) for f in parsed.findings]
    return ReferenceLine(
        n=n,
        line=line,
        text=_printable(parsed.text),
        label=parsed.reference.label,
        style=parsed.style,
        certainty=round(parsed.certainty, 3),
        readings=readings,
        findings=findings,
    )


def _reading(fields: dict[str, Any], evidence: list[Evidence], style: str) -> LineReading:
    values = {("citations", evidence[0].path[1], *path): value for path, value in flat(fields)} if evidence else {}
    return LineReading(
        type=fields.get("type"),
        lang=fields.get("lang"),
        style=style,
        people=fields.get("people", []),
        values=[
            LineValue(
                field=address(item.path[2:]),
                value=str(values[item.path]),
                spans=list(item.spans),
                inferred=not item.spans,
                reason=item.reason,
            )
            for item in evidence
        ],
    )


def _printable(text: str) -> str:
    """Return the text with what UTF-8 cannot carry replaced, character for character."""
    return _SURROGATE.sub("\ufffd", text)
