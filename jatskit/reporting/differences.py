"""In what two inputs differ, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from jatskit.comparing import Difference
from jatskit.findings import address
from jatskit.model import Record
from jatskit.reporting.layout import printable
from jatskit.reporting.lines import counted
from jatskit.reporting.values import as_data


def difference_lines(differences: Sequence[Difference], one: str, other: str) -> Iterator[str]:
    """Yield the report: for each field that differs its address, and what the two inputs say."""
    if not differences:
        yield "no difference in the metadata"
        return
    yield click.style(f"--- {printable(one)}", fg="red")
    yield click.style(f"+++ {printable(other)}", fg="green")
    for difference in differences:
        moved = "" if difference.path == difference.other else f" (there: {address(difference.other)})"
        yield click.style(f"{address(difference.path)}{moved}", bold=True)
        for sign, value, colour in (("-", difference.before, "red"), ("+", difference.after, "green")):
            if value is not None:
                yield click.style(f"  {sign} {printable(_shown(value))}", fg=colour)
    yield counted(len(differences), "difference")


def differences_json(differences: Sequence[Difference], one: str, other: str) -> str:
    """Return the differences as a JSON document."""
    told: dict[str, Any] = {
        "a": one,
        "b": other,
        "equal": not differences,
        "differences": [
            {
                "path": address(difference.path),
                "path_in_b": address(difference.other),
                "a": as_data(difference.before),
                "b": as_data(difference.after),
            }
            for difference in differences
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _shown(value: object) -> str:
    data = as_data(value)
    if isinstance(value, Record) or not isinstance(data, str):
        return json.dumps(data, ensure_ascii=False)
    return data
