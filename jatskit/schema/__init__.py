"""The schema gate: is this XML valid JATS, and if not, what is wrong with it, in an editor's words.

Only `catalogue` is imported here, because it is cheap; `gate` and `parsing` need lxml and are imported by whoever
validates or parses.
"""

from __future__ import annotations

from jatskit.schema.catalogue import KNOWN, WRITABLE, TagSet, Target, checksums, schema_root, target_of

__all__ = ["KNOWN", "WRITABLE", "TagSet", "Target", "checksums", "schema_root", "target_of"]
