"""`jatskit schemas`: which schemas there are, and whether they are as they were published; those of jatskit's own JSON."""

from __future__ import annotations

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE


@click.group(
    short_help="List the schemas, check them, or export those of jatskit's own JSON.",
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


@command.command("export", short_help="Write the JSON Schema of metadata, or of findings.", epilog=EPILOG)
@click.argument("file", type=FILE, default="-")
@click.option(
    "--of",
    "what",
    type=click.Choice(["metadata", "findings"]),
    default="metadata",
    show_default=True,
    help="Metadata in JSON and YAML, or what `validate --format json` and `jsonl` say.",
)
def export(file: str, what: str) -> int:
    """Write a JSON Schema to FILE (standard output if none is named).

    With that of metadata, editors complete and check metadata that are written by hand.
    """
    from jatskit.cli.output import write

    if what == "findings":
        from jatskit.reporting.validation.data import findings_schema

        write({file: findings_schema()})
        return Exit.CLEAN
    from jatskit.writers.metadata import metadata_schema

    write({file: metadata_schema()})
    return Exit.CLEAN
