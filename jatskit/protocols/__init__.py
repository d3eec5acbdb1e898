"""The types that readers, rules and writers agree on."""

from jatskit.protocols.evidence import Accounts, Alternative, Certainty, Evidence, Furniture, Origin, Span
from jatskit.protocols.reading import Reader, Reading, Written
from jatskit.protocols.source import Source

__all__ = [
    "Accounts",
    "Alternative",
    "Certainty",
    "Evidence",
    "Furniture",
    "Origin",
    "Reader",
    "Reading",
    "Source",
    "Span",
    "Written",
]
