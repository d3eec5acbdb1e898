"""Lines that belong to the web site."""

from __future__ import annotations

from jatskit.layouts import furniture_in
from jatskit.readers.page.draft import Draft


def recognise(draft: Draft) -> None:
    """Take every line that is furniture as a whole."""
    for line in draft.lines:
        if rule := furniture_in(line.text):
            draft.take(line, rule)
