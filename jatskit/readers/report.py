"""What every reader of pages reports of the page as a whole: its encoding, and what of it was not assigned."""

from __future__ import annotations

from jatskit.findings import Kind, Severity
from jatskit.protocols import Span
from jatskit.readers.sheet import Sheet

UNASSIGNED = Kind(
    "page-unassigned",
    Severity.INFO,
    "Text of the page that jatskit could not assign to any field and does not know as furniture. It is not in the "
    "article.",
)
ENCODING_GUESSED = Kind(
    "page-encoding-guessed",
    Severity.INFO,
    "The page does not state its encoding and is not UTF-8, so the encoding was told by its bytes.",
)
BYTES_DAMAGED = Kind(
    "page-bytes-damaged",
    Severity.WARNING,
    "Some bytes of the page belong to no character of its encoding. Each stands as U+FFFD in the text.",
)
_SHOWN = 8


def report_source(sheet: Sheet) -> None:
    """Report an encoding that was guessed, and bytes that could not be decoded."""
    source = sheet.source
    if not source.encoding.startswith("utf-"):
        sheet.find(ENCODING_GUESSED, f"The page was read as {source.encoding}: {source.reason}.")
    if source.damage:
        sheet.find(
            BYTES_DAMAGED,
            f"{len(source.damage)} place(s) of the page could not be decoded as {source.encoding}.",
            offset=source.damage[0],
        )


def report_unassigned(sheet: Sheet, spans: tuple[Span, ...]) -> None:
    """Report what nobody took: the first stretches each, the others together."""
    for start, end in spans[:_SHOWN]:
        text = " ".join(sheet.source.text[start:end].split())
        shown = text if len(text) <= 60 else f"{text[:57]}…"
        sheet.find(UNASSIGNED, f"Not assigned ({end - start} characters): {shown}", offset=start)
    if len(spans) > _SHOWN:
        rest = sum(end - start for start, end in spans[_SHOWN:])
        message = f"{len(spans) - _SHOWN} more stretches of the page are not assigned ({rest} characters)."
        sheet.find(UNASSIGNED, message, offset=spans[_SHOWN][0])
