"""What a rule is: a function that looks at a document and yields what is wrong, with its page in its docstring.

What the parser and the schema find has pages of the same form, so that the catalogue is one list.

The docstring begins with a sentence for the list of rules. Its sections are What, Why, Fix, Bad, Good and Source, each
a line `Section:` with its text indented below. Bad and Good hold XML: an `article`, or an element that
stands in its usual place in one; there may be several of each. They are run as tests, and are what an editor reads.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from jatskit.findings import Kind, Severity
from jatskit.rules.document import Document
from jatskit.schema.faults import Fault

Look = Callable[[Document], Iterable[Fault]]

SECTIONS = ("What", "Why", "Fix", "Bad", "Good", "Source")
_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}):[ \t]*", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """What a rule's docstring says, section by section; `summary` is its first sentence."""

    summary: str
    what: str
    why: str
    fix: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Entry:
    """An entry of the catalogue: an id (`ART-DOI`), how severe it is if no target says otherwise, and its page's text.

    The id's first part is the group, by which entries are selected.
    """

    id: str
    severity: Severity
    text: str

    @property
    def group(self) -> str:
        """The first part of the id: `ART` of `ART-DOI`."""
        return self.id.partition("-")[0]

    @cached_property
    def page(self) -> Page:
        """The entry's page, made of its text; ValueError if a section is missing."""
        summary, *rest = _SECTION.split(inspect.cleandoc(self.text))
        parts: dict[str, list[str]] = {}
        for name, text in zip(rest[::2], rest[1::2], strict=True):
            parts.setdefault(name, []).append(inspect.cleandoc("\n" + text if text[:1] != " " else text))
        if missing := [name for name in SECTIONS if not parts.get(name)]:
            raise ValueError(f"the page of {self.id} lacks {', '.join(missing)}")
        one = {name: "\n".join(parts[name]) for name in ("What", "Why", "Fix", "Source")}
        return Page(
            " ".join(summary.split()),
            one["What"], one["Why"], one["Fix"], tuple(parts["Bad"]), tuple(parts["Good"]), one["Source"],
        )  # fmt: skip


@dataclass(frozen=True)
class Rule(Entry):
    """An entry whose findings a function of its own makes."""

    look: Look


@dataclass(frozen=True)
class Verdict(Entry):
    """An entry whose findings the parser or the schema makes, as findings of this kind."""

    kind: Kind


#: Every entry of the modules imported so far, by id, and the module that declares it.
_DECLARED: dict[str, tuple[Entry, str]] = {}


def rule(id: str, severity: Severity = Severity.ERROR) -> Callable[[Look], Look]:
    """Declare a function as the rule of this id; its docstring is the page."""

    def declare(look: Look) -> Look:
        _declare(Rule(id, severity, look.__doc__ or "", look), look.__module__)
        return look

    return declare


def verdict(kind: Kind) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Declare the docstring of a function, which does nothing, as the page of a kind of the parser's or the schema's."""

    def declare(page: Callable[[], None]) -> Callable[[], None]:
        _declare(Verdict(kind.id, kind.severity, page.__doc__ or "", kind), page.__module__)
        return page

    return declare


def _declare(entry: Entry, module: str) -> None:
    if _DECLARED.setdefault(entry.id, (entry, module))[1] != module:
        raise ValueError(f"two rules are called {entry.id}")
    _DECLARED[entry.id] = entry, module


def declared() -> dict[str, Entry]:
    """Return the entries that were declared so far, by id, in the order of their ids."""
    return {id: _DECLARED[id][0] for id in sorted(_DECLARED)}
