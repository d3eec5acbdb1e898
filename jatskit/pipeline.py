"""The road from a source to a result: read, add the profile's facts, infer, look, write, pass the gate.

Everything goes down it once, in one direction. The formats are two tables; a new one is a row.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from jatskit.errors import NotWellFormed, UnknownTarget, UnreadableSource
from jatskit.findings import Finding, Kind, Path, Severity
from jatskit.model import Article
from jatskit.profiles import Profile, apply
from jatskit.protocols import Certainty, Evidence, Origin, Reader, Reading, Source, Written
from jatskit.rules.readiness import Readiness, readiness
from jatskit.schema.catalogue import WRITABLE, TagSet, Target

if TYPE_CHECKING:
    from jatskit.rules.selection import Selection
    from jatskit.rules.targets import Demands

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
    "yaml": ("jatskit.readers.metadata", "read_yaml"),
}
FORMATS_IN = ("auto", *READERS)
#: How metadata are written: the writer's name in `jatskit.writers.metadata`.
_METADATA = {"json": "write_metadata", "yaml": "write_yaml"}
FORMATS_OUT = ("jats", *_METADATA)

#: The target that is no schema's name: a JATS document is written for the schema that it declares.
KEEP = "keep"

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
    """Return the format of a source: `yaml` by its name; `json`, `jats` or `html` by its first characters; else `text`."""
    if source.name.lower().endswith((".yaml", ".yml")):
        return "yaml"
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
    """Convert a source to JATS or to metadata in JSON or YAML.

    `target` is a tag set and version such as `publishing-1.3`; without it, the profile's counts, and without
    that Archiving 1.3, or Publishing 1.3 if the profile has a journal id and an ISSN. A JATS document is written
    for it with all that it holds, or, with the target `keep`, for its own tag set and version. With `allow_invalid`
    the XML is given although the schema refuses it. Raises what `read` raises, and UnknownTarget.
    """
    if to not in FORMATS_OUT:
        raise ValueError(f"jatskit writes no format {to!r}; it writes {', '.join(FORMATS_OUT)}")
    chosen = _target(target, profile) if to == "jats" and target != KEEP else None
    found = read(source, from_=from_)
    reading = apply(found, profile) if profile is not None else found
    if to == "jats" and found.original is not None:
        return _again(found, reading, chosen, allow_invalid=allow_invalid)
    if target == KEEP:
        advice = "Name the tag set and version to write, such as archiving-1.3."
        raise UnknownTarget(f"{source.name} is no JATS document whose tag set and version could be kept.", advice)
    reading = _with_a_type(reading)
    if chosen is None:
        written = _metadata(reading.article, to)
    else:
        written = _written(reading.article, chosen, allow_invalid=allow_invalid)
    return Result(
        reading.article,
        reading,
        chosen,
        written.data,
        reading.findings + written.findings,
        readiness(reading.article),
    )


def _again(found: Reading, reading: Reading, chosen: Target | None, *, allow_invalid: bool) -> Result:
    """Write a JATS document again, for its own schema or for the one that was chosen."""
    from jatskit.jats import Original
    from jatskit.jats.document import declared
    from jatskit.jats.keeping import keep, readers_findings
    from jatskit.jats.upgrading import target_for, upgrade
    from jatskit.schema.gate import unknown_doctype

    original = cast("Original", found.original)
    own = declared(original)
    if chosen is None or chosen == own:
        chosen = own
        written = keep(original, found.article, reading.article, own)
        more = tuple(unknown_doctype(original.tree.docinfo.public_id, own, found.source.name))
        written = replace(written, findings=(*more, *written.findings))
    else:
        chosen = target_for(original, chosen)
        written = upgrade(original, found.article, reading.article, chosen)
    lacking = any(finding.severity is Severity.ERROR for finding in written.findings)
    if lacking and not allow_invalid:
        written = replace(written, data=b"")
    faults = () if lacking else _gate(written, chosen)
    data = written.data if allow_invalid or not faults else b""
    findings = (*readers_findings(reading.findings), *written.findings, *faults)
    return Result(reading.article, reading, chosen, data, findings, readiness(reading.article))


def write(article: Article, *, target: str | None = None, allow_invalid: bool = False) -> Written:
    """Return the article as JATS that its official DTD accepts, with findings.

    `data` is `b""` if the article lacks what the target requires, or if the DTD refuses the XML (unless
    `allow_invalid`). Raises UnknownTarget.
    """
    return _written(article, _target(target, None), allow_invalid=allow_invalid)


def validate(source: Source, *, target: str | None = None, profile: Profile | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a JATS document or with metadata in JSON or YAML, for a target.

    The target is a tag set such as `publishing-1.3`, a destination such as `pmc`, or None for none in particular; a
    profile's own demands come on top. JATS is validated against the schema that it declares (or the target's), and
    looked at by the rules; metadata by the rules, through the JATS that would be written.
    With the target `schema` there are no rules, the input is XML whatever it looks like, and that it is not well-formed
    is a finding. Otherwise raises UnreadableSource, and UnknownTarget.
    """
    from jatskit.rules.targets import demands

    return check(source, demands_of(profile, demands(target) if target else None))


def demands_of(profile: Profile | None, base: Demands | None) -> Demands:
    """Return what is demanded for a target, by a journal, or by both: the target's word counts before the profile's."""
    from jatskit.rules.targets import a_journals, demands

    wanted = profile.validation if profile is not None else None
    base = base or demands(wanted.target if wanted is not None else None)
    return a_journals(wanted.rules, wanted.required, base) if wanted is not None and base.column else base


def check(source: Source, wanted: Demands, selection: Selection | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a source by these demands, as far as it is selected; as `validate`."""
    from jatskit.rules.selection import EVERYTHING
    from jatskit.rules.validation import validate_xml
    from jatskit.schema.gate import not_well_formed
    from jatskit.schema.streaming import large

    selection = selection or EVERYTHING
    form = format_of(source) if wanted.column else "jats"
    if form in _METADATA:
        return _check_metadata(source, form, wanted, selection)
    try:
        if not wanted.column and (found := large(source.data, source.name)) is not None:
            return tuple(found)
        return tuple(validate_xml(source.data, source.name, wanted, selection))
    except UnreadableSource as error:
        if wanted.column:
            raise
        return (not_well_formed(error, source.name, source.data if isinstance(error, NotWellFormed) else b""),)


def _check_metadata(source: Source, form: str, wanted: Demands, selection: Selection) -> tuple[Finding, ...]:
    from jatskit.readers.metadata import check_metadata, check_yaml, place_in
    from jatskit.rules.validation import check_written

    article, findings = (check_metadata if form == "json" else check_yaml)(source)
    if article is None:
        return findings
    from jatskit.jats import write_jats

    schema = wanted.schema if wanted.schema in WRITABLE else None
    schema = schema or Target(TagSet.ARCHIVING)
    written = write_jats(article, schema)
    told = check_written(written.data, schema, _locator(written), wanted, selection)
    locate = place_in(source)
    return tuple(replace(finding, place=locate(finding.path)) for finding in told)


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


def _metadata(article: Article, to: str) -> Written:
    from jatskit.writers import metadata

    return cast("Written", getattr(metadata, _METADATA[to])(article))


def _written(article: Article, target: Target, *, allow_invalid: bool) -> Written:
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

    return tuple(verdict(written.data, target, "the XML", _locator(written)))


def _locator(written: Written) -> Callable[[str], Path]:
    """Return what finds the path in the model for an XPath: that of the value, or of the closest one around it."""

    def locate(xpath: str) -> Path:
        while xpath and xpath not in written.paths:
            xpath = xpath.rpartition("/")[0]
        return written.paths.get(xpath, ())

    return locate
