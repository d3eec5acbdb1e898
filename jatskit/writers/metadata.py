"""Metadata JSON: the model as it is, for editors and programs."""

from __future__ import annotations

from jatskit.model import Article
from jatskit.protocols import Written


def write_metadata(article: Article) -> Written:
    """Return the article as JSON in UTF-8, without what is not known."""
    text = article.model_dump_json(exclude_defaults=True, indent=2)
    return Written(f"{text}\n".encode())
