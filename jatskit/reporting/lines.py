"""A finding as a line that editors and terminals can follow to its place."""

from __future__ import annotations

import click

from jatskit.findings import Finding, Severity
from jatskit.reporting.layout import printable

#: How each severity is coloured.
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def shown(name: str) -> str:
    """Return a file's name, fit for one line."""
    return printable(name)


def place_of(finding: Finding, file: str) -> str:
    """Return `file:line:column`, as far as it is known."""
    return shown(str(finding.place) if finding.place else file)


def finding_lines(finding: Finding, file: str) -> list[str]:
    """Return `file:line:column: severity kind message`, and the advice on a line of its own."""
    severity = click.style(str(finding.severity), fg=COLOURS[finding.severity], bold=True)
    place = click.style(f"{place_of(finding, file)}:", bold=True)
    lines = [f"{place} {severity} {finding.kind} {printable(finding.message)}"]
    if finding.advice:
        lines.append(f"    {click.style('help:', fg='cyan')} {printable(finding.advice)}")
    return lines


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 file`, `2 files`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
