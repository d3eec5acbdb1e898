"""From the page of a journal article to JATS XML that the official schema accepts.

    import jatskit

    result = jatskit.convert(jatskit.Source.from_path("page.txt"))
    print(result.data.decode())

Names are imported when they are first used, so that `import jatskit` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jatskit.errors import JatskitError, NotAnArticle, UnknownTarget, UnreadableSource, UnusableProfile
    from jatskit.findings import Finding, Severity
    from jatskit.model import Article
    from jatskit.pipeline import Result, convert, read, validate, write
    from jatskit.profiles import Profile
    from jatskit.protocols import Evidence, Reading, Source
    from jatskit.references.parse import parse_reference
    from jatskit.references.parsed import ParsedReference
    from jatskit.schema.catalogue import Target

__version__ = "0.1.0"

_HOME = {
    "Article": "jatskit.model",
    "Evidence": "jatskit.protocols",
    "Finding": "jatskit.findings",
    "JatskitError": "jatskit.errors",
    "NotAnArticle": "jatskit.errors",
    "ParsedReference": "jatskit.references.parsed",
    "Profile": "jatskit.profiles",
    "Reading": "jatskit.protocols",
    "Result": "jatskit.pipeline",
    "Severity": "jatskit.findings",
    "Source": "jatskit.protocols",
    "Target": "jatskit.schema.catalogue",
    "UnknownTarget": "jatskit.errors",
    "UnreadableSource": "jatskit.errors",
    "UnusableProfile": "jatskit.errors",
    "convert": "jatskit.pipeline",
    "parse_reference": "jatskit.references.parse",
    "read": "jatskit.pipeline",
    "validate": "jatskit.pipeline",
    "write": "jatskit.pipeline",
}

__all__ = [
    "Article",
    "Evidence",
    "Finding",
    "JatskitError",
    "NotAnArticle",
    "ParsedReference",
    "Profile",
    "Reading",
    "Result",
    "Severity",
    "Source",
    "Target",
    "UnknownTarget",
    "UnreadableSource",
    "UnusableProfile",
    "__version__",
    "convert",
    "parse_reference",
    "read",
    "validate",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'jatskit' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
