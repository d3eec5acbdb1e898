"""`jatskit convert`: a page in, an article out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, fail_on_option, failing, read, target_option

if TYPE_CHECKING:
    from jatskit.pipeline import Result

#: As `jatskit.pipeline` has them, which is not imported for a help page; a test compares the two.
FORMATS_IN = ("auto", "text", "jats", "json")
FORMATS_OUT = ("jats", "json")


@click.command(
    short_help="Turn an article's page into JATS XML.",
    epilog="""\b
Examples:
  jatskit convert page.txt -o article.xml
  jatskit convert page.txt --profile journal.toml --evidence evidence.json -o article.xml
  jatskit convert page.txt --evidence evidence.html -o article.xml
  jatskit convert article.xml --target publishing-1.4 -o newer.xml
  curl -s … | jatskit convert - --to json
\n"""
    + EPILOG,
)
@click.argument("page", type=FILE)
@click.option("-o", "--output", type=FILE, default="-", metavar="FILE", help="Write FILE, not standard output.")
@click.option("--from", "from_", type=click.Choice(FORMATS_IN), default="auto", show_default=True, help="What PAGE is.")
@click.option("--to", type=click.Choice(FORMATS_OUT), default="jats", show_default=True, help="What to write.")
@target_option("The tag set and version to write, such as archiving-1.3; see jatskit schemas.", writable=True)
@click.option("--profile", type=FILE, metavar="FILE", help="The journal's own facts; see jatskit init.")
@click.option(
    "--evidence",
    type=FILE,
    metavar="FILE",
    help="Write where each value comes from: as a page for the browser if FILE ends in .html, otherwise as JSON.",
)
@fail_on_option
@click.option("--allow-invalid", is_flag=True, help="Write the XML even if the official schema refuses it.")
@click.option("-q", "--quiet", is_flag=True, help="No summary: only the findings that make the exit status 1.")
def command(
    page: str,
    output: str,
    from_: str,
    to: str,
    target: str | None,
    profile: str | None,
    evidence: str | None,
    fail_on: str,
    allow_invalid: bool,
    quiet: bool,
) -> int:
    """Turn PAGE into JATS XML, or into metadata as JSON.

    PAGE is the text of an article's page, a JATS document or metadata in JSON; - is standard input. A summary of what
    was found, what is missing and what is wrong goes to standard error. XML that the official schema refuses is not
    written.
    """
    refuse_same_files({"PAGE": page, "--profile": profile}, {"--output": output, "--evidence": evidence})
    from jatskit.cli.output import check, write
    from jatskit.pipeline import convert
    from jatskit.profiles import Profile
    from jatskit.reporting.layout import colour, stderr_width
    from jatskit.reporting.summary import brief, summary

    check(name for name in (output, evidence) if name is not None)
    facts = Profile.load(profile) if profile is not None else None
    result = convert(read(page), from_=from_, to=to, target=target, profile=facts, allow_invalid=allow_invalid)
    outputs = {output: result.data} if result.data else {}
    if evidence is not None:  # where nothing may be written it shows why
        outputs[evidence] = _evidence(result, evidence)
    write(outputs)
    blamed = failing(result.findings, fail_on)
    text = brief(result, blamed) if quiet else summary(result, output, evidence, width=stderr_width())
    if text:
        click.echo(text, err=True, color=colour())
    return Exit.FINDINGS if blamed or not result.data else Exit.CLEAN


def _evidence(result: Result, file: str) -> bytes:
    if file.lower().endswith((".html", ".htm")):
        from jatskit.reporting.evidence_page import evidence_page

        return evidence_page(result)
    from jatskit.reporting.evidence import evidence_file

    return evidence_file(result)


def refuse_same_files(read_names: dict[str, str | None], written: dict[str, str | None]) -> None:
    """Raise UsageError if a file that is written is one that is read, or two outputs are one file."""
    for what, name in written.items():
        for other, other_name in read_names.items():
            if name is not None and other_name is not None and name != "-" and _same(name, other_name):
                raise click.UsageError(f"{what} is the same file as {other}; it would be overwritten.")
    output, evidence = written["--output"], written["--evidence"]
    if output is not None and evidence is not None and (evidence == output or _same(evidence, output)):
        raise click.UsageError("--evidence and --output are the same file.")


def _same(one: str, other: str) -> bool:
    if "-" in (one, other) or "\0" in one + other:
        return False
    try:
        return Path(one).samefile(other)
    except OSError:  # one of them is not there, or not to be looked at
        return os.path.realpath(one) == os.path.realpath(other)
