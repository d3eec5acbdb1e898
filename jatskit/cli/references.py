"""`jatskit references`: citations in, their parts out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import click

from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, NEVER, fail_on_option, target_option

if TYPE_CHECKING:
    from jatskit.findings import Finding
    from jatskit.references.parsed import ParsedReference
    from jatskit.reporting.references import Tally
    from jatskit.schema.catalogue import Target

FORMATS = ("jats", "csl-json", "jsonl")
#: References that are in memory at a time, and pass the gate together.
_BATCH = 1000


@click.command(
    short_help="Cut citations into their parts.",
    epilog="""\b
Examples:
  jatskit references list.txt -o list.xml
  jatskit references list.txt --to csl-json -o list.json
  pdftotext list.pdf - | jatskit references --lines wrapped --to jsonl
\n"""
    + EPILOG,
)
@click.argument("file", type=FILE, default="-")
@click.option("-o", "--output", type=FILE, default="-", metavar="FILE", help="Write FILE, not standard output.")
@click.option("--to", type=click.Choice(FORMATS), default="jats", show_default=True, help="What to write.")
@click.option(
    "--lines",
    type=click.Choice(["one", "wrapped"]),
    default="one",
    show_default=True,
    help="one: each line is a citation. wrapped: a citation goes on to the next label, or to a blank line.",
)
@target_option("The tag set and version to write; only Archiving takes a list alone.", writable=True)
@click.option("--evidence", type=FILE, metavar="FILE", help="Write as JSON lines where each value stands.")
@fail_on_option
@click.option("-q", "--quiet", is_flag=True, help="No summary: only the findings that make the exit status 1.")
def command(
    file: str, output: str, to: str, lines: str, target: str | None, evidence: str | None, fail_on: str, quiet: bool
) -> int:
    """Cut the citations of FILE, or of standard input, into their parts.

    Each line that is not blank is one citation and gives one reference, in order, whatever is in it; a label before it
    ([1], (1), 1., 1)) is kept as its label, and a line that is nothing but a label belongs to the next line. What is
    not sure to be a part stays in the raw text, which is always written. The outputs: a JATS document with the list
    alone, CSL-JSON, or JSON lines with each part's place in the text. Lists of any length are read; memory does not
    grow.
    """
    from jatskit.cli.convert import refuse_same_files
    from jatskit.cli.output import check, streams
    from jatskit.errors import UnreadableSource
    from jatskit.findings import Severity
    from jatskit.protocols.files import STDIN, STDIN_NAME
    from jatskit.protocols.lines import open_lines
    from jatskit.references.listing import citations_in
    from jatskit.reporting.layout import colour, stderr_width
    from jatskit.reporting.lines import shown
    from jatskit.reporting.references import Tally, evidence_line

    refuse_same_files({"FILE": file}, {"--output": output, "--evidence": evidence})
    check(name for name in (output, evidence) if name is not None)
    tally = Tally(STDIN_NAME if file == STDIN else file)
    least = None if fail_on == NEVER else Severity[fail_on.upper()]
    form, lacking, chosen = _form(to, target)
    if lacking:
        reasons = [f"{finding.kind}: {finding.message}" for finding in lacking]
        click.echo("\n".join([*reasons, "Nothing was written."]), err=True, color=colour())
        return Exit.FINDINGS
    with open_lines(file) as text:
        batches = _batches(citations_in(text, wrapped=lines == "wrapped"))
        first = next(batches, None)
        if first is None:
            raise UnreadableSource(f"{tally.file} is empty", "Give one citation a line.")
        with streams([output] if evidence is None else [output, evidence]) as opened:
            opened[0].write(form.head)
            batch: list[_Item] | None = first
            while batch is not None:
                data, findings = form.batch(batch)
                opened[0].write(data)
                for item in batch:
                    tally.add(item.parsed, item.line)
                for index, finding in findings:
                    tally.find(finding, batch[index].line)
                if evidence is not None:
                    told = (evidence_line(item.parsed, f"ref{item.n}", item.line) + "\n" for item in batch)
                    opened[1].write("".join(told).encode())
                _progress(tally, quiet=quiet)
                batch = next(batches, None)
            opened[0].write(form.tail)
    if quiet:
        message = "" if least is None else tally.brief(least)
    else:
        names = {"jats": f"valid Archiving {chosen.version}" if chosen else "", "csl-json": "CSL-JSON"}
        written = {output: names.get(to, "JSON lines")} | ({} if evidence is None else {evidence: "evidence"})
        last = [f"{'standard output' if name == '-' else shown(name)}: {what}" for name, what in written.items()]
        message = tally.summary(last, width=stderr_width())
    if message:
        click.echo(message, err=True, color=colour())
    return Exit.FINDINGS if least is not None and tally.at_least(least) else Exit.CLEAN


@dataclass(frozen=True, slots=True)
class _Item:
    """A reference: its number in the list and the line that it starts at, both from 1."""

    n: int
    line: int
    parsed: ParsedReference


@dataclass(frozen=True, slots=True)
class _Form:
    """An output form: what a batch is written as, with findings by the index in the batch, and what stands around."""

    batch: Callable[[Sequence[_Item]], tuple[bytes, list[tuple[int, Finding]]]]
    head: bytes = b""
    tail: bytes = b""


@dataclass(slots=True)
class _Separated:
    """Items of a JSON array, with commas between them."""

    started: bool = field(default=False)

    def batch(self, items: Sequence[_Item]) -> tuple[bytes, list[tuple[int, Finding]]]:
        from jatskit.writers.csl import csl_json

        text = ",\n".join(csl_json(item.parsed.reference_with(f"ref{item.n}")) for item in items)
        lead, self.started = ",\n" if self.started else "", True
        return (lead + text).encode(), []


def _form(to: str, target: str | None) -> tuple[_Form, tuple[Finding, ...], Target | None]:
    """Return an output form, what the target lacks, and the target if it is JATS."""
    if to == "csl-json":
        return _Form(_Separated().batch, b"[\n", b"\n]\n"), (), None
    if to == "jsonl":
        from jatskit.writers.reference_lines import reference_line

        def lines(items: Sequence[_Item]) -> tuple[bytes, list[tuple[int, Finding]]]:
            return "".join(reference_line(item.parsed, item.n, item.line) + "\n" for item in items).encode(), []

        return _Form(lines), (), None
    from jatskit.jats.reference_list import ReferenceListWriter
    from jatskit.schema.catalogue import TagSet, Target

    chosen = Target.parse(target) if target else Target(TagSet.ARCHIVING)
    writer = ReferenceListWriter(chosen)

    def jats(items: Sequence[_Item]) -> tuple[bytes, list[tuple[int, Finding]]]:
        data, findings = writer.batch([item.parsed.reference_with(f"ref{item.n}") for item in items])
        return data, [(index, f) for f in findings for index in f.path[1:2] if isinstance(index, int)]

    return _Form(jats, writer.head, writer.tail), writer.required(), chosen


def _batches(citations: Iterator[tuple[int, str]]) -> Iterator[list[_Item]]:
    from jatskit.references.parse import parse_reference

    numbered = enumerate(citations, 1)
    while batch := [_Item(n, line, parse_reference(text)) for n, (line, text) in islice(numbered, _BATCH)]:
        yield batch


def _progress(tally: Tally, *, quiet: bool) -> None:
    if not quiet and sys.stderr is not None and sys.stderr.isatty() and tally.references >= _BATCH:
        click.echo(f"\r{tally.references:,} references\r", nl=False, err=True)
