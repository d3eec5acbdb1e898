"""`jatskit schemas`: which schemas there are, and whether they are as they were published."""

from __future__ import annotations

import click

from jatskit.cli.exits import EPILOG, Exit


@click.command(short_help="List the schemas, or check them.", epilog=EPILOG)
@click.option("--check", is_flag=True, help="Compare every schema file with its checksum.")
def command(check: bool) -> int:
    """List the JATS tag sets and versions: their names, public identifiers and DTD files.

    Documents are validated against all of them; only some can be written.
    """
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
