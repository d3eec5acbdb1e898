"""LIST-TYPE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset({"order", "bullet", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper", "simple"})
_MEANT = {
    "arabic": "order", "decimal": "order", "number": "order", "numbered": "order", "ordered": "order", "ol": "order",
    "numeric": "order", "1": "order", "bulleted": "bullet", "bullets": "bullet", "dash": "bullet", "disc": "bullet",
    "unordered": "bullet", "ul": "bullet", "itemized": "bullet", "none": "simple", "plain": "simple", "no-bullet": "simple",
    "loweralpha": "alpha-lower", "lower-alpha": "alpha-lower", "upper-alpha": "alpha-upper", "lower-roman": "roman-lower",
    "upper-roman": "roman-upper",
}  # fmt: skip
#: A number, letter or mark that was typed before the words of an item.
_TYPED = {
    "order": re.compile(r"[(\[]?\d{1,2}[.)\]](?=\s|\w{2})"),
    "bullet": re.compile(r"[•▪■◦‣●·–—*-]\s"),
    "alpha-lower": re.compile(r"[(\[]?[a-z][.)\]]\s"),
    "roman-lower": re.compile(r"[(\[]?[ivx]{1,5}[.)\]]\s"),
}


@rule("LIST-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """A list says how its items are marked, and then no item has its mark typed.

    What:
        `list` has a `list-type`: “order”, “bullet”, “alpha-lower”, “alpha-upper”, “roman-lower”, “roman-upper” or “simple”. In a list
        whose type makes numbers or bullets, the items do not begin with one. Marks of its own stand in `label` in a “simple” list.
    Why:
        A page shows both: the mark that the type makes, and the one that was typed.
    Fix:
        Write the type; take the typed marks away, or make the list “simple” with each mark in `label`.
    Bad:
        <list><list-item><p>Salmon</p></list-item><list-item><p>Trout</p></list-item></list>
    Bad:
        <list list-type="ordered"><list-item><p>Salmon</p></list-item><list-item><p>Trout</p></list-item></list>
    Bad:
        <list list-type="order"><list-item><p>1. Salmon</p></list-item><list-item><p>2. Trout</p></list-item></list>
    Good:
        <list list-type="order"><list-item><p>Salmon</p></list-item><list-item><p>Trout</p></list-item></list>
    Source:
        PMC Tagging Guidelines, list; JATS tag library, list-type.
    """
    for list_ in document.all("list"):
        type = list_.get("list-type")
        if not type or not type.strip():
            repair = None
            if list_.find("list-item/label") is not None:
                repair = Repair("Write list-type “simple”", (SetAttribute(list_, "list-type", "simple"),), safe=True)
            yield Fault(
                list_,
                f"the list of “{words(list_)[:40]}” does not say how its items are marked",
                "" if repair else "Add list-type.",
                repair=repair,
            )
            continue
        if type not in _KNOWN:
            meant = _MEANT.get(type.strip().lower(), type.lower() if type.lower() in _KNOWN else "")
            if meant and not document.takes("list", "list-type", meant):
                meant = ""
            write = Repair(f"Write list-type “{meant}”", (SetAttribute(list_, "list-type", meant),), safe=True)
            if meant or len(type) > 1:
                yield Fault(
                    list_,
                    f"“{type}” is none of the types of lists",
                    "" if meant else f"Use one of {', '.join(sorted(_KNOWN))}.",
                    "list-type",
                    type,
                    meant,
                    write if meant else None,
                )
            continue
        if type != "simple" and (label := list_.find("list-item/label")) is not None:
            simple = Repair("Write list-type “simple”", (SetAttribute(list_, "list-type", "simple"),))
            message = f"the items have labels, “{words(label)[:20]}”, and the type “{type}” makes marks, too"
            yield Fault(list_, message, "", "list-type", type, "simple", simple)
            continue
        typed = _TYPED.get(type)
        items = [p for item in list_.iterchildren("list-item") if (p := document.child(item, "p")) is not None]
        if typed and len(items) > 1 and all(typed.match((p.text or "").lstrip()) for p in items):
            yield Fault(
                items[0],
                f"the items have marks of their own, “{(items[0].text or '').strip()[:20]}”, and the type “{type}” makes one",
                "Take the typed marks away.",
            )
