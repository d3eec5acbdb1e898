"""Write a JATS document again as it was, with what the article has gained since it was read.

The document's own tree is the template: what no field of the model holds (the body, the floats, sub-articles, and
whatever stands unknown in front and back) stays where it stands, and so does every value that did not change. Values
that a profile added are put where the document's own schema has a place for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree
from pydantic import BaseModel

from jatskit.findings import Finding, Kind, Path, Severity, address
from jatskit.jats.document import OPAQUE, Original, parts_that_differ, unbound
from jatskit.jats.state import CANNOT_HOLD, NAMESPACES, NOT_BOUND, NOT_WELL_FORMED
from jatskit.jats.writer import marked
from jatskit.model import Article
from jatskit.protocols.reading import Written
from jatskit.schema.catalogue import TagSet, Target
from jatskit.schema.gate import grammar_of
from jatskit.schema.grammar import Grammar
from jatskit.schema.parsing import parse

KEPT = Kind(
    "jats-kept",
    Severity.INFO,
    "What jatskit's model has no place for was kept in the document as it stands. The evidence file lists it all.",
)
CHANGED = Kind("jats-changed", Severity.INFO, "A part of the document is not what it was: facts were added to it.")
NOT_CHANGED = Kind(
    "jats-not-changed",
    Severity.WARNING,
    "A value of the document differs from the article's, and was left as it stands: only what is missing is added.",
)

#: How many kinds of element and attribute the finding about what was kept names.
MOST_KINDS = 12


def keep(original: Original, before: Article, after: Article, target: Target) -> Written:
    """Return the document that `before` was read from, with what `after` has more; `target` is its own schema.

    Nothing of it is lost; whether it is valid is the gate's business.
    """
    tree, copies = original.fresh()
    findings = kept_findings(original)
    if after != before:
        findings += add(tree, copies, original, before, after, target)
    data = original.serialised(tree)
    changed = parts_that_differ(original.tree, parse(data, "the XML"))
    findings += [CHANGED(f"<{name}> is not what it was: facts were added to it") for name in changed]
    return Written(data, tuple(findings))


def readers_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what the reader found, for a document whose own tree is written again.

    What the model has no place for is no finding of its own then, and a value that is not well formed is kept as well.
    """
    told = (finding for finding in findings if finding.kind != NOT_BOUND.id)
    return tuple(_kept(finding) if finding.kind == NOT_WELL_FORMED.id else finding for finding in told)


def _kept(finding: Finding) -> Finding:
    message = finding.message.replace("was left out", "was kept in the document, and is in no field")
    return replace(finding, severity=Severity.WARNING, message=message)


def kept_findings(original: Original) -> list[Finding]:
    """Say what was kept that the model has no place for: one finding, the parts of the article first."""
    counts = unbound(original)
    if not counts:
        return []
    parts = [f"<{name}>" for name in OPAQUE if f"<{name}>" in counts]
    others = sorted(counts.keys() - set(parts), key=lambda name: (-counts[name], name))
    said = [name + (f" ({counts[name]} times)" if counts[name] > 1 else "") for name in parts + others[:MOST_KINDS]]
    more = f" and {len(others) - MOST_KINDS} kinds more" if len(others) > MOST_KINDS else ""
    message = f"kept as they stand, because the model has no place for them: {', '.join(said)}{more}"
    return [KEPT(message, advice="The evidence file (--evidence) lists each with its place.")]


# -- Adding what is new -------------------------------------------------------------------------------------


def changes(before: Any, after: Any, path: Path = ()) -> Iterator[tuple[Path, bool]]:
    """Yield the address of each value that is another than before, and whether there was none before."""
    if before == after:
        return
    if before is None or before == ():
        if isinstance(after, tuple) and any(isinstance(item, BaseModel) for item in after):
            yield from (((*path, index), True) for index in range(len(after)))
        else:
            yield path, True
    elif isinstance(before, BaseModel) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from changes(getattr(before, name), getattr(after, name), (*path, name))
    elif isinstance(before, tuple) and isinstance(after, tuple) and after[: len(before)] == before:
        yield from (((*path, index), True) for index in range(len(before), len(after)))
    else:
        yield path, False


def add(
    tree: etree._ElementTree,
    copies: dict[etree._Element, etree._Element],
    original: Original,
    before: Article,
    after: Article,
    target: Target,
) -> list[Finding]:
    """Put what `after` has more than `before` into a copy of the document; report what has no place in its schema."""
    similar = Target(target.tag_set) if target.version != "1.4" else Target(target.tag_set, "1.4")
    _, elements = marked(after, similar if similar.tag_set is not TagSet.AUTHORING else Target(TagSet.ARCHIVING))
    found = {entry.path: copies[element] for element, entry in reversed(original.ledger.elements.items())}
    found[()] = tree.getroot()
    grammar = grammar_of(target)
    findings: list[Finding] = []
    for path, new in changes(before, after):
        if new and _graft(path, elements, found, grammar):
            continue
        if new:
            message = f"{target.name}: the document has no place for {address(path)}, and it was left out"
            findings.append(
                CANNOT_HOLD(message, path=path, advice="Write it for another tag set or version to add it.")
            )
        else:
            findings.append(NOT_CHANGED(f"{address(path)} was left as it stands in the document", path=path))
    _declare(tree)
    return findings


def _declare(tree: etree._ElementTree) -> None:
    """Declare on the root the namespaces of what was put in; every other declaration stays."""
    root = tree.getroot()
    there = {prefix for element in root.iter("*") for prefix in element.nsmap if prefix}
    used = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix in there and prefix not in root.nsmap}
    if used:
        etree.cleanup_namespaces(tree, top_nsmap=used, keep_ns_prefixes=sorted(there))


def _graft(
    path: Path, elements: dict[Path, etree._Element], found: dict[Path, etree._Element], grammar: Grammar
) -> bool:
    """Put the elements for a new value into the document, with what holds them where it is not there."""
    element = elements.get(path)
    if element is None:
        return _graft_attributes(path, elements, found, grammar) or _graft_parts(path, elements, found, grammar)
    owner = next(path[:length] for length in range(len(path) - 1, -1, -1) if path[:length] in found)
    above = [element, *element.iterancestors()]
    top = elements.get(owner, above[-1])
    chain = above[: above.index(top)] if top in above else []
    holder = found[owner]
    for at in range(len(chain) - 1, -1, -1):
        inner = _child_like(holder, chain[at]) if at else None
        if inner is None:
            inner = _copied(chain[at], whole=at == 0)
            place = _place(holder, inner, grammar)
            if place is None:
                return False
            _insert(holder, place, inner)
        holder = inner
    found[path] = holder
    return bool(chain)


def _graft_parts(
    path: Path, elements: dict[Path, etree._Element], found: dict[Path, etree._Element], grammar: Grammar
) -> bool:
    """Put in the parts of a value that has no element of its own."""
    parts = [inner for inner in elements if len(inner) == len(path) + 1 and inner[: len(path)] == path]
    return bool(parts) and sum(_graft(inner, elements, found, grammar) for inner in parts) == len(parts)


def _graft_attributes(
    path: Path, elements: dict[Path, etree._Element], found: dict[Path, etree._Element], grammar: Grammar
) -> bool:
    """Give an element the attributes that it does not have yet, where the value is one of them."""
    theirs, mine = elements.get(path[:-1]), found.get(path[:-1])
    if path == ("type",) or path == ("language",):
        theirs, mine = elements.get((), next(iter(elements.values())).getroottree().getroot()), found[()]
    if theirs is None or mine is None:
        return False
    allowed = {name.rpartition(":")[2] for name in grammar.attributes(str(mine.tag))}
    new = {
        key: value
        for key, value in theirs.attrib.items()
        if key not in mine.attrib and str(key) not in ("dtd-version", "id") and str(key).rpartition("}")[2] in allowed
    }
    mine.attrib.update(new)
    return bool(new)


def _child_like(holder: etree._Element, pattern: etree._Element) -> etree._Element | None:
    """Return the child that the new value is to stand in, if there is one."""
    return next(holder.iterchildren(str(pattern.tag)), None)


def _copied(element: etree._Element, *, whole: bool) -> etree._Element:
    from copy import deepcopy

    if whole:
        copy = deepcopy(element)
        copy.tail = None
        return copy
    return etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)


def _place(holder: etree._Element, new: etree._Element, grammar: Grammar) -> int | None:
    """Return the last place among the children where the schema lets a new one stand; None if there is none."""
    children = [child for child in holder if isinstance(child.tag, str)]
    names = [str(child.tag).rpartition("}")[2] for child in children]
    name = str(new.tag).rpartition("}")[2]
    decl = grammar.elements.get(str(holder.tag))
    if decl is None or decl.type != "element":
        return None
    model = grammar.model(str(holder.tag))
    for at in range(len(names), -1, -1):
        state: int | None = 0
        for step in (*names[:at], name, *names[at:]):
            state = model.follow[state].get(step) if state is not None else None
        if state in model.accepting:
            return holder.index(children[at]) if at < len(children) else len(holder)
    return None


def _insert(holder: etree._Element, place: int, new: etree._Element) -> None:
    """Insert a child, on a line of its own if its neighbours stand so."""
    before = holder[place - 1].tail if place else holder.text
    if before is not None and not before.strip() and place == len(holder) and len(holder) > 1:
        new.tail, holder[place - 1].tail = before, holder[0].tail if len(holder) == 1 else holder.text
    else:
        new.tail = before if place and before is not None and not before.strip() else None
    holder.insert(place, new)
