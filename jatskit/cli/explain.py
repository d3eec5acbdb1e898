"""`jatskit explain`: what a rule demands, why, and how to do it."""

from __future__ import annotations

import click

from jatskit.cli.exits import EPILOG, Exit


@click.command(
    short_help="Say what a rule demands, why, and how to mend it.",
    epilog="""\b
Examples:
  jatskit explain
  jatskit explain ART-DOI
  jatskit explain REF
\n"""
    + EPILOG,
)
@click.argument("rules", nargs=-1, metavar="[RULE]...")
def command(rules: tuple[str, ...]) -> int:
    """Say what rules demand, why, and how to do it, with examples; without an argument, list all rules.

    RULE is an id, or a group, whose rules are listed.
    """
    from jatskit.errors import UnknownRule
    from jatskit.reporting.layout import colour
    from jatskit.reporting.pages import listed, shown
    from jatskit.reporting.validation.text import columns
    from jatskit.rules.checking import entries
    from jatskit.rules.selection import refuse_unknown
    from jatskit.rules.targets import belongs

    known = entries()
    try:
        refuse_unknown(rules, known, "")
    except UnknownRule as error:
        raise click.UsageError(f"{error.message.removeprefix(': ')}. {error.advice}") from None
    lines: list[str] = []
    for number, name in enumerate(rules or ("",)):
        lines += [""] if number else []
        entry = known.get(name.upper())
        if entry:
            lines += shown(entry, min(columns(), 100))
        else:
            lines += listed(entry for id, entry in known.items() if not name or belongs(id, name))
    click.echo("\n".join(lines), color=colour())
    return Exit.CLEAN
