"""REF-PERSON-GROUP."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_PERSONS = ("name", "string-name", "name-alternatives", "collab", "collab-alternatives", "etal")


@rule("REF-PERSON-GROUP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The persons of a cited work stand in a group that says whether they are its authors or its editors.

    What:
        `name`, `string-name` and `collab` in an `element-citation` (and names in a `mixed-citation` that marks them up)
        are in a `person-group`, and that has a `person-group-type`. Where no reference of the article has one, that is told once.
    Why:
        Without the group nobody can tell an author of a chapter from the editor of its book, and the
        work is matched with the wrong name.
    Fix:
        Put `person-group` with `person-group-type="author"` (or “editor”, “translator”, …) around the names.
    Bad:
        <element-citation publication-type="book"><name><surname>Lind</surname><given-names>A</given-names></name>
        <source>Fish of Norway</source><year>2001</year></element-citation>
    Bad:
        <element-citation publication-type="book"><person-group><name><surname>Lind</surname></name></person-group>
        <source>Fish of Norway</source><year>2001</year></element-citation>
    Good:
        <element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Lind</surname></name>
        </person-group><source>Fish of Norway</source><year>2001</year></element-citation>
    Source:
        JATS4R, Citations; SciELO PS, person-group.
    """
    loose = [
        next(citation.parts[name][0] for name in _PERSONS if name in citation.parts)
        for citation in document.citations
        if not citation.parts.keys().isdisjoint(_PERSONS)
    ]
    advice = 'Put <person-group person-group-type="author"> (or another type) around the names.'
    if len(loose) > 1 and not document.all("person-group"):
        yield Fault(loose[0], f"none of the {len(loose)} references puts its persons into <person-group>", advice)
    else:
        for name in loose:
            yield Fault(name, f"“{words(name)[:40]}” stands in no <person-group>", advice)
    for group in document.all("person-group"):
        if not group.get("person-group-type", "").strip():
            yield Fault(
                group,
                f"the group of “{words(group)[:40]}” does not say what its persons are",
                "Add person-group-type: author, editor, translator, compiler or another.",
            )
        elif group.get("person-group-type") == "custom" and not group.get("custom-type"):
            yield Fault(group, "the group is of a type of its own, and does not say which", "Add custom-type.")
