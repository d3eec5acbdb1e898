"""Findings as GitHub's workflow commands, which show them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jatskit.findings import Severity
from jatskit.reporting.validation import About
from jatskit.validating.checking import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def commands(files: Iterable[Checked], about: About) -> Iterator[str]:
    """Yield a command for each finding, and for each file that cannot be read."""
    for file in files:
        if file.refused:
            yield _command("error", {"file": file.name, "title": "unreadable"}, " ".join(filter(None, file.refused)))
        for finding in file.findings:
            place = finding.place
            where: dict[str, str | int] = {"file": file.name}
            if place:
                where["line"] = place.line
                if place.column:
                    where["col"] = place.column
                if place.end_line:
                    where["endLine"] = place.end_line
                if place.end_column and place.end_line == place.line:
                    where["endColumn"] = place.end_column
            where["title"] = finding.kind
            text = finding.message + (f"\n{finding.advice}" if finding.advice else "")
            yield _command(_COMMANDS[finding.severity], where, text)


def _command(name: str, properties: dict[str, str | int], text: str) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
