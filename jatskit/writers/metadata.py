"""Metadata in JSON and YAML: the model as it is, for editors and programs; and the schema that both follow."""

from __future__ import annotations

import json

from jatskit.model import Article
from jatskit.protocols import Written


def write_metadata(article: Article) -> Written:
    """Return the article as JSON in UTF-8, without what is not known."""
    text = article.model_dump_json(exclude_defaults=True, indent=2)
    return Written(f"{text}\n".encode())


def write_yaml(article: Article) -> Written:
    """Return the article as YAML in UTF-8, without what is not known."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes what is known to be absent as `~`, which the reader tells from the text `null`."""

    Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "~"))
    data = article.model_dump(mode="json", exclude_defaults=True)
    text = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    return Written(text.encode())


def metadata_schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of metadata in JSON and YAML.

    It says what is known and of what form; which values are well formed (check digits, dates that exist) the model
    says.
    """
    schema = Article.model_json_schema(mode="validation")
    properties = {"$schema": {"type": "string", "description": "The address of this schema, for editors."}}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Metadata of one article, as jatskit reads and writes them",
    }
    whole = {**schema, **head, "properties": {**properties, **schema["properties"]}}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
