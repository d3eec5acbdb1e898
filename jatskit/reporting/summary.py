"""The summary of a conversion, for the person at the terminal.

It has ANSI colours in it, which `click.echo` takes out where they are not wanted.
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from jatskit.findings import KINDS, Finding, Severity, address
from jatskit.reporting.facts import found, missing
from jatskit.reporting.layout import PIPED, hang, printable
from jatskit.reporting.lines import COLOURS, counted, finding_lines, place_of, shown
from jatskit.reporting.outcome import Outcome

_INDENT = 14


def summary(outcome: Outcome, output: str, evidence: str | None = None, *, width: int = PIPED) -> str:
    """Return what was found, what is missing, what is wrong, where the article could go, and what was written."""
    article, source = outcome.article, outcome.reading.source
    parts = [[click.style(shown(source.name), bold=True) + click.style(f"  ({source.encoding})", dim=True)]]
    if article is not None:
        parts[0] += _rows(found(article, outcome.reading.evidence), width)
        if lacking := missing(article):
            parts.append(_row("not found", ", ".join(lacking), width, fg="yellow"))
    parts += _findings(outcome, width)
    if outcome.readiness:
        rows = [click.style("Ready for", bold=True)]
        for row in outcome.readiness:
            if row.missing:
                rows += _row(f"  {row.name}", f"missing: {', '.join(row.missing)}", width, fg="yellow")
            else:
                rows += _row(f"  {row.name}", "ready", width, fg="green")
        parts.append(rows)
    parts.append(_last(outcome, output, evidence))
    return "\n\n".join("\n".join(part) for part in parts)


def brief(outcome: Outcome, findings: Iterable[Finding]) -> str:
    """Return the given findings, and whether nothing was written: all that is said when quiet is asked for."""
    lines = [line for finding in findings for line in finding_lines(finding, outcome.reading.source.name)]
    if not outcome.data:
        lines.append(_nothing(outcome))
    return "\n".join(lines)


def _rows(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    return [line for label, text in rows for line in _row(f"  {label}", text, width)]


def _row(label: str, text: str, width: int, fg: str | None = None) -> list[str]:
    first, *rest = hang(label, printable(text), _INDENT + 2, width)
    styled = click.style(label, dim=fg is None or None, fg=fg if label == "not found" else None)
    body = first[len(label) :]
    if fg and label != "not found":
        body = click.style(body, fg=fg)
        rest = [click.style(line, fg=fg) for line in rest]
    return [styled + body, *rest]


def _findings(outcome: Outcome, width: int) -> list[list[str]]:
    groups = []
    for severity in reversed(Severity):
        some = [finding for finding in outcome.findings if finding.severity is severity]
        if some:
            noun = "note" if severity is Severity.INFO else str(severity)
            groups.append([click.style(counted(len(some), noun), fg=COLOURS[severity], bold=True)])
            groups[-1] += _told(some, outcome.reading.source.name, width)
    return groups


def _told(findings: list[Finding], file: str, width: int) -> list[str]:
    """Tell each finding; of notes of one kind, only how many they are and where the first of them is."""
    lines: list[str] = []
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.kind, []).append(finding)
    for kind, some in kinds.items():
        if len(some) > 1 and some[0].severity is Severity.INFO:
            lines += _counted(kind, some, file, width)
            continue
        for finding in some:
            place = place_of(finding, file) if finding.place else printable(address(finding.path)) or shown(file)
            place = click.style(place, bold=True)
            lines.append(f"  {place} {click.style(kind, dim=True)}")
            lines += hang("", printable(finding.message), 4, width)
            if finding.advice:
                first, *rest = hang("    help: ", printable(finding.advice), 10, width)
                lines += [f"    {click.style('help:', fg='cyan')}{first[9:]}", *rest]
    return lines


def _counted(kind: str, findings: list[Finding], file: str, width: int) -> list[str]:
    places = [place_of(finding, file) for finding in findings if finding.place]
    where = f", the first at {places[0]}" if places else ""
    lines = [f"  {click.style(f'{len(findings)} times', bold=True)} {click.style(kind, dim=True)}{where}"]
    meaning = KINDS[kind].meaning if kind in KINDS else findings[0].message
    return lines + hang("", printable(meaning), 4, width)


def _last(outcome: Outcome, output: str, evidence: str | None) -> list[str]:
    lines = [_written(outcome, output) if outcome.data else _nothing(outcome)]
    if evidence is not None:
        name = "standard output" if evidence == "-" else shown(evidence)
        values = counted(len(outcome.reading.evidence), "value")
        lines.append(f"{click.style(name, bold=True)}: evidence of {values}")
    return lines


def _written(outcome: Outcome, output: str) -> str:
    name = "standard output" if output == "-" else shown(output)
    faults = _schema_errors(outcome)
    if outcome.target is None:
        what = click.style("metadata in JSON", fg="green")
    elif faults:
        what = click.style(f"not valid {_schema(outcome)} ({counted(faults, 'error')})", fg="red")
    else:
        what = click.style(f"valid {_schema(outcome)}", fg="green")
    return f"{click.style(name, bold=True)}: {what}"


def _nothing(outcome: Outcome) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in outcome.findings)
    why = f" because of {counted(errors, 'error')}" if errors else ""
    schema = f" as {_schema(outcome)}" if outcome.target else ""
    return click.style(f"Nothing was written{schema}{why}.", fg="red")


def _schema_errors(outcome: Outcome) -> int:
    return sum(f.severity is Severity.ERROR and f.kind.startswith("schema-") for f in outcome.findings)


def _schema(outcome: Outcome) -> str:
    target = outcome.target
    if target is None:
        return ""
    return f"{target.tag_set.title()} {target.version}{' with OASIS tables' * target.oasis}"
