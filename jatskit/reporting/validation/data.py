"""Findings for programs: one JSON document, or a line of JSON for each file. Their schema: `jatskit schemas export`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from jatskit import __version__
from jatskit.findings import Edit, Finding, Fix, Place, Severity, address
from jatskit.reporting.validation import About
from jatskit.validating.baseline import fingerprint
from jatskit.validating.checking import Checked
from jatskit.validating.excerpts import Excerpt


def json_document(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield one JSON document about all files."""
    head = json.dumps({"jatskit": __version__, "target": about.target or None}, indent=1)
    yield head.removesuffix("\n}") + ',\n "files": ['
    counts = dict.fromkeys(("files", "errors", "warnings", "infos", "unreadable"), 0)
    for file in files:
        yield (
            ("," if counts["files"] else "") + "\n" + _indented(json.dumps(of_file(file), ensure_ascii=False, indent=1))
        )
        counts["files"] += 1
        counts["unreadable"] += file.unreadable
        for finding in file.findings:
            counts[f"{finding.severity}s"] += 1
    yield f'\n ],\n "summary": {json.dumps(counts)}\n}}\n'


def json_lines(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield a line of JSON for each file."""
    for file in files:
        yield json.dumps(of_file(file), ensure_ascii=False, separators=(",", ":")) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def of_file(file: Checked) -> dict[str, Any]:
    """Return what is told of a file, as JSON has it."""
    quoted = file.excerpts or (None,) * len(file.findings)
    return {
        "file": file.name,
        "schema": file.schema or None,
        "valid": file.valid,
        "clean": file.clean,
        "unreadable": {"message": file.refused[0], "advice": file.refused[1]} if file.refused else None,
        "in_baseline": file.suppressed,
        "findings": [_finding(finding, excerpt) for finding, excerpt in zip(file.findings, quoted, strict=True)],
    }


def _finding(finding: Finding, excerpt: Excerpt | None) -> dict[str, Any]:
    return {
        "rule": finding.kind,
        "severity": str(finding.severity),
        "message": finding.message,
        "advice": finding.advice or None,
        "place": _place(finding.place),
        "xpath": finding.xpath or None,
        "path": address(finding.path) or None,
        "value": finding.value or None,
        "expected": finding.expected or None,
        "source": excerpt.marked if excerpt else None,
        "fingerprint": fingerprint(finding),
        "fix": _fix(finding.fix),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "line": place.line,
        "column": place.column or None,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    return {"what": fix.what, "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]} if fix else None


def _edit(edit: Edit) -> dict[str, Any]:
    return {"start": edit.start, "end": edit.end, "text": edit.text}


def _text(what: str, *, missing: bool = False) -> dict[str, Any]:
    return {"type": ["string", "null"] if missing else "string", "description": what}


def _number(what: str, *, missing: bool = False, least: int = 0) -> dict[str, Any]:
    return {"type": ["integer", "null"] if missing else "integer", "minimum": least, "description": what}


def _object(about: str, /, **fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": about,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _defs() -> dict[str, Any]:
    edit = _object(
        "The characters of the decoded file from start up to end, counted from 0 without a byte order mark, become text.",
        start=_number("where the edit begins"),
        end=_number("where it ends"),
        text=_text("what stands there then"),
    )
    fix = _object(
        "Edits that mend the finding together.",
        what=_text("what they do, as an order"),
        safe={"type": "boolean", "description": "whether they cannot change what the document says"},
        edits={"type": "array", "items": edit},
    )
    place = _object(
        "Where in the file; lines and columns are counted from 1, columns in characters; the end is the one after the last.",
        line=_number("the line", least=1),
        column=_number("the column; null: the whole line", missing=True, least=1),
        end_line=_number("the line of the end", missing=True, least=1),
        end_column=_number("the column of the end", missing=True, least=1),
    )
    finding = _object(
        "One thing that is wrong.",
        rule=_text("the id of the rule or kind; see jatskit explain"),
        severity={"enum": [str(severity) for severity in Severity]},
        message=_text("what is wrong, in a sentence"),
        advice=_text("what to do about it", missing=True),
        place=_or_null(place),
        xpath=_text("where in the document's tree", missing=True),
        path=_text("the address of the value in the metadata", missing=True),
        value=_text("the faulty value as it stands", missing=True),
        expected=_text("what could stand there", missing=True),
        source=_text("the text at the place, cut if it is long", missing=True),
        fingerprint=_text("the same for the same finding, whatever line it is in"),
        fix=_or_null(fix),
    )
    file = _object(
        "A file that was checked.",
        file=_text("its name, as it was given"),
        schema=_text("what it was validated against; null: it could not be read", missing=True),
        valid={"type": "boolean", "description": "whether the schema accepts it, whatever is ignored"},
        clean={"type": "boolean", "description": "whether it was read, and no error is told"},
        unreadable=_or_null(
            _object("Why it could not be read.", message=_text("what is wrong"), advice=_text("what to do about it"))
        ),
        in_baseline=_number("how many findings the baseline keeps silent"),
        findings={"type": "array", "items": {"$ref": "#/$defs/finding"}},
    )
    return {"finding": finding, "file": file}


def findings_schema() -> bytes:
    """Return the JSON Schema of the documents of `--format json`; `#/$defs/file` is that of a line of `jsonl`."""
    counts = {name: _number(f"how many {name}") for name in ("files", "errors", "warnings", "infos", "unreadable")}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What jatskit validate finds",
        **_object(
            "The document of jatskit validate --format json.",
            jatskit=_text("the version of jatskit"),
            target=_text("what the files were checked for; null: nothing in particular", missing=True),
            files={"type": "array", "items": {"$ref": "#/$defs/file"}},
            summary=_object("Counts over all files.", **counts),
        ),
        "$defs": _defs(),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
