"""Check one file: what it is read as, and everything that there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.findings import Finding, Severity
from jatskit.protocols.files import (
    DENSE,
    MAX_BYTES,
    STDIN,
    STDIN_NAME,
    empty,
    has_more_parts,
    is_large,
    open_large,
    read_bytes,
    refuse_other_kinds,
    shown_name,
    size_of,
)  # fmt: skip
from jatskit.rules.selection import Selection
from jatskit.rules.targets import Demands
from jatskit.validating.excerpts import Excerpt, excerpts

if TYPE_CHECKING:
    from jatskit.schema.files import SchemaFile


class Mending(Enum):
    """Which of the fixes that findings offer are made before a file is judged."""

    NOTHING = "nothing"
    SAFE = "what is safe"
    ALL = "everything"


@dataclass(frozen=True, slots=True)
class Job:
    """A file, and what is demanded of it. Any process can do it."""

    name: str
    demands: Demands
    selection: Selection
    #: Whether what the findings are about is quoted.
    quoting: bool = True
    mending: Mending = Mending.NOTHING
    #: Files of schemas that the user brings.
    schemas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: what was found, with an excerpt for each finding, and what it was validated against.

    `refused` is why it could not be read, with advice; `suppressed` how many findings a baseline keeps silent.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    excerpts: tuple[Excerpt | None, ...] = ()
    schema: str = ""
    refused: tuple[str, str] | None = None
    suppressed: int = 0
    #: Whether it is no well-formed XML, so that no rule could look at it.
    broken: bool = False
    #: Whether the schema accepts it, whatever is ignored.
    valid: bool = False
    #: The document before and after its fixes, if any were made, and what they mended. The findings are those after them.
    before: bytes = b""
    after: bytes = b""
    mended: tuple[Finding, ...] = ()
    #: Whether there was more to mend than is mended in one run.
    unfinished: bool = False

    @property
    def unreadable(self) -> bool:
        """Whether it could not be looked at: it could not be read, or is no well-formed XML."""
        return self.broken or self.refused is not None

    @property
    def clean(self) -> bool:
        """Whether there is no error."""
        return self.refused is None and all(finding.severity < Severity.ERROR for finding in self.findings)

    def keeping(self, findings: list[Finding]) -> Checked:
        """Return this with only some of its findings; the others are suppressed."""
        if len(findings) == len(self.findings):
            return self
        kept, quoted, wanted = [], [], [id(finding) for finding in findings]
        for finding, excerpt in zip(self.findings, self.excerpts or (None,) * len(self.findings), strict=True):
            if id(finding) in wanted:
                kept.append(finding)
                quoted.append(excerpt)
        left = len(self.findings) - len(kept)
        return replace(self, findings=tuple(kept), excerpts=tuple(quoted), suppressed=left)


def check_file(job: Job) -> Checked:
    """Read a file and check it. A file that cannot be read is no exception."""
    name = STDIN_NAME if job.name == STDIN else job.name
    try:
        if _only_the_verdict(job) and (file := open_large(job.name)) is not None:
            with file:
                if size_of(file) > MAX_BYTES:
                    return _read_in_pieces(file, name)
                data = file.read()
        else:
            data = read_bytes(job.name)
    except UnreadableSource as error:
        return Checked(name, refused=(error.message, error.advice))
    if job.mending is Mending.NOTHING or not _is_markup(data):
        return _judged(data, name, job)
    return _mended(data, name, job)


def _only_the_verdict(job: Job) -> bool:
    """Whether nothing is wanted but what the document's own schema says."""
    return not job.demands.column and not job.schemas and job.mending is Mending.NOTHING


def _read_in_pieces(file: BinaryIO, name: str) -> Checked:
    from jatskit.schema.gate import not_well_formed
    from jatskit.schema.streaming import validate_stream

    try:
        findings, schema = validate_stream(file, name)
    except UnreadableSource as error:
        return Checked(name, (not_well_formed(error, name),))
    valid = all(finding.severity < Severity.ERROR for finding in findings)
    return Checked(name, tuple(findings), schema=schema.name if schema else "", valid=valid)


def _mended(data: bytes, name: str, job: Job) -> Checked:
    from jatskit.rules.mending import mend

    quiet = replace(job, quoting=False)
    try:
        said = mend(data, name, lambda now: _judged(now, name, quiet).findings, unsafe=job.mending is Mending.ALL)
    except UnreadableSource:
        return _judged(data, name, job)
    checked = _judged(said.data, name, job)
    checked = replace(checked, unfinished=not said.finished)
    return replace(checked, before=data, after=said.data, mended=said.made) if said.made else checked


def _is_markup(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or b"<\0" in data[:4] or b"\0<" in data[:4]


def _judged(data: bytes, name: str, job: Job) -> Checked:
    """Check a document; one that is not well-formed is no exception."""
    try:
        return _checked(data, name, job)
    except UnreadableSource as error:
        rules_count = bool(job.demands.column)
        if rules_count and not (isinstance(error, NotWellFormed) and data.lstrip().startswith(b"<")):
            return Checked(name, refused=(error.message, error.advice))
        from jatskit.schema.gate import not_well_formed
        from jatskit.schema.text import text_of

        checked = Checked(name, (not_well_formed(error, name, data),), broken=rules_count)
        # What is no text at all (an archive, broken UTF-16) has no line to be shown.
        return _quoted(checked, text_of(data), job) if isinstance(error, NotWellFormed) and error.line else checked


def _checked(data: bytes, name: str, job: Job) -> Checked:
    if not data.strip():
        raise empty(shown_name(name))
    refuse_other_kinds(data, shown_name(name))
    yaml = name.lower().endswith((".yaml", ".yml"))
    if job.demands.column and (yaml or not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")):
        from jatskit.pipeline import check, format_of
        from jatskit.protocols.source import Source

        source = Source.from_bytes(data, name)
        if format_of(source) in ("json", "yaml"):
            found = tuple(check(source, job.demands, job.selection))
            valid = all(finding.kind != "metadata-invalid" for finding in found)
            return _quoted(Checked(name, found, schema="metadata", valid=valid), source.text, job)
    if _only_the_verdict(job) and is_large(data):
        checked = _read_in_pieces(BytesIO(data), name)
        if checked.valid or has_more_parts(data, DENSE):
            return checked
    from jatskit.rules.validation import validate_tree
    from jatskit.schema.parsing import parse
    from jatskit.schema.text import text_of

    tree = parse(data, name)
    schemas: list[SchemaFile] = []
    if job.schemas:
        from jatskit.schema.files import schema_file

        schemas = [schema_file(schema) for schema in job.schemas]
    seen = validate_tree(tree, data, name, job.demands, job.selection, schemas)
    own = [] if any(schema.replaces for schema in schemas) else [seen.schema.name]
    against = ", ".join([*own, *job.schemas])
    checked = Checked(name, tuple(seen.findings), schema=against, valid=seen.valid)
    return _quoted(checked, text_of(data), job) if seen.findings and job.quoting else checked


def _quoted(checked: Checked, text: str, job: Job) -> Checked:
    return replace(checked, excerpts=excerpts(text, checked.findings)) if job.quoting else checked
