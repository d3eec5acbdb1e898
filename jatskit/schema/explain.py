"""Say in one short sentence what libxml2 says with a whole content model, and what change would mend it.

The verdict is libxml2's, never this module's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree

from jatskit.schema.faults import Change, Concern, Delete, Fault, Insert, Move, Rename, Repair, Side, Unwrap, WrapText
from jatskit.schema.grammar import Grammar, has_words, line_of, qname
from jatskit.schema.sequences import Do, Remedy, accepts, remedies, states_of

#: The most names that one sentence lists.
MOST_NAMES = 8
#: How alike two names must be, from 0 to 1, if one may be meant by the other; what it is worth that it
#: would be right; how alike a name and a word of it are.
LIKE, LIKELIER, WORD = 0.6, 0.15, 0.8
#: How many faults in the mixed content of one element are told, and for how many of them repairs are looked for.
MOST_FAULTS, MOST_REPAIRS = 1000, 20
#: How many elements of each circle around a misplaced one, and how many children of each, are looked at for a place.
MOST_LOOKED_AT, MOST_CHILDREN = 500, 100

#: HTML's elements that editors write by mistake, and JATS's.
_HTML = {
    "a": "ext-link",
    "b": "bold",
    "blockquote": "disp-quote",
    "br": "break",
    "dd": "def",
    "div": "sec",
    "dl": "def-list",
    "dt": "term",
    "em": "italic",
    "figcaption": "caption",
    "figure": "fig",
    "h1": "title",
    "h2": "title",
    "h3": "title",
    "h4": "title",
    "h5": "title",
    "h6": "title",
    "i": "italic",
    "img": "graphic",
    "li": "list-item",
    "ol": "list",
    "pre": "preformat",
    "section": "sec",
    "span": "styled-content",
    "strong": "bold",
    "u": "underline",
    "ul": "list",
}


def content_faults(element: etree._Element, grammar: Grammar, *, repairs: bool = True) -> list[Fault]:
    """Return what is wrong with an element's children and text: nothing, if this module cannot tell.

    Without `repairs` no change is looked for that would mend it, which is what takes time.
    """
    return _Explanation(element, grammar, repairs).faults()


def joined(faults: list[Fault]) -> list[Fault]:
    """Return the faults of a document with those joined that have one cause.

    Where one element lacks what stands elsewhere by mistake, that is moved. The attributes of an element that gets
    another name are right or wrong by that name.
    """
    lacking = {fault.expected: fault for fault in faults if fault.repair and _all(fault.repair, Insert)}
    renamed = {fault.element for fault in faults if fault.repair and _all(fault.repair, Rename)}
    return [
        replace(fault, repair=None)
        if fault.concern is Concern.ATTRIBUTE and fault.element in renamed
        else _home(fault, lacking)
        for fault in faults
    ]


def _all(repair: Repair, kind: type[Change]) -> bool:
    return all(isinstance(change, kind) for change in repair.changes)


def _home(fault: Fault, lacking: dict[str, Fault]) -> Fault:
    home = lacking.get(qname(fault.element)) if fault.concern is Concern.CONTENT else None
    if home is None or home is fault or home.repair is None:
        return fault
    change = home.repair.changes[0]
    if not isinstance(change, Insert) or fault.element in (change.element, *change.element.iterancestors()):
        return fault
    repair = _moving(fault.element, change.side, change.element)
    return replace(fault, repair=repair, advice=f"{repair.what}.")


class _Explanation:
    """Explains the content of one element."""

    def __init__(self, element: etree._Element, grammar: Grammar, repairs: bool) -> None:
        self._element = element
        self._repairs = repairs
        self._grammar = grammar
        self._name = qname(element)
        self._children = [child for child in element if isinstance(child.tag, str)]
        self._keys = [grammar.key(child) for child in self._children]

    def faults(self) -> list[Fault]:
        element, name = self._element, self._name
        decl = self._grammar.elements.get(name)
        if decl is None:
            return [self._unknown(element, *self._likely_names(element))]
        if decl.type == "empty":
            advice = "Take out what it contains, spaces and comments included."
            return [Fault(element, f"<{name}> must be empty", advice)]
        if decl.type == "mixed":
            return list(self._mixed())
        if decl.type == "element":
            return self._sequence() + self._text()
        return []

    # -- mixed content ------------------------------------------------------------------------------------------

    def _mixed(self) -> Iterator[Fault]:
        allowed = list(dict.fromkeys(self._grammar.mixed(self._name)))
        wrong = [child for child, key in zip(self._children, self._keys, strict=True) if key not in allowed]
        for count, child in enumerate(wrong[:MOST_FAULTS]):
            self._repairs = self._repairs and count < MOST_REPAIRS
            names = [self._spell(name) for name in allowed] if self._repairs else []
            fitting = [name for name in names if self._grammar.could_be(child, name)]
            if not allowed:
                repair = Repair("Keep the words, drop the tag", (Unwrap(child),))
                yield Fault(child, f"<{self._name}> holds text only, not <{qname(child)}>", repair=repair)
                return
            yield self._foreign(child, allowed, fitting)

    # -- element content ----------------------------------------------------------------------------------------

    def _sequence(self) -> list[Fault]:
        model, keys = self._grammar.model(self._name), self._keys
        if accepts(model, keys):
            return []
        stuck = len(states_of(model, keys)) - 1
        found = list(remedies(model, keys, self._could_be)) if self._repairs else []
        here = model.follow[states_of(model, keys)[-1]]
        if stuck < len(keys) and not any(keys[stuck] in follow for follow in model.follow):
            fitting = [self._spell(remedy.names[0]) for remedy in found if remedy.do is Do.RENAME]
            needed = not any(remedy.do is Do.REMOVE for remedy in found)
            return [self._foreign(self._children[stuck], list(here), fitting, needed=needed)]
        if found:
            return [self._remedied(found, stuck)]
        if stuck == len(keys):
            return [Fault(self._element, self._incomplete(stuck))]
        return [self._stuck(stuck)]

    def _could_be(self, index: int, name: str) -> bool:
        return self._grammar.could_be(self._children[index], self._spell(name))

    def _remedied(self, found: list[Remedy], stuck: int) -> Fault:
        """Explain a sequence that one change would make right."""
        remedy = found[0]
        child = self._children[remedy.index] if remedy.index < len(self._children) else self._element
        name = qname(child)
        if remedy.do is Do.MOVE:
            late = remedy.to < remedy.index
            other = self._children[remedy.to if late else remedy.to - 1]
            where = f"{'before' if late else 'after'} <{qname(other)}> of line {line_of(other)}"
            change = Move(child, Side.BEFORE if late else Side.AFTER, other)
            message = f"<{name}> comes too {'late' if late else 'early'} in <{self._name}>"
            return Fault(child, message, f"Move it {where}.", repair=Repair(f"Move it {where}", (change,), safe=True))
        if remedy.do is Do.INSERT:
            return self._lacking(remedy, stuck)
        extra = next((r.index for r in found if r.do is Do.REMOVE and self._keys.count(self._keys[r.index]) > 1), None)
        index = remedy.index if extra is None else extra
        child, name = self._children[index], qname(self._children[index])
        names = [self._spell(other.names[0]) for other in found if other.do is Do.RENAME and other.index == index]
        repair = self._calling(child, names) or self._away(child) or self._calling(child, names, surely=False)
        if extra is not None:
            return self._one_too_many(index, repair)
        message = f"<{name}> cannot stand here in <{self._name}>"
        if remedy.do is Do.RENAME:
            message = f"{message}; {self._may([*remedy.names])}"
        return Fault(child, message, repair=repair)

    def _lacking(self, remedy: Remedy, stuck: int) -> Fault:
        spelt = [self._spell(name) for name in remedy.names]
        skeletons = [self._grammar.skeleton(name) for name in spelt]
        listed = self._missing(stuck)
        repair: Repair | None = None
        if stuck < len(self._children):
            child = self._children[stuck]
            message = f"<{qname(child)}> stands too early in <{self._name}>: {listed} must come before it"
            at: tuple[etree._Element, Side] = child, Side.BEFORE
        else:
            child = self._element
            message = self._incomplete(stuck)
            at = (self._children[-1], Side.AFTER) if self._children else (self._element, Side.LAST)
        if None not in skeletons:
            xml = "".join(skeleton or "" for skeleton in skeletons)
            tags = " and ".join(f"<{name}>" for name in spelt)
            repair = Repair(f"Add {tags}, to be filled in", (Insert(*at, xml),))
        advice = f"{repair.what}." if repair else ""
        return Fault(child, message, advice, expected=" ".join(spelt), repair=repair)

    def _incomplete(self, stuck: int) -> str:
        missing = self._missing(stuck)
        if not self._children:
            return f"<{self._name}> lacks {missing}"
        last = self._children[-1]
        where = f"after <{qname(last)}> of line {line_of(last)}"
        return f"<{self._name}> is not complete: {missing} must follow {where}"

    def _missing(self, stuck: int) -> str:
        """List what is missing before the child where the model is stuck, or at the end."""
        model = self._grammar.model(self._name)
        states = states_of(model, self._keys)
        goal = self._keys[stuck] if stuck < len(self._keys) else None
        path = model.completion(states[-1], goal) or []
        here = model.follow[states[-1]].items()
        options = [
            name
            for name, to in here
            if len(path) == 1 and (to in model.accepting if goal is None else goal in model.follow[to])
        ]
        return "one of " + self._list(options) if options[1:] else self._list(path, " and ")

    def _stuck(self, stuck: int) -> Fault:
        """Explain the first child that cannot stand where it stands, where no single change would do."""
        model, child = self._grammar.model(self._name), self._children[stuck]
        states = states_of(model, self._keys)
        if model.completion(states[-1], self._keys[stuck]):
            missing = self._missing(stuck)
            return Fault(child, f"<{qname(child)}> stands too early in <{self._name}>: {missing} must come before it")
        for index in range(len(states) - 2, -1, -1):
            if self._keys[stuck] in model.follow[states[index]]:
                other = self._children[index]
                if self._keys[index] == self._keys[stuck]:
                    return self._one_too_many(stuck, self._away(child))
                advice = f"Move it before <{qname(other)}> of line {line_of(other)}."
                repair = Repair(advice[:-1], (Move(child, Side.BEFORE, other),), safe=True)
                return Fault(child, f"<{qname(child)}> comes too late in <{self._name}>", advice, repair=repair)
        return self._foreign(child, list(model.follow[states[-1]]), [])

    def _one_too_many(self, index: int, repair: Repair | None) -> Fault:
        child = self._children[index]
        other = next(other for other in self._children if other is not child and other.tag == child.tag)
        message = f"<{self._name}> has one <{qname(child)}> too many; there is one on line {line_of(other)}"
        return Fault(child, message, repair=repair)

    # -- an element that its parent cannot hold --------------------------------------------------------------------

    def _foreign(self, child: etree._Element, allowed: list[str], fitting: list[str], *, needed: bool = False) -> Fault:
        """Explain a child that may stand nowhere in its parent.

        `fitting` are names that would make it right; one of them is `needed` if the parent lacks something without it.
        """
        name = qname(child)
        if name not in self._grammar.elements:
            return self._unknown(child, fitting, [self._spell(key) for key in allowed], needed=needed)
        message = f"<{name}> cannot stand here in <{self._name}>; {self._may(allowed)}"
        repair: Repair | None = None
        if not self._repairs:
            return Fault(child, message)
        if not self._grammar.could_be(child, name):
            repair = self._calling(child, fitting) or self._away(child) or self._calling(child, fitting, surely=False)
        repair = repair or self._elsewhere(child) or self._calling(child, fitting)
        repair = repair or self._away(child) or self._calling(child, fitting, surely=False)
        return Fault(child, message, f"{repair.what}." if repair else "", repair=repair)

    def _unknown(
        self, element: etree._Element, fitting: list[str], allowed: list[str], *, needed: bool = False
    ) -> Fault:
        """Say that an element is declared nowhere, and what was probably meant: best a name that would make it right."""
        name = qname(element)
        if name in _HTML:
            close = [_HTML[name]]
        else:
            best, _ = max([(other, _likeness(name, other) + LIKELIER * (other in fitting)) for other in allowed + fitting]
                          or [("", 0.0)], key=lambda pair: pair[1])  # fmt: skip
            close = [best] if best and _likeness(name, best) >= LIKE else []
            other = self._grammar.closest(name)
            close = close or ([other] if other else fitting if needed else [])
        repair = _calling(element, close[0]) if close else self._away(element)
        advice = f"Did you mean <{close[0]}>?" if close else ""
        message = f"there is no element <{name[:60]}> in this schema"
        return Fault(
            element, message, advice, expected=close[0] if close else "", repair=repair, concern=Concern.ELEMENT
        )

    def _likely_names(self, element: etree._Element) -> tuple[list[str], list[str]]:
        """Return the names that would make right an element which is declared nowhere, and those that its parent may hold."""
        parent = element.getparent()
        if parent is None or (name := qname(parent)) not in self._grammar.elements:
            return [], []
        allowed = right = self._grammar.mixed(name)
        if self._grammar.elements[name].type == "element":
            above = _Explanation(parent, self._grammar, repairs=False)
            model, index = self._grammar.model(name), above._children.index(element)
            states = states_of(model, above._keys[:index])
            follow = model.follow[states[-1]] if len(states) > index else {}
            right = [key for key, state in follow.items() if accepts(model, above._keys, state, index + 1)]
            allowed = list(follow)
        spelt = [self._grammar.spell(key, name) for key in right]
        fitting = [other for other in spelt if self._grammar.could_be(element, other)]
        return fitting, [self._grammar.spell(key, name) for key in allowed]

    def _elsewhere(self, child: etree._Element) -> Repair | None:
        """Find the nearest place that could hold a child: beside one of the elements that it stands in, or in another."""
        key = self._grammar.key(child)
        for holder in (self._element, *self._element.iterancestors()):
            above = holder.getparent()
            if above is None:
                break
            for side in (Side.AFTER, Side.BEFORE):
                children = [node for node in above if isinstance(node.tag, str)]
                if self._takes(above, key, children.index(holder) + (side is Side.AFTER)):
                    return _moving(child, side, holder)
        holders = self._grammar.holders(key)
        for axis in (child.itersiblings(), child.itersiblings(preceding=True), *_axes(self._element)):
            for other in islice(axis, MOST_LOOKED_AT):
                if isinstance(other.tag, str) and qname(other) in holders and (repair := self._into(child, key, other)):
                    return repair
        return None

    def _into(self, child: etree._Element, key: str, holder: etree._Element) -> Repair | None:
        """Move a child to the last place in a holder where its content would be right with it."""
        if child is holder or child in holder.iterancestors():
            return None
        children = [node for node in holder if isinstance(node.tag, str)]
        for at in range(min(len(children), MOST_CHILDREN), -1, -1):
            if self._takes(holder, key, at):
                beside = children[at - 1] if at else holder
                return _moving(child, Side.AFTER if at else Side.FIRST, beside)
        return None

    def _takes(self, holder: etree._Element, key: str, at: int) -> bool:
        """Whether a holder's content would be right with one more child at an index."""
        name = qname(holder)
        decl = self._grammar.elements.get(name)
        if decl is None:
            return False
        if decl.type == "mixed":
            return key in self._grammar.mixed(name)
        keys = self._grammar.keys(holder)
        return decl.type == "element" and accepts(self._grammar.model(name), [*keys[:at], key, *keys[at:]])

    def _away(self, child: etree._Element) -> Repair | None:
        """Take a child's tags away if its parent may hold what is in it, or the child if nothing is."""
        if not len(child) and not has_words(child) and not child.attrib:
            return Repair(f"Take the empty <{qname(child)}> away", (Delete(child),))
        index = self._children.index(child) if child in self._children else None
        if index is None:
            return None
        keys = [*self._keys[:index], *self._grammar.keys(child), *self._keys[index + 1 :]]
        if self._grammar.may_hold(self._name, keys, text=has_words(child)):
            change: Change = Unwrap(child)
            return Repair(f"Take the tags of <{qname(child)}> away and keep what is in it", (change,))
        return None

    # -- words ----------------------------------------------------------------------------------------------------

    def _text(self) -> list[Fault]:
        """Find the first text where only elements may stand."""
        element, name = self._element, self._name
        for child, text in ((element, element.text), *((node, node.tail) for node in element)):
            if text and (words := " ".join(text.split())):
                quoted = words if len(words) <= 40 else words[:39] + "…"
                message = f"<{name}> holds elements only, and here it holds the text “{quoted}”"
                after = None if child is element else child
                at = element if after is None or not isinstance(after.tag, str) else after
                index = (
                    0
                    if after is None
                    else sum(isinstance(node.tag, str) for node in after.itersiblings(preceding=True)) + 1
                )
                repair: Repair | None = None
                if self._repairs and self._takes(element, "p", index):
                    repair = Repair("Put it into a paragraph, <p>", (WrapText(element, after, "p"),))
                return [Fault(at, message, value=words, repair=repair, concern=Concern.TEXT)]
        return []

    def _spell(self, local: str) -> str:
        return self._grammar.spell(local, self._name)

    def _calling(self, child: etree._Element, names: list[str], *, surely: bool = True) -> Repair | None:
        """Give a child the one of the names that it was probably meant to have; if not `surely`, any of them.

        That is one like its own, one that its neighbours have, the only one, or a paragraph's.
        """
        close = difflib.get_close_matches(qname(child), names, 1, 0.6)
        there = [other for other in map(qname, self._children) if other in names]
        only = names if len(names) == 1 else [name for name in names if name == "p"]
        likely = close or there or only or ([] if surely else names)
        return _calling(child, likely[0]) if likely else None

    def _may(self, allowed: list[str]) -> str:
        return f"here may stand {self._list(allowed)}" if allowed else "nothing more may follow"

    def _list(self, names: Iterable[str], last: str = " or ") -> str:
        """Write names as a list of tags, the first few of them."""
        tags = [f"<{self._spell(name)}>" for name in dict.fromkeys(names)]
        if len(tags) > MOST_NAMES:
            return ", ".join(tags[:MOST_NAMES]) + f" and {len(tags) - MOST_NAMES} more"
        return ", ".join(tags[:-1]) + last + tags[-1] if len(tags) > 1 else "".join(tags)


def _axes(element: etree._Element) -> Iterator[Iterator[etree._Element]]:
    """Yield the elements around one, in widening circles: what its ancestors hold."""
    for above in element.iterancestors():
        yield above.iter("*")


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; a name that is a word of the other is much like it."""
    whole = WORD if one in other.split("-") or other in one.split("-") else 0.0
    return max(whole, difflib.SequenceMatcher(None, one[:100], other).ratio())


def _calling(element: etree._Element, name: str) -> Repair:
    return Repair(f"Call it <{name}>", (Rename(element, name),))


def _moving(child: etree._Element, side: Side, other: etree._Element) -> Repair:
    where = {Side.FIRST: "into", Side.LAST: "into"}.get(side, str(side))
    what = f"Move it {where} <{qname(other)}> of line {line_of(other)}"
    return Repair(what, (Move(child, side, other),))
