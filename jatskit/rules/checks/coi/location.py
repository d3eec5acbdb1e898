"""COI-LOCATION."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_TYPES = frozenset(
    "coi-statement coi conflict conflicts conflict-of-interest conflicts-of-interest competing-interest competing-interests "
    "conflict-interest conflictofinterest competinginterests interest interests".split()
)
_TITLES = frozenset(
    {
        "competing interest", "competing interests", "conflict of interest", "conflicts of interest", "declaration of interest",
        "declaration of interests", "conflict of interest statement", "competing interests statement", "conflict of interests",
        "declaration of competing interest", "declaration of competing interests", "disclosure of interest",
        "conflicto de intereses", "conflictos de interés", "conflitos de interesse", "conflito de interesses",
        "conflito de interesse", "conflicto de interés",
    }
)  # fmt: skip


@rule("COI-LOCATION")
def look(document: Document) -> Iterator[Fault]:
    """The statement of competing interests is a note among the author notes, and is marked as what it is.

    What:
        It is `fn` with `fn-type="coi-statement"` in `author-notes`: no section, no `notes`, no note of another place, and no other type.
        (Publishing and Authoring before 1.2 have no such type, but “conflict”.)
    Why:
        It is the one place where readers, indexes and research on such statements find it in all journals.
    Fix:
        Move it to `author-notes`, and write the type.
    Bad:
        <fn-group><fn id="n1" fn-type="coi-statement"><p>The authors have no competing interests.</p></fn></fn-group>
    Bad:
        <author-notes><fn id="n1" fn-type="conflict"><p>The authors have no competing interests.</p></fn></author-notes>
    Bad:
        <back><sec id="s9"><title>Competing interests</title><p>The authors have none.</p></sec></back>
    Good:
        <author-notes><fn id="n1" fn-type="coi-statement"><p>The authors have no competing interests.</p></fn></author-notes>
    Source:
        JATS4R, Conflict of interest statements.
    """
    for fn in document.all("fn"):
        type = fn.get("fn-type", "")
        if not type or _plain(type) not in _TYPES:
            continue
        if next(fn.iterancestors("author-notes"), None) is None:
            meant = "coi-statement" if document.takes("fn", "fn-type", "coi-statement") else "conflict"
            message = f"the statement of competing interests “{words(fn)[:50]}” stands outside <author-notes>"
            yield Fault(fn, message, f'Move it there, as <fn fn-type="{meant}">.', value=type)
        elif type != "coi-statement" and document.takes("fn", "fn-type", "coi-statement"):
            write = Repair("Write fn-type “coi-statement”", (SetAttribute(fn, "fn-type", "coi-statement"),), safe=True)
            message = f"the type of a statement of competing interests is “{type}”"
            yield Fault(fn, message, "", "fn-type", type, "coi-statement", write)
    for tag, attribute in (("sec", "sec-type"), ("notes", "notes-type")):
        for holder in document.all(tag):
            type = holder.get(attribute, "")
            if (type and _plain(type) in _TYPES) or _title(holder, document) in _TITLES:
                message = f"the statement of competing interests stands in <{tag}>"
                yield Fault(holder, message, 'Write it as <fn fn-type="coi-statement"> in <author-notes>.')
    for p in document.all("p"):
        stated = p.get("content-type", "")
        if stated and _plain(stated) in _TYPES - {"interest", "interests"}:
            message = f"the statement of competing interests “{words(p)[:50]}” is a paragraph"
            yield Fault(p, message, 'Write it as <fn fn-type="coi-statement"> in <author-notes>.', value=stated)


def _plain(type: str) -> str:
    return type.strip().lower().replace("_", "-").replace(" ", "-")


def _title(holder: etree._Element, document: Document) -> str:
    title = document.child(holder, "title")
    return words(title).lower().rstrip(".: ") if title is not None else ""
