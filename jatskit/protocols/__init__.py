"""The types that readers, rules and writers agree on.

Names are imported when they are first used: whoever only reads a file need not load the model.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jatskit.protocols.evidence import Accounts, Alternative, Certainty, Evidence, Furniture, Origin, Span
    from jatskit.protocols.reading import Reader, Reading, Written
    from jatskit.protocols.source import Source

_HOME = {
    "Accounts": "evidence",
    "Alternative": "evidence",
    "Certainty": "evidence",
    "Evidence": "evidence",
    "Furniture": "evidence",
    "Origin": "evidence",
    "Reader": "reading",
    "Reading": "reading",
    "Source": "source",
    "Span": "evidence",
    "Written": "reading",
}

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


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'jatskit.protocols' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"jatskit.protocols.{_HOME[name]}"), name)
    globals()[name] = value
    return value
