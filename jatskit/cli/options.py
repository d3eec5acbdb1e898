"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jatskit.errors import UnknownTarget, UnreadableSource
from jatskit.findings import Finding, Severity

if TYPE_CHECKING:
    from jatskit.protocols import Source

_Command = TypeVar("_Command", bound=Callable[..., Any])

NEVER = "never"
#: The target that is no schema's name: the one that a document declares, to write it again.
KEEP = "keep"

#: The name of a file. Whether it can be read or written is found out by doing it.
FILE = click.Path(readable=False)


def _known(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a target in full (`archiving` is `archiving-1.3`), before anything is read."""
    from jatskit.rules.targets import demands

    try:
        return demands(value).name if value is not None else None
    except UnknownTarget as error:
        raise click.BadParameter(f"{error.message}. {error.advice}", ctx, param) from None


def _writable(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """As `_known`, of a target that articles are written for, or `keep`."""
    from jatskit.schema.catalogue import WRITABLE

    if value == KEEP:
        return value
    name = _known(ctx, param, value)
    if name is not None and name not in (names := [target.name for target in WRITABLE]):
        message = f"jatskit validates {name} and does not write it. It writes: {', '.join(names)}."
        raise click.BadParameter(message, ctx, param)
    return name


def target_option(text: str, *, writable: bool = False) -> Callable[[_Command], _Command]:
    """Return the option --target, with a help text; `writable` if the target is to be written."""
    return click.option("--target", callback=_writable if writable else _known, metavar="NAME", help=text)


def fail_on_option(command: _Command) -> _Command:
    """Add the option --fail-on."""
    return click.option(
        "--fail-on",
        type=click.Choice([*(str(s) for s in Severity), NEVER]),
        default=str(Severity.ERROR),
        show_default=True,
        help="The least severe finding that makes the exit status 1.",
    )(command)


def _rule_names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids and groups that are named, and refuse one that does not exist."""
    names = tuple(name.strip() for part in value for name in part.split(",") if name.strip())
    if names:
        from jatskit.errors import UnknownRule
        from jatskit.rules.checking import entries
        from jatskit.rules.selection import refuse_unknown

        try:
            refuse_unknown(names, entries(), "")
        except UnknownRule as error:
            message = error.message.removeprefix(": ")
            raise click.BadParameter(f"{message}. {error.advice}", ctx, param) from None
    return names


def rules_option(name: str, text: str) -> Callable[[_Command], _Command]:
    """Return an option that names rules or groups, and may be given several times."""
    return click.option(name, multiple=True, callback=_rule_names, metavar="RULES", help=text)


def failing(findings: Iterable[Finding], fail_on: str) -> list[Finding]:
    """Return the findings that are as severe as --fail-on says."""
    if fail_on == NEVER:
        return []
    least = Severity[fail_on.upper()]
    return [finding for finding in findings if finding.severity >= least]


def read(name: str) -> Source:
    """Return an input; `-` is standard input."""
    from jatskit.protocols import Source

    if name == "-" and sys.stdin is None:
        raise UnreadableSource("standard input is closed", "Name a file.")
    return Source.from_path(name)
