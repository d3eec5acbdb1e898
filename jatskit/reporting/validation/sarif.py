"""Findings as SARIF 2.1.0 (OASIS), which code scanning services read: rules with their pages, fixes, fingerprints."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from jatskit import __version__
from jatskit.findings import KINDS, Finding, Severity
from jatskit.reporting.validation import About
from jatskit.rules.checking import entries
from jatskit.rules.rule import Entry
from jatskit.validating.baseline import VERSION, fingerprint
from jatskit.validating.checking import Checked
from jatskit.validating.excerpts import Excerpt

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: The kind of a file that cannot be read, which is no result but a notification.
_UNREADABLE = "unreadable"


def sarif(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield the log: one run, with all rules in the order of the catalogue, and the results in that of the files."""
    known = entries()
    results: list[dict[str, Any]] = []
    unreadable: list[dict[str, Any]] = []
    told = list(files)
    others = sorted({finding.kind for file in told for finding in file.findings} - known.keys())
    index = {id: number for number, id in enumerate([*known, *others])}
    for file in told:
        seen: Counter[str] = Counter()
        quoted = file.excerpts or (None,) * len(file.findings)
        for finding, excerpt in zip(file.findings, quoted, strict=True):
            results.append(_result(finding, excerpt, file.name, index, seen))
        if file.refused:
            text = ". ".join(filter(None, (part.rstrip(".") for part in file.refused))) + "."
            unreadable.append(
                {
                    "level": "error",
                    "descriptor": {"id": _UNREADABLE},
                    "message": {"text": text},
                    "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.name)}}],
                }
            )
    invocation: dict[str, Any] = {"executionSuccessful": not unreadable}
    if unreadable:
        invocation["toolExecutionNotifications"] = unreadable
    run = {
        "tool": {"driver": {"name": "jatskit", "version": __version__, "semanticVersion": __version__,
                            "rules": [*map(_rule, known.values()), *map(_kind, others)]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "artifacts": [{"location": _artifact(file.name), "mimeType": "application/xml"} for file in told],
        "results": results,
        **({"properties": {"target": about.target}} if about.target else {}),
    }  # fmt: skip
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode() + "\n"


def _rule(entry: Entry) -> dict[str, Any]:
    page = entry.page
    fix, source = _flowing(page.fix), _flowing(page.source)
    return {
        "id": entry.id,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": _flowing(f"{page.what}\n{page.why}")},
        "help": {
            "text": f"{fix}\n\nSource: {source}",
            "markdown": f"{fix}\n\n```xml\n{page.good[0]}\n```\n\nSource: {source}",
        },
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
        "properties": {"tags": [entry.group]},
    }


def _kind(id: str) -> dict[str, Any]:
    """Return a kind of finding that is about no document in JATS: metadata."""
    kind = KINDS[id]
    level = _LEVELS[kind.severity]
    return {"id": id, "shortDescription": {"text": kind.meaning}, "defaultConfiguration": {"level": level}}


def _flowing(text: str) -> str:
    return " ".join(text.split())


def _artifact(name: str) -> dict[str, str]:
    """Return a file's location: names are relative as they were given, and as URIs have them."""
    return {"uri": quote(name.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/~")}


def _result(
    finding: Finding, excerpt: Excerpt | None, file: str, index: dict[str, int], seen: Counter[str]
) -> dict[str, Any]:
    known = fingerprint(finding)
    seen[known] += 1
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if finding.place:
        physical["region"] = _region(finding, excerpt)
    location: dict[str, Any] = {"physicalLocation": physical}
    logical = finding.xpath or ".".join(map(str, finding.path))
    if logical:
        location["logicalLocations"] = [{"fullyQualifiedName": logical, "kind": "element"}]
    text = f"{finding.message}." + (f" {finding.advice}" if finding.advice else "")
    said: dict[str, Any] = {
        "ruleId": finding.kind,
        "ruleIndex": index[finding.kind],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {f"jatskit/v{VERSION}": f"{known}:{seen[known]}"},
    }
    if finding.fix:
        replacements = [
            {
                "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                **({"insertedContent": {"text": edit.text}} if edit.text else {}),
            }
            for edit in finding.fix.edits
        ]
        said["fixes"] = [
            {
                "description": {"text": f"{finding.fix.what}."},
                "artifactChanges": [{"artifactLocation": _artifact(file), "replacements": replacements}],
                "properties": {"safe": finding.fix.safe},
            }
        ]
    return said


def _region(finding: Finding, excerpt: Excerpt | None) -> dict[str, Any]:
    place = finding.place
    assert place is not None  # noqa: S101  the caller has looked
    region: dict[str, Any] = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    if excerpt and excerpt.marked and not excerpt.more:
        region["snippet"] = {"text": excerpt.marked}
    return region
