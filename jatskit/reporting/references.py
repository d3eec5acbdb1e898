"""What is told about a list of references: how many were read, in which styles, and what there is to say."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from jatskit.findings import KINDS, Finding, Place, Severity, address
from jatskit.protocols.evidence import quotation, value_of
from jatskit.reporting.layout import PIPED, hang, printable
from jatskit.reporting.lines import COLOURS, counted, finding_lines, shown

if TYPE_CHECKING:
    from jatskit.references.parsed import ParsedReference

#: Findings that are told one by one.
_SHOWN = 10


class Tally:
    """The counts of a list that is read bit by bit; it does not grow with the list. `file` is the input's name."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.references = self.whole = self.partly = self.bilingual = 0
        self.styles: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self._first: dict[str, Finding] = {}
        self._shown: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}

    def add(self, parsed: ParsedReference, line: int) -> None:
        """Count a reference that starts at a line."""
        self.references += 1
        citations = len(parsed.read.data)
        self.whole += parsed.is_whole
        self.partly += bool(citations) and not parsed.is_whole
        self.bilingual += citations > 1
        if citations and parsed.style:
            self.styles[parsed.style] += 1
        for finding in parsed.findings:
            self.find(finding, line)

    def find(self, finding: Finding, line: int) -> None:
        """Count a finding about the reference that starts at a line."""
        place = Place(self.file, line)
        told = Finding(finding.kind, finding.severity, finding.message, finding.path, place, finding.advice)
        self.kinds[told.kind] += 1
        self._first.setdefault(told.kind, told)
        if len(shown := self._shown[told.severity]) < _SHOWN:
            shown.append(told)

    def at_least(self, severity: Severity) -> int:
        """Return how many findings are as severe as that."""
        return sum(count for kind, count in self.kinds.items() if self._first[kind].severity >= severity)

    def brief(self, severity: Severity) -> str:
        """Return the findings that are as severe as that, one a line; of many, the first ones."""
        told = [finding for s in reversed(Severity) if s >= severity for finding in self._shown[s]]
        lines = [line for finding in told for line in finding_lines(finding, self.file)]
        if (more := self.at_least(severity) - len(told)) > 0:
            lines.append(f"{counted(more, 'more finding')}")
        return "\n".join(lines)

    def summary(self, written: list[str], *, width: int = PIPED) -> str:
        """Return the summary; `written` are its last lines."""
        failed = self.references - self.whole - self.partly
        read = f"{self.references:,}: {self.whole:,} read in full, {self.partly:,} in part, {failed:,} not"
        rows = [("references", read)]
        if self.bilingual:
            rows.append(("in two languages", f"{self.bilingual:,}"))
        if self.styles:
            rows.append(("styles", ", ".join(f"{style} {count:,}" for style, count in self.styles.most_common())))
        lines = [click.style(shown(self.file), bold=True)]
        lines += [line for label, text in rows for line in hang(f"  {label}", text, 20, width)]
        for severity in reversed(Severity):
            kinds = [kind for kind in self.kinds if self._first[kind].severity is severity]
            if kinds:
                noun = "note" if severity is Severity.INFO else str(severity)
                number = sum(self.kinds[kind] for kind in kinds)
                lines += ["", click.style(counted(number, noun), fg=COLOURS[severity], bold=True)]
                lines += [line for kind in kinds for line in self._told(kind, width)]
        return "\n".join([*lines, "", *written])

    def _told(self, kind: str, width: int) -> list[str]:
        first, count = self._first[kind], self.kinds[kind]
        place = click.style(shown(str(first.place)), bold=True)
        if count == 1:
            return [f"  {place} {click.style(kind, dim=True)}", *hang("", printable(first.message), 4, width)]
        times = click.style(f"{count:,} times", bold=True)
        meaning = KINDS[kind].meaning if kind in KINDS else first.message
        return [f"  {times} {click.style(kind, dim=True)}, the first at {place}", *hang("", meaning, 4, width)]


def evidence_line(parsed: ParsedReference, id: str, line: int) -> str:
    """Return the evidence of a reference as one line of JSON: where each of its values stands in its text."""
    text = parsed.text
    values: list[dict[str, Any]] = []
    inferred = {
        ("citations", i, *path): value for i, data in enumerate(parsed.read.data) for path, value in _flat(data)
    }
    for item in parsed.evidence:
        value = value_of(text, item.spans, item.normalisation) if item.spans else inferred.get(item.path)
        values.append(
            {
                "path": address(item.path),
                "value": value,
                "origin": str(item.origin),
                "certainty": str(item.certainty),
                "reason": item.reason,
                "normalisation": item.normalisation if item.spans else None,
                "spans": [{"start": start, "end": end} for start, end in item.spans],
                "quoted": quotation(text, item.spans) if item.spans else None,
            }
        )
    findings = [
        {"kind": f.kind, "severity": str(f.severity), "message": f.message, "path": address(f.path)}
        for f in parsed.findings
    ]
    record = {"id": id, "line": line, "text": text, "values": values, "findings": findings}
    return json.dumps(record, ensure_ascii=False)


def _flat(data: dict[str, Any]) -> Any:
    from jatskit.references.citations import flat

    return flat(data)
