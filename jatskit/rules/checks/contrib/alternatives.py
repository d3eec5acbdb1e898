"""CONTRIB-ALTERNATIVES."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap


@rule("CONTRIB-ALTERNATIVES", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Alternatives are more than one, and each says how it differs from the others.

    What:
        `name-alternatives`, `collab-alternatives` and `aff-alternatives` hold two or more, each with a `xml:lang` or a `specific-use` that
        no other of them has.
    Why:
        Who shows the article chooses one of them by its language. PMC refuses those that do not say it.
    Fix:
        Write `xml:lang` on each; take the tags of the wrapper away if there is no more than one.
    Bad:
        <contrib contrib-type="author"><name-alternatives><name><surname>Gan</surname></name></name-alternatives></contrib>
    Bad:
        <contrib contrib-type="author"><name-alternatives><name><surname>Gan</surname></name><name><surname>甘</surname></name>
            </name-alternatives></contrib>
    Good:
        <contrib contrib-type="author"><name-alternatives><name xml:lang="en"><surname>Gan</surname></name>
            <name xml:lang="zh"><surname>甘</surname></name></name-alternatives></contrib>
    Source:
        PMC Tagging Guidelines, name-alternatives, collab-alternatives and aff-alternatives.
    """
    for wrapper in document.all("name-alternatives", "collab-alternatives", "aff-alternatives"):
        children = list(wrapper.iterchildren("*"))
        name = str(wrapper.tag)
        if len(children) == 1:
            repair = Repair(f"Take the tags of <{name}> away", (Unwrap(wrapper),), safe=True)
            yield Fault(wrapper, f"<{name}> holds one alternative only", repair=repair)
            continue
        marks = [(child.get(LANG), child.get("specific-use")) for child in children]
        if len(set(marks)) < len(marks):
            yield Fault(wrapper, f"the alternatives in <{name}> do not say how they differ", "Write xml:lang on each.")
