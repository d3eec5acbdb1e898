"""What the sources of a page say of one field, and how they are reconciled.

A page says most things more than once: in its tags, in its data, in what people see. A `Candidate` is what one of
these sources says of one field: a value, or a whole group such as the byline with its affiliations. `ranks.FIELDS`
says, with the reasons, which source counts first for which field. Nothing is overwritten: what did not win is kept
beside it as an `Alternative`, and two sources of good standing that disagree are a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jatskit.findings import Path
from jatskit.protocols import Certainty, Evidence, Origin, Span
from jatskit.protocols.evidence import quotation, value_of


class SourceKind(StrEnum):
    """A kind of source on a page; its value is what people call it."""

    HEADER = "extractor's header"
    LABEL = "label"
    MASTHEAD = "masthead"
    HEADING = "heading"
    BYLINE = "byline"
    BODY = "text"
    CITATION = "page's own citation"
    HIGHWIRE = "citation_ tag"
    EPRINTS = "eprints tag"
    BEPRESS = "bepress tag"
    DUBLIN_CORE = "Dublin Core tag"
    PRISM = "PRISM tag"
    JSON_LD = "JSON-LD"
    PAGE_DATA = "data of the page's scripts"
    MICRODATA = "microdata"
    OPEN_GRAPH = "Open Graph tag"
    PLAIN_META = "plain meta tag"
    TITLE_TAG = "title of the document"
    FURNITURE = "frame of the page"
    ADDRESS = "address of the page"


#: The values of a candidate, by their paths beneath the field.
Values = Mapping[Path, object]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that sources may disagree on.

    `base` is where its value stands in the article; of a `listed` field, each variant is an entry of the list there.
    `order` are the sources of good standing, the best first; `fallback` those that count only when none of these
    says anything; any other source may not say it. `why` is the reason for the order. `agree` says whether two
    sources mean the same; of those that agree with the best, the one with the most `detail` is taken, and, of the
    `parts` of a list that it is silent about, the others speak. What is `of_journal` may be taken from a distrusted
    source, since the tags of another article are mostly of the same journal. `fault` is why values that are not
    `valid` are left out.
    """

    base: Path
    order: tuple[SourceKind, ...]
    why: str
    agree: Callable[[Values, Values], bool]
    fallback: tuple[SourceKind, ...] = ()
    listed: bool = False
    detail: Callable[[Values], int] = len
    valid: Callable[[Values], bool] = bool
    parts: frozenset[str] = frozenset()
    of_journal: bool = False
    fault: str = "it says nothing"

    def rank(self, candidate: Candidate) -> tuple[bool, int] | None:
        """Return the place of a candidate in the order, lower is better; None if its source may not say it."""
        kinds = (*self.order, *self.fallback)
        return (bool(candidate.distrusted), kinds.index(candidate.kind)) if candidate.kind in kinds else None


@dataclass(slots=True)
class Candidate:
    """What one source says of a field: values and their evidence, by paths beneath the field's base.

    `variant` tells apart what does not compete: the language of an abstract, the kind of a date. `distrusted` is the
    reason why the source is not believed, if it is not: it is about another article, say. `refused` is what it says
    and what cannot be, with the reasons.
    """

    about: str
    kind: SourceKind
    text: str = field(repr=False)
    variant: str = ""
    distrusted: str = ""
    values: dict[Path, object] = field(default_factory=dict)
    evidence: dict[Path, Evidence] = field(default_factory=dict)
    refused: list[tuple[Span, str]] = field(default_factory=list)

    def refuse(self, span: Span, why: str) -> None:
        """Say that the source says something in `span` that is not well formed, so that it is left out in part."""
        self.refused.append((span, why))

    def quote(
        self,
        path: Path,
        *spans: Span,
        reason: str = "",
        normalisation: str = "line",
        certainty: Certainty = Certainty.STATED,
    ) -> Candidate:
        """Say that the value at `path` is what the page says in `spans`."""
        reason = reason or str(self.kind)
        self.evidence[path] = Evidence(path, Origin.PAGE, reason, spans, normalisation, certainty)
        self.values[path] = value_of(self.text, spans, normalisation)
        return self

    def infer(self, path: Path, value: object, reason: str, *spans: Span, normalisation: str = "line") -> Candidate:
        """Say that the value at `path` follows from `spans`, or from what the source is."""
        self.evidence[path] = Evidence(path, Origin.INFERENCE, reason, spans, normalisation, Certainty.INFERRED)
        self.values[path] = value
        return self

    def set(self, path: Path, value: object) -> Candidate:
        """Say what only names a part within the document: an id, or the type of an identifier."""
        self.values[path] = value
        return self

    @property
    def spans(self) -> tuple[Span, ...]:
        """Everything that the candidate quotes, in the order of the page."""
        return tuple(sorted({s for e in self.evidence.values() if e.origin is Origin.PAGE for s in e.spans}))

    @property
    def quoted(self) -> str:
        """What the candidate quotes, on one line, as a person reads it."""
        shown = [
            " ".join(str(v) for v in [self._shown(p)])
            for p, e in self.evidence.items()
            if e.spans and p[:1] != ("affiliations",)
        ]
        return ", ".join(part for part in shown if part) or quotation(self.text, self.spans)

    def _shown(self, path: Path) -> str:
        from jatskit.model import plain

        value = self.values[path]
        return plain(value) if isinstance(value, tuple) else str(value)
