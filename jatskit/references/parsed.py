"""A reference that was read: its readings, and what they come to, which is made when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jatskit.characters import UNCARRIABLE
from jatskit.findings import Finding, Kind, Severity
from jatskit.language import HAN
from jatskit.model import Reference
from jatskit.protocols import Certainty, Evidence, Origin
from jatskit.protocols.evidence import line
from jatskit.references.citations import Read, read
from jatskit.references.line_breaks import han_gaps
from jatskit.references.parts import Parts, Span
from jatskit.references.quoting import Cut, cuts_of

NOT_CUT = Kind(
    "reference-not-cut", Severity.INFO, "Nothing in a reference is sure to be a part of it: only its raw text is kept."
)
PARTLY_CUT = Kind(
    "reference-partly-cut",
    Severity.INFO,
    "A reference has words that no part of it quotes. They are in its raw text only.",
)
CHARACTERS_REMOVED = Kind(
    "reference-characters-removed",
    Severity.INFO,
    "A reference holds control characters, which XML cannot carry. They were taken out.",
)
NOTHING_PRINTED = Kind(
    "reference-nothing-printed",
    Severity.WARNING,
    "A line holds nothing but characters that XML cannot carry. U+FFFD stands for them.",
)
#: Stands for an entry of which nothing can be printed.
UNPRINTABLE = "\ufffd"

#: The least certainty of an entry that was read in full; in the rest are the words that join its parts.
_WHOLE = 0.8
_WORDS = re.compile(r"[^\W\d_]+")
_HAN_LETTERS = re.compile(f"[{HAN}]")


@dataclass(frozen=True)
class ParsedReference:
    """A reference read: its text, where its label stands, and a reading for each language that it is printed in.

    `spans` are the stretches of the text that the readings read. All spans are offsets in `text`; paths in evidence
    and findings are relative to the reference. What is more than spans is made when it is first asked for.
    """

    text: str
    label: Span | None
    readings: tuple[Parts, ...]
    spans: tuple[Span, ...]

    def value(self, span: Span) -> str:
        """Return what the text says in a span."""
        return " ".join(self.text[slice(*span)].split())

    @property
    def raw(self) -> Span:
        """The whole entry without its label, which a label alone does not have."""
        start = self.label[1] if self.label else 0
        end = len(self.text.rstrip())
        return (start, end) if start < end else (0, len(self.text))

    @cached_property
    def read(self) -> Read:
        """The readings as citations, with evidence and findings of the citations alone."""
        gaps = () if self.text.isascii() else han_gaps([self.text])[0]
        return read(self, cuts_of(self.text, gaps))

    def in_list(self, cuts: Sequence[Cut], language: str | None) -> ParsedReference:
        """Return the reference as read with what its list tells: what values leave out, the other halves' language."""
        told = replace(self)
        told.__dict__["read"] = read(self, cuts, list_language=language)  # in the place of what `read` would make
        return told

    @cached_property
    def reference(self) -> Reference:
        """The reference as the model has it, with the id `ref1`."""
        return self.reference_with("ref1")

    def reference_with(self, id: str) -> Reference:
        """Return the reference as the model has it, with an id."""
        return Reference(id=id, label=self._label(), raw=(self._raw(),), citations=self.read.citations)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where each value of the reference was read, or why it was inferred."""
        found: list[Evidence] = []
        if (span := self._label_span()) and self._label():
            found.append(Evidence(("label",), Origin.PAGE, "the label before the entry", (span,)))
        raw = "the whole entry"
        if self._raw() == UNPRINTABLE:
            found.append(Evidence(("raw",), Origin.INFERENCE, NOTHING_PRINTED.meaning, certainty=Certainty.INFERRED))
        else:
            found.append(Evidence(("raw",), Origin.PAGE, raw, (self.raw,), certainty=Certainty.STATED))
        return (*found, *self.read.evidence)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to say about the reference."""
        found = list(self.read.findings)
        if self._raw() == UNPRINTABLE:
            found.append(NOTHING_PRINTED("The entry has no character that XML can carry.", path=("raw",)))
        elif UNCARRIABLE.search(self.text):
            found.append(CHARACTERS_REMOVED("Control characters were taken out of the entry.", path=("raw",)))
        if not self.read.data:
            found.append(NOT_CUT("No part of the entry is sure: only its raw text is kept.", path=("raw",)))
        elif rest := self.unexplained:
            shown = ", ".join(f"“{self.value(span)[:80]}”" for span in rest[:3])
            found.append(PARTLY_CUT(f"Words that are in no part: {shown}.", path=("raw",)))
        return tuple(found)

    @property
    def style(self) -> str | None:
        """The style that the citation is in, by the grammar that read it; None if none could."""
        return next((parts.style for parts in self.readings if parts.style and (parts.spans or parts.groups)), None)

    @cached_property
    def certainty(self) -> float:
        """How sure the readings are: the share of letters and digits, the label's apart, that are in a part.

        1.0 if each of them is, 0.0 if none. Words that only join parts (In, edited by, available from) are in none.
        """
        start, end = self.raw
        whole = sum(map(str.isalnum, self.text[start:end]))
        inside = sum(sum(map(str.isalnum, self.text[slice(*span)])) for span in self._covered)
        return inside / whole if whole and self.read.data else 0.0

    @property
    def is_whole(self) -> bool:
        """Whether the entry was read in full: no stretch of it is unexplained, and few single words are."""
        return self.certainty >= _WHOLE and not self.unexplained

    @cached_property
    def unexplained(self) -> tuple[Span, ...]:
        """The stretches of the entry of five words or six Han letters at least that are in no part."""
        at, end = self.raw
        found: list[Span] = []
        for start, stop in (*self._covered, (end, end)):
            stretch = self.text[at:start]
            if len(stretch) > 5 and (len(_WORDS.findall(stretch)) >= 5 or len(_HAN_LETTERS.findall(stretch)) >= 6):
                found.append((at, start))
            at = max(at, stop)
        return tuple(found)

    @cached_property
    def _covered(self) -> list[Span]:
        """What the parts quote, in order and without overlaps."""
        spans = sorted(span for item in self.read.evidence for span in item.spans)
        merged: list[Span] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def _label_span(self) -> Span | None:
        if self.label is None or self.raw[0] != self.label[1]:
            return None
        start, end = self.label
        if (inner := self.text.find("[[", start, end)) >= 0:  # [[1]] |
            return inner + 1, self.text.index("]]", inner) + 1
        printed = self.text[start:end]
        return start + len(printed) - len(printed.lstrip()), start + len(printed.rstrip())

    def _label(self) -> str | None:
        span = self._label_span()
        return (line(self.text[slice(*span)]) or None) if span else None

    def _raw(self) -> str:
        value = line(self.text[slice(*self.raw)])
        return value if value and not value.isspace() else UNPRINTABLE
