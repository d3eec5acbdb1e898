"""The evidence as a page for a browser: the source beside the fields, the findings in the margin.

It is made of what the evidence file holds (`evidence_of`), stands in one file and asks for nothing from anywhere.
The page that was read is hostile until proven otherwise: all that comes from it is escaped, and a content security
policy lets only this module's own style and script work, by their checksums.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Template
from typing import Any

from jatskit import __version__
from jatskit.findings import Finding, Path, Severity
from jatskit.reporting.evidence import evidence_of
from jatskit.reporting.facts import missing
from jatskit.reporting.field_list import Item, field_list, group_of
from jatskit.reporting.lines import counted
from jatskit.reporting.markup import SEVERITIES, attribute, escaped
from jatskit.reporting.outcome import Outcome
from jatskit.reporting.source_column import (
    Mark,
    Note,
    evidence_mark,
    furniture_mark,
    source_column,
    unassigned_mark,
)
from jatskit.reporting.values import words

#: Notes are folded from so many on.
_FOLDED_NOTES = 3


def evidence_page(outcome: Outcome) -> bytes:
    """Return the evidence of an outcome, as an HTML document in UTF-8."""
    told = evidence_of(outcome)
    source, article = outcome.reading.source, outcome.article or outcome.reading.article
    paths = [item.path for item in outcome.reading.evidence]
    findings = _Findings(outcome, paths)
    items = [
        Item(number, path, value, findings.flags(number))
        for number, (path, value) in enumerate(zip(paths, told["values"], strict=True))
    ]
    accounted = outcome.reading.accounts is not None
    style, script = _asset("evidence.css"), _asset("evidence.js")
    lacking = missing(article)
    absent = f'<p class="missing"><b>Not found:</b> {escaped(", ".join(lacking))}</p>\n' if lacking else ""
    page = Template(_asset("evidence.html")).substitute(
        version=escaped(__version__),
        name=attribute(source.name),
        title=escaped(words(article.title) or source.name),
        encoding=escaped(source.encoding),
        reason=attribute(source.reason),
        style=style,
        style_hash=_checksum(style),
        script=script,
        script_hash=_checksum(script),
        counts=_counts(outcome, told),
        accounts=_accounts(told, source.text, accounted=accounted),
        source_class="noted" if findings.notes else "plain",
        source="".join(source_column(source, _marks(told, paths, source.text), findings.notes, fold=accounted)),
        findings="".join(findings.html()),
        fields=absent + "".join(field_list(items)),
        readiness=_readiness(outcome),
    )
    return page.encode("utf-8", "backslashreplace")


def _asset(name: str) -> str:
    return files("jatskit.reporting").joinpath("assets", name).read_text(encoding="utf-8")


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _marks(told: Mapping[str, Any], paths: list[Path], text: str) -> Iterator[Mark]:
    """Yield the marks of all spans; white space that is furniture or unassigned is not worth one."""
    for number, (path, value) in enumerate(zip(paths, told["values"], strict=True)):
        for at, span in enumerate(value["spans"]):
            yield evidence_mark(span["start"], span["end"], number, at, group_of(path))
    for stretch in told["furniture"]:
        if not stretch["text"].isspace():
            yield furniture_mark(stretch["start"], stretch["end"], stretch["rule"])
    for number, stretch in enumerate(told["unassigned"]):
        if not stretch["text"].isspace():
            yield unassigned_mark(stretch["start"], stretch["end"], number)


# -- counts -------------------------------------------------------------------------------------------------


def _counts(outcome: Outcome, told: Mapping[str, Any]) -> str:
    origins = Counter(value["origin"] for value in told["values"])
    severities = Counter(finding.severity for finding in outcome.findings)
    of = ", ".join(
        f"{origins[origin]} {label}"
        for origin, label in (("profile", "from the profile"), ("inference", "inferred"))
        if origins[origin]
    )
    values = _count(len(told["values"]), "value") + (f" ({of})" if of else "")
    told_findings = [
        f'<li class="{severity}">{_count(severities[severity], SEVERITIES[severity])}</li>'
        for severity in reversed(Severity)
        if severities[severity]
    ]
    return f"<li>{values}</li>{''.join(told_findings)}"


def _count(number: int, noun: str) -> str:
    figure, _, rest = counted(number, noun).partition(" ")
    return f"<b>{figure}</b> {rest}"


def _accounts(told: Mapping[str, Any], text: str, *, accounted: bool) -> str:
    """Return how much of the text each account holds, in visible characters; or that there are no accounts."""
    if not accounted:
        return f'<p class="accounts">{escaped(told["accounts"][:1].upper() + told["accounts"][1:])}.</p>'
    sizes = {name: sum(_visible(s["text"]) for s in told[name]) for name in ("furniture", "unassigned")}
    total = _visible(text)
    sizes = {"evidence": total - sum(sizes.values()), **sizes}
    labels = {"evidence": "in fields", "furniture": "furniture", "unassigned": "unassigned"}
    bars, legend, x = "", "", 0.0
    for name, size in sizes.items():
        share = 100 * size / total
        bars += f'<rect class="bar-{name}" x="{x:.2f}" width="{share:.2f}" height="1"/>'
        legend += f'<span><i class="bar-{name}"></i>{_percent(size, total)} {labels[name]}</span>'
        x += share
    svg = f'<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'
    return f'<div class="accounts"><span>{counted(total, "character")} that can be seen:</span>{legend}{svg}</div>'


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


def _percent(size: int, total: int) -> str:
    """Return a share, never rounded to nothing or to all."""
    percent = round(100 * size / total)
    if percent == 0 and size:
        return "under 1 %"
    return "over 99 %" if percent == 100 and size < total else f"{percent} %"


# -- findings -----------------------------------------------------------------------------------------------


class _Findings:
    """The findings, tied to the fields and to the lines that they are about."""

    def __init__(self, outcome: Outcome, paths: list[Path]) -> None:
        self._file = outcome.reading.source.name
        self._numbered = list(enumerate(outcome.findings))
        exact: dict[Path, int] = {}
        beneath: dict[Path, int] = {}
        for number, path in enumerate(paths):
            exact.setdefault(path, number)
            for length in range(1, len(path)):
                beneath.setdefault(path[:length], number)
        self._flags: dict[int, str] = {}
        self._fields: dict[int, int] = {}
        self.notes: dict[int, list[Note]] = {}
        for number, finding in self._numbered:
            value = next(
                (
                    known[finding.path[:length]]
                    for length in range(len(finding.path), 0, -1)
                    for known in (exact, beneath)
                    if finding.path[:length] in known
                ),
                None,
            )
            if value is not None:
                self._fields[number] = value
                self._flags[value] = self._flags.get(value, "") + _flag(number, finding)
            if finding.place and finding.place.file == self._file:
                note = Note(finding.place.column, _note(number, finding))
                self.notes.setdefault(finding.place.line, []).append(note)

    def flags(self, value: int) -> str:
        """Return the links from a value to the findings about it."""
        return self._flags.get(value, "")

    def html(self) -> Iterator[str]:
        """Yield the findings, the most severe first; several notes are folded."""
        if not self._numbered:
            yield '<p class="none">There are none.</p>\n'
        for severity in reversed(Severity):
            some = [(number, finding) for number, finding in self._numbered if finding.severity is severity]
            if not some:
                continue
            fold = severity is Severity.INFO and len(some) >= _FOLDED_NOTES
            yield f'<details class="more"><summary>{counted(len(some), "note")}</summary>' if fold else ""
            yield "<ol>\n"
            for number, finding in some:
                yield self._finding(number, finding)
            yield "</ol>\n"
            yield "</details>\n" if fold else ""

    def _finding(self, number: int, finding: Finding) -> str:
        links, place = [], finding.place
        if place and place.file == self._file:
            links.append(f'<a href="#m{number}">line {place.line}</a>')
        elif place:
            links.append(f"<span>{escaped(str(place))}</span> ")
        if number in self._fields:
            links.append(f'<a href="#f{self._fields[number]}">its field</a>')
        where = '<p class="where">' + "".join(links) + "</p>" if links else ""
        advice = f'<p class="advice">{escaped(finding.advice)}</p>' if finding.advice else ""
        return (
            f'<li class="finding {finding.severity}" id="n{number}" tabindex="-1">'
            f'<p><span class="severity">{SEVERITIES[finding.severity].capitalize()}</span> '
            f'<span class="kind">{escaped(finding.kind)}</span></p>'
            f"<p>{escaped(finding.message)}</p>{advice}{where}</li>\n"
        )


def _note(number: int, finding: Finding) -> str:
    word = SEVERITIES[finding.severity].capitalize()
    return (
        f'<a class="note {finding.severity}" id="m{number}" href="#n{number}">'
        f"{word}: {escaped(finding.kind)} <span>{escaped(finding.message)}</span></a>"
    )


def _flag(number: int, finding: Finding) -> str:
    return f'<a class="flag {finding.severity}" href="#n{number}">{SEVERITIES[finding.severity]}</a>'


def _readiness(outcome: Outcome) -> str:
    if not outcome.readiness:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escaped(row.name)}</th><td>'
        + (f"missing: {escaped(', '.join(row.missing))}" if row.missing else '<span class="ready">ready</span>')
        + "</td></tr>"
        for row in outcome.readiness
    )
    return (
        '<section id="ready" aria-labelledby="ready-heading"><h2 id="ready-heading">Ready for</h2>'
        f"<table>{rows}</table></section>"
    )
