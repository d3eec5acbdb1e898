"""`jatskit init`: a profile to fill in."""

from __future__ import annotations

import os

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE


@click.command(short_help="Write a journal profile to fill in.", epilog=EPILOG)
@click.argument("file", type=FILE, default="journal.toml")
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
def command(file: str, force: bool) -> int:
    """Write a journal profile to fill in to FILE (journal.toml if none is named; - prints it).

    A profile holds the facts that a journal's pages do not state: its ISSN, its publisher, its licence.
    """
    from jatskit.cli.output import UnwritableOutput, write
    from jatskit.profiles import template
    from jatskit.reporting.lines import shown

    if file != "-" and not force and os.path.lexists(file):
        raise UnwritableOutput(f"{shown(file)} is there already", "Name another file, or overwrite it with --force.")
    write({file: template().encode()})
    if file != "-":
        click.echo(f"{shown(file)}: fill it in, then: jatskit convert PAGE --profile {shown(file)}", err=True)
    return Exit.CLEAN
