"""Makes the files of docs/ that are made from the code: findings.md, cli.md, rules/ and the JSON Schemas.

usage: python docs/generate.py [--check]

With --check nothing is written; the exit code is 1 if a page is not what the code says.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import TypeAdapter

import jatskit
from jatskit.cli import cli
from jatskit.findings import KINDS
from jatskit.reporting import pages
from jatskit.reporting.validation.data import findings_schema
from jatskit.rules.checking import entries
from jatskit.writers.reference_lines import ReferenceLine

DOCS = Path(__file__).parent
_MADE = ("Made by `python docs/generate.py` from the code.", "")


def findings() -> str:
    """Return the page of all kinds of finding."""
    for module in pkgutil.walk_packages(jatskit.__path__, "jatskit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    rows = [f"| `{kind.id}` | {kind.severity} | {kind.meaning} |" for _, kind in sorted(KINDS.items())]
    table = ["| kind | severity | what it means |", "|---|---|---|", *rows]
    return "\n".join(["# Kinds of finding", "", *_MADE, *table, ""])


def _commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _commands(inner, click.Context(inner, info_name=name, parent=context))


def command_line() -> str:
    """Return the page of all help texts."""
    parts = ["# The command line", "", *_MADE]
    root = click.Context(cli, info_name="jatskit", terminal_width=100, max_content_width=100)
    for command, context in _commands(cli, root):
        context.terminal_width = context.max_content_width = 100
        parts += [f"## {context.command_path}", "", "```text", command.get_help(context), "```", ""]
    return "\n".join(parts)


def reference_schema() -> str:
    """Return the JSON Schema of a line that `jatskit references --to jsonl` writes."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(ReferenceLine).json_schema()}
    return json.dumps(schema, indent=2) + "\n"


def rules() -> dict[str, str]:
    """Return the pages of the rules, and their list, by the names of their files."""
    said = {f"rules/{entry.id}.md": f"{pages.markdown(entry)}\n{_MADE[0]}\n" for entry in entries().values()}
    head = "\n".join(["# Rules", "", *_MADE, "`jatskit explain RULE` shows these pages in a terminal.", "", ""])
    return {"rules/README.md": head + pages.index(entries().values()), **said}


def made() -> dict[str, str]:
    """Return every file that is made, by its name."""
    return {
        "findings.md": findings(),
        "cli.md": command_line(),
        "reference.schema.json": reference_schema(),
        "validation.schema.json": findings_schema().decode(),
        **rules(),
    }


def main() -> int:
    """Write the pages, or check them."""
    stale = []
    files = made()
    for page in (DOCS / "rules").glob("*.md"):
        if f"rules/{page.name}" not in files:
            stale.append(f"rules/{page.name}")
            if "--check" not in sys.argv:
                page.unlink()
    for name, text in files.items():
        page = DOCS / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                page.parent.mkdir(exist_ok=True)
                page.write_text(text, encoding="utf-8")
    if "--check" in sys.argv and stale:
        print(f"not what the code says: {', '.join(stale)}; run python docs/generate.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
