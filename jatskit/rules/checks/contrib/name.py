"""CONTRIB-NAME."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_NAMES = ("name", "string-name", "collab", "name-alternatives", "collab-alternatives", "anonymous")


@rule("CONTRIB-NAME")
def look(document: Document) -> Iterator[Fault]:
    """Each contributor is one person or one group, with a name.

    What:
        `contrib` holds one of `name`, `string-name`, `collab`, `name-alternatives`, `collab-alternatives` and `anonymous`; a
        name has a surname, or says with `name-style="given-only"` that the person has none. The same
        name in two scripts stands in `name-alternatives`.
    Why:
        Two names in one `contrib` are two people of whom one is not listed, or one person who is listed twice.
    Fix:
        Give each person a `contrib`; put two spellings of one name into `name-alternatives`.
    Bad:
        <contrib contrib-type="author"><xref ref-type="aff" rid="a1"/></contrib>
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu</surname></name><name><surname>Diaz</surname></name></contrib>
    Bad:
        <contrib contrib-type="author"><name><surname/></name></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
    Source:
        PMC Tagging Guidelines, contrib and name; Crossref deposit schema, person_name.
    """
    for contrib in document.all("contrib"):
        found = [child for child in contrib if child.tag in _NAMES]
        if not found:
            yield Fault(contrib, "this contributor has no name", "Add <name>, or <anonymous/> for one who has none.")
        kinds = {child.tag for child in found}
        if len(found) > 1 and kinds <= {"name", "string-name"}:
            named = " and ".join(f"“{spaced(child)[:40]}”" for child in found[:2])
            advice = "Put spellings of one name into <name-alternatives>, people into a <contrib> each."
            yield Fault(found[1], f"one contributor has two names, {named}", advice)
        elif len(found) > 1 and kinds == {"collab"}:
            yield Fault(found[1], "one contributor is two groups", "Give each group a <contrib>.")
        for name in found:
            if name.tag == "name":
                parts = [part for part in name if part.tag in ("surname", "given-names") and words(part)]
                if not parts:
                    yield Fault(name, "this name has neither a surname nor a given name", "Write them.")
                elif parts[0].tag == "given-names" and document.child(name, "surname") is not None:
                    yield Fault(name, f"“{spaced(name)[:60]}” has an empty surname", "Write it.")
                elif parts[0].tag == "given-names" and name.get("name-style") not in (
                    "given-only",
                    "eastern",
                    "islensk",
                ):
                    repair = Repair("Write given-only", (SetAttribute(name, "name-style", "given-only"),))
                    message = f"“{spaced(name)[:60]}” has no surname"
                    yield Fault(name, message, 'Write it, or name-style="given-only".', repair=repair)
            elif name.tag == "string-name" and not words(name):
                yield Fault(name, "this name is empty", "Write it.")
