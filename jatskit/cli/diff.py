"""`jatskit diff`: in which metadata two inputs differ."""

from __future__ import annotations

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, read


@click.command(
    short_help="Say in which metadata two inputs differ.",
    epilog="""\b
Examples:
  jatskit diff page.txt article.xml
  jatskit diff old.xml new.xml --json
\n"""
    + EPILOG,
)
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Write the differences as JSON.")
def command(a: str, b: str, as_json: bool) -> int:
    """Compare the metadata of A and B, field by field.

    Each is the text of an article's page, a JATS document of any version, or metadata in JSON or YAML; one of them may
    be -, standard input. The exit status is 0 if they are equal and 1 if they differ. The ids that a document gives its
    affiliations and references are not compared.
    """
    if a == b == "-":
        raise click.UsageError("Only one of A and B can be standard input.")
    from jatskit.comparing import differences
    from jatskit.pipeline import read as read_article
    from jatskit.reporting.differences import difference_lines, differences_json
    from jatskit.reporting.layout import colour

    sources = [read(name) for name in (a, b)]
    one, other = (read_article(source).article for source in sources)
    found = differences(one, other)
    names = [source.name for source in sources]
    text = differences_json(found, *names) if as_json else "\n".join(difference_lines(found, *names))
    click.echo(text, color=False if as_json else colour())
    return Exit.FINDINGS if found else Exit.CLEAN
