"""Reference lists: where the entries are, which of their blanks are line breaks, where their languages part."""

from jatskit.references.entries import Entry, entries_of
from jatskit.references.halves import Half, halves_of
from jatskit.references.line_breaks import Gap, han_gaps
from jatskit.references.parse import parse_reference
from jatskit.references.parsed import ParsedReference

__all__ = ["Entry", "Gap", "Half", "ParsedReference", "entries_of", "halves_of", "han_gaps", "parse_reference"]
