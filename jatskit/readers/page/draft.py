"""The page as lines, and the draft of an article that the recognisers fill in.

A draft keeps the page's accounts: a recogniser takes a block of lines under the rule's name, and quotes from
it. What is taken and not quoted is the rule's furniture; what nobody takes is unassigned.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from jatskit.findings import Finding, Kind, Path, Severity
from jatskit.findings import reason as reason_of
from jatskit.layouts import LabelMatch, label_in
from jatskit.model import Article
from jatskit.model.text import UNCARRIABLE
from jatskit.protocols import Accounts, Certainty, Evidence, Furniture, Origin, Source, Span
from jatskit.protocols.evidence import normalised, quotation

NOT_WELL_FORMED = Kind(
    "page-not-well-formed",
    Severity.WARNING,
    "The page states a value that is not well formed, such as an ISSN with a wrong check digit. It is left out of "
    "the article; the finding has it as printed.",
)
CHARACTERS_REMOVED = Kind(
    "page-characters-removed",
    Severity.INFO,
    "A value on the page holds control characters, which XML cannot carry. They were taken out of it.",
)

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank: its number among them, its text without outer blanks, its span."""

    index: int
    text: str
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if stripped := match[0].strip():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Line(len(lines), stripped, start, start + len(stripped)))
    return lines


@dataclass(slots=True)
class Draft:
    """An article in the making, and the accounts of its page.

    `labels` are the labels that lines start with, by the index of the line. `marks` is what recognisers tell
    each other: the index of the line that a part starts or ends at, by name.
    """

    source: Source
    lines: Sequence[Line]
    marks: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    labels: dict[int, LabelMatch] = field(default_factory=dict)
    _values: dict[Path, object] = field(default_factory=dict)
    _evidence: dict[Path, Evidence] = field(default_factory=dict)
    _blocks: list[Furniture] = field(default_factory=list)
    _taken: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.labels = {line.index: label for line in self.lines if (label := label_in(line.text))}

    # -- what is free ---------------------------------------------------------------------------------------

    def is_free(self, line: Line) -> bool:
        """Whether no recogniser has taken the line."""
        return line.index not in self._taken

    def free(self, start: int = 0, end: int | None = None) -> Iterable[Line]:
        """Yield the free lines from one index up to another."""
        return (line for line in self.lines[start:end] if line.index not in self._taken)

    # -- taking and quoting ---------------------------------------------------------------------------------

    def take(self, line: Line, rule: str) -> None:
        """Put the whole line down to `rule`; its parts may be quoted."""
        self._taken[line.index] = rule
        self._blocks.append(Furniture((line.start, line.end), rule))

    def quote(
        self,
        path: Path,
        *spans: Span,
        reason: str,
        normalisation: str = "line",
        certainty: Certainty = Certainty.LAID_OUT,
    ) -> None:
        """Set the value at `path` to what the page says in `spans`."""
        evidence = Evidence(path, Origin.PAGE, reason, spans, normalisation, certainty)
        self._say(evidence, normalised(self.source.text, evidence))
        if UNCARRIABLE.search(quotation(self.source.text, spans)):
            self.find(CHARACTERS_REMOVED, "Control characters were taken out of this value.", path=path)

    def infer(self, path: Path, value: object, reason: str, *spans: Span, normalisation: str = "line") -> None:
        """Set the value at `path` to an inference; `spans`, if any, are what it is drawn from."""
        self._say(Evidence(path, Origin.INFERENCE, reason, spans, normalisation, Certainty.INFERRED), value)

    def set(self, path: Path, value: object) -> None:
        """Set what only names a part within the document: an id, or the type of an identifier."""
        self._values[path] = value

    def _say(self, evidence: Evidence, value: object) -> None:
        self._values[evidence.path] = value
        self._evidence[evidence.path] = evidence

    def has(self, field: str) -> bool:
        """Whether anything is known of the article's field of that name."""
        return any(path[0] == field for path in self._values)

    def count(self, field: str) -> int:
        """Return how many entries the article's list of that name has."""
        return len({path[1] for path in self._values if path[0] == field})

    def value(self, path: Path) -> Any:
        """Return the value at `path`, or None."""
        return self._values.get(path)

    def find(self, kind: Kind, message: str, *, path: Path = (), offset: int | None = None, advice: str = "") -> None:
        """Report a finding, at `offset` in the page or where the value at `path` was read."""
        if offset is None and (evidence := self._evidence.get(path)) and evidence.spans:
            offset = evidence.spans[0][0]
        place = None if offset is None else self.source.place(offset)
        self.findings.append(kind(message, path=path, place=place, advice=advice))

    # -- the end --------------------------------------------------------------------------------------------

    def article(self) -> Article:
        """Return the article; a value that its type refuses is left out, and reported with its raw text."""
        while True:
            try:
                return Article.model_validate(_nested(self._values))
            except ValidationError as error:
                self._drop(error)
                self._close_gaps()

    def _drop(self, error: ValidationError) -> None:
        for detail in error.errors(include_url=False):
            loc = _address(detail["loc"])
            # A part that lacks a value which was dropped before goes as well; so does the smallest that is known.
            while loc and not any(_about(path, loc) for path in self._values):
                loc = loc[:-1]
            if not loc:
                raise error
            for path in [path for path in self._values if _about(path, loc)]:
                raw = quotation(self.source.text, self._evidence[path].spans) if path in self._evidence else ""
                if raw:
                    message = f"{raw!r} was left out: {reason_of(detail['msg'])}."
                    self.find(NOT_WELL_FORMED, message, path=path)
                del self._values[path]
                self._evidence.pop(path, None)

    def _close_gaps(self) -> None:
        """Count lists from 0 again, so that addresses are those of the article without what was left out."""
        indices: dict[Path, set[int]] = {}
        for path in self._values:
            for depth, step in enumerate(path):
                if isinstance(step, int):
                    indices.setdefault(path[:depth], set()).add(step)
        order = {parent: {old: new for new, old in enumerate(sorted(steps))} for parent, steps in indices.items()}

        def moved(path: Path) -> Path:
            return tuple(order[path[:i]][s] if isinstance(s, int) else s for i, s in enumerate(path))

        self._values = {moved(path): value for path, value in self._values.items()}
        self._evidence = {moved(p): replace(e, path=moved(p)) for p, e in self._evidence.items()}

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence in the order of the page, inferences after what they are drawn from."""
        size = len(self.source.text)

        def order(evidence: Evidence) -> tuple[int, bool]:
            return evidence.spans[0][0] if evidence.spans else size, evidence.origin is not Origin.PAGE

        return tuple(sorted(self._evidence.values(), key=order))

    def accounts(self) -> Accounts:
        """Return the partition of the page's text into evidence, furniture and unassigned text."""
        evidence = tuple(e for e in self.evidence() if e.origin is Origin.PAGE)
        quoted = sorted(span for e in evidence for span in e.spans)
        furniture: list[Furniture] = []
        for block in self._blocks:
            furniture += [Furniture(span, block.rule) for span in _without(block.span, quoted)]
        unassigned: list[Span] = []
        for span in _without((0, len(self.source.text)), sorted(quoted + [f.span for f in furniture])):
            text = self.source.text[slice(*span)]
            inner = (span[0] + len(text) - len(text.lstrip()), span[0] + len(text.rstrip()))
            if inner[0] >= inner[1]:
                furniture.append(Furniture(span, "space"))
                continue
            furniture += [Furniture(s, "space") for s in ((span[0], inner[0]), (inner[1], span[1])) if s[0] < s[1]]
            unassigned.append(inner)
        return Accounts(evidence, tuple(sorted(furniture, key=lambda f: f.span)), tuple(unassigned))


#: What pydantic puts into the address of a value that may be of several types.
_UNION_MEMBERS = frozenset(
    {
        "PersonName",
        "UnsplitName",
        "OrganisationName",
        "ElementCitation",
        "MixedCitation",
        "str",
        "Styled",
        "Link",
        "Math",
    }
)


def _address(loc: tuple[int | str, ...]) -> Path:
    return tuple(step for step in loc if step not in _UNION_MEMBERS)


def _about(path: Path, loc: Path) -> bool:
    """Whether a fault at `loc` is about the value at `path`: the value itself, a part of it, or what holds it."""
    shorter = min(len(path), len(loc))
    return path[:shorter] == loc[:shorter]


def _without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """Return what is left of `span` when the sorted `holes` are cut out."""
    left: list[Span] = []
    at, end = span
    for hole in holes[max(0, bisect_left(holes, (at, at)) - 1) :]:
        if hole[0] >= end:
            break
        if hole[1] <= at:
            continue
        if hole[0] > at:
            left.append((at, hole[0]))
        at = max(at, hole[1])
    if at < end:
        left.append((at, end))
    return left


def _nested(values: dict[Path, object]) -> dict[str, object]:
    """Return the values at their addresses as nested dicts and lists, as pydantic takes them."""
    root: dict[Any, Any] = {}
    for path, value in values.items():
        node = root
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node[path[-1]] = value
    return {str(key): _listed(value) for key, value in root.items()}


def _listed(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    inner = {key: _listed(value) for key, value in node.items()}
    return [inner[key] for key in sorted(inner)] if all(isinstance(key, int) for key in inner) else inner
