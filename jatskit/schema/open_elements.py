"""An element whose end has not been read yet, and whose first children are gone already: is its content right so far?

It remembers where in its content model it stands, never its children. What it says is said in the words of `explain`,
without a change that would mend it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from jatskit.schema.content_models import Model
from jatskit.schema.declarations import Declarations
from jatskit.schema.explain import MOST_NAMES
from jatskit.schema.faults import Concern, Fault
from jatskit.schema.grammar import line_of, qname

#: XML's white space. Python's `isspace` knows far more.
BLANKS = " \t\r\n"


@dataclass(eq=False, slots=True)
class Open:
    """An element that may not have ended.

    `index` is its place among its siblings of the same name, from 1; `counts` how many children of each name are gone.
    """

    element: etree._Element
    above: Open | None
    declared: Declarations
    #: Its own ids.
    ids: list[str] = field(default_factory=list)
    index: int = 1
    counts: Counter[str] = field(default_factory=Counter)
    #: What was told of its attributes, so that it is told once.
    told: set[str] = field(default_factory=set)
    name: str = field(init=False)
    step: str = field(init=False)
    kind: str = field(init=False)
    _model: Model = field(init=False)
    _allowed: dict[str, None] = field(init=False, default_factory=dict)
    _state: int = field(init=False, default=0)
    _stuck: bool = field(init=False, default=False)
    _begun: bool = field(init=False, default=False)
    _text_told: bool = field(init=False, default=False)
    #: The last child that was taken, until it goes, and the state that it was taken in.
    _held: etree._Element | None = field(init=False, default=None)
    _left: int = field(init=False, default=0)
    _last: tuple[str, int] | None = field(init=False, default=None)
    #: For each state that was left, the child that was last taken there; the last one left is the last.
    _taken: dict[int, tuple[str, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.name, self.step = qname(self.element), step(self.element)
        self.kind = self.declared.kind(self.name) if self.name in self.declared else ""
        self._model = self.declared.model(self.name) if self.kind == "element" else Model()
        if self.kind == "mixed":
            self._allowed = dict.fromkeys(name.rpartition(":")[2] for name in self.declared.mixed(self.name))

    @property
    def path(self) -> str:
        """Its XPath, once its parents have ended."""
        return self.above.path_of(self.step, self.index) if self.above else "/" + self.step

    def path_of(self, name: str, index: int) -> str:
        """Return the XPath of its child, by name and number, once it has ended."""
        return f"{self.path}/{name}" + (f"[{index}]" if self.counts[name] > 1 else "")

    def take(self, children: list[etree._Element]) -> list[Fault]:
        """Take the next children, which have ended, and return what is wrong with that they stand here."""
        faults: list[Fault] = []
        element, mixed, counts = self.kind == "element", self.kind == "mixed", self.counts
        if element and not self._begun and children:
            self._begun = True
            self._words(self.element, self.element.text, faults)
        for child in children:
            tag: Any = child.tag
            if isinstance(tag, str):
                name = tag if tag[:1] != "{" else qname(child)
                counts[name if name is tag else step(child)] += 1
                if element:
                    if not self._stuck:
                        self._step(child, name, faults)
                elif mixed and name.rpartition(":")[2] not in self._allowed and name in self.declared:
                    faults.append(self._misplaced(child, name, self._allowed))
            if element:
                if (tail := child.tail) and not self._text_told:
                    self._words(child, tail, faults)
            elif not mixed and self.kind == "empty" and not self._stuck:
                self._stuck = True
                faults.append(self._not_empty())
        self._remember()
        return faults

    def end(self) -> list[Fault]:
        """Return what is wrong with that it ends here."""
        faults: list[Fault] = []
        if self.kind == "empty" and self.element.text and not self._stuck:
            faults.append(self._not_empty())
        if self.kind == "element":
            if not self._begun:
                self._words(self.element, self.element.text, faults)
            if not self._stuck and self._state not in self._model.accepting:
                missing = self._missing(None)
                where = f"must follow after <{self._last[0]}> of line {self._last[1]}" if self._last else ""
                said = (
                    f"<{self.name}> is not complete: {missing} {where}" if where else f"<{self.name}> lacks {missing}"
                )
                faults.append(Fault(self.element, said))
        return faults

    def let_go(self) -> None:
        """Forget the element, which has ended, so that the tree that it stood in can go."""
        self.element = etree.Element("gone")

    def _step(self, child: etree._Element, name: str, faults: list[Fault]) -> None:
        state = self._model.follow[self._state].get(name)
        if state is None:
            self._remember()
            self._stuck = True
            if name in self.declared:  # otherwise it is told of the child itself
                faults.append(self._refused(child, name))
            return
        if not (self._held is not None and state == self._state == self._left):
            self._remember()
            self._left = self._state
        self._state, self._held = state, child

    def _remember(self) -> None:
        """Keep the name and line of the last child of a run, instead of the child."""
        if self._held is not None:
            self._taken.pop(self._left, None)
            self._taken[self._left] = self._last = qname(self._held), line_of(self._held)
            self._held = None

    def _refused(self, child: etree._Element, name: str) -> Fault:
        """Explain the first child that cannot stand where it stands."""
        if self._model.completion(self._state, name):
            missing = self._missing(name)
            return Fault(child, f"<{name}> stands too early in <{self.name}>: {missing} must come before it")
        for state, (other, line) in reversed(self._taken.items()):
            if name in self._model.follow[state]:
                if other == name:
                    return Fault(child, f"<{self.name}> has one <{name}> too many; there is one on line {line}")
                advice = f"Move it before <{other}> of line {line}."
                return Fault(child, f"<{name}> comes too late in <{self.name}>", advice)
        return self._misplaced(child, name, self._model.follow[self._state])

    def _misplaced(self, child: etree._Element, name: str, allowed: Iterable[str]) -> Fault:
        names = list(allowed)
        may = f"here may stand {_listed(names)}" if names else "nothing more may follow"
        return Fault(child, f"<{name}> cannot stand here in <{self.name}>; {may}")

    def _missing(self, goal: str | None) -> str:
        """List what is missing before a child of this name, or before the end."""
        path = self._model.completion(self._state, goal) or []
        options = [
            name
            for name, to in self._model.follow[self._state].items()
            if len(path) == 1 and (to in self._model.accepting if goal is None else goal in self._model.follow[to])
        ]
        return "one of " + _listed(options) if options[1:] else _listed(path, " and ")

    def _words(self, at: etree._Element, text: str | None, faults: list[Fault]) -> None:
        """Find words where only elements may stand; they are told once."""
        if not text or self._text_told or not text.strip(BLANKS):
            return
        self._text_told = True
        words = " ".join(text.split())
        quoted = words if len(words) <= 40 else words[:39] + "…"
        message = f"<{self.name}> holds elements only, and here it holds the text “{quoted}”"
        about = at if isinstance(at.tag, str) else self.element
        faults.append(Fault(about, message, value=words, concern=Concern.TEXT))

    def _not_empty(self) -> Fault:
        return Fault(
            self.element, f"<{self.name}> must be empty", "Take out what it contains, spaces and comments included."
        )


def step(element: etree._Element) -> str:
    """Return what an element is called in libxml2's XPaths: `*` where it has a namespace and no prefix."""
    tag = str(element.tag)
    return "*" if tag[:1] == "{" and not element.prefix else qname(element)


def _listed(names: Iterable[str], last: str = " or ") -> str:
    """Write names as a list of tags, the first few of them."""
    tags = [f"<{name}>" for name in dict.fromkeys(names)]
    if len(tags) > MOST_NAMES:
        return ", ".join(tags[:MOST_NAMES]) + f" and {len(tags) - MOST_NAMES} more"
    return ", ".join(tags[:-1]) + last + tags[-1] if len(tags) > 1 else "".join(tags)
