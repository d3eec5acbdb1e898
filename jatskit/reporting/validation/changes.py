"""What fixes change in a file, as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import difflib

from jatskit.schema.text import text_of
from jatskit.validating.checking import Checked


def changes(file: Checked) -> str:
    """Return the diff of a file before and after its fixes: "" if none was made."""
    if not file.mended:
        return ""
    before, after = (_lines(data) for data in (file.before, file.after))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(before, after, file.name, file.name)
    )


def _lines(data: bytes) -> list[str]:
    """Return the lines of a file with their ends; a lone carriage return ends none."""
    *whole, rest = text_of(data).split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])
