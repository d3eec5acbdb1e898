"""`jatskit validate`: what is wrong with these documents?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatskit.cli import complain
from jatskit.cli.exits import EPILOG, Exit
from jatskit.cli.options import FILE, NEVER, failing, rules_option, target_option
from jatskit.errors import UnknownRule, UnknownTarget, UnusableSchema, UnusableSettings
from jatskit.findings import Severity

if TYPE_CHECKING:
    from jatskit.rules.targets import Demands
    from jatskit.validating.checking import Checked, Job, Mending
    from jatskit.validating.finding_files import Found
    from jatskit.validating.settings import Finder, Settings

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "junit", "github", "html")


@click.command(
    short_help="Check JATS XML, by its schema and by rules.",
    epilog="""\b
Examples:
  jatskit validate article.xml
  jatskit validate --target pmc issue/
  jatskit validate --select ART,CONTRIB-ORCID --ignore ART-SUBJECT article.xml
  jatskit validate --fix article.xml
  jatskit validate --format html --output report.html journal/
  jatskit validate --target schema article.xml
\n"""
    + EPILOG,
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE|FOLDER...")
@target_option(
    "What the documents are for: a tag set and version, to validate against that instead of what each document names; "
    "jats4r, pmc, crossref, doaj or scielo; or `schema`, to check XML against its own schema and for nothing else."
)
@click.option(
    "--schema", "schemas", type=FILE, multiple=True, metavar="FILE",
    help="A schema of your own: a DTD, .rng or .xsd takes the place of the document's; Schematron (.sch) comes on top.",
)  # fmt: skip
@click.option("--profile", type=FILE, metavar="FILE", help="A journal's profile: what it demands counts, too.")
@rules_option("--select", "Only these rules: ids or groups, parted by commas.")
@rules_option("--ignore", "Not these rules.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings, instead of those of the closest folder above.")
@click.option("--only-articles", is_flag=True, help="Pass over XML files that are no articles, though they are named.")
@click.option("--baseline", type=FILE, metavar="FILE", help="Known findings, which are not told again.")
@click.option("--write-baseline", is_flag=True, help="Write what is found now to the baseline, and tell nothing.")
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely; tell what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what may change what a document says.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The report's form."
)
@click.option("--output", "-o", type=FILE, default="-", metavar="FILE", help="Where the report goes.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1, 256), metavar="N", help="How many processes; else as many as help."
)
@click.option(
    "--fail-on",
    type=click.Choice([*(str(s) for s in Severity), NEVER]),
    help="The least severe finding that makes the exit status 1.  [default: error]",
)
def command(
    files: tuple[str, ...],
    target: str | None,
    schemas: tuple[str, ...],
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    only_articles: bool,
    baseline: str | None,
    write_baseline: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    form: str,
    output: str,
    jobs: int | None,
    fail_on: str | None,
) -> int:
    """Validate JATS documents, or metadata in JSON or YAML: by their schema, and by the rules that a target demands.

    A folder stands for all JATS documents in it. A file that cannot be read does not keep the others from being
    validated. `jatskit explain` says what a rule demands, and why.

    Settings stand in jatskit.toml, or in the table [tool.jatskit] of pyproject.toml, in the closest folder above a
    file: target, profile, select, ignore, per-file-ignores, baseline, fail-on. The command line counts before them.
    """
    from jatskit.cli.output import check
    from jatskit.validating.finding_files import find
    from jatskit.validating.running import run

    asked = _Asked(target, profile, select, ignore, schemas, Path(config) if config else None)
    try:
        for schema in schemas:
            _usable(schema)
        found = find(files, only_articles=only_articles, any_root=bool(schemas))
        common = asked.settings_above(found.files)
        baseline = baseline or _beside(common, common.baseline if common else None)
        if write_baseline and not baseline:
            raise click.UsageError("--write-baseline needs a --baseline to write to.")
        mending = _mending(files, fix=fix, unsafe=unsafe_fixes, diff=diff)
        check([output])
        known = _Known(None if write_baseline else baseline)
        plan = [asked.job(name, quoting=not (write_baseline or diff), mending=mending) for name in found.files]
        done: list[Checked] = []
        checked = _seen(known.fresh(_saved(run(plan, jobs)) if fix and not diff else run(plan, jobs)), done)
        if write_baseline and baseline:
            return _written(baseline, list(checked))
        if diff:
            _report_changes(output, checked)
            return _after_a_diff(done, found)
        _report(form, output, checked, target or (common.target if common else None) or "")
    except (UnusableSettings, UnusableSchema, UnknownRule, UnknownTarget) as error:
        complain(error.message, error.advice)
        return Exit.USAGE
    _conclude(done, found, table=form in ("text", "concise"))
    least = fail_on or (common.fail_on if common else None) or str(Severity.ERROR)
    if any(file.unreadable for file in done) or found.empty:
        return Exit.UNREADABLE
    told = [finding for file in done for finding in file.findings]
    return Exit.FINDINGS if failing(told, least) else Exit.CLEAN


def _usable(schema: str) -> None:
    """Read a schema before any document is read, so that other processes have it, too."""
    from jatskit.schema.files import schema_file

    schema_file(schema)


@dataclass
class _Asked:
    """What the command line asks for, and for each file what the settings above it add."""

    target: str | None
    profile: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    schemas: tuple[str, ...]
    config: Path | None
    given: Settings | None = None
    finder: Finder | None = None

    def settings(self, name: str) -> Settings | None:
        """Return the settings for a file: none for the bare verdict of the schema, which nothing may change."""
        from jatskit.rules.targets import SCHEMA_ONLY
        from jatskit.validating.settings import Finder, load

        if self.target == SCHEMA_ONLY:
            return None
        if self.config:
            self.given = self.given or load(self.config)
            return self.given
        self.finder = self.finder or Finder()
        return self.finder.for_folder(Path(os.path.abspath(name)).parent)  # noqa: PTH100  links are names like others

    def settings_above(self, names: Sequence[str]) -> Settings | None:
        """Return the settings that count for the run as a whole: those above the working folder, or else the first file."""
        here = self.settings("-")
        return here or (self.settings(names[0]) if names else None)

    def job(self, name: str, *, quoting: bool, mending: Mending) -> Job:
        """Return what is to be done with a file."""
        from jatskit.rules.selection import Selection
        from jatskit.validating.checking import Job

        settings = self.settings(name)
        selection = Selection(self.select, self.ignore)
        if settings:
            own = settings.selection
            ignore = own.ignore if not self.ignore else (*own.ignore, *self.ignore)
            try:
                within = os.path.relpath(name, settings.folder)
            except ValueError:  # another drive, or no name for a file
                within = name
            selection = Selection(self.select or own.select, ignore, own.by_file).within(within)
        return Job(name, self._demands(settings), selection, quoting, mending, schemas=self.schemas)

    def _demands(self, settings: Settings | None) -> Demands:
        from jatskit.rules.targets import SCHEMA_ONLY, demands

        target = self.target or (settings.target if settings else None)
        profile = self.profile or _beside(settings, settings.profile if settings else None)
        if profile is None or self.target == SCHEMA_ONLY:
            return demands(target)
        return _of_a_journal(profile, target)


def _of_a_journal(profile: str, target: str | None) -> Demands:
    from jatskit.pipeline import demands_of
    from jatskit.profiles import Profile
    from jatskit.rules.checking import entries
    from jatskit.rules.selection import refuse_unknown
    from jatskit.rules.targets import demands

    loaded = Profile.load(profile)
    if loaded.validation:
        refuse_unknown([*loaded.validation.rules, *loaded.validation.required], entries(), profile)
    return demands_of(loaded, demands(target) if target else None)


def _beside(settings: Settings | None, name: str | None) -> str | None:
    """Return a file that settings name, as seen from here."""
    return os.path.join(settings.folder, name) if settings and name else None  # noqa: PTH118  names of files are texts here


class _Known:
    """Takes the findings of a baseline out of what was found."""

    def __init__(self, name: str | None) -> None:
        from jatskit.validating.baseline import Baseline

        self._baseline = Baseline.load(name) if name else None

    def fresh(self, files: Iterable[Checked]) -> Iterator[Checked]:
        for file in files:
            yield file.keeping(self._baseline.fresh(file.name, file.findings)) if self._baseline else file


def _seen(files: Iterable[Checked], done: list[Checked]) -> Iterator[Checked]:
    """Pass the files on, keep account of them, and say which cannot be read or are not mended to the end."""
    from jatskit.reporting.lines import shown

    for file in files:
        if file.refused:
            complain(*file.refused)
        if file.unfinished:
            complain(f"{shown(file.name)}: there is more to mend than one run mends", "Look at it, and run it again.")
        done.append(file)
        yield file


def _mending(files: Sequence[str], *, fix: bool, unsafe: bool, diff: bool) -> Mending:
    """Return which fixes are to be made; refuse what cannot be meant."""
    from jatskit.protocols.files import STDIN
    from jatskit.validating.checking import Mending

    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff.")
    if fix and not diff and STDIN in files:
        raise click.UsageError("standard input cannot be mended in place: name a file, or use --diff.")
    if not (fix or diff):
        return Mending.NOTHING
    return Mending.ALL if unsafe else Mending.SAFE


def _saved(files: Iterable[Checked]) -> Iterator[Checked]:
    """Write each file that was mended; whole or not at all."""
    from jatskit.cli.output import write

    for file in files:
        if file.mended:
            write({file.name: file.after})
        yield file


def _report_changes(output: str, files: Iterator[Checked]) -> None:
    """Write what fixes would change, as a unified diff."""
    from jatskit.cli.output import streams
    from jatskit.reporting.validation.changes import changes

    with streams([output]) as (stream,):
        for file in files:
            stream.write(changes(file).encode())


def _after_a_diff(files: list[Checked], found: Found) -> int:
    from jatskit.reporting.lines import counted

    number = sum(len(file.mended) for file in files)
    changed = sum(bool(file.mended) for file in files)
    click.echo(f"{counted(number, 'finding')} would be mended in {counted(changed, 'file')}", err=True)
    if found.empty or any(file.refused for file in files):
        return Exit.UNREADABLE
    return Exit.FINDINGS if changed else Exit.CLEAN


def _report(form: str, output: str, files: Iterator[Checked], target: str) -> None:
    """Write the report, bit by bit as the files are checked; to a file whole or not at all."""
    from jatskit.cli.output import STDOUT, streams
    from jatskit.reporting.layout import colour
    from jatskit.reporting.validation import About, report

    chunks = report(form)(files, About(target))
    if output == STDOUT:
        for chunk in chunks:
            click.echo(chunk, nl=False, color=colour())
        return
    with streams([output]) as (stream,):
        for chunk in chunks:
            stream.write(click.unstyle(chunk).encode("utf-8", "backslashreplace"))


def _written(baseline: str, files: list[Checked]) -> int:
    from jatskit.cli.output import write
    from jatskit.reporting.lines import counted, shown
    from jatskit.validating.baseline import baseline_of

    write({baseline: baseline_of(baseline, [(file.name, file.findings) for file in files])})
    number = sum(len(file.findings) for file in files)
    click.echo(f"{shown(baseline)}: {counted(number, 'finding')} of {counted(len(files), 'file')}", err=True)
    return Exit.UNREADABLE if any(file.unreadable for file in files) else Exit.CLEAN


def _conclude(files: list[Checked], found: Found, *, table: bool) -> None:
    """Say on standard error what was found in all files, and what was passed over."""
    from jatskit.reporting.layout import colour
    from jatskit.reporting.lines import shown
    from jatskit.reporting.validation import text

    lines = [*text.table(files), ""] if table and len(files) > 1 else []
    lines = lines if len(lines) > 1 else []
    for folder in found.empty:
        complain(f"{shown(folder)}: there is no JATS document in this folder")
    if found.skipped:
        said = ", ".join(f"{number:,} {reason}" for reason, number in sorted(found.skipped.items()))
        lines.append(f"passed over: {said}")
    click.echo("\n".join([*lines, text.summary(files)]), err=True, color=colour())
