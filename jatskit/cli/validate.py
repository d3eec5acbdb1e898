"""`jatskit validate`: is this valid JATS?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from jatskit.cli import complain
from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, fail_on_option, failing, read, target_option
from jatskit.errors import UnreadableSource
from jatskit.findings import Finding, Severity

if TYPE_CHECKING:
    from jatskit.protocols import Source


@click.command(
    short_help="Check JATS XML against the official schema.",
    epilog="""\b
Examples:
  jatskit validate article.xml
  jatskit validate --target publishing-1.4 issue/*.xml
\n"""
    + EPILOG,
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@target_option("The schema to validate against; otherwise the one that each document names.")
@fail_on_option
def command(files: tuple[str, ...], target: str | None, fail_on: str) -> int:
    """Validate JATS documents, or metadata in JSON, against the official schemas.

    Each finding is one line on standard output, with the place that it is about. A file that cannot be read does not
    keep the others from being validated.
    """
    from jatskit.pipeline import validate
    from jatskit.reporting.layout import colour
    from jatskit.reporting.lines import counted, finding_lines, shown

    told: list[Finding] = []
    unreadable = 0
    for name in files:
        try:
            source = read(name)
            findings = validate(source, target=target)
            clean = all(finding.severity < Severity.ERROR for finding in findings)
            verdict = _schema_of(source, target) if clean else ""
        except UnreadableSource as error:
            complain(error.message, error.advice)
            unreadable += 1
            continue
        for finding in findings:
            click.echo("\n".join(finding_lines(finding, source.name)), color=colour())
        if clean:
            click.echo(f"{shown(source.name)}: {click.style('valid', fg='green')} ({verdict})", color=colour())
        told += findings
    counts = Counter(finding.severity for finding in told)
    said = [counted(len(files), "file"), *(counted(counts[s], str(s)) for s in reversed(Severity) if counts[s])]
    said += [f"{unreadable} unreadable"] if unreadable else []
    said += [] if told or unreadable else ["nothing to complain about"]
    click.echo(", ".join(said), err=True)
    if unreadable:
        return Exit.UNREADABLE
    return Exit.FINDINGS if failing(told, fail_on) else Exit.CLEAN


def _schema_of(source: Source, target: str | None) -> str:
    """Say what a valid input was validated against."""
    if not source.text.lstrip().startswith("<"):
        return "metadata"
    if target is not None:
        return target
    from jatskit.schema.gate import target_of_document
    from jatskit.schema.parsing import parse

    return target_of_document(parse(source.data, source.name)).name
