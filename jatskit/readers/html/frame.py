"""The rest of an HTML page: what of it is furniture, and by which rule."""

from __future__ import annotations

from jatskit.protocols import Span
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet


def close_accounts(sheet: Sheet, view: View, references: Span | None) -> None:
    """Put down to rules what is no value."""
    sheet.take_span(0, len(sheet.source.text), "markup")
