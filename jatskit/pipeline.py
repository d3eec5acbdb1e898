"""The road from a source to a result: read, add the profile's facts, infer, look, write, pass the gate.

Everything goes down it once, in one direction. The formats are two tables; a new one is a row.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from jatskit.errors import UnknownTarget
from jatskit.findings import Finding, Kind, Severity
from jatskit.model import Article
from jatskit.profiles import Profile, apply
from jatskit.protocols import Certainty, Evidence, Origin, Reader, Reading, Source, Written
from jatskit.rules.readiness import Readiness, readiness
from jatskit.schema.catalogue import WRITABLE, TagSet, Target

ARTICLE_TYPE_INFERRED = Kind(
    "article-type-inferred",
    Severity.INFO,
    "Neither the page nor the profile says what type of article this is, and JATS demands one, so it is written as "
    "a research article. A profile's `article_type` settles it.",
)

#: How each input format is read: the module and its reader. A module is imported when its format is read.
READERS: Mapping[str, tuple[str, str]] = {
    "text": ("jatskit.readers.page", "read_page"),
    "html": ("jatskit.readers.html", "read_html"),
    "jats": ("jatskit.jats", "read_jats"),
    "json": ("jatskit.readers.metadata", "read_metadata"),
}
FORMATS_IN = ("auto", *READERS)
FORMATS_OUT = ("jats", "json")

_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b"
    r"|[^<]{0,200}+<html[\s>]",
    re.IGNORECASE | re.DOTALL,
)
#: A page without its head, as a browser's developer tools copy it, or a head without its page.
_PIECE_OF_HTML = re.compile(r"\s*+<(?:meta|title|link|script|div|main|article|section)[\s>]", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE\s+(?!html)|!--|article[\s>])")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of converting one source.

    `data` is what may be written: `b""` if that would be invalid. `findings` are all of them, in the order of
    the road. `target` is None unless JATS was asked for.
    """

    article: Article
    reading: Reading
    target: Target | None
    data: bytes
    findings: tuple[Finding, ...]
    readiness: tuple[Readiness, ...]


def format_of(source: Source) -> str:
    """Return the format that the source's first characters show: `json`, `jats`, `html` or, for all else, `text`."""
    if source.text.lstrip()[:1] == "{":
        return "json"
    head = source.text[:4096]
    if _HTML.match(head) or _PIECE_OF_HTML.match(head):
        return "html"
    return "jats" if _XML.match(head) else "text"


def read(source: Source, *, from_: str = "auto") -> Reading:
    """Return what a source says.

    Raises UnreadableSource if it is not of the format, and NotAnArticle if it is a page without an article.
    """
    name = format_of(source) if from_ == "auto" else from_
    if name not in READERS:
        raise ValueError(f"jatskit reads no format {name!r}; it reads {', '.join(READERS)}")
    module, function = READERS[name]
    reader = cast("Reader", getattr(importlib.import_module(module), function))
    return reader(source)


def convert(
    source: Source,
    *,
    from_: str = "auto",
    to: str = "jats",
    target: str | None = None,
    profile: Profile | None = None,
    allow_invalid: bool = False,
) -> Result:
    """Convert a source to JATS or to metadata JSON.

    `target` is a tag set and version such as `publishing-1.3`; without it, the profile's counts, and without
    that Archiving 1.3, or Publishing 1.3 if the profile has a journal id and an ISSN. With `allow_invalid`
    the XML is given although the schema refuses it. Raises what `read` raises, and UnknownTarget.
    """
    if to not in FORMATS_OUT:
        raise ValueError(f"jatskit writes no format {to!r}; it writes {', '.join(FORMATS_OUT)}")
    chosen = _target(target, profile) if to == "jats" else None
    reading = read(source, from_=from_)
    if profile is not None:
        reading = apply(reading, profile)
    reading = _with_a_type(reading)
    written = _written(reading.article, chosen, allow_invalid=allow_invalid)
    return Result(
        reading.article,
        reading,
        chosen,
        written.data,
        reading.findings + written.findings,
        readiness(reading.article),
    )


def write(article: Article, *, target: str | None = None, allow_invalid: bool = False) -> Written:
    """Return the article as JATS that its official DTD accepts, with findings.

    `data` is `b""` if the article lacks what the target requires, or if the DTD refuses the XML (unless
    `allow_invalid`). Raises UnknownTarget.
    """
    return _written(article, _target(target, None), allow_invalid=allow_invalid)


def validate(source: Source, *, target: str | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a JATS document or with metadata JSON; nothing if it is valid.

    JATS is checked for well-formedness, against the DTD that it declares (or `target`), and for its ids.
    Raises UnreadableSource and UnknownTarget.
    """
    chosen = Target.parse(target) if target else None
    if format_of(source) == "json":
        from jatskit.readers.metadata import check_metadata

        return check_metadata(source)[1]
    from jatskit.schema.gate import validate_document

    return tuple(validate_document(source.data, source.name, chosen))


def _target(name: str | None, profile: Profile | None) -> Target:
    if name is None and profile is not None:
        name = profile.target
        if name is None and profile.meets_publishing:
            return Target(TagSet.PUBLISHING)
    target = Target.parse(name) if name else Target(TagSet.ARCHIVING)
    if target not in WRITABLE:
        writable = ", ".join(known.name for known in WRITABLE)
        raise UnknownTarget(f"{target.name} can be validated, and not written.", f"These are written: {writable}.")
    return target


def _with_a_type(reading: Reading) -> Reading:
    if reading.article.type:
        return reading
    inferred = "research-article"
    reason = "JATS demands a type, and most articles are of this one"
    evidence = Evidence(("type",), Origin.INFERENCE, reason, certainty=Certainty.INFERRED)
    finding = ARTICLE_TYPE_INFERRED(f"The type of the article was taken to be {inferred}.", path=("type",))
    return replace(
        reading,
        article=reading.article.model_copy(update={"type": inferred}),
        evidence=(*reading.evidence, evidence),
        findings=(*reading.findings, finding),
    )


def _written(article: Article, target: Target | None, *, allow_invalid: bool) -> Written:
    if target is None:
        from jatskit.writers.metadata import write_metadata

        return write_metadata(article)
    from jatskit.jats import write_jats

    written = write_jats(article, target)
    if any(finding.severity is Severity.ERROR for finding in written.findings):
        # The schema would only say again, in its own words, what is missing.
        return written if allow_invalid else replace(written, data=b"")
    faults = _gate(written, target)
    return replace(
        written, data=written.data if allow_invalid or not faults else b"", findings=(*written.findings, *faults)
    )


def _gate(written: Written, target: Target) -> tuple[Finding, ...]:
    from jatskit.schema.gate import verdict

    def locate(xpath: str) -> tuple[str | int, ...]:
        while xpath and xpath not in written.paths:
            xpath = xpath.rpartition("/")[0]
        return written.paths.get(xpath, ())

    return tuple(verdict(written.data, target, "the XML", locate))
