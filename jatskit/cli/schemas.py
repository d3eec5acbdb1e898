"""`jatskit schemas`: which schemas there are, and whether they are as they were published; the metadata's schema."""

from __future__ import annotations

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE


@click.group(
    short_help="List the schemas, check them, or export the one of metadata.",
    epilog=EPILOG,
    invoke_without_command=True,
    subcommand_metavar="[export]",
)
@click.option("--check", is_flag=True, help="Compare every schema file with its checksum.")
@click.pass_context
def command(context: click.Context, check: bool) -> int:
    """List the JATS tag sets and versions: their names, public identifiers and DTD files.

    Documents are validated against all of them; only some can be written.
    """
    if context.invoked_subcommand is not None:
        return Exit.CLEAN
    if check:
        return _check()
    from jatskit.schema.catalogue import KNOWN, WRITABLE

    widest = max(len(target.name) for target in KNOWN)
    files = [target.dtd_file.relative_to(target.dtd_file.parents[1]).as_posix() for target in KNOWN]
    longest = max(map(len, files))
    click.echo(f"{'NAME':{widest}}  WRITTEN  {'DTD':{longest}}  PUBLIC IDENTIFIER")
    for target, file in zip(KNOWN, files, strict=True):
        written = "yes" if target in WRITABLE else "no"
        click.echo(f"{target.name:{widest}}  {written:7}  {file:{longest}}  {target.public_id}")
    return Exit.CLEAN


def _check() -> int:
    from jatskit.schema.catalogue import checksums

    files = list(checksums())
    damaged = [name for name, intact in files if not intact]
    for name in damaged:
        click.echo(f"{name}: missing, or not as it was published")
    if damaged:
        click.echo(f"{len(damaged)} of {len(files)} schema files are damaged: install jatskit again", err=True)
        return Exit.UNREADABLE
    click.echo(f"{len(files)} schema files, all as they were published", err=True)
    return Exit.CLEAN


@command.command("export", short_help="Write the JSON Schema of metadata.", epilog=EPILOG)
@click.argument("file", type=FILE, default="-")
def export(file: str) -> int:
    """Write the JSON Schema of metadata in JSON and YAML to FILE (standard output if none is named).

    With it, editors complete and check metadata that are written by hand.
    """
    from jatskit.cli.output import write
    from jatskit.writers.metadata import metadata_schema

    write({file: metadata_schema()})
    return Exit.CLEAN
