"""Write a JATS document for another tag set or version, with all of it that the other can hold.

The document's own tree is the template. First what has got another name or place since NLM 2.3 is renamed and moved;
then whatever the target's schema refuses is mended where there is one way to do it: children are put into the order of
the schema, a value that the schema does not list is said with `custom-type`, what cannot stand where it stands gives
its words to what is around it or, where no words can stand, is left out. Each of these is a finding; if the schema
refuses the document even then, it is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from jatskit.findings import Finding, Kind, Place, Severity
from jatskit.identifiers import doi, issn, orcid
from jatskit.jats.document import Original
from jatskit.jats.keeping import add, kept_findings
from jatskit.jats.state import CANNOT_HOLD, NAMESPACES, all_words, clark, shown
from jatskit.jats.writer import required
from jatskit.model import Article
from jatskit.protocols.reading import Written
from jatskit.schema.catalogue import TagSet, Target
from jatskit.schema.content_models import Model
from jatskit.schema.gate import dtd_of, grammar_of
from jatskit.schema.grammar import Grammar, qname
from jatskit.schema.parsing import LogEntry

RENAMED = Kind(
    "jats-renamed",
    Severity.INFO,
    "Something was written in the way of the version asked for: under another name, in another place or order, or "
    "with its identifier in the usual form.",
)

#: How often the schema is asked before the document is given up.
ROUNDS = 12
#: The most elements of one kind that a finding is made about each; the others are counted.
MOST_ALIKE = 3


@dataclass(slots=True)
class _Work:
    """A document being fitted to a target."""

    tree: etree._ElementTree
    target: Target
    name: str
    findings: list[Finding] = field(default_factory=list)
    told: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def grammar(self) -> Grammar:
        return grammar_of(self.target)

    def knows(self, tag: str) -> bool:
        return tag in self.grammar.elements

    def renamed(self, message: str) -> None:
        self._tell(RENAMED, message, None, "")

    def lost(self, message: str, element: etree._Element, alike: str) -> None:
        """Report something that the target cannot hold; `alike` is what it has in common with others of its kind."""
        self._tell(CANNOT_HOLD, f"{self.target.name}: {message}", element, alike)

    def _tell(self, kind: Kind, message: str, element: etree._Element | None, alike: str) -> None:
        key = (kind.id, alike or message)
        self.told[key] = self.told.get(key, 0) + 1
        if self.told[key] > (MOST_ALIKE if alike else 1):
            return
        line: Any = element.sourceline if element is not None else None
        place = Place(self.name, line) if line else None
        advice = "Write it for another tag set or version to keep it." if kind is CANNOT_HOLD else ""
        self.findings.append(kind(message, place=place, advice=advice))

    def result(self) -> list[Finding]:
        """Return the findings, those of one kind that were not told each counted."""
        more = [
            CANNOT_HOLD(f"{self.target.name}: {alike}: {count - MOST_ALIKE} times more")
            for (kind, alike), count in self.told.items()
            if kind == CANNOT_HOLD.id and count > MOST_ALIKE and not any(f.message == alike for f in self.findings)
        ]
        return self.findings + more


def upgrade(original: Original, before: Article, after: Article, target: Target) -> Written:
    """Return the document for another target, with what `after` has more than `before`, and what was done to it."""
    tree, copies = original.fresh()
    target = _with_tables(tree, target)
    work = _Work(tree, target, "the document")
    for transform in _TRANSFORMS:
        transform(work)
    _tidy_namespaces(tree)
    accepted = _mend(work)
    findings = kept_findings(original) + work.result()
    if after != before:
        alive = set(tree.getroot().iter("*"))
        findings += add(
            tree, {old: new for old, new in copies.items() if new in alive}, original, before, after, target
        )
    doctype = f'<!DOCTYPE article PUBLIC "{target.public_id}"\n  "{target.system_id}">'
    _tidy_namespaces(tree)
    # The type is no one's to require here: where the schema does, it says so of the attribute.
    lacking = () if accepted else (finding for finding in required(after, target) if finding.path != ("type",))
    return Written(original.serialised(tree, doctype), (*findings, *lacking))


def _tidy_namespaces(tree: etree._ElementTree) -> None:
    """Declare on the root what the document uses, and take out declarations that nothing uses."""
    used = {str(tag)[1:].partition("}")[0] for tag in _names_in(tree) if str(tag)[:1] == "{"}
    top = {prefix: uri for prefix, uri in NAMESPACES.items() if uri in used and prefix != "xml"}
    etree.cleanup_namespaces(tree, top_nsmap=top)


def _names_in(tree: etree._ElementTree) -> set[str]:
    return {str(name) for element in tree.getroot().iter("*") for name in (element.tag, *element.attrib)}


def target_for(original: Original, target: Target) -> Target:
    """Return the target that can hold the document's tables: OASIS's ones need a schema of their own."""
    return _with_tables(original.tree, target)


def _with_tables(tree: etree._ElementTree, target: Target) -> Target:
    oasis = next(tree.getroot().iter("{http://www.niso.org/standards/z39-96/ns/oasis-exchange/table}table"), None)
    if oasis is None or target.oasis or target.tag_set is TagSet.AUTHORING:
        return target
    return Target(target.tag_set, target.version, oasis=True, mathml3=target.mathml3)


# -- Names and places that have changed ---------------------------------------------------------------------


def _root(work: _Work) -> None:
    """Declare the version, and the namespaces as the version has them."""
    root = work.tree.getroot()
    root.set("dtd-version", work.target.dtd_version)
    for key in [key for key in root.attrib if str(key).startswith(f"{{{NAMESPACES['xsi']}}}")]:
        del root.attrib[key]
        work.renamed("the pointer to a schema (xsi:…SchemaLocation) was taken out; the DOCTYPE names the schema")


def _ali(work: _Work) -> None:
    """Correct the namespace of NISO's Access and License Indicators, which older documents write in other ways."""
    right = NAMESPACES["ali"]
    for element in list(work.tree.getroot().iter("*")):
        uri, _, local = str(element.tag)[1:].partition("}")
        if uri != right and uri.rstrip("/") == right.rstrip("/"):
            new = etree.Element(f"{{{right}}}{local}", dict(element.attrib), nsmap={"ali": right})
            _take_over(new, element)
            work.renamed(f"the namespace {uri} was corrected to {right}")


_RENAMED = {
    "citation": "mixed-citation",
    "custom-meta-wrap": "custom-meta-group",
    "floats-wrap": "floats-group",
    "gloss-group": "glossary",
    "chem-struct-wrapper": "chem-struct-wrap",
    "grant-sponsor": "funding-source",
    "contract-sponsor": "funding-source",
    "grant-num": "award-id",
    "contract-num": "award-id",
}


def _names(work: _Work) -> None:
    """Rename elements that are the same under another name now."""
    for old, new in _RENAMED.items():
        if work.knows(old) or not work.knows(new):
            continue
        for element in list(work.tree.getroot().iter(old)):
            element.tag = new
            if old == "citation" and (kind := element.attrib.pop("citation-type", None)) is not None:
                element.set("publication-type", kind)
            work.renamed(f"<{old}> is <{new}> now")
    if not work.knows("access-date"):
        for element in list(work.tree.getroot().iter("access-date", "time-stamp")):
            work.renamed(f"<{qname(element)}> is <date-in-citation> now")
            element.set("content-type", str(element.tag))
            element.tag = "date-in-citation"
    if not work.knows("nlm-citation"):
        for element in list(work.tree.getroot().iter("nlm-citation")):
            element.tag = "element-citation"
            work.renamed("<nlm-citation> is <element-citation> now")


def _attributes(work: _Work) -> None:
    """Rename attributes that are the same under another name now."""
    for element in work.tree.getroot().iter("element-citation", "mixed-citation", "nlm-citation"):
        if (kind := element.get("citation-type")) is not None and "publication-type" not in element.attrib:
            del element.attrib["citation-type"]
            element.set("publication-type", kind)
            work.renamed("@citation-type is @publication-type now")


#: What stands bare in older versions, in which elements ("*": any), and what has to hold it now.
_WRAPS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("journal-title", "journal-subtitle", "trans-title", "trans-subtitle", "abbrev-journal-title"),
        "journal-meta",
        "journal-title-group",
    ),
    (("copyright-statement", "copyright-year", "copyright-holder", "license"), "*", "permissions"),
    (("funding-source", "award-id"), "article-meta", "award-group"),
)


def _wraps(work: _Work) -> None:
    """Put what stands bare in older versions into what has to hold it now."""
    for tags, inside, wrap in _WRAPS:
        for holder in list(work.tree.getroot().iter(inside)):
            bare = [child for child in holder if child.tag in tags]
            if not bare or holder.tag == wrap or not work.knows(wrap) or _may_hold(work, holder, qname(bare[0])):
                continue
            there = holder.find(wrap)
            new = etree.Element(wrap) if there is None else there
            if there is None:
                new.tail = bare[-1].tail if _is_space(bare[-1].tail) else None
                holder.insert(holder.index(bare[0]), new)
            for child in bare:
                if not _is_space(child.tail):
                    _remove(child)
                new.append(child)
                work.renamed(f"<{qname(child)}> stands in <{wrap}> now")
    for group in list(work.tree.getroot().iter("award-group")):
        parent = group.getparent()
        if parent is not None and parent.tag == "article-meta":
            funding = etree.Element("funding-group")
            funding.tail, group.tail = group.tail, None
            parent.replace(group, funding)
            funding.append(group)
    for holder in list(work.tree.getroot().iter("title-group", "journal-title-group")):
        _group_translations(work, holder)


def _group_translations(work: _Work, holder: etree._Element) -> None:
    """Put each translated title, with its subtitle, into a group, which has the language."""
    for title in [child for child in holder if child.tag == "trans-title"]:
        if _may_hold(work, holder, "trans-title"):
            return
        group = etree.Element("trans-title-group")
        if (lang := title.attrib.pop(clark("xml:lang"), None)) is not None:
            group.set(clark("xml:lang"), lang)
        subtitle = title.getnext()
        group.tail, title.tail = title.tail, None
        holder.replace(title, group)
        group.append(title)
        if subtitle is not None and subtitle.tag == "trans-subtitle":
            group.tail, subtitle.tail = subtitle.tail, None
            group.append(subtitle)
        work.renamed("<trans-title> stands in <trans-title-group> now")


def _licences(work: _Work) -> None:
    """Name the paragraphs of licences as they are named since NLM 3.0; add the element for the licence's URL."""
    for licence in work.tree.getroot().iter("license"):
        for child in list(licence):
            if child.tag == "p" and not _may_hold(work, licence, "p") and work.knows("license-p"):
                child.tag = "license-p"
                work.renamed("<p> in <license> is <license-p> now")


def _identifiers(work: _Work) -> None:
    """Write DOIs bare, ORCID iDs as URLs, and ISSNs with their hyphen, where they are well formed otherwise."""
    for element in work.tree.getroot().iter("article-id", "pub-id", "contrib-id", "issn", "issn-l"):
        kind = element.get("pub-id-type") or element.get("contrib-id-type") or ""
        text = (element.text or "").strip()
        try:
            if kind == "doi":
                new = doi(text)
            elif kind == "orcid" and element.tag == "contrib-id":
                new = f"https://orcid.org/{orcid(text)}"
            elif element.tag in ("issn", "issn-l"):
                new = issn(text)
            else:
                continue
        except ValueError:
            continue
        if len(element) == 0 and new != element.text:
            work.renamed(f"the {kind or qname(element)} {element.text!r} is written {new!r}")
            element.text = new


_TRANSFORMS: tuple[Callable[[_Work], None], ...] = (
    _root,
    _ali,
    _names,
    _attributes,
    _wraps,
    _licences,
    _identifiers,
)


def _is_space(text: str | None) -> bool:
    return not text or text.isspace()


def _may_hold(work: _Work, holder: etree._Element, name: str) -> bool:
    """Return whether a child of this name can stand somewhere in an element."""
    decl = work.grammar.elements.get(qname(holder))
    if decl is None:
        return False
    if decl.type == "mixed":
        return any(name == leaf for leaf in work.grammar.mixed(qname(holder)))
    return decl.type == "element" and any(name in step for step in work.grammar.model(qname(holder)).follow)


def _take_over(new: etree._Element, old: etree._Element) -> None:
    """Put one element into the place of another, with all that it holds."""
    new.text, new.tail = old.text, old.tail
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)
    new.extend(list(old))


def _remove(element: etree._Element) -> None:
    """Take an element out and leave what follows it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and not (tail.isspace() and before is not None):
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds into its place."""
    parent = element.getparent()
    if parent is None:
        return
    before, at = element.getprevious(), parent.index(element)
    children = list(element)
    text, tail = element.text or "", element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    element.tail = None
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    last = children[-1] if children else before
    if last is not None:
        last.tail = (last.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


# -- Mending what the schema refuses ------------------------------------------------------------------------


def _mend(work: _Work) -> bool:
    """Ask the schema, and mend what it refuses, as long as that helps; return whether it accepts."""
    dtd: Any = dtd_of(work.target)
    seen: set[tuple[str, ...]] = set()
    for _ in range(ROUNDS):
        if dtd.validate(work.tree):
            return True
        errors = list(cast("Iterable[LogEntry]", dtd.error_log))
        state = tuple(error.message for error in errors[:200])
        if state in seen:
            return False
        seen.add(state)
        found = (
            {
                path: element
                for path in dict.fromkeys(error.path or "/" for error in errors)
                for element in work.tree.xpath(path, namespaces=_prefixes(work.tree))[:1]
                if path != "/"
            }
            if len(errors) < 5000
            else {}
        )
        for error in errors:
            element = found.get(error.path or "/")
            if element is not None and (element is work.tree.getroot() or element.getparent() is not None):
                _mend_one(work, error, element)
    return bool(dtd.validate(work.tree))


def _prefixes(tree: etree._ElementTree) -> dict[str, str]:
    return {p: uri for e in tree.getroot().iter("*") for p, uri in e.nsmap.items() if p and uri}


def _mend_one(work: _Work, error: LogEntry, element: etree._Element) -> None:
    kind = error.type_name
    if kind in ("DTD_UNKNOWN_ATTRIBUTE", "DTD_ATTRIBUTE_VALUE", "DTD_ATTRIBUTE_DEFAULT"):
        _mend_attributes(work, element)
    elif kind == "DTD_INVALID_CHILD":
        _mend_mixed(work, element)
    elif kind == "DTD_CONTENT_MODEL":
        _mend_sequence(work, element)
    elif kind in ("DTD_NOT_EMPTY", "DTD_NOT_PCDATA"):
        if _is_space("".join(map(str, element.itertext()))) and kind == "DTD_NOT_EMPTY":
            element.text = None
            for child in list(element):
                element.remove(child)
        elif kind == "DTD_NOT_PCDATA":
            for child in [c for c in element if isinstance(c.tag, str)]:
                _lose_tag(work, child, element)


def _mend_attributes(work: _Work, element: etree._Element) -> None:
    """Take out attributes that the element cannot have; say values that are not listed in the listed way."""
    allowed = work.grammar.attributes(qname(element))
    if not allowed and qname(element) not in work.grammar.elements:
        return
    for key in [str(key) for key in element.attrib]:
        name = shown(key)
        value = str(element.get(key))
        decl = allowed.get(name)
        if decl is None:
            if key[:1] == "{" and name.startswith("?:"):
                continue
            del element.attrib[key]
            work.lost(
                f"<{qname(element)}> cannot have {name}={value!r}, and it was left out",
                element,
                f"<{qname(element)}> cannot have {name}",
            )
            continue
        values = list(decl.itervalues())
        if not values or value in values:
            continue
        if "custom" in values and "custom-type" in allowed and "custom-type" not in element.attrib:
            element.set(key, "custom")
            element.set("custom-type", value)
            work.renamed(f"{name}={value!r} on <{qname(element)}> is written with custom-type")
        elif value.strip() in values:
            element.set(key, value.strip())
        elif value.lower() in values:
            element.set(key, value.lower())
            work.renamed(f"{name}={value!r} on <{qname(element)}> is written {value.lower()!r}")
        elif "other" in values and name in ("pub-id-type", "fn-type", "ref-type"):
            element.set(key, "other")
            work.lost(
                f"{name}={value!r} on <{qname(element)}> has no place; it was made 'other'",
                element,
                f"values of {name} on <{qname(element)}> that have no place",
            )
        else:
            del element.attrib[key]
            work.lost(
                f"{name}={value!r} on <{qname(element)}> has no place, and was left out",
                element,
                f"values of {name} on <{qname(element)}> that have no place",
            )


def _mend_mixed(work: _Work, element: etree._Element) -> None:
    """Let what cannot stand among the words of an element give its own words to it."""
    allowed = set(work.grammar.mixed(qname(element)))
    for child in [c for c in element if isinstance(c.tag, str)]:
        if work.grammar.key(child) not in allowed:
            _lose_tag(work, child, element)


def _lose_tag(work: _Work, child: etree._Element, holder: etree._Element) -> None:
    tag, within = qname(child), qname(holder)
    words = all_words(child)
    attributes = "".join(f" {shown(str(key))}={str(value)!r}" for key, value in child.attrib.items())
    if words:
        message = f"<{tag}{attributes}> cannot stand in <{within}>; its words were kept: {words!r}"
        work.lost(message, child, f"<{tag}> cannot stand in <{within}>")
        _unwrap(child)
    else:
        message = f"<{tag}{attributes}> cannot stand in <{within}>, and was left out"
        work.lost(message, child, f"<{tag}> cannot stand in <{within}>")
        _remove(child)


def _mend_sequence(work: _Work, element: etree._Element) -> None:
    """Put the children of an element into the order of the schema; take out what can stand nowhere in it."""
    name = qname(element)
    decl = work.grammar.elements.get(name)
    if decl is None or decl.type != "element":
        return
    model = work.grammar.model(name)
    children = [c for c in element if isinstance(c.tag, str)]
    possible = {step for follow in model.follow for step in follow}
    for child in children:
        if work.grammar.key(child) not in possible:
            words = all_words(child)
            attributes = "".join(f" {shown(str(key))}={str(value)!r}" for key, value in child.attrib.items())
            said = f": {words!r}" if words else ""
            work.lost(
                f"<{qname(child)}{attributes}> cannot stand in <{name}>, and was left out{said}",
                child,
                f"<{qname(child)}> cannot stand in <{name}>",
            )
            _remove(child)
    children = [c for c in element if isinstance(c.tag, str)]
    order = _order(model, [work.grammar.key(child) for child in children])
    if order is None or order == list(range(len(children))):
        return
    places = [element.index(child) for child in children]
    tails = [child.tail for child in children]
    for child in children:
        element.remove(child)
    for place, tail, index in zip(places, tails, order, strict=True):
        children[index].tail = tail
        element.insert(place, children[index])
    work.renamed(f"the children of <{name}> were put into the order of the schema")


def _order(model: Model, names: list[str]) -> list[int] | None:
    """Return an order of the names that the model accepts, as near to the given one as a greedy walk finds it."""
    left = list(range(len(names)))
    state, order = 0, []
    while left:
        counts = {names[index] for index in left}
        for index in left:
            to = model.follow[state].get(names[index])
            if to is not None and _can_follow(model, to, counts, [names[i] for i in left if i != index]):
                break
        else:
            return None
        order.append(index)
        left.remove(index)
        state = to
    return order if state in model.accepting else None


def _can_follow(model: Model, state: int, names: set[str], rest: list[str]) -> bool:
    """Return whether each of the names that are left can still be reached from a state."""
    reached, queue = {state}, [state]
    while queue:
        for name, to in model.follow[queue.pop()].items():
            if to not in reached and name in names:
                reached.add(to)
                queue.append(to)
    reachable = {name for at in reached for name in model.follow[at]}
    return all(name in reachable for name in rest)
