"""The evidence file: for every value of the article, where on the page it stands, or what else vouches for it.

It is JSON, the same for the same input: no clock, no paths of the machine but the name that the source was given.
"""

from __future__ import annotations

import json
from typing import Any

from jatskit import __version__
from jatskit.findings import Finding, address
from jatskit.protocols import Alternative, Evidence, Source, Span
from jatskit.protocols.evidence import quotation
from jatskit.reporting.outcome import Outcome
from jatskit.reporting.values import as_data, value_at

_COMPLETE = "every character of the page is a value's evidence, furniture or unassigned"
_NONE = "the input is not a page, so its characters are not accounted for"


def evidence_file(outcome: Outcome) -> bytes:
    """Return the evidence of an outcome, as a JSON document."""
    text = json.dumps(evidence_of(outcome), ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")  # a file name with odd bytes: `\udc80` is JSON, too


def evidence_of(outcome: Outcome) -> dict[str, Any]:
    """Return the evidence of an outcome, as JSON has it."""
    reading = outcome.reading
    source, accounts = reading.source, reading.accounts
    return {
        "jatskit": __version__,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "reason": source.reason,
            "characters": len(source.text),
        },
        "accounts": _COMPLETE if accounts else _NONE,
        "values": [_value(item, outcome) for item in reading.evidence],
        "alternatives": [_alternative(item, source) for item in reading.alternatives],
        "furniture": [{"rule": f.rule, **_stretch(f.span, source)} for f in accounts.furniture] if accounts else [],
        "unassigned": [_stretch(span, source) for span in accounts.unassigned] if accounts else [],
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _value(item: Evidence, outcome: Outcome) -> dict[str, Any]:
    source, article = outcome.reading.source, outcome.article or outcome.reading.article
    return {
        "path": address(item.path),
        "value": as_data(value_at(article, item.path)),
        "origin": str(item.origin),
        "certainty": str(item.certainty),
        "reason": item.reason,
        "normalisation": item.normalisation if item.spans else None,
        "spans": [_span(span, source) for span in item.spans],
        "quoted": quotation(source.text, item.spans) if item.spans else None,
    }


def _alternative(item: Alternative, source: Source) -> dict[str, Any]:
    return {
        "path": address(item.path),
        "field": item.about,
        "source": item.source,
        "says": item.quoted,
        "agrees": item.agrees,
        "distrusted": item.distrusted or None,
        "spans": [_span(span, source) for span in item.spans],
    }


def _span(span: Span, source: Source) -> dict[str, int]:
    place = source.place(span[0])
    return {"start": span[0], "end": span[1], "line": place.line, "column": place.column}


def _stretch(span: Span, source: Source) -> dict[str, Any]:
    start, end = span
    return {"start": start, "end": end, "line": source.place(start).line, "text": source.text[start:end]}


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "kind": finding.kind,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": address(finding.path),
        "place": {"file": place.file, "line": place.line, "column": place.column or None} if place else None,
        "advice": finding.advice,
    }
