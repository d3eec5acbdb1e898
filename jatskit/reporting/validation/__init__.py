"""What `jatskit validate` tells, in each format: a module for each, with a function from checked files to text.

A format's function is given the files one after the other, as they are checked, and yields the report bit by bit.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from jatskit.validating.checking import Checked


@dataclass(frozen=True, slots=True)
class About:
    """What the files were checked for: the target ("" for none in particular)."""

    target: str = ""


Report = Callable[[Iterable[Checked], About], Iterator[str]]

#: Each format: its module here, and the function in it.
FORMATS: Mapping[str, tuple[str, str]] = {
    "text": ("text", "text"),
    "concise": ("text", "concise"),
    "json": ("data", "json_document"),
    "jsonl": ("data", "json_lines"),
    "sarif": ("sarif", "sarif"),
    "junit": ("junit", "junit"),
    "github": ("github", "commands"),
    "html": ("html", "html"),
}
#: The formats that show the text that findings are about.
QUOTING = ("text", "json", "jsonl", "sarif", "html")


def report(name: str) -> Report:
    """Return the function of a format."""
    module, function = FORMATS[name]
    return cast("Report", getattr(importlib.import_module(f"{__name__}.{module}"), function))
