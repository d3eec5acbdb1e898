"""Say what libxml2 finds wrong with an attribute, an id or a reference to one, and what change would mend it."""

from __future__ import annotations

import difflib
import re
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from jatskit.schema.faults import Change, Concern, Fault, Repair, SetAttribute, Unwrap
from jatskit.schema.grammar import Grammar, attribute_names, qname
from jatskit.schema.parsing import LogEntry
from jatskit.schema.telling import clip

_NAMES = "Names begin with a letter or _, and hold letters, digits, . - _ only."
#: What a reference of each type usually refers to.
TARGETS = {
    "aff": ("aff",),
    "app": ("app",),
    "author-notes": ("fn",),
    "bibr": ("ref",),
    "corresp": ("corresp",),
    "disp-formula": ("disp-formula",),
    "fig": ("fig",),
    "fn": ("fn",),
    "list": ("list",),
    "sec": ("sec",),
    "supplementary-material": ("supplementary-material",),
    "table": ("table-wrap",),
    "table-fn": ("fn",),
}
_DIGITS = re.compile(r"\d+")
_IMPROPER = re.compile(r"[^\w.\-]+")


class Ids:
    """The ids of a document, and which of its elements have too many attributes to be advised on."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._tree = tree
        self._crowded: dict[etree._Element, bool] = {}

    def is_crowded(self, element: etree._Element) -> bool:
        """Whether an element has more attributes than any schema gives one; lxml counts them anew each time."""
        if (known := self._crowded.get(element)) is None:
            known = self._crowded[element] = max(len(element.attrib), len(element.nsmap)) > _MOST_ATTRIBUTES
        return known

    @cached_property
    def taken(self) -> set[str]:
        """All ids that there are."""
        found: Any = self._tree.xpath("//@id")
        return {str(id) for id in found}

    def free(self, like: str) -> str:
        """Return an id that is not taken, made of another one; it is taken from now on."""
        number = 2
        while (id := f"{like}-{number}") in self.taken:
            number += 1
        self.taken.add(id)
        return id

    def lost(self, reference: etree._Element, id: str) -> etree._Element | None:
        """Return the only element that a dangling reference can mean.

        It is of the kind that the reference speaks of, others of its kind have ids of the same pattern as the wanted one,
        and its own id is missing or follows another pattern.
        """
        kinds = TARGETS.get(reference.get("ref-type", ""), ())
        pattern = _DIGITS.sub("0", id)
        found, alike = [], 0
        for element in self._tree.getroot().iter(*kinds) if kinds else ():
            if _DIGITS.sub("0", element.get("id", "")) == pattern:
                alike += 1
            else:
                found.append(element)
        return found[0] if len(found) == 1 and (alike or found[0].get("id") is None) else None


#: Attributes of an element from which on its faults are told without advice: no element of any schema has so many.
_MOST_ATTRIBUTES = 1000


def attribute_fault(error: LogEntry, element: etree._Element, grammar: Grammar, ids: Ids) -> Fault:
    """Return an error of libxml2's about an element's attribute as a fault."""
    message = error.message.strip()
    if ids.is_crowded(element):
        named = re.search(r"attribute (\S+)", message)
        return Fault(element, short(message), "", named[1] if named else "", concern=Concern.ATTRIBUTE)
    tag = qname(element)
    if m := re.fullmatch(r"No declaration for attribute (\S+) of element (\S+)", message):
        return _undeclared(element, _spelt(element, m[1]), grammar)
    if m := re.fullmatch(r"Element (\S+) does not carry attribute (\S+)", message):
        return _missing(element, m[2], grammar, ids)
    if m := re.fullmatch(r'(?s)Value "(.*)" for attribute (\S+) of (\S+) is not among the enumerated set', message):
        return _not_in_set(element, m[2], m[1], grammar)
    if m := re.fullmatch(r"Element \S+ namespace name for (\S+) does not match the DTD", message):
        decl = grammar.attributes(tag).get(f"xmlns:{m[1]}")
        right = (decl and decl.default_value) or ""
        return _fixed(element, f"xmlns:{m[1]}", right)
    if m := re.search(r"attribute (\S+) of (\S+) (?:is different from default|must be) \"(.*)\"", message):
        return _fixed(element, _spelt(element, m[1]), m[3])
    if m := re.fullmatch(r"Syntax of value for attribute (\S+) of (\S+) is not valid", message):
        return _improper(element, _spelt(element, m[1]), ids)
    if m := re.fullmatch(r"(?s)ID (.*) already defined", message):
        new = ids.free(m[1])
        repair = Repair(f"Write id=“{clip(new, 60)}”", (SetAttribute(element, "id", new),))
        said = f"the id “{clip(m[1], 60)}” is taken by an element before this <{tag}>"
        return Fault(element, said, "", "id", m[1], new, repair, Concern.ID)
    if m := re.fullmatch(r'(?s)IDREFS? attribute (\S+) references an unknown ID "(.*)"', message):
        return _dangling(element, _spelt(element, m[1]), m[2], grammar, ids)
    return Fault(element, short(error.message), concern=Concern.ATTRIBUTE)


def short(message: str) -> str:
    """Cut the content model off a message of libxml2's."""
    return clip(re.split(r", expecting|, got", message)[0].strip(), 200)


def _spelt(element: etree._Element, attribute: str) -> str:
    """Return an attribute's name as the document writes it; libxml2's messages may drop its prefix."""
    names = _written(element)
    if attribute in names:
        return attribute
    return next((name for name in names if name.rpartition(":")[2] == attribute.rpartition(":")[2]), attribute)


def _value(element: etree._Element, attribute: str) -> str | None:
    """Return the value of an attribute by its name as the document writes it."""
    key = _written(element).get(attribute)
    return None if key is None else element.get(key)


@lru_cache(maxsize=1)
def _written(element: etree._Element) -> dict[str, str]:
    """Return the keys of an element's attributes by their names as the document writes them.

    Of the errors about one element, which stand together, each asks for them. Their values are left alone: libxml2 looks
    for each from the first attribute on.
    """
    return dict(zip(attribute_names(element), map(str, element.attrib), strict=True))


@lru_cache(maxsize=2)
def _spaces(element: etree._Element) -> dict[str | None, str]:
    """Return the namespaces that an element knows, by prefix; as `_written`, once for all errors about it."""
    return dict(element.nsmap)


def forget() -> None:
    """Let go of the last element that was explained, and with it of its document."""
    _written.cache_clear()
    _spaces.cache_clear()


def _undeclared(element: etree._Element, attribute: str, grammar: Grammar) -> Fault:
    tag, value = qname(element), _value(element, attribute)
    if attribute.startswith("xmlns"):
        return _undeclared_namespace(element, attribute)
    declared = grammar.attributes(tag)
    free = [name for name in declared if name not in _written(element) and not name.startswith("xmlns")]
    lacking = [name for name in free if declared[name].default == "required"]
    close = difflib.get_close_matches(attribute, free, 1) or (lacking if len(lacking) == 1 else [])
    changes: tuple[Change, ...] = (SetAttribute(element, attribute, None),)
    if close:
        changes = (*changes, SetAttribute(element, close[0], value))
        repair = Repair(f"Call it {close[0]}", changes)
    else:
        repair = Repair(f"Take {clip(attribute, 60)} away", changes)
    advice = f"Did you mean {close[0]}?" if close else ""
    said = f"<{tag}> cannot have the attribute {clip(attribute, 60)}"
    expected = close[0] if close else ""
    return Fault(element, said, advice, attribute, value or "", expected, repair, Concern.ATTRIBUTE)


def _undeclared_namespace(element: etree._Element, attribute: str) -> Fault:
    """Say that a namespace cannot be declared on an element; the declaration can go where it only says it again."""
    prefix = attribute.removeprefix("xmlns").removeprefix(":") or None
    above = element.getparent()
    repair: Repair | None = None
    if above is not None and _spaces(above).get(prefix) == _spaces(element).get(prefix):
        repair = Repair(f"Take {attribute} away", (SetAttribute(element, attribute, None),), safe=True)
    elif above is not None and prefix and prefix not in (root := element.getroottree().getroot()).nsmap:
        uri = _spaces(element).get(prefix, "")
        changes = (SetAttribute(element, attribute, None), SetAttribute(root, attribute, uri))
        repair = Repair(f"Move {attribute} to <{qname(root)}>", changes, safe=True)
    said = f"<{qname(element)}> cannot have the attribute {clip(attribute, 60)}"
    return Fault(element, said, "", attribute, _spaces(element).get(prefix, ""), "", repair, Concern.ATTRIBUTE)


def _missing(element: etree._Element, attribute: str, grammar: Grammar, ids: Ids) -> Fault:
    tag = qname(element)
    name = next((key for key in grammar.attributes(tag) if key.rpartition(":")[2] == attribute), attribute)
    decl = grammar.attributes(tag).get(name)
    values = list(decl.itervalues()) if decl else []
    repair: Repair | None = None
    if decl is not None and decl.type == "id":
        new = ids.free(tag.rpartition(":")[2])
        repair = Repair(f"Write {name}=“{new}”", (SetAttribute(element, name, new),), safe=True)
    elif len(values) == 1:
        repair = Repair(f"Write {name}=“{values[0]}”", (SetAttribute(element, name, values[0]),), safe=True)
    advice = f"Give it one of {', '.join(values[:8])}." if values and repair is None else ""
    said = f"<{tag}> lacks the attribute {name}, which it must have"
    return Fault(element, said, advice, expected=" ".join(values), repair=repair, concern=Concern.ATTRIBUTE)


def _not_in_set(element: etree._Element, attribute: str, value: str, grammar: Grammar) -> Fault:
    tag, name = qname(element), _spelt(element, attribute)
    decl = grammar.attributes(tag).get(name)
    values = list(decl.itervalues()) if decl else []
    same = [right for right in values if right.casefold() == value.strip().casefold()]
    close = same or difflib.get_close_matches(value, values, 1)
    listed = ", ".join(values[:8]) + (f" and {len(values) - 8} more" if len(values) > 8 else "")
    repair: Repair | None = None
    if close:
        repair = Repair(f"Write {name}=“{close[0]}”", (SetAttribute(element, name, close[0]),), safe=bool(same))
    elif decl is not None and decl.default != "required":
        repair = Repair(f"Take {name} away", (SetAttribute(element, name, None),))
    said = f"“{clip(value, 40)}” is no value of {name} on <{tag}>; it may be {listed}"
    advice = f"Did you mean “{close[0]}”?" if close else ""
    expected = close[0] if close else " ".join(values)
    return Fault(element, said, advice, name, value, expected, repair, Concern.ATTRIBUTE)


def _fixed(element: etree._Element, attribute: str, right: str) -> Fault:
    repair = Repair(f"Write {attribute}=“{clip(right, 60)}”", (SetAttribute(element, attribute, right),), safe=True)
    said = f"{attribute} on <{qname(element)}> must be “{clip(right, 60)}”"
    local = attribute.rpartition(":")[2]
    value = (_spaces(element).get(local) if attribute.startswith("xmlns:") else _value(element, attribute)) or ""
    return Fault(element, said, "", attribute, value, right, repair, Concern.ATTRIBUTE)


def _improper(element: etree._Element, attribute: str, ids: Ids) -> Fault:
    value = _value(element, attribute) or ""
    proper = _IMPROPER.sub("-", value.strip()).strip("-")
    proper = proper if proper[:1].isalpha() else f"{qname(element).rpartition(':')[2]}-{proper}".rstrip("-")
    proper = ids.free(proper) if attribute == "id" and proper in ids.taken else proper
    changes: list[Change] = [SetAttribute(element, attribute, proper)]
    if attribute == "id":
        users = element.getroottree().getroot().iter("xref") if value else ()
        changes += [SetAttribute(user, "rid", proper) for user in users if user.get("rid") == value]
    repair = Repair(f"Write {attribute}=“{clip(proper, 60)}”", tuple(changes))
    said = f"the value of {attribute} on <{qname(element)}> is not a proper name"
    concern = Concern.ID if attribute == "id" else Concern.ATTRIBUTE
    return Fault(element, said, _NAMES, attribute, value, proper, repair, concern)


def _dangling(element: etree._Element, attribute: str, id: str, grammar: Grammar, ids: Ids) -> Fault:
    tag = qname(element)
    close = difflib.get_close_matches(id, sorted(ids.taken), 1, 0.8) if len(ids.taken) < 5000 else []
    if (lost := ids.lost(element, id)) is not None:
        return _without_its_id(lost, id, tag, attribute)
    others = [other for other in (_value(element, attribute) or "").split() if other != id]
    decl = grammar.attributes(tag).get(attribute)
    repair: Repair | None = None
    if close and close[0] not in others:
        new = " ".join(close[0] if other == id else other for other in (_value(element, attribute) or "").split())
        repair = Repair(f"Write {attribute}=“{clip(new, 60)}”", (SetAttribute(element, attribute, new),))
    elif others:
        kept = " ".join(others)
        repair = Repair(f"Write {attribute}=“{clip(kept, 60)}”", (SetAttribute(element, attribute, kept),))
    elif decl is not None and decl.default == "required" and tag == "xref":
        repair = Repair("Take the tags of <xref> away and keep its words", (Unwrap(element),))
    elif decl is not None and decl.default != "required":
        repair = Repair(f"Take {attribute} away", (SetAttribute(element, attribute, None),))
    said = f"{attribute} on <{tag}> refers to “{clip(id, 60)}”, and no element has that id"
    advice = f"Did you mean “{clip(close[0], 60)}”?" if close else ""
    return Fault(element, said, advice, attribute, id, close[0] if close else "", repair, Concern.IDREF)


def _without_its_id(element: etree._Element, id: str, tag: str, attribute: str) -> Fault:
    """Say that an element has lost the id by which others refer to it."""
    own = element.get("id")
    repair = Repair(f"Write id=“{clip(id, 60)}”", (SetAttribute(element, "id", id),))
    has = "no id" if own is None else f"the id “{clip(own, 60)}”"
    said = f"<{qname(element)}> has {has}, and {attribute} on <{tag}> refers to “{clip(id, 60)}”, which no element has"
    return Fault(element, said, "", "" if own is None else "id", own or "", id, repair, Concern.IDREF)
