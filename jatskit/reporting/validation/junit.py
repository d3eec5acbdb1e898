"""Findings as JUnit's XML, which build servers show: a suite for each file, in it a case for each rule that found fault.

A case fails if its rule found errors or warnings; remarks stand in the suite's output. A file without any is one case
that passes; one that cannot be read is a case with an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from jatskit.findings import Finding, Severity
from jatskit.reporting.validation import About
from jatskit.validating.checking import Checked

#: What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield the document."""
    suites = [_suite(file) for file in files]
    tests, failures, errors = sum(s[1] for s in suites), sum(s[2] for s in suites), sum(s[3] for s in suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="jatskit" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    for text, *_ in suites:
        yield text
    yield "</testsuites>\n"


def _suite(file: Checked) -> tuple[str, int, int, int]:
    failing: dict[str, list[Finding]] = {}
    remarks: list[str] = []
    for finding in file.findings:
        if finding.severity is Severity.INFO:
            remarks.append(_line(finding))
        else:
            failing.setdefault(finding.kind, []).append(finding)
    name = _attribute(file.name)
    cases = [_case(kind, found, name) for kind, found in failing.items()]
    if file.refused:
        text = " ".join(filter(None, file.refused))
        cases.append(
            f' <testcase name="readable" classname={name}>\n  <error type="unreadable" message={_attribute(text)}/>\n'
            " </testcase>\n"
        )
    elif not cases:
        cases.append(f' <testcase name="valid" classname={name}/>\n')
    errors = int(file.refused is not None)
    head = f'<testsuite name={name} tests="{len(cases)}" failures="{len(failing)}" errors="{errors}">\n'
    out = f" <system-out>{_text(chr(10).join(remarks))}</system-out>\n" if remarks else ""
    return f"{head}{''.join(cases)}{out}</testsuite>\n", len(cases), len(failing), errors


def _case(kind: str, found: list[Finding], file: str) -> str:
    first = found[0]
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    worst = max(finding.severity for finding in found)
    body = _text("\n".join(map(_line, found)))
    return (
        f" <testcase name={_attribute(kind)} classname={file}>\n"
        f"  <failure type={_attribute(str(worst))} message={_attribute(first.message + more)}>{body}</failure>\n"
        " </testcase>\n"
    )


def _line(finding: Finding) -> str:
    place = f"{finding.place}: " if finding.place else ""
    advice = f"\n    {finding.advice}" if finding.advice else ""
    return f"{place}{finding.severity} {finding.kind} {finding.message}{advice}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _text(text: str) -> str:
    return escape(_clean(text))


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))
