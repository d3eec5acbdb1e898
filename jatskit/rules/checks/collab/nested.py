"""COLLAB-NESTED."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_SEPARATED = re.compile(r"[;\n]\s{0,20}[A-Z]")


@rule("COLLAB-NESTED")
def look(document: Document) -> Iterator[Fault]:
    """A group of authors has a name, and its members are listed inside it.

    What:
        `collab` in a `contrib` holds the group's name, and its members, if they are listed, in a `contrib-group` inside it, each
        a `contrib` with a name of its own.
    Why:
        PubMed credits the members of a group as its collaborators. A list of names as plain text credits nobody.
    Fix:
        Write the group's name, and after it `<contrib-group>` with a `contrib` for each member.
    Bad:
        <contrib contrib-type="author"><collab/></contrib>
    Bad:
        <contrib contrib-type="author"><collab><contrib-group><contrib><name><surname>Karasu</surname></name></contrib></contrib-group>
            </collab></contrib>
    Bad:
        <contrib contrib-type="author"><collab>Trout Group: Karasu A; Diaz M; Öhman L; Lee J</collab></contrib>
    Good:
        <contrib contrib-type="author"><collab>Trout Group<contrib-group><contrib><name><surname>Karasu</surname></name></contrib>
            </contrib-group></collab></contrib>
    Source:
        JATS4R, authors and affiliations; PMC Tagging Guidelines, collab.
    """
    for collab in document.all("collab"):
        parent = collab.getparent()
        if parent is None or parent.tag not in ("contrib", "collab-alternatives"):
            continue
        own = [collab.text or ""]
        for child in collab:
            if child.tag not in ("contrib-group", "xref", "contrib-id", "label") and isinstance(child.tag, str):
                own.append(words(child))
            own.append(child.tail or "")
        name = " ".join("".join(own).split())
        if not name:
            yield Fault(collab, "this group has no name", "Write it before its members.")
        elif len(_SEPARATED.findall(name)) >= 2 and document.child(collab, "contrib-group") is None:
            message = f"“{name[:60]}” is a list of names, not the name of a group"
            yield Fault(collab, message, "Give each member a <contrib> in <contrib-group>.", value=name[:200])
