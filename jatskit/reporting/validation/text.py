"""Findings for people at a terminal: with the line of the source that each is about, or a line for each."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from jatskit.findings import Finding, Severity, address
from jatskit.language import width
from jatskit.reporting.layout import clip, hang, printable
from jatskit.reporting.lines import COLOURS, counted, finding_lines, shown
from jatskit.reporting.validation import About
from jatskit.validating.checking import Checked
from jatskit.validating.excerpts import Excerpt

#: How wide a report is that goes into a file or a pipe, and the least and the most in a terminal.
PIPED, NARROWEST, WIDEST = 120, 50, 160


def columns() -> int:
    """Return how wide the lines of a report on standard output may be."""
    if os.environ.get("COLUMNS", "").isdigit() or (sys.stdout is not None and sys.stdout.isatty()):
        return max(NARROWEST, min(shutil.get_terminal_size((PIPED, 24)).columns, WIDEST))
    return PIPED


def text(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield each finding with the line of the source that it is about."""
    wide = columns()
    for file in files:
        for index, finding in enumerate(file.findings):
            excerpt = file.excerpts[index] if file.excerpts else None
            yield "\n".join(finding_block(finding, excerpt, file.name, wide)) + "\n\n"
        yield from _verdict(file)


def concise(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield each finding as a line that begins with its place."""
    for file in files:
        for finding in file.findings:
            yield "\n".join(finding_lines(finding, file.name)) + "\n"
        yield from _verdict(file)


def _verdict(file: Checked) -> Iterator[str]:
    if file.clean:
        verdict = click.style("valid", fg="green") if file.valid else "no errors but those that are ignored"
        yield f"{shown(file.name)}: {verdict} ({file.schema})\n"


def finding_block(finding: Finding, excerpt: Excerpt | None, file: str, wide: int) -> list[str]:
    """Return the lines of one finding: what is wrong, where, the source with a mark under it, and what to do."""
    colour = COLOURS[finding.severity]
    head = click.style(f"{finding.severity}[{finding.kind}]", fg=colour, bold=True)
    margin = len(str(excerpt.line)) if excerpt else 1
    edge = click.style("|", fg="blue")
    blank = f"{' ' * margin} {edge}"
    first = f"{finding.severity}[{finding.kind}]: "
    said = hang(first, printable(finding.message), min(len(first), 12), wide)
    lines = [head + said[0][len(first) - 2 :] if said[0].startswith(first) else head + ": " + said[0]]
    lines += [click.style(line, bold=True) for line in said[1:]]
    place = shown(str(finding.place) if finding.place else file)
    lines.append(f"{' ' * margin}{click.style('-->', fg='blue')} {place}")
    if excerpt:
        number = click.style(str(excerpt.line), fg="blue")
        source, mark = _drawn(excerpt, wide - margin - 3)
        lines += [blank, f"{number} {edge} {source}".rstrip(), f"{blank} {click.style(mark, fg=colour, bold=True)}"]
    elif finding.path:
        lines.append(f"{blank} {printable(address(finding.path))}")
    for word, said_ in _notes(finding):
        label = f"{' ' * margin} = {word}: "
        body = hang(label, printable(said_), len(label), wide)
        body[0] = (
            body[0]
            .replace("=", click.style("=", fg="blue"), 1)
            .replace(f"{word}:", click.style(f"{word}:", fg="cyan"), 1)
        )
        lines += body
    return lines


def _notes(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.expected and finding.expected not in finding.message and finding.expected not in finding.advice:
        yield "expected", finding.expected
    if finding.advice:
        yield "help", finding.advice
    if finding.fix and finding.fix.what.rstrip(".") not in finding.advice:
        yield "fix" if finding.fix.safe else "unsafe fix", finding.fix.what
    if finding.kind.isupper():
        yield "note", f"jatskit explain {finding.kind}"


def _drawn(excerpt: Excerpt, wide: int) -> tuple[str, str]:
    """Return the line, cut around the marked part to so many columns, and the marks below that part."""
    before = ("…" if excerpt.cut_before else "") + printable(excerpt.before)
    marked = printable(excerpt.marked)
    after = printable(excerpt.after) + ("…" if excerpt.cut_after else "")
    wide = max(wide, 20)
    longest = max(10, wide * 2 // 3)
    if width(marked) > longest:
        marked, after = clip(marked, longest), ""
    room = wide - width(marked)
    behind = min(width(after), room // 4)
    ahead = min(width(before), room - behind)
    behind = min(width(after), room - ahead)
    if width(before) > ahead:
        before = "…" + _last(before, ahead - 1)
    if not before.strip("… ") and not excerpt.cut_before and len(before) > 8:
        before = before[-8:]
    after = clip(after, behind) if behind else ""
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


def _last(text: str, wide: int) -> str:
    """Return the end of a text that takes so many columns at most."""
    kept, used = len(text), 0
    while kept and used + width(text[kept - 1]) <= wide:
        kept -= 1
        used += width(text[kept])
    return text[kept:]


def table(files: Sequence[Checked]) -> list[str]:
    """Return the summary of several files: for each rule, how often it found something, and in how many files."""
    counts: Counter[tuple[str, Severity]] = Counter()
    within: dict[tuple[str, Severity], set[str]] = {}
    fixes: Counter[tuple[str, Severity]] = Counter()
    for file in files:
        for finding in file.findings:
            key = (finding.kind, finding.severity)
            counts[key] += 1
            fixes[key] += finding.fix is not None
            within.setdefault(key, set()).add(file.name)
    if not counts:
        return []
    rows = sorted(counts, key=lambda key: (-key[1], -counts[key], key[0]))
    widest = max(len("RULE"), *(len(kind) for kind, _ in rows))
    lines = [f"{'RULE':{widest}}  {'SEVERITY':8}  {'FOUND':>7}  {'FILES':>6}  {'FIXABLE':>7}"]
    for key in rows:
        kind, severity = key
        word = click.style(f"{severity!s:8}", fg=COLOURS[severity])
        lines.append(f"{kind:{widest}}  {word}  {counts[key]:>7,}  {len(within[key]):>6,}  {fixes[key] or '':>7}")
    return lines


def summary(files: Sequence[Checked]) -> str:
    """Return the last line: how many files there were, and what was found in them."""
    counts = Counter(finding.severity for file in files for finding in file.findings)
    said = [counted(len(files), "file"), *(counted(counts[s], str(s)) for s in reversed(Severity) if counts[s])]
    unreadable = sum(file.unreadable for file in files)
    known = sum(file.suppressed for file in files)
    said += [f"{unreadable:,} unreadable"] if unreadable else []
    said += [] if counts or unreadable else ["nothing to complain about"]
    said += [f"{known:,} in the baseline"] if known else []
    mended = sum(len(file.mended) for file in files)
    said += [f"{mended:,} mended"] if mended else []
    return ", ".join(said) + _mendable(files)


def _mendable(files: Sequence[Checked]) -> str:
    """Say how many of the findings fixes would mend."""
    fixes = [finding.fix for file in files for finding in file.findings if finding.fix]
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    said = f"; {safe:,} can be mended with --fix" if safe else ""
    if unsafe:
        said += f"{f', {unsafe:,} more' if safe else f'; {unsafe:,} can be mended'} with --fix --unsafe-fixes"
    return said
