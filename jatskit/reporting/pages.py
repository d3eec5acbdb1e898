"""The pages of the rules: for a terminal, and as files in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from jatskit.findings import Severity
from jatskit.reporting.layout import printable, wrap
from jatskit.reporting.lines import COLOURS
from jatskit.rules.rule import Entry
from jatskit.rules.targets import DESTINATIONS, demands


def weights(entry: Entry) -> list[tuple[str, str]]:
    """Return how much a rule matters for each destination: the name, and the severity, “required”, or “not counted”."""
    said = []
    for name, shown in DESTINATIONS.items():
        wanted = demands(name)
        severity = wanted.severity(entry.id, entry.severity)
        required = entry.id in wanted.required()
        said.append((shown, "required" if required else "not counted" if severity is None else str(severity)))
    return said


def listed(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each rule: its id, how severe it is, and what it demands."""
    all_ = list(entries)
    widest = max((len(entry.id) for entry in all_), default=0)
    for entry in all_:
        severity = _usual(entry)
        word = click.style(f"{severity or 'off'!s:7}", fg=COLOURS[severity] if severity else None)
        yield f"{click.style(f'{entry.id:{widest}}', bold=True)}  {word}  {printable(entry.page.summary)}"


def _usual(entry: Entry) -> Severity | None:
    return demands(None).severity(entry.id, entry.severity)


def shown(entry: Entry, columns: int) -> Iterator[str]:
    """Yield the lines of a rule's page for a terminal."""
    page = entry.page
    severity = _usual(entry)
    colour = COLOURS[severity] if severity else None
    yield f"{click.style(entry.id, bold=True)} ({click.style(str(severity or 'only where a target asks for it'), fg=colour)})"
    yield from wrap(page.summary, columns)
    for head, text in (("What", page.what), ("Why", page.why), ("Fix", page.fix)):
        yield ""
        yield click.style(head, bold=True)
        yield from _paragraphs(text, columns)
    for head, snippets, colour in (("Bad", page.bad, "red"), ("Good", page.good, "green")):
        for snippet in snippets:
            yield ""
            yield click.style(head, bold=True, fg=colour)
            yield from (f"    {line}" for line in snippet.splitlines())
    yield ""
    yield click.style("Counts", bold=True) + "  " + ", ".join(f"{name}: {word}" for name, word in weights(entry))
    yield click.style("Source", bold=True) + "  " + " ".join(page.source.split())


def _paragraphs(text: str, columns: int) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from wrap(" ".join(paragraph.split()), columns)


def markdown(entry: Entry) -> str:
    """Return a rule's page as a file in Markdown."""
    page = entry.page
    severity = _usual(entry)
    usual = f"an {severity}" if severity in (Severity.ERROR, Severity.INFO) else f"a {severity}"
    parts = [
        f"# {entry.id}",
        page.summary,
        f"Usually {usual}." if severity else "Counts only where a target asks for it.",
    ]
    for head, text in (("What", page.what), ("Why", page.why), ("Fix", page.fix)):
        parts += [f"## {head}", text]
    for head, snippets in (("Bad", page.bad), ("Good", page.good)):
        parts += [f"## {head}", *(f"```xml\n{snippet}\n```" for snippet in snippets)]
    rows = [f"| {name} | {word} |" for name, word in weights(entry)]
    parts += ["## Where it counts", "\n".join(["| target | |", "|---|---|", *rows]), "## Source", page.source]
    return "\n\n".join(parts) + "\n"


def index(entries: Iterable[Entry]) -> str:
    """Return the list of all rules in Markdown, with links to their pages."""
    rows = [
        f"| [{entry.id}]({entry.id}.md) | {_usual(entry) or 'off'} | {entry.page.summary} |"
        for entry in entries
    ]  # fmt: skip
    return "\n".join(["| rule | severity | what it demands |", "|---|---|---|", *rows, ""])
