"""What a rule is: a function that looks at a document and yields what is wrong, with its page in its docstring.

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

from jatskit.findings import Severity
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
class Rule:
    """A rule: its id (`ART-DOI`), how severe what it finds is if no target says otherwise, and the function that looks.

    The id's first part is the group, by which rules are selected.
    """

    id: str
    severity: Severity
    look: Look

    @property
    def group(self) -> str:
        """The first part of the id: `ART` of `ART-DOI`."""
        return self.id.partition("-")[0]

    @cached_property
    def page(self) -> Page:
        """The rule's page, made of the function's docstring; ValueError if a section is missing."""
        summary, *rest = _SECTION.split(inspect.getdoc(self.look) or "")
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


#: Every rule of the modules imported so far, by id.
_DECLARED: dict[str, Rule] = {}


def rule(id: str, severity: Severity = Severity.ERROR) -> Callable[[Look], Look]:
    """Declare a function as the rule of this id."""

    def declare(look: Look) -> Look:
        if id in _DECLARED and _DECLARED[id].look.__module__ != look.__module__:
            raise ValueError(f"two rules are called {id}")
        _DECLARED[id] = Rule(id, severity, look)
        return look

    return declare


def declared() -> dict[str, Rule]:
    """Return the rules that were declared so far, by id, in the order of their ids."""
    return dict(sorted(_DECLARED.items()))
