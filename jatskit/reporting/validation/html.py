"""Findings as a page for a browser: one file that asks for nothing from anywhere, to filter by severity, rule and words.

What comes from the documents is escaped, and a content security policy lets only this module's own style and script work.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files as resources
from string import Template

from jatskit import __version__
from jatskit.findings import KINDS, Finding, Severity, address
from jatskit.reporting.lines import counted
from jatskit.reporting.markup import SEVERITIES, attribute, escaped
from jatskit.reporting.validation import About
from jatskit.rules.checking import entries
from jatskit.validating.checking import Checked
from jatskit.validating.excerpts import Excerpt


def html(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield the page. Files with findings come first, each with its findings in their order."""
    told = list(files)
    style, script = _asset("validation.css"), _asset("validation.js")
    kinds = Counter(finding.kind for file in told for finding in file.findings)
    severities = Counter(finding.severity for file in told for finding in file.findings)
    shown = [file for file in told if file.findings or file.refused]
    title = "Validation report" + (f" for {about.target}" if about.target else "")
    yield Template(_asset("validation.html")).substitute(
        version=attribute(__version__),
        title=escaped(title),
        style=style,
        style_hash=_checksum(style),
        script=script,
        script_hash=_checksum(script),
        counts=_counts(told, severities),
        severities="".join(_box(severity) for severity in reversed(Severity)),
        options="".join(f'<option value="{attribute(id)}">{escaped(id)} ({kinds[id]})</option>' for id in sorted(kinds)),
        summary=_summary(told),
        files="".join(map(_file, shown)) + _clean(told),
        rules="".join(_page(id) for id in sorted(kinds)),
    ).encode("utf-8", "backslashreplace").decode()  # fmt: skip


def _asset(name: str) -> str:
    return resources("jatskit.reporting").joinpath("assets", name).read_text(encoding="utf-8")


def _checksum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


_CODE = re.compile("`([^`]+)`")


def _prose(text: str) -> str:
    """Return the text of a rule's page, with what is code in it marked as such."""
    return _CODE.sub(r"<code>\1</code>", escaped(" ".join(text.split())))


def _says(id: str) -> str:
    """Return in a sentence what a rule demands, or what a kind of finding means."""
    entry = entries().get(id)
    return entry.page.summary if entry else KINDS[id].meaning


def _counts(files: list[Checked], severities: Counter[Severity]) -> str:
    valid = sum(file.clean for file in files)
    unreadable = sum(file.unreadable for file in files)
    known = sum(file.suppressed for file in files)
    said = [_count(len(files), "file"), f"<li><b>{valid:,}</b> without errors</li>"]
    said += [_count(severities[s], SEVERITIES[s], str(s)) for s in reversed(Severity) if severities[s]]
    said += [f'<li class="error"><b>{unreadable:,}</b> unreadable</li>'] if unreadable else []
    said += [f"<li><b>{known:,}</b> in the baseline</li>"] if known else []
    return "".join(said)


def _count(number: int, noun: str, name: str = "") -> str:
    figure, _, rest = counted(number, noun).partition(" ")
    return f'<li class="{name}"><b>{figure}</b> {rest}</li>'


def _box(severity: Severity) -> str:
    noun = SEVERITIES[severity]
    return f'<label><input type="checkbox" value="{severity}" checked> {noun}s <kbd>{noun[0]}</kbd></label>'


def _summary(files: list[Checked]) -> str:
    counts = Counter((finding.kind, finding.severity) for file in files for finding in file.findings)
    within = Counter(key for file in files for key in {(finding.kind, finding.severity) for finding in file.findings})
    if not counts:
        return "<p>Nothing to complain about.</p>"
    rows = ""
    for id, severity in sorted(counts, key=lambda key: (-key[1], -counts[key], key[0])):
        rows += (
            f'<tr class="{severity}"><td><button type="button" class="rule" data-rule="{attribute(id)}">{escaped(id)}'
            f'</button></td><td class="severity">{SEVERITIES[severity]}</td>'
            f"<td>{_prose(_says(id))}</td>"
            f'<td class="number">{counts[id, severity]:,}</td><td class="number">{within[id, severity]:,}</td></tr>'
        )
    head = (
        '<tr><th>Rule</th><th>Severity</th><th>What it demands</th><th class="number">Found</th>'
        '<th class="number">Files</th></tr>'
    )
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _file(file: Checked) -> str:
    quoted = file.excerpts or (None,) * len(file.findings)
    body = "".join(_finding(finding, excerpt) for finding, excerpt in zip(file.findings, quoted, strict=True))
    if file.refused:
        body = f'<p class="finding error">{escaped(" ".join(filter(None, file.refused)))}</p>' + body
    said = counted(len(file.findings), "finding") if file.findings else "unreadable"
    schema = f", {escaped(file.schema)}" if file.schema else ""
    name = attribute(file.name)
    return (
        f'<details class="file" open data-name="{name}"><summary>{escaped(file.name)}<small>{said}{schema}</small>'
        f"</summary>{body}</details>"
    )


def _clean(files: list[Checked]) -> str:
    names = [file.name for file in files if not file.findings and not file.refused]
    if not names:
        return ""
    listed = "".join(f"<li>{escaped(name)}</li>" for name in names)
    return (
        f'<details class="file" data-name=""><summary>{counted(len(names), "file")} without findings</summary>'
        f'<ul class="finding-free">{listed}</ul></details>'
    )


def _finding(finding: Finding, excerpt: Excerpt | None) -> str:
    place = finding.place
    at = ""
    if place:
        at = f"{place.line}:{place.column}" if place.column else f"{place.line}"
    where = finding.xpath or address(finding.path)
    parts = [
        f'<article class="finding {finding.severity}" tabindex="-1" data-severity="{finding.severity}" '
        f'data-rule="{attribute(finding.kind)}"><div class="head"><span class="severity">{SEVERITIES[finding.severity]}'
        f'</span><a class="rule" href="#rule-{attribute(finding.kind)}">{escaped(finding.kind)}</a>'
        f'<span class="place">{at}</span></div><p class="message">{escaped(finding.message)}</p>'
    ]
    if excerpt:
        parts.append(_excerpt(excerpt))
    if finding.advice:
        parts.append(f'<p class="advice"><b>Help:</b> {escaped(finding.advice)}</p>')
    if finding.fix:
        safety = "safe" if finding.fix.safe else "to be looked at"
        parts.append(f'<p class="advice"><b>Fix</b> ({safety}): {escaped(finding.fix.what)}</p>')
    if where:
        parts.append(f'<p class="xpath">{escaped(where)}</p>')
    return "".join(parts) + "</article>"


#: How many characters are shown before and after the part that a finding marks.
_AROUND = 70


def _excerpt(excerpt: Excerpt) -> str:
    before = excerpt.before if excerpt.cut_before else excerpt.before.lstrip()
    cut_before, cut_after = (
        excerpt.cut_before or len(before) > _AROUND,
        excerpt.cut_after or len(excerpt.after) > _AROUND,
    )
    before = ("…" if cut_before else "") + escaped(before[-_AROUND:])
    after = escaped(excerpt.after[:_AROUND]) + ("…" if cut_after else "")
    marked = f"<mark>{escaped(excerpt.marked)}</mark>" if excerpt.marked else ""
    return f'<pre><span class="line">{excerpt.line}</span>{before}{marked}{after}</pre>'


def _page(id: str) -> str:
    parts = [f'<article class="page" id="rule-{attribute(id)}"><h3>{escaped(id)}</h3><p>{_prose(_says(id))}</p>']
    entry = entries().get(id)
    if entry:
        page = entry.page
        said = [("", page.why), ("<b>Fix:</b> ", page.fix)]
        parts += [f"<p>{label}{_prose(text)}</p>" for label, text in said]
        parts.append(f"<pre>{escaped(page.good[0])}</pre>")
        parts.append(f'<p class="source">{_prose(page.source)}</p>')
    return "".join(parts) + "</article>"
