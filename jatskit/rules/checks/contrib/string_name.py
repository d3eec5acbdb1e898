"""CONTRIB-STRING-NAME."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("CONTRIB-STRING-NAME", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """It is told which part of a contributor's name is the surname.

    What:
        A person in a `contrib` has a `name` with `surname`, not a `string-name` without one.
    Why:
        Crossref demands a surname, and PMC refuses the `string-name`. Where the order of names is not known, lists
        cannot be sorted.
    Fix:
        Write `<name><surname>…</surname><given-names>…</given-names></name>`, if it is known which is which.
    Bad:
        <contrib contrib-type="author"><string-name>Yong Gan</string-name></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Gan</surname><given-names>Yong</given-names></name></contrib>
    Source:
        PMC Tagging Guidelines, contrib; Crossref deposit schema, surname.
    """
    for name in document.all("string-name"):
        parent = name.getparent()
        if parent is not None and parent.tag == "contrib" and document.child(name, "surname") is None:
            message = f"it is not told which part of “{spaced(name)[:60]}” is the surname"
            yield Fault(name, message, "Write <name> with <surname>.", value=spaced(name)[:200])
