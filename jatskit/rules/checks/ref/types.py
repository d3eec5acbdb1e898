"""REF-PUBTYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Citation, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: What types are called that the tag library calls otherwise.
_MEANT = {
    "article": "journal",
    "book-chapter": "chapter",
    "bookchapter": "chapter",
    "conference": "confproc",
    "conf-proc": "confproc",
    "dissertation": "thesis",
    "inbook": "chapter",
    "journal-article": "journal",
    "periodical": "journal",
    "proceedings": "confproc",
    "url": "webpage",
    "web-page": "webpage",
    "website": "webpage",
}
_KNOWN = frozenset(
    "book chapter commun confproc data database discussion eprint gov journal legal-doc letter list magazine map newspaper "
    "patent preprint report review software standard thesis video web webpage working-paper".split()
)


@rule("REF-PUBTYPE")
def look(document: Document) -> Iterator[Fault]:
    """Each cited work says what it is.

    What:
        The citation has a `publication-type` with a word of the tag library: “journal”, “book”, “data” and so on. It is not
        “other” where the parts of the work show its type. `nlm-citation` and `citation-type` are of the past.
    Why:
        The type decides how a reference is printed, matched and counted: Crossref, PMC and data indexes all look at it.
    Fix:
        Write the type.
    Bad:
        <element-citation><source>Fish of Norway</source><year>2001</year></element-citation>
    Bad:
        <element-citation publication-type="other"><article-title>Roe</article-title><source>Polar Res</source><year>2001</year>
        <volume>3</volume><fpage>1</fpage></element-citation>
    Bad:
        <mixed-citation publication-type="website"><source>Fish of Norway</source></mixed-citation>
    Bad:
        <nlm-citation citation-type="book"><source>Fish of Norway</source><year>2001</year></nlm-citation>
    Good:
        <element-citation publication-type="book"><source>Fish of Norway</source><year>2001</year></element-citation>
    Source:
        JATS4R, Citations; JATS tag library, publication-type.
    """
    for citation in document.citations:
        element = citation.element
        stated = element.get("publication-type")
        if document.target.is_nlm and element.get("citation-type"):
            continue
        if element.tag == "nlm-citation":
            if not document.target.is_nlm:
                yield Fault(element, "<nlm-citation> is a form of the past", "Mark the work up as <element-citation>.")
            continue
        if not stated or not stated.strip():
            if element.tag == "mixed-citation" and _is_told_beside(citation, document):
                continue
            old = element.get("citation-type", "")
            meant = old if old in _KNOWN else _shown(citation)
            advice = "" if meant else "Add a publication-type."
            message = f"“{words(element)[:50]}” does not say what type of work it is"
            yield Fault(element, message, advice, expected=meant, repair=_write(citation, meant, safe=meant == old))
            continue
        if stated in _KNOWN:
            continue
        plain = stated.strip().lower()
        meant = plain if plain in _KNOWN else _MEANT.get(plain, "")
        if plain == "other":
            meant = _shown(citation)
        if meant:
            message = f"the type of the work is “{stated}”, and the tag library calls it “{meant}”"
            if plain == "other":
                message = f"the type of the work is “other”, and its parts are those of a “{meant}”"
            repair = _write(citation, meant, safe=meant == plain)
            yield Fault(element, message, "", "publication-type", stated, meant, repair)


def _is_told_beside(citation: Citation, document: Document) -> bool:
    """Whether the same work is marked up beside its text, with its type."""
    holder = citation.element.getparent()
    beside = document.child(holder, "element-citation") if holder is not None else None
    return beside is not None and bool(beside.get("publication-type"))


def _write(citation: Citation, meant: str, *, safe: bool) -> Repair | None:
    if not meant:
        return None
    return Repair(
        f"Write publication-type “{meant}”", (SetAttribute(citation.element, "publication-type", meant),), safe=safe
    )


def _shown(citation: Citation) -> str:
    """Return the type that the parts of a work show, or ""."""
    if citation.has("data-title"):
        return "data"
    if citation.has("patent"):
        return "patent"
    if citation.has("conf-name"):
        return "confproc"
    if citation.has("article-title") and citation.has("source") and citation.has("volume"):
        return "journal"
    if citation.has("chapter-title") and citation.has("source"):
        return "chapter" if citation.has("publisher-name") else ""
    return ""
