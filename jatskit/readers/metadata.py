"""Reads metadata in JSON or YAML, as jatskit writes it or as an editor completed it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from jatskit.errors import NotAnArticle, UnreadableSource
from jatskit.findings import Finding, Kind, Path, Place, Severity, address, reason
from jatskit.model import Article
from jatskit.protocols import Reading, Source

METADATA_INVALID = Kind(
    "metadata-invalid",
    Severity.ERROR,
    "A field of the metadata is not known, or its value is not well formed.",
)

#: The largest YAML that is read; the metadata of one article are a hundredth of this.
MOST_YAML = 2 * 1024 * 1024
#: How deep YAML may be nested; the model is not half as deep.
MOST_DEEP = 60

#: What an editor that completes JSON asks for, and no metadata.
_SCHEMA_KEY = "$schema"

#: Stands for a field whose value was not written.
_EMPTY = object()

Locate = Callable[[Path], Place]


def check_metadata(source: Source) -> tuple[Article | None, tuple[Finding, ...]]:
    """Return the article of metadata in JSON and no findings, or no article and a finding for each fault.

    Raises UnreadableSource if the source is not JSON.
    """
    try:
        if f'"{_SCHEMA_KEY}"' in source.text[:4096]:
            return Article.model_validate_json(_without_schema(source)), ()
        return Article.model_validate_json(source.text), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        if faults[0]["type"] == "json_invalid":
            fault = faults[0]["msg"].removeprefix("Invalid JSON: ")
            raise UnreadableSource(f"{source.name} is not JSON: {fault}.") from None
        return None, _told(error, lambda path: source.place(0))


def _without_schema(source: Source) -> str:
    """Return the JSON without the name of its schema; as it is, if it is not JSON."""
    try:
        data = json.loads(source.text)
    except (ValueError, RecursionError):
        return source.text
    if not isinstance(data, dict):
        return source.text
    return json.dumps({key: value for key, value in data.items() if key != _SCHEMA_KEY})


def check_yaml(source: Source) -> tuple[Article | None, tuple[Finding, ...]]:
    """Return the article of metadata in YAML and no findings, or no article and a finding for each fault.

    Every value is text until the model says what it is: `1.10` stays `1.10`, `no` is no falsehood, and a day is no
    date of some calendar. A field without a value is as one that is not there; `~` says that there is none.
    Raises UnreadableSource if the source is not YAML, or is more than data: aliases, several documents.
    """
    places: dict[Path, Place] = {}
    data = _yaml(source, places)
    try:
        return Article.model_validate(data), ()
    except ValidationError as error:

        def locate(path: Path) -> Place:
            return next(places[path[:n]] for n in range(len(path), -1, -1) if path[:n] in places)

        return None, _told(error, locate)


def _yaml(source: Source, places: dict[Path, Place]) -> Any:
    """Return what YAML says, and note where each value stands."""
    import yaml

    def refuse(what: str, node: Any, advice: str = "") -> UnreadableSource:
        mark = getattr(node, "start_mark", node)
        where = f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""
        return UnreadableSource(f"{source.name}{where}: {what}", advice)

    if len(source.text) > MOST_YAML:
        raise UnreadableSource(
            f"{source.name} is too large for YAML: at most {MOST_YAML // 1024 // 1024} MB are read", "Give it as JSON."
        )
    nested, events = 0, 0
    try:
        for event in yaml.parse(source.text, Loader=yaml.BaseLoader):
            events += 1
            nested += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                raise refuse("an alias (*name), which metadata have no use for", event, "Write the value itself.")
            if nested > MOST_DEEP:
                raise refuse(f"YAML that is nested more than {MOST_DEEP} deep", event)
        root = yaml.compose(source.text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise refuse(f"this is not YAML: {error.problem}", error.problem_mark) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableSource(f"{source.name} is not YAML: {' '.join(str(error).split())[:200]}") from None

    def plain(node: yaml.Node, path: Path) -> Any:
        places[path] = Place(source.name, node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.ScalarNode):
            if node.style is None and node.value in ("", "~"):
                return None if node.value else _EMPTY
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [plain(item, (*path, index)) for index, item in enumerate(node.value)]
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise refuse("a key that is no word", key)
            if key.value in data:
                raise refuse(f"the key {key.value!r} stands twice", key, "Keep one of them.")
            item = plain(value, (*path, key.value))
            if item is not _EMPTY and (path or key.value != _SCHEMA_KEY):
                data[key.value] = item
        return data

    return {} if root is None or (data := plain(root, ())) is _EMPTY else data


def place_in(source: Source) -> Locate:
    """Return what finds the place of a value of metadata by its path, or of the closest one around it.

    JSON is YAML, but for odd white space: where it is not, or is too large, every value is at the beginning.
    """
    places: dict[Path, Place] = {}
    with suppress(UnreadableSource):
        _yaml(source, places)

    def locate(path: Path) -> Place:
        return next((places[path[:n]] for n in range(len(path), -1, -1) if path[:n] in places), source.place(0))

    return locate


def _told(error: ValidationError, locate: Locate) -> tuple[Finding, ...]:
    findings = []
    for detail in error.errors(include_url=False, include_context=False):
        path: Path = tuple(detail["loc"])
        message = f"{address(path) or 'the article'}: {reason(detail['msg'])}."
        findings.append(METADATA_INVALID(message, path=path, place=locate(path)))
    return tuple(findings)


def read_metadata(source: Source) -> Reading:
    """Return the article of metadata in JSON; raise UnreadableSource, naming the first fault, if it is not valid."""
    return _reading(source, *check_metadata(source))


def read_yaml(source: Source) -> Reading:
    """Return the article of metadata in YAML; raise UnreadableSource, naming the first fault, if it is not valid."""
    return _reading(source, *check_yaml(source))


def _reading(source: Source, article: Article | None, findings: tuple[Finding, ...]) -> Reading:
    if article is None:
        more = f" (and {len(findings) - 1} more; see `jatskit validate`)" if len(findings) > 1 else ""
        raise UnreadableSource(f"{source.name} is not valid metadata: {findings[0].message}{more}")
    if article == Article():
        raise NotAnArticle(f"{source.name} holds no metadata.", "Fill in at least a title.")
    return Reading(article, source)
