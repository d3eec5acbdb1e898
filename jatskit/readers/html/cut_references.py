"""The entries of a page's reference list, cut into their parts.

The entry's characters are its raw text's evidence. Which of them are the title and which the volume is what the parser
of references makes of them: so the parts are inferences, drawn from stretches of the source, tags and all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jatskit.findings import Path
from jatskit.language import language_of
from jatskit.protocols import Span
from jatskit.protocols.evidence import value_of
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.tagged_references import cut_tagged, has_fields
from jatskit.readers.html.text import Text
from jatskit.readers.sheet import Sheet
from jatskit.references.citations import flat, han_language_of
from jatskit.references.parse import parse_reference
from jatskit.references.parsed import CHARACTERS_REMOVED, NOTHING_PRINTED, ParsedReference

#: What a normalisation of plain text is called where the text has tags in it.
_OF_HTML = {"line": "html", "pieces": "html pieces"}
#: What the page's own findings tell of a value already.
_OF_THE_PAGE = (CHARACTERS_REMOVED.id, NOTHING_PRINTED.id)
#: Characters of an entry beyond which it is none, but a text.
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as one text, whose pieces stand where their spans say; a line break stands between two."""

    number: int
    pieces: tuple[Text, ...]
    text: str

    def spans(self, start: int, end: int) -> list[Span]:
        """Return where the characters from `start` up to `end` stand in the source, of each piece for itself."""
        found: list[Span] = []
        at = 0
        for piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                found.append(piece.span(first, last))
            at += len(piece.text) + 1
        return found


def cut_references(sheet: Sheet, chosen: Candidate | None) -> None:
    """Cut the entries of the list that was chosen; an entry that cannot be cut keeps its raw text only."""
    if chosen is None:
        return
    if in_tags := chosen.kind is not SourceKind.BODY:
        cut_tagged(sheet, chosen)
    entries = []
    for path, evidence in chosen.evidence.items():
        if path[-1] == "raw" and not (in_tags and has_fields(sheet.source.text, evidence.spans[0])):
            pieces = tuple(Text(sheet.source.text, *span) for span in evidence.spans)
            text = "\n".join(piece.text for piece in pieces)
            if len(text) <= _LONGEST:
                entries.append(_Entry(int(path[1]), pieces, text))
    parsed = [parse_reference(entry.text) for entry in entries]
    halves = (one.text[slice(*span)] for one in parsed if len(one.spans) == 2 for span in one.spans)
    language = language_of("\n".join(half for half in halves if han_language_of(half) is None))
    for entry, one in zip(entries, parsed, strict=True):
        _set_citations(sheet, entry, one.in_list((), language), language)


def _set_citations(sheet: Sheet, entry: _Entry, parsed: ParsedReference, language: str | None) -> None:
    base = ("references", entry.number)
    evidence = {item.path: item for item in parsed.read.evidence}
    at = 0
    for index, half in enumerate(parsed.spans):
        place = (*base, "citations", at)
        if index in parsed.read.readings:
            made = parsed.read.readings.index(index)
            values = list(flat(parsed.read.data[made]))
            found = {path: evidence.get(("citations", made, *path)) for path, _ in values}
            quoted = {path: item for path, item in found.items() if item is not None}
            spans = {path: [s for a, b in item.spans for s in entry.spans(a, b)] for path, item in quoted.items()}
            if not _same(sheet, values, {p: (s, quoted[p].normalisation) for p, s in spans.items() if s}):
                continue
            for path, value in values:
                if (item := quoted.get(path)) is None:
                    sheet.set((*place, *path), value)
                else:
                    how = _OF_HTML.get(item.normalisation, item.normalisation)
                    sheet.infer((*place, *path), value, item.reason, *spans[path], normalisation=how)
        elif len(parsed.spans) == 2:
            where = entry.spans(*half)
            text = value_of(sheet.source.text, where, "html")
            sheet.infer((*place, "text"), text, "one language's half of the entry", *where, normalisation="html")
            if lang := han_language_of(entry.text[slice(*half)]) or language:
                sheet.infer((*place, "lang"), lang, "the letters and small words of this half")
        else:
            continue
        at += 1
    for finding in parsed.findings:
        if finding.kind not in _OF_THE_PAGE:
            printed = sheet.source.place(entry.spans(0, len(entry.text))[0][0])
            sheet.findings.append(replace(finding, path=(*base, *finding.path), place=printed))


def _same(sheet: Sheet, values: Sequence[tuple[Path, object]], spans: dict[Path, tuple[list[Span], str]]) -> bool:
    """Whether the source says each value where it is said to stand: what tags do to it may have changed it."""
    source = sheet.source.text
    return all(
        value_of(source, spans[path][0], _OF_HTML.get(spans[path][1], spans[path][1])) == value
        for path, value in values
        if path in spans
    )
