"""The gate: validate a document against the official DTD, and say what is wrong in short sentences.

The verdict is libxml2's. Only when it is no are its errors explained: each of them by a finding, none without an error.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any, cast

from lxml import etree

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.findings import Finding, Kind, Path, Place
from jatskit.schema import kinds
from jatskit.schema.catalogue import KNOWN, TagSet, Target, target_of
from jatskit.schema.faults import Concern, Fault
from jatskit.schema.grammar import Dtd, Grammar, line_of, qname
from jatskit.schema.parsing import LogEntry, parse
from jatskit.schema.telling import Teller, clip

KINDS_OF_FAULTS = {
    Concern.ELEMENT: kinds.ELEMENT,
    Concern.CONTENT: kinds.CONTENT,
    Concern.TEXT: kinds.TEXT,
    Concern.ATTRIBUTE: kinds.ATTRIBUTE,
    Concern.ID: kinds.ID,
    Concern.IDREF: kinds.IDREF,
}

#: What an article is checked against when nothing says otherwise.
DEFAULT = Target(TagSet.ARCHIVING)
#: The most findings about one document.
MOST_FINDINGS = 1000
#: After so many faults of one document, repairs are no longer looked for.
MOST_REPAIRED = 100

Locate = Callable[[str], Path]

CONTENT = frozenset({"DTD_CONTENT_MODEL", "DTD_NOT_EMPTY", "DTD_NOT_PCDATA", "DTD_INVALID_CHILD", "DTD_UNKNOWN_ELEM"})


@cache
def dtd_of(target: Target) -> etree.DTD:
    """Return the official DTD of a target; it is loaded once."""
    return etree.DTD(str(target.dtd_file))


@cache
def grammar_of(target: Target) -> Grammar:
    """Return the content models of a target's DTD, for explanations."""
    return Grammar(_plain_dtd(target))


def _plain_dtd(target: Target) -> Dtd:
    dtd: Any = dtd_of(target)
    return cast("Dtd", dtd)


def verdict(
    document: etree._ElementTree | bytes,
    target: Target,
    name: str = "article.xml",
    locate: Locate | None = None,
    data: bytes = b"",
) -> list[Finding]:
    """Return what the official schema has against a document: nothing, if it is valid.

    `name` is the file that the findings name; `locate` maps an XPath of the document to a path in the model; `data` are
    the bytes of a document that is parsed already, in which its findings have their places.
    Bytes that are not well-formed raise `UnreadableSource`.
    """
    tree = parse(document, name) if isinstance(document, bytes) else document
    data = document if isinstance(document, bytes) else data
    root = tree.getroot()
    if qname(root) != "article":
        message = f"the root element is <{qname(root)[:60]}>, and an article's is <article>"
        return [kinds.ROOT(message, place=Place(name, line_of(root) or 1))]
    if _is_wide(root, data) and (found := _excess(tree, grammar_of(target), name)):
        return found
    dtd = _plain_dtd(target)
    if dtd.validate(tree):
        return []
    errors = list(cast("Iterable[LogEntry]", dtd.error_log))
    return _explained(Teller(tree, name, data), errors, grammar_of(target), locate)


def verdict_of(dtd: Dtd, grammar: Grammar, tree: etree._ElementTree, name: str, data: bytes) -> list[Finding]:
    """Return what any DTD has against a document, parsed from these bytes."""
    if dtd.validate(tree):
        return []
    return _explained(Teller(tree, name, data), list(cast("Iterable[LogEntry]", dtd.error_log)), grammar, None)


#: From so many children of one element on, libxml2 is asked only after `_excess` has found few faults.
MOST_SIBLINGS = 20_000


def _is_wide(root: etree._Element, data: bytes) -> bool:
    # To count takes longer than to know that there is no room for so many: `<a/>`.
    if data and (len(data) < 4 * MOST_SIBLINGS or data.count(b"<") <= MOST_SIBLINGS):
        return False
    return len(root) > MOST_SIBLINGS or any(len(element) > MOST_SIBLINGS for element in root.iter("*"))


def _excess(tree: etree._ElementTree, grammar: Grammar, name: str) -> list[Finding]:
    """Return the first faults of a wide document, if it has more than are listed; nothing if it has fewer.

    libxml2 counts an element's siblings for every error that it has about it, so that many errors among many siblings
    take it quadratic time. Each fault that is found here is one for libxml2, too; not all of those are found here.
    """
    found: list[tuple[Kind, str, etree._Element]] = []
    ids: set[str] = set()
    wanted: list[tuple[str, str, etree._Element]] = []
    allowed: dict[str, tuple[frozenset[str], dict[str, str]]] = {}
    for element in tree.getroot().iter("*"):
        tag = qname(element)
        if tag not in allowed:
            allowed[tag] = frozenset(grammar.mixed(tag)), {k: v.type for k, v in grammar.attributes(tag).items()}
        _, types = allowed[tag]
        parent = element.getparent()
        inside = allowed.get(qname(parent)) if parent is not None else None
        decl = grammar.elements.get(tag)
        if decl is None:
            found.append((kinds.ELEMENT, f"there is no element <{tag[:60]}> in this schema", element))
            continue
        if inside is not None and inside[0] and grammar.key(element) not in inside[0]:
            found.append((kinds.CONTENT, f"<{tag}> cannot stand where it stands", element))
        if decl.type == "empty" and (len(element) or element.text):
            found.append((kinds.CONTENT, f"<{tag}> must be empty", element))
        for key, value in element.attrib.items() if len(element.attrib) < 100 else ():
            short = str(key)
            kind = types.get(short)
            if kind is None and short[:1] != "{":
                found.append((kinds.ATTRIBUTE, f"<{tag}> cannot have the attribute {clip(short, 60)}", element))
            elif kind == "id":
                if value in ids:
                    found.append((kinds.ID, f"the id “{clip(str(value), 60)}” is taken by an element before", element))
                ids.add(str(value))
            elif kind in ("idref", "idrefs"):
                wanted += [(short, id, element) for id in str(value).split()]
        if len(found) > MOST_FINDINGS:
            break
    for key, id, element in wanted if len(found) <= MOST_FINDINGS else ():
        if id not in ids:
            said = f"{key} on <{qname(element)}> refers to “{clip(id, 60)}”, and no element has that id"
            found.append((kinds.IDREF, said, element))
    if len(found) <= MOST_FINDINGS:
        return []
    findings = [kind(message, place=Place(name, line_of(element))) for kind, message, element in found[:MOST_FINDINGS]]
    more = "more errors are not listed, because the document has so many"
    return [*findings, kinds.CONTENT(more, place=Place(name, line_of(found[-1][2])), advice="Mend these first.")]


def validate_document(data: bytes, name: str, target: Target | None = None) -> list[Finding]:
    """Parse a document and validate it: against `target`, or else against the schema that it declares itself.

    Raises `UnreadableSource` if the bytes are not well-formed XML.
    """
    tree = parse(data, name)
    findings: list[Finding] = []
    if target is None:
        target = target_of_document(tree, DEFAULT)
        findings += unknown_doctype(tree.docinfo.public_id, target, name)
    return findings + verdict(tree, target, name, data=data)


def number_of_errors(data: bytes, name: str) -> int:
    """Return how many errors libxml2 finds in a document by its own schema, without a word about them.

    Raises `UnreadableSource` if the bytes are not well-formed XML.
    """
    tree = parse(data, name)
    if qname(tree.getroot()) != "article":
        return 1
    if _is_wide(tree.getroot(), data):
        return len(verdict(tree, target_of_document(tree), name))
    dtd = _plain_dtd(target_of_document(tree))
    return 0 if dtd.validate(tree) else sum(1 for _ in dtd.error_log)


def not_well_formed(error: UnreadableSource, name: str, data: bytes = b"") -> Finding:
    """Return an error of the parser's as a finding, with the fix of it if the document's bytes are given."""
    if isinstance(error, NotWellFormed):
        # What only explains is loaded when there is something to explain.
        from jatskit.schema.text import text_of
        from jatskit.schema.well_formed import fix_of_error

        kind = _FATAL.get(error.kind, kinds.WELL_FORMED)
        finding = kind(error.fault, place=Place(name, error.line or 1, error.column), advice=error.advice)
        return replace(finding, fix=fix_of_error(error, text_of(data))) if data and error.line else finding
    return kinds.WELL_FORMED(error.message, place=Place(name, 1), advice=error.advice)


_FATAL = {
    kind.id: kind
    for kind in (kinds.ENCODING, kinds.CHARACTERS, kinds.ENTITY_UNDECLARED, kinds.ENTITY_EXTERNAL, kinds.LIMITS)
}


def unknown_doctype(public_id: str | None, target: Target, name: str) -> list[Finding]:
    """Return a finding if a document does not name a schema that is known, and `target` was chosen for it."""
    if target_of(public_id) is not None:
        return []
    unknown = f"no schema called “{(public_id or '')[:120]}” is known here"
    said = unknown if public_id else "no DOCTYPE names a schema"
    message = f"{said}; the document was checked against {target.name}"
    close = difflib.get_close_matches(public_id, [known.public_id for known in KNOWN], 1, 0.93) if public_id else []
    meant = next((known for known in KNOWN if close and known.public_id == close[0]), target)
    advice = f'Write <!DOCTYPE article PUBLIC "{meant.public_id}" "{meant.system_id}">, or name the schema.'
    return [kinds.DOCTYPE_KNOWN(message, place=Place(name, 1), advice=advice)]


def target_of_document(tree: etree._ElementTree, default: Target = DEFAULT) -> Target:
    """Choose the schema of a document: by its DOCTYPE's public id, else by its root's `dtd-version`, else `default`.

    An identifier that is unknown as a whole may still tell the tag set, the MathML, and whether tables are OASIS's.
    Without one, a version of before JATS is that of the Publishing tag set, the only one of that age that is known.
    """
    doctype: Any = tree.docinfo
    version: Any = tree.getroot().get("dtd-version")
    return declared_target(doctype.public_id, doctype.system_url, version, default)


def declared_target(
    public_id: str | None, system_id: str | None, version: str | None, default: Target = DEFAULT
) -> Target:
    """Choose the schema that these identifiers and this `dtd-version` name; see `target_of_document`."""
    known = target_of(public_id)
    if known is not None:
        return known
    words = f"{public_id or ''} {system_id or ''}".lower()
    tag_set = next((t for t in TagSet if t.removesuffix("ing") in words), None)
    version = (version or "").strip()
    if version in ("2.3", "3.0") and tag_set in (None, TagSet.PUBLISHING):
        return Target(TagSet.PUBLISHING, f"nlm-{version}", mathml3=False)
    tag_set = tag_set or default.tag_set
    oasis = "oasis" in words or (default.oasis and tag_set is not TagSet.AUTHORING)
    old_math = "jats" in words and "mathml3" not in words
    if version[:2] == "0.":
        version = "1.0"  # the drafts of JATS 1.0
    same = [t for t in KNOWN if (t.tag_set, t.oasis) == (tag_set, oasis)]
    same.sort(key=lambda t: t.mathml3 is old_math)
    wanted = (version, default.version)
    return next((t for number in wanted for t in same if t.version == number), default)


def _explained(teller: Teller, errors: list[LogEntry], grammar: Grammar, locate: Locate | None) -> list[Finding]:
    """Turn libxml2's errors into findings, by line."""
    from jatskit.schema.attributes import Ids, attribute_fault, forget, short
    from jatskit.schema.explain import content_faults, joined

    tree = teller.tree
    elements = elements_of(tree, errors)
    ids = Ids(tree)
    seen: set[tuple[str, str]] = set()
    unknown: set[etree._Element] = set()
    faults: list[Fault] = []
    for error in errors[:MOST_FINDINGS]:
        element = elements.get(error.path or "/")
        if element is None:
            element = tree.getroot()
        if error.type_name not in CONTENT:
            faults.append(attribute_fault(error, element, grammar, ids))
            continue
        group = "unknown" if error.type_name == "DTD_UNKNOWN_ELEM" else "content"
        if (element in unknown and group == "unknown") or (error.path or "/", group) in seen:
            continue
        seen.add((error.path or "/", group))
        found = content_faults(element, grammar, repairs=len(faults) < MOST_REPAIRED)
        for fault in found or [Fault(element, short(error.message))]:
            if fault.concern is Concern.ELEMENT:
                unknown.add(fault.element)
            faults.append(fault)

    def told(fault: Fault) -> Finding:
        kind = KINDS_OF_FAULTS[fault.concern]
        path = locate(tree.getpath(fault.element)) if locate else ()
        return teller.finding(fault, kind.id, kind.severity, path)

    findings = sorted(dict.fromkeys(map(told, joined(faults[:MOST_FINDINGS]))), key=_order)
    forget()
    if len(errors) > MOST_FINDINGS:
        more = f"{len(errors) - MOST_FINDINGS} more errors are not listed"
        place = findings[-1].place if findings else None
        findings.append(kinds.CONTENT(more, place=place, advice="Mend these first."))
    return findings


def _order(finding: Finding) -> tuple[int, int, str]:
    """Order findings by place; dangling references, which libxml2 lists in a hash table's order, also by text."""
    place = finding.place
    text = finding.message if finding.kind == kinds.IDREF.id else ""
    return (place.line, place.column, text) if place else (0, 0, text)


def elements_of(tree: etree._ElementTree, errors: list[LogEntry]) -> dict[str, etree._Element]:
    """Find the elements that the errors about content are about, in one pass over the tree."""
    wanted = {(error.line, _last(error.path or "")) for error in errors[:MOST_FINDINGS]}
    paths = {error.path for error in errors[:MOST_FINDINGS]}
    found: dict[str, etree._Element] = {}
    for element in tree.iter("*"):
        line = line_of(element)
        if (line, qname(element)) in wanted or (line, "*") in wanted:
            path = tree.getpath(element)
            if path in paths:
                found[path] = element
    return found


def _last(xpath: str) -> str:
    """Return the name in the last step of an XPath of libxml2's."""
    return xpath.rpartition("/")[2].partition("[")[0]
