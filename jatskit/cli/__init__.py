"""The command line: arguments in, exit status out.

A command is the module of its name, which holds `command` and is imported when it is called; what a command needs
beyond click it imports when it runs. So `jatskit --version` and `--help` are quick.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from jatskit import __version__
from jatskit.cli.exits import EPILOG, Exit
from jatskit.errors import JatskitError, UnknownTarget

__all__ = ["cli", "main"]

COMMANDS = ("convert", "references", "validate", "explain", "diff", "init", "schemas")

#: Objects that are made before garbage is looked for among them.
_OBJECTS = 100_000
#: Set to 1, it shows the traceback of an internal error.
DEBUG = "JATSKIT_DEBUG"


class Jatskit(click.Group):
    """The group of all commands, and the one place where an exception becomes an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"jatskit.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; a name that is almost one is told so."""
        if args[0] not in COMMANDS:
            import difflib

            close = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"Did you mean {close[0]}?" if close else f"The commands are {', '.join(COMMANDS)}."
            ctx.fail(f"No such command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]  # click's overloads tell apart what we never return
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **settings: Any
    ) -> NoReturn:
        """Run a command line, and exit."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a letter that the terminal cannot show is no reason to fail
                stream.reconfigure(errors="backslashreplace")
        sys.exit(int(self._status(args, prog_name or "jatskit", settings)))

    def _status(self, args: Sequence[str] | None, prog_name: str, settings: dict[str, Any]) -> int:
        settings["standalone_mode"] = False
        try:
            return int(super().main(args, prog_name, **settings) or Exit.CLEAN)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            complain("interrupted")
            return Exit.INTERRUPTED
        except JatskitError as error:
            complain(error.message, error.advice)
            return Exit.USAGE if isinstance(error, UnknownTarget) else Exit.UNREADABLE
        except Exception as error:  # noqa: BLE001  the last resort: whatever gets here is a bug, and is told as one
            if os.environ.get(DEBUG) == "1":
                import traceback

                traceback.print_exc()
            words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            complain(f"internal error: {words}; this is a bug, please report it ({DEBUG}=1 shows the traceback)")
            return Exit.INTERNAL

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; standard output that cannot be written ends it."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:  # who read our output has seen enough: no words
            _drop_stdout()
            ctx.exit(Exit.UNREADABLE)
        except OSError as error:  # commands name their files themselves; only the standard streams are left
            if error.filename is not None:
                raise
            _drop_stdout()
            complain(f"standard output cannot be written: {error.strerror or type(error).__name__}")
            ctx.exit(Exit.UNREADABLE)
        return result


def _drop_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str, advice: str = "") -> None:
    """Say on standard error what went wrong, and what to do about it."""
    from jatskit.reporting.layout import colour, printable

    text = click.style("jatskit:", bold=True) + f" {printable(message)}"
    if advice:
        text += f"\n  {click.style('help:', fg='cyan')} {printable(advice)}"
    with contextlib.suppress(OSError):  # there is nowhere left to say it
        click.echo(text, err=True, color=colour())


@click.group(
    cls=Jatskit, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="jatskit", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn the page of a journal article into JATS XML that the official schema accepts.

    Every value of the XML is quoted from the page, supplied by the journal's profile, or marked as inferred.
    """


def main() -> NoReturn:
    """Run the command line of this process, and exit."""
    # What a command makes lives as long as it is needed, so that looking for garbage after each few objects finds none.
    gc.set_threshold(_OBJECTS, 20, 20)
    # No name is looked up in its table of phrases, which takes longer to load than most pages to convert.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    cli.main()
