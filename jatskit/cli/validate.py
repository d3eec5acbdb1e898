"""`jatskit validate`: is this valid JATS?"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatskit.cli import complain
from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, ITS_OWN, fail_on_option, failing, read, target_option
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
  jatskit validate --target schema article.xml
\n"""
    + EPILOG,
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@target_option(
    "What the documents are for: a tag set and version, to validate against that instead of what each document names; "
    "jats4r, pmc, crossref, doaj or scielo; or `schema`, to check XML against its own schema and for nothing else."
)
@fail_on_option
def command(files: tuple[str, ...], target: str | None, fail_on: str) -> int:
    """Validate JATS documents, or metadata in JSON or YAML, against the official schemas.

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
            name = source.name
            findings = validate(source, target=target)
            clean = all(finding.severity < Severity.ERROR for finding in findings)
            verdict = _schema_of(source, target) if clean else ""
        except UnreadableSource as error:
            if target == ITS_OWN and Path(name).is_file() and os.access(name, os.R_OK):
                from jatskit.schema.gate import not_well_formed

                findings, clean = (not_well_formed(error, name),), False
            else:
                complain(error.message, error.advice)
                unreadable += 1
                continue
        for finding in findings:
            click.echo("\n".join(finding_lines(finding, name)), color=colour())
        if clean:
            click.echo(f"{shown(name)}: {click.style('valid', fg='green')} ({verdict})", color=colour())
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
    if target != ITS_OWN and not source.text.lstrip().startswith("<"):
        return "metadata"
    from jatskit.rules.targets import demands
    from jatskit.rules.validation import schema_of
    from jatskit.schema.parsing import parse

    return schema_of(parse(source.data, source.name), demands(target)).name
