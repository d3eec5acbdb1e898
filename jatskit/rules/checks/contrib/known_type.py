"""CONTRIB-KNOWN-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KNOWN = frozenset({"author", "editor", "reviewer"})


@rule("CONTRIB-KNOWN-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Contributors are authors, editors or reviewers: PMC knows no others.

    What:
        `contrib-type` is “author”, “editor” or “reviewer”. Members of a collaboration are not looked at. One finding tells of all
        that are said to be the same.
    Why:
        PMC prints those of another type nowhere, or among the authors. What somebody did is said by `role`.
    Fix:
        Write one of the three, and the rest into `role` or `specific-use`.
    Bad:
        <contrib contrib-type="photographer"><name><surname>Karasu</surname><given-names>Aylin</given-names></name></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name><role>photographer</role></contrib>
    Source:
        PMC Tagging Guidelines, contrib.
    """
    others: dict[str, list[etree._Element]] = {}
    for contrib in document.all("contrib"):
        type = contrib.get("contrib-type", "").strip()
        if type and type not in _KNOWN and next(contrib.iterancestors("collab"), None) is None:
            others.setdefault(type, []).append(contrib)
    for type, found in others.items():
        many = f"{len(found)} contributors are" if len(found) > 1 else "the contributor is"
        message = f"{many} of the type “{type[:40]}”, which PMC does not know"
        yield Fault(found[0], message, "Write author, editor or reviewer.", "contrib-type", type)
