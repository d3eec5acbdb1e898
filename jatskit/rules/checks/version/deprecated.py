"""VERSION-DEPRECATED."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Rename, Repair, SetAttribute


@dataclass(frozen=True, slots=True)
class Old:
    """An element, or an attribute of elements, that is kept for old documents alone; since when, and what is used now."""

    elements: tuple[str, ...]
    attribute: str
    since: str
    instead: str


_OLD = (
    Old(("pub-date",), "pub-type", "1.1", "date-type and publication-format"),
    Old(("issn", "isbn"), "pub-type", "1.1", "publication-format"),
    Old(("nlm-citation",), "", "1.0", "<element-citation> or <mixed-citation>"),
    Old(("access-date",), "", "1.0", '<date-in-citation content-type="access-date">'),
    Old(("time-stamp",), "", "1.0", '<date-in-citation content-type="access-date">'),
    Old(("contract-num",), "", "1.0", "<award-id> in <award-group>"),
    Old(("contract-sponsor",), "", "1.0", "<funding-source> in <award-group>"),
    Old(("grant-num",), "", "1.0", "<award-id> in <award-group>"),
    Old(("grant-sponsor",), "", "1.0", "<funding-source> in <award-group>"),
    Old(("custom-meta-wrap",), "", "1.0", "<custom-meta-group>"),
    Old(("floats-wrap",), "", "1.0", "<floats-group>"),
)  # fmt: skip
#: The formats of publication that the values of `pub-type` tell, of ISSNs.
_FORMATS = {"ppub": "print", "epub": "electronic"}
_RENAMED = {"custom-meta-wrap": "custom-meta-group", "floats-wrap": "floats-group"}


@rule("VERSION-DEPRECATED", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """Nothing is written in a way that JATS keeps for old documents alone.

    What:
        None of the elements and attributes that the document's version still takes and advises against: `pub-type` on dates and
        ISSNs (from 1.1 on), `nlm-citation`, `access-date`, `grant-num` and others. Each is told once.
    Why:
        New programs look for the new way, and a later version may drop the old one.
    Fix:
        Write what the message names.
    Bad:
        <journal-meta><issn pub-type="epub">2049-3630</issn></journal-meta>
    Bad:
        <pub-date pub-type="epub"><year>2022</year></pub-date>
    Good:
        <journal-meta><issn publication-format="electronic">2049-3630</issn></journal-meta>
    Source:
        JATS tag library, pub-type, nlm-citation, date-in-citation, award-group.
    """
    for old in _OLD:
        if document.before(old.since):
            continue
        for name in old.elements:
            found = [e for e in document.all(name) if not old.attribute or e.get(old.attribute) is not None]
            if not found:
                continue
            what = f"{old.attribute} on <{name}>" if old.attribute else f"<{name}>"
            times = f" (and {len(found) - 1} times more)" if len(found) > 1 else ""
            message = f"{what} is kept for old documents alone{times}"
            repair = _repair(old, name, found)
            yield Fault(found[0], message, f"Use {old.instead}.", old.attribute, expected=old.instead, repair=repair)


def _repair(old: Old, name: str, found: list[etree._Element]) -> Repair | None:
    """Return the changes that mend all of them, if it is plain what they are."""
    if name in _RENAMED:
        return Repair(
            f"Call it <{_RENAMED[name]}>", tuple(Rename(element, _RENAMED[name]) for element in found), safe=True
        )
    if name == "issn" and all(element.get("pub-type") in _FORMATS for element in found):
        changes = []
        for element in found:
            if element.get("publication-format") is None:
                changes.append(SetAttribute(element, "publication-format", _FORMATS[element.get("pub-type", "")]))
            changes.append(SetAttribute(element, "pub-type", None))
        return Repair("Write publication-format", tuple(changes), safe=True)
    if name == "pub-date" and all(element.get("pub-type") in _FORMATS for element in found):
        changes = []
        for element in found:
            new = {"date-type": "pub", "publication-format": _FORMATS[element.get("pub-type", "")]}
            changes += [SetAttribute(element, key, value) for key, value in new.items() if element.get(key) is None]
            changes.append(SetAttribute(element, "pub-type", None))
        return Repair("Write date-type and publication-format", tuple(changes))
    return None
