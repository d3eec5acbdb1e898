"""A page that is kept as a case, with what is read from it in `expected.json` beside it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from jatskit.protocols import Reading


def check_case(folder: Path, reading: Reading) -> None:
    """Fail unless the article, the findings and what was not taken are those that were accepted.

    With JATSKIT_ACCEPT in the environment what is read now is accepted.
    """
    got = {
        "article": reading.article.model_dump(mode="json", exclude_none=True, exclude_defaults=True),
        "findings": [f"{finding.kind}: {finding.message}" for finding in reading.findings],
        "alternatives": [
            f"{other.about} ({other.source}): {other.quoted}" for other in reading.alternatives if not other.agrees
        ],
    }
    expected = folder / "expected.json"
    if os.environ.get("JATSKIT_ACCEPT"):
        expected.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(expected.read_text(encoding="utf-8"))
