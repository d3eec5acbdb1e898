"""The article in the making, and the accounts of its page: what every reader of pages fills in.

Values are quoted from spans of the source, at once (`quote`) or as one of several candidates for a field
(`offer`, and `settle` to reconcile them). Blocks that a rule recognised are taken; what is taken and not quoted is
that rule's furniture; what nobody takes is unassigned. So the accounts always balance.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import ValidationError

from jatskit.characters import UNCARRIABLE
from jatskit.findings import Finding, Kind, Path, Severity
from jatskit.findings import reason as reason_of
from jatskit.model import Article
from jatskit.protocols import Accounts, Alternative, Certainty, Evidence, Furniture, Origin, Source, Span
from jatskit.protocols.evidence import normalised, quotation
from jatskit.readers.candidates import Candidate, SourceKind, Values
from jatskit.readers.ranks import FIELDS

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
SOURCES_DISAGREE = Kind(
    "page-sources-disagree",
    Severity.WARNING,
    "Two sources on the page, both of good standing, say different things of a field: a tag and the printed line, "
    "say. The one that counts first for the field is in the article; the other stands beside it in the evidence file.",
)
SOURCE_DISTRUSTED = Kind(
    "page-source-distrusted",
    Severity.WARNING,
    "A source on the page contradicts the page itself: its tags belong to another article, or hold a filler. What it "
    "says counts only where nothing else does.",
)

#: Characters of a value that a finding shows.
_QUOTED = 80


#: Where a block starts; where it ends, negated, so that the outer one comes first; its number and its rule.
_Block: TypeAlias = tuple[int, int, int, str]


@dataclass(slots=True)
class Sheet:
    """An article in the making, and the accounts of its page."""

    source: Source
    findings: list[Finding] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)
    _values: dict[Path, object] = field(default_factory=dict)
    _evidence: dict[Path, Evidence] = field(default_factory=dict)
    _blocks: list[_Block] = field(default_factory=list)
    _claims: list[_Block] = field(default_factory=list)
    _offers: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)
    _settled: dict[tuple[str, str], Candidate] = field(default_factory=dict)
    _beside: set[int] = field(default_factory=set)
    _watched: list[Span] = field(default_factory=list)
    _strangers: set[str] = field(default_factory=set)

    # -- candidates -----------------------------------------------------------------------------------------

    def offer(self, about: str, kind: SourceKind, variant: str = "") -> Candidate:
        """Return a new candidate for a field of `ranks.FIELDS`, for its source to say what it says."""
        candidate = Candidate(about, kind, self.source.text, variant)
        self._offers.setdefault((about, variant), []).append(candidate)
        return candidate

    def offers(self, about: str, variant: str | None = None) -> list[Candidate]:
        """Return the candidates for a field that say anything, best first; of all variants unless one is named."""
        rules = FIELDS[about]
        known = [
            (rank, candidate)
            for (name, kind), candidates in self._offers.items()
            if name == about and variant in (None, kind)
            for candidate in candidates
            if candidate.values and rules.valid(candidate.values) and (rank := rules.rank(candidate)) is not None
        ]
        return [candidate for _, candidate in sorted(known, key=lambda item: item[0])]

    def variants(self, about: str) -> list[str]:
        """Return the variants that a field has candidates for, in the order in which they were offered."""
        return [variant for name, variant in self._offers if name == about]

    def merge_variant(self, about: str, variant: str, into: str | None) -> None:
        """Let the candidates of one variant compete with those of another."""
        if into and into != variant and (moved := self._offers.pop((about, variant), None)):
            for candidate in moved:
                candidate.variant = into
            self._offers.setdefault((about, into), []).extend(moved)

    def vary(self, about: str, candidate: Candidate, variant: str) -> None:
        """Let a candidate stand beside those that it competed with, as a variant of its own."""
        self._offers[about, candidate.variant].remove(candidate)
        candidate.variant = variant
        self._offers.setdefault((about, variant), []).append(candidate)

    def quoted_spans(self) -> list[Span]:
        """Return what is quoted so far, in the order of the page."""
        return sorted(s for e in self._evidence.values() if e.origin is Origin.PAGE for s in e.spans)

    def values(self) -> Iterable[tuple[Path, object]]:
        """Return what is known, with its addresses."""
        return self._values.items()

    def distrust(self, kinds: Iterable[SourceKind], why: str) -> None:
        """Let what these sources say count only where nothing else does; the caller reports it."""
        self._strangers.add(why)
        for candidates in self._offers.values():
            for candidate in candidates:
                if candidate.kind in kinds:
                    candidate.distrusted = why

    def settle(self, about: str, variant: str = "", base: Path | None = None) -> Candidate | None:
        """Choose among the candidates for a field, put the best into the article and keep the others beside it.

        `base` is where in the article it goes, if that is not where `ranks.FIELDS` says. Return the one that was
        chosen, or None if there is none. What has been settled stays.
        """
        if settled := self._settled.get((about, variant)):
            return settled
        rules = FIELDS[about]
        ranked = self.offers(about, variant)
        if not ranked or (ranked[0].distrusted and not rules.of_journal):
            return None
        agreeing = [candidate for candidate in ranked if rules.agree(ranked[0].values, candidate.values)]
        good = [c for c in agreeing if c.kind in rules.order and not c.distrusted] or ranked[:1]
        chosen = max(good, key=lambda candidate: rules.detail(candidate.values))  # the first of equals
        self._settled[about, variant] = chosen
        if base is None:
            base = (*rules.base, self._next(rules.base)) if rules.listed else rules.base
        for path, value in chosen.values.items():
            self._place(chosen, path, base, value)
        self._report_uncarriable((*base, *next(iter(chosen.values))), chosen.spans)
        alike = set(map(id, agreeing))
        for other in ranked:
            if other is chosen:
                continue
            agrees = id(other) in alike
            if agrees and rules.parts:
                self._supplement(chosen, other, base)
            self._keep_beside(chosen, other, base, agrees=agrees)
        return chosen

    def _next(self, base: Path) -> int:
        depth = len(base)
        return len({path[depth] for path in self._values if len(path) > depth and path[:depth] == base})

    def _place(self, candidate: Candidate, path: Path, base: Path, value: object) -> None:
        full = (*base, *path)
        self._values[full] = value
        if evidence := candidate.evidence.get(path):
            self._evidence[full] = _at(full, evidence)

    def _supplement(self, chosen: Candidate, other: Candidate, base: Path) -> None:
        """Let an agreeing source speak where the chosen one is silent, of each entry of a list for itself."""
        parts = FIELDS[chosen.about].parts
        silent_on_places = not any(path[0] == "affiliations" for path in chosen.values)
        has = {path[:3] for path in chosen.values}
        for path, value in other.values.items():
            of_places = path[0] == "affiliations" or path[2:3] == ("affiliations",)
            if silent_on_places if of_places else path[2:3] and path[2] in parts and path[:3] not in has:
                self._place(other, path, base, value)
                chosen.values[path] = value

    def _keep_beside(self, chosen: Candidate, other: Candidate, base: Path, *, agrees: bool) -> None:
        rules = FIELDS[chosen.about]
        self._note_alternative(other, base, agrees=agrees)
        good = other.kind in rules.order and chosen.kind in rules.order
        if agrees or other.distrusted or not good:
            return
        at = f" (line {self.source.place(other.spans[0][0]).line})" if other.spans else ""
        verb = "also says" if other.kind is chosen.kind else "says"
        self.find(
            SOURCES_DISAGREE,
            f"{chosen.about}: the {chosen.kind} says {_clipped(chosen.quoted)}; "
            f"the {other.kind}{at} {verb} {_clipped(other.quoted)}.",
            path=base,
            offset=chosen.spans[0][0] if chosen.spans else None,
            advice=f"The first was taken: {rules.why}.",
        )

    def _note_alternative(self, other: Candidate, base: Path, *, agrees: bool) -> None:
        self._beside.add(id(other))
        for start, end in other.spans:
            self.claim(start, end, f"{'repeated' if agrees else 'other'} {other.about}")
        self.alternatives.append(
            Alternative(base, other.about, other.quoted, str(other.kind), other.spans, agrees, other.distrusted)
        )

    def close_offers(self) -> None:
        """Say what became of the candidates that nothing has settled, and of what each of them could not say.

        To be called when everything is settled. What is not well formed is reported. Of the others, one whose field
        has a value stands beside that; one that was distrusted is reported; the rest stays unassigned.
        """
        settled = {id(candidate): candidate for candidate in self._settled.values()}
        told: set[tuple[str, str]] = set()
        for candidates in list(self._offers.values()):
            for candidate in candidates:
                for span, why in candidate.refused:
                    self._refuse(candidate, (span,), why, told)
                if not candidate.spans or id(candidate) in settled or id(candidate) in self._beside:
                    continue
                rules = FIELDS[candidate.about]
                if not rules.valid(candidate.values):
                    self._refuse(candidate, candidate.spans, rules.fault, told)
                elif known := self._known(candidate):
                    base, values = known
                    self._note_alternative(candidate, base, agrees=rules.agree(values, candidate.values))
                elif candidate.distrusted:
                    self._note_alternative(candidate, rules.base, agrees=False)
                    if candidate.distrusted in self._strangers:
                        continue  # reported already, of all that the source says
                    self.find(
                        SOURCE_DISTRUSTED,
                        f"{candidate.about}: what the {candidate.kind} says, {_clipped(candidate.quoted)}, was left out: "
                        f"{candidate.distrusted}.",
                        path=rules.base,
                        offset=candidate.spans[0][0],
                    )

    def _refuse(self, candidate: Candidate, spans: Sequence[Span], why: str, told: set[tuple[str, str]]) -> None:
        for start, end in spans:
            self.claim(start, end, f"refused {candidate.about}")
        raw = quotation(self.source.text, spans)
        if (candidate.about, raw) not in told:
            told.add((candidate.about, raw))
            message = f"{candidate.about}: {_clipped(raw)} in the {candidate.kind} was not taken as it stands: {why}."
            self.find(NOT_WELL_FORMED, message, path=FIELDS[candidate.about].base, offset=spans[0][0])

    def _known(self, candidate: Candidate) -> tuple[Path, Values] | None:
        """Return the value that a candidate stands beside, and where: its variant's, or any of its field."""
        rules = FIELDS[candidate.about]
        chosen = [settled for (about, _), settled in self._settled.items() if about == candidate.about]
        if chosen:
            agreeing = [one for one in chosen if rules.agree(one.values, candidate.values)]
            return rules.base, (agreeing or chosen)[0].values
        if rules.base in self._values:
            return rules.base, {(): self._values[rules.base]}
        return None

    # -- taking and quoting ---------------------------------------------------------------------------------

    def watch(self, start: int, end: int) -> None:
        """Say that a stretch states something of the article, so that no rule about its surroundings covers it.

        What of it is neither quoted nor taken for itself, and has a word in it, is unassigned.
        """
        if start < end:
            self._watched.append((start, end))

    def watched(self) -> list[Span]:
        """Return the stretches that are watched, in the order of the page."""
        return _joined(sorted(self._watched))

    def take_span(self, start: int, end: int, rule: str) -> None:
        """Put a stretch of the source down to `rule`; parts of it may be quoted."""
        if start < end:
            self._blocks.append((start, -end, len(self._blocks), rule))

    def take_spans(self, spans: Iterable[Span], rule: str) -> None:
        """Put many stretches down to `rule`, as `take_span` does."""
        first = len(self._blocks)
        self._blocks += [(start, -end, first, rule) for start, end in spans if start < end]

    def claim(self, start: int, end: int, rule: str) -> None:
        """Put a stretch down to `rule`, whatever rule takes what is around it."""
        if start < end:
            self._claims.append((start, -end, len(self._claims), rule))

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
        self._report_uncarriable(path, spans)

    def _report_uncarriable(self, path: Path, spans: Sequence[Span]) -> None:
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
            left_out = [path for path in self._values if _about(path, loc)]
            spans = [span for path in left_out if path in self._evidence for span in self._evidence[path].spans]
            if spans:
                raw = _printed(self.source.text, sorted(set(spans)))
                message = f"{raw!r} was left out: {reason_of(detail['msg'])}."
                self.find(NOT_WELL_FORMED, message, path=loc, offset=spans[0][0])
                for start, end in spans:
                    self.claim(start, end, "refused")
            for path in left_out:
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
        self._evidence = {moved(p): _at(moved(p), e) for p, e in self._evidence.items()}

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence in the order of the page, inferences after what they are drawn from."""
        size = len(self.source.text)

        def order(evidence: Evidence) -> tuple[int, bool]:
            return evidence.spans[0][0] if evidence.spans else size, evidence.origin is not Origin.PAGE

        return tuple(sorted(self._evidence.values(), key=order))

    def open_stretches(self) -> dict[Span, list[Span]]:
        """Return what of each watched stretch is neither quoted nor claimed, and has a word in it."""
        if not self._watched:
            return {}
        taken = sorted([*self.quoted_spans(), *((start, -end) for start, end, _, _ in self._claims)])
        taken = _joined(taken)
        left: dict[Span, list[Span]] = {}
        for span in self.watched():
            pieces = [piece for piece in _without(span, taken) if _says_something(self.source.text[slice(*piece)])]
            if pieces:
                left[span] = pieces
        return left

    def accounts(self) -> Accounts:
        """Return the partition of the page's text into evidence, furniture and unassigned text."""
        evidence = _apart(e for e in self.evidence() if e.origin is Origin.PAGE)
        quoted = sorted(span for e in evidence for span in e.spans)
        furniture = _parted(self._claims, quoted)
        open_stretches = [span for spans in self.open_stretches().values() for span in spans]
        apart = sorted([*quoted, *(f.span for f in furniture), *open_stretches])
        furniture += _parted(self._blocks, apart)
        unassigned: list[Span] = []
        for span in _without((0, len(self.source.text)), sorted(quoted + [f.span for f in furniture])):
            text = self.source.text[slice(*span)]
            inner = (span[0] + len(text) - len(text.lstrip()), span[0] + len(text.rstrip()))
            if inner[0] >= inner[1]:
                furniture.append(Furniture(span, "space"))
                continue
            furniture += [Furniture(s, "space") for s in ((span[0], inner[0]), (inner[1], span[1])) if s[0] < s[1]]
            unassigned.append(inner)
        return Accounts(evidence, tuple(sorted(furniture)), tuple(unassigned))


def _says_something(text: str) -> bool:
    """Whether there is a letter or a digit in a stretch, apart from character references and escapes."""
    return any(map(str.isalnum, _MARKS.sub("", text)))


#: References and escapes that stand for marks and blanks only, however they are written, and tags.
_MARKS = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|#\d{1,7}|#x[0-9a-f]{1,6});|\\[nrt\"/]|</?[a-z]{1,10}/?>", re.IGNORECASE
)


def _printed(text: str, spans: Sequence[Span]) -> str:
    """Return the stretches as they stand on the page, if they stand in one line; else one after another."""
    whole = text[spans[0][0] : spans[-1][1]]
    return whole if len(whole) <= _QUOTED and "\n" not in whole else quotation(text, spans)


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= _QUOTED else text[: _QUOTED - 1] + '…'}”"


#: What pydantic puts into the address of a value that may be of several types.
_UNION_MEMBERS = frozenset(
    "PersonName UnsplitName OrganisationName ElementCitation MixedCitation str Styled Link Math".split()
)


def _address(loc: tuple[int | str, ...]) -> Path:
    return tuple(step for step in loc if step not in _UNION_MEMBERS)


def _about(path: Path, loc: Path) -> bool:
    """Whether a fault at `loc` is about the value at `path`: the value itself, a part of it, or what holds it."""
    shorter = min(len(path), len(loc))
    return path[:shorter] == loc[:shorter]


def _at(path: Path, e: Evidence) -> Evidence:
    """Return evidence for the value at another path."""
    return Evidence(path, e.origin, e.reason, e.spans, e.normalisation, e.certainty)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return sorted spans as stretches that do not overlap."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """Return what is left of `span` when the sorted `holes` are cut out."""
    left: list[Span] = []
    at, end = span
    for number in range(max(0, bisect_left(holes, (at, at)) - 1), len(holes)):
        hole = holes[number]
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


def _apart(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence that stands apart: of two values with a stretch in common, the first accounts for it."""
    kept: list[Evidence] = []
    end = 0
    ordered = sorted(evidence, key=lambda item: item.spans)
    for item in ordered:
        if item.spans and item.spans[0][0] >= end and all(a < b for a, b in item.spans):
            kept.append(item)
            end = item.spans[-1][1]
    return tuple(kept)


def _parted(blocks: Iterable[_Block], quoted: Sequence[Span]) -> list[Furniture]:
    """Return the blocks without what is quoted from them; where two overlap, the outer one has the rest."""
    furniture: list[Furniture] = []
    at = 0
    for start, end, _, rule in sorted(blocks):
        if at < -end:
            furniture += [Furniture(span, rule) for span in _without((max(at, start), -end), quoted)]
            at = -end
    return furniture


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
