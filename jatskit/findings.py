"""What jatskit has to say about an article: severities, kinds of finding, findings.

A `Kind` is declared once, by the module that reports it, and registers itself here, so that the list of
kinds in the documentation is made from the code. A `Finding` is one occurrence of a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

#: A value's address in the model: `("contributors", 4, "names", 0, "surname")`. Pydantic calls it `loc`.
Path = tuple[str | int, ...]


class Severity(IntEnum):
    """How much a finding matters; ordered, so that severities can be compared."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: its name, and line and column, both counted from 1 (column 0: the whole line).

    `end_line` and `end_column` are those of the character after its last one; 0 if its end is not known.
    """

    file: str
    line: int
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: its id, how severe it is, and what it means to an editor."""

    id: str
    severity: Severity
    meaning: str

    def __post_init__(self) -> None:
        if KINDS.setdefault(self.id, self) != self:
            raise ValueError(f"two kinds of finding are called {self.id!r}")

    def __call__(self, message: str, *, path: Path = (), place: Place | None = None, advice: str = "") -> Finding:
        """Return a finding of this kind."""
        return Finding(self.id, self.severity, message, path, place, advice)


#: Every kind that the modules imported so far can report, by id.
KINDS: dict[str, Kind] = {}


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a file: the characters from offset `start` up to `end`, counted from 0, become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of a file that mend a finding together, and what they do, as an order: “Write the DOI as 10.1234/5”.

    A `safe` one cannot change what the document says, only how it says it.
    """

    what: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the editor.

    `kind` is the id of its `Kind` or rule; `path` the address in the model of the value concerned, or `()`; `place`
    where it stands in the input (or, for a schema error, in the XML), and `xpath` where in its tree; `advice` what to
    do about it. `value` is the faulty value as it stands, `expected` what could stand there, `fix` how it is mended.
    `anchor` is where in the tree it stands from the closest id on (`#s1/p/xref/@rid`), which stays when others come and go.
    """

    kind: str
    severity: Severity
    message: str
    path: Path = ()
    place: Place | None = None
    advice: str = ""
    xpath: str = ""
    value: str = ""
    expected: str = ""
    fix: Fix | None = None
    anchor: str = ""


@dataclass(slots=True)
class Report:
    """The findings of one run, in the order in which they were made."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Append one finding."""
        self.findings.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Append several findings."""
        self.findings.extend(findings)

    def at_least(self, severity: Severity) -> list[Finding]:
        """Return the findings that are at least as severe as `severity`."""
        return [f for f in self.findings if f.severity >= severity]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)


def reason(message: str) -> str:
    """Return what a validation error says, without the word that pydantic puts before a reason of ours."""
    return message.removeprefix("Value error, ")


def address(path: Path) -> str:
    """Return a path as people write it: `contributors[4].names[0].surname`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
