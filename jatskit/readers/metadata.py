"""Reads metadata JSON, as jatskit writes it or as an editor completed it."""

from __future__ import annotations

from pydantic import ValidationError

from jatskit.errors import NotAnArticle, UnreadableSource
from jatskit.findings import Finding, Kind, Path, Severity, address, reason
from jatskit.model import Article
from jatskit.protocols import Reading, Source

METADATA_INVALID = Kind(
    "metadata-invalid",
    Severity.ERROR,
    "A field of the metadata JSON is not known, or its value is not well formed.",
)


def check_metadata(source: Source) -> tuple[Article | None, tuple[Finding, ...]]:
    """Return the article and no findings, or no article and a finding for each fault.

    Raises UnreadableSource if the source is not JSON.
    """
    try:
        return Article.model_validate_json(source.text), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        if faults[0]["type"] == "json_invalid":
            fault = faults[0]["msg"].removeprefix("Invalid JSON: ")
            raise UnreadableSource(f"{source.name} is not JSON: {fault}.") from None
        findings = []
        for detail in faults:
            path: Path = tuple(detail["loc"])
            message = f"{address(path) or 'the article'}: {reason(detail['msg'])}."
            findings.append(METADATA_INVALID(message, path=path, place=source.place(0)))
        return None, tuple(findings)


def read_metadata(source: Source) -> Reading:
    """Return the article; raise UnreadableSource, naming the first fault, if it is not valid."""
    article, findings = check_metadata(source)
    if article is None:
        more = f" (and {len(findings) - 1} more; see `jatskit validate`)" if len(findings) > 1 else ""
        raise UnreadableSource(f"{source.name} is not valid metadata: {findings[0].message}{more}")
    if article == Article():
        raise NotAnArticle(f"{source.name} holds no metadata.", "Fill in at least a title.")
    return Reading(article, source)
