"""CONTRIB-CORRESP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("CONTRIB-CORRESP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Whoever is the corresponding author can be written to.

    What:
        A `contrib` with `corresp="yes"` has an `email`, an `address`, or an `xref` to a `corresp`.
    Why:
        A reader who wants the data writes to that author; the mark alone does not say where.
    Fix:
        Add `<email>` to the contributor, or a `corresp` in `author-notes` with an `xref` to it.
    Bad:
        <contrib contrib-type="author" corresp="yes"><name><surname>Karasu</surname></name></contrib>
    Good:
        <contrib contrib-type="author" corresp="yes"><name><surname>Karasu</surname></name><email>karasu@example.org</email></contrib>
    Source:
        JATS4R, authors and affiliations; SciELO PS, author-notes.
    """
    marked = [contrib for contrib in document.all("contrib") if contrib.get("corresp") == "yes"]
    alike = Counter(contrib.getparent() for contrib in marked)
    for contrib in marked:
        # One such author and one address: nothing need point to it.
        sole = alike[contrib.getparent()] == 1 and _has_address(contrib, document)
        if not sole and not _reachable(contrib, document):
            message = "this corresponding author has no e-mail and no reference to an address"
            yield Fault(contrib, message, "Add <email>, or an <xref> to <corresp>.", "corresp", "yes")


def _reachable(contrib: etree._Element, document: Document) -> bool:
    for child in contrib.iter("email", "address", "xref"):
        if child.tag != "xref" or child.get("ref-type") == "corresp":
            return True
        targets = [document.by_id.get(id) for id in child.get("rid", "").split()]
        if any(target is not None and (target.tag == "corresp" or _has_mail(target)) for target in targets):
            return True
    return False


def _has_mail(element: etree._Element) -> bool:
    return next(element.iter("email"), None) is not None


def _has_address(contrib: etree._Element, document: Document) -> bool:
    meta = next(contrib.iterancestors("article-meta", "front-stub"), None)
    return meta is not None and bool(document.at(meta, "author-notes/corresp"))
