"""The gate: validate a document against the official DTD, and say what is wrong in short sentences.

The verdict is libxml2's. Only when it is no are its errors explained: each of them by a finding, none without an error.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, cast

from lxml import etree

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.findings import Finding, Kind, Path, Place, Severity
from jatskit.schema.catalogue import KNOWN, TagSet, Target, target_of
from jatskit.schema.explain import Dtd, Grammar, line_of, qname
from jatskit.schema.faults import Fault
from jatskit.schema.parsing import LogEntry, parse

SCHEMA = Kind("schema-invalid", Severity.ERROR, "The XML does not follow the official schema.")
DUPLICATE_ID = Kind("schema-duplicate-id", Severity.ERROR, "Two elements have the same id.")
DANGLING_IDREF = Kind("schema-dangling-idref", Severity.ERROR, "A reference names an id that no element has.")
NOT_WELL_FORMED = Kind("schema-not-well-formed", Severity.ERROR, "The document is no well-formed XML.")
ROOT = Kind("schema-root", Severity.ERROR, "The XML is not a JATS article: its root element is another.")
UNKNOWN_DOCTYPE = Kind(
    "schema-unknown-doctype", Severity.WARNING, "The document names no schema that is known, so another was used."
)

#: What an article is checked against when nothing says otherwise.
DEFAULT = Target(TagSet.ARCHIVING)
#: The most characters of a message, and the most findings about one document.
MOST_CHARACTERS, MOST_FINDINGS = 300, 1000

Locate = Callable[[str], Path]

_CONTENT = frozenset({"DTD_CONTENT_MODEL", "DTD_NOT_EMPTY", "DTD_NOT_PCDATA", "DTD_INVALID_CHILD", "DTD_UNKNOWN_ELEM"})


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
    document: etree._ElementTree | bytes, target: Target, name: str = "article.xml", locate: Locate | None = None
) -> list[Finding]:
    """Return what the official schema has against a document: nothing, if it is valid.

    `name` is the file that the findings name; `locate` maps an XPath of the document to a path in the model.
    Bytes that are not well-formed raise `UnreadableSource`.
    """
    tree = parse(document, name) if isinstance(document, bytes) else document
    root = tree.getroot()
    if qname(root) != "article":
        message = f"the root element is <{qname(root)[:60]}>, and an article's is <article>"
        return [ROOT(message, place=Place(name, line_of(root) or 1))]
    if _is_wide(root) and (found := _excess(tree, grammar_of(target), name)):
        return found
    dtd = _plain_dtd(target)
    if dtd.validate(tree):
        return []
    errors = list(cast("Iterable[LogEntry]", dtd.error_log))
    return _explained(tree, errors, grammar_of(target), name, locate)


#: From so many children of one element on, libxml2 is asked only after `_excess` has found few faults.
MOST_SIBLINGS = 20_000


def _is_wide(root: etree._Element) -> bool:
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
            found.append((SCHEMA, f"there is no element <{tag[:60]}> in this schema", element))
            continue
        if inside is not None and inside[0] and grammar.key(element) not in inside[0]:
            found.append((SCHEMA, f"<{tag}> cannot stand where it stands", element))
        if decl.type == "empty" and (len(element) or element.text):
            found.append((SCHEMA, f"<{tag}> must be empty", element))
        for key, value in element.attrib.items() if len(element.attrib) < 100 else ():
            short = str(key)
            kind = types.get(short)
            if kind is None and short[:1] != "{":
                found.append((SCHEMA, f"<{tag}> cannot have the attribute {_clip(short, 60)}", element))
            elif kind == "id":
                if value in ids:
                    found.append(
                        (DUPLICATE_ID, f"the id “{_clip(str(value), 60)}” is taken by an element before", element)
                    )
                ids.add(str(value))
            elif kind in ("idref", "idrefs"):
                wanted += [(short, id, element) for id in str(value).split()]
        if len(found) > MOST_FINDINGS:
            break
    for key, id, element in wanted if len(found) <= MOST_FINDINGS else ():
        if id not in ids:
            said = f"{key} on <{qname(element)}> refers to “{_clip(id, 60)}”, and no element has that id"
            found.append((DANGLING_IDREF, said, element))
    if len(found) <= MOST_FINDINGS:
        return []
    findings = [kind(message, place=Place(name, line_of(element))) for kind, message, element in found[:MOST_FINDINGS]]
    more = "more errors are not listed, because the document has so many"
    return [*findings, SCHEMA(more, place=Place(name, line_of(found[-1][2])), advice="Mend these first.")]


def validate_document(data: bytes, name: str, target: Target | None = None) -> list[Finding]:
    """Parse a document and validate it: against `target`, or else against the schema that it declares itself.

    Raises `UnreadableSource` if the bytes are not well-formed XML.
    """
    tree = parse(data, name)
    findings: list[Finding] = []
    if target is None:
        target = target_of_document(tree, DEFAULT)
        findings += unknown_doctype(tree.docinfo.public_id, target, name)
    return findings + verdict(tree, target, name)


def not_well_formed(error: UnreadableSource, name: str) -> Finding:
    """Return an error of the parser's as a finding."""
    if isinstance(error, NotWellFormed):
        return NOT_WELL_FORMED(error.fault, place=Place(name, error.line or 1, error.column), advice=error.advice)
    return NOT_WELL_FORMED(error.message, place=Place(name, 1), advice=error.advice)


def unknown_doctype(public_id: str | None, target: Target, name: str) -> list[Finding]:
    """Return a finding if a document does not name a schema that is known, and `target` was chosen for it."""
    if target_of(public_id) is not None:
        return []
    unknown = f"the DOCTYPE names an unknown schema, “{(public_id or '')[:120]}”"
    said = unknown if public_id else "no DOCTYPE names a schema"
    message = f"{said}; the document was checked against {target.name}"
    advice = f'Write <!DOCTYPE article PUBLIC "{target.public_id}" "{target.system_id}">, or name the schema.'
    return [UNKNOWN_DOCTYPE(message, place=Place(name, 1), advice=advice)]


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


def _explained(
    tree: etree._ElementTree, errors: list[LogEntry], grammar: Grammar, name: str, locate: Locate | None
) -> list[Finding]:
    """Turn libxml2's errors into findings, by line."""
    elements = _elements(tree, errors)
    seen: set[tuple[str, str]] = set()
    blamed: set[etree._Element] = set()
    findings: list[Finding] = []

    def add(kind: Kind, message: str, advice: str, xpath: str, line: int) -> None:
        shown = _clip(message, MOST_CHARACTERS - min(len(xpath), 120) - 5)
        where = xpath if len(xpath) <= 120 else "…" + xpath[-119:]
        path = locate(xpath) if locate else ()
        findings.append(kind(f"{shown} (at {where})", path=path, place=Place(name, line), advice=advice))

    for error in errors[:MOST_FINDINGS]:
        xpath = error.path or "/"
        element = elements.get(xpath)
        if error.type_name not in _CONTENT or element is None:
            add(*_attribute(error, grammar, _last(xpath)), xpath, error.line)
            continue
        group = "unknown" if error.type_name == "DTD_UNKNOWN_ELEM" else "content"
        if (element in blamed and group == "unknown") or (xpath, group) in seen:
            continue
        seen.add((xpath, group))
        faults = grammar.content(element) or [Fault(element, _short(error.message))]
        for fault in faults:
            if fault.unknown:
                blamed.add(fault.element)
            line = line_of(fault.element) or error.line
            add(SCHEMA, fault.message, fault.advice, tree.getpath(fault.element), line)
    if len(errors) > MOST_FINDINGS:
        more = f"{len(errors) - MOST_FINDINGS} more errors are not listed"
        add(SCHEMA, more, "Mend these first.", "/", errors[MOST_FINDINGS].line)
    return sorted(dict.fromkeys(findings), key=_order)


def _order(finding: Finding) -> tuple[int, str]:
    """Order findings by line; dangling references, which libxml2 lists in a hash table's order, also by text."""
    return finding.place.line if finding.place else 0, finding.message if finding.kind == DANGLING_IDREF.id else ""


def _elements(tree: etree._ElementTree, errors: list[LogEntry]) -> dict[str, etree._Element]:
    """Find the elements that the errors about content are about, in one pass over the tree."""
    wanted = {(error.line, _last(error.path or "")) for error in errors[:MOST_FINDINGS] if error.type_name in _CONTENT}
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


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _short(message: str) -> str:
    """Cut the content model off a message of libxml2's."""
    return _clip(re.split(r", expecting|, got", message)[0].strip(), 200)


def _attribute(error: LogEntry, grammar: Grammar, element: str) -> tuple[Kind, str, str]:
    """Say what is wrong with an attribute, an id or a reference."""
    message = error.message.strip()
    if m := re.fullmatch(r"No declaration for attribute (\S+) of element (\S+)", message):
        close = difflib.get_close_matches(m[1], grammar.attributes(element), 1)
        advice = f"Did you mean {close[0]}?" if close and close[0] != m[1] else ""
        return SCHEMA, f"<{element}> cannot have the attribute {_clip(m[1], 60)}", advice
    if m := re.fullmatch(r"Element (\S+) does not carry attribute (\S+)", message):
        return SCHEMA, f"<{element}> lacks the attribute {m[2]}, which it must have", ""
    if m := re.fullmatch(r'(?s)Value "(.*)" for attribute (\S+) of (\S+) is not among the enumerated set', message):
        values = _values(grammar, element, m[2])
        close = difflib.get_close_matches(m[1], values, 1)
        listed = ", ".join(values[:8]) + (f" and {len(values) - 8} more" if len(values) > 8 else "")
        advice = f"Did you mean “{close[0]}”?" if close else ""
        return SCHEMA, f"“{_clip(m[1], 40)}” is no value of {m[2]} on <{element}>; it may be {listed}", advice
    if m := re.fullmatch(r"Element \S+ namespace name for (\S+) does not match the DTD", message):
        decl = grammar.attributes(element).get(f"xmlns:{m[1]}")
        return SCHEMA, f"xmlns:{m[1]} on <{element}> must be “{(decl and decl.default_value) or ''}”", ""
    if m := re.search(r"attribute (\S+) of (\S+) (?:is different from default|must be) \"(.*)\"", message):
        return SCHEMA, f"{m[1]} on <{element}> must be “{_clip(m[3], 60)}”", ""
    if m := re.fullmatch(r"Syntax of value for attribute (\S+) of (\S+) is not valid", message):
        return SCHEMA, f"the value of {m[1]} on <{element}> is not a proper name", _NAMES
    if m := re.fullmatch(r"(?s)ID (.*) already defined", message):
        return DUPLICATE_ID, f"the id “{_clip(m[1], 60)}” is taken by an element before this <{element}>", ""
    if m := re.fullmatch(r'(?s)IDREFS? attribute (\S+) references an unknown ID "(.*)"', message):
        return DANGLING_IDREF, f"{m[1]} on <{element}> refers to “{_clip(m[2], 60)}”, and no element has that id", ""
    return SCHEMA, _short(message), ""


_NAMES = "Names begin with a letter or _, and hold letters, digits, . - _ only."


def _values(grammar: Grammar, element: str, attribute: str) -> list[str]:
    """Return the values that an attribute may have; libxml2's messages drop its prefix."""
    for name, decl in grammar.attributes(element).items():
        if attribute in (name, name.rpartition(":")[2]):
            return list(decl.itervalues())
    return []
