"""DAS-LOCATION."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_TYPES = frozenset(
    "data-availability data-availability-statement availability-of-data availability-data data-accessibility data-sharing "
    "availability-of-data-and-materials data-access dataavailability data-accessibility-statement das data-sharing-statement".split()
)
_TITLES = frozenset(
    {
        "availability of data", "availability of data and material", "availability of data and materials",
        "data availability", "data availability statement", "data accessibility", "data accessibility statement",
        "data and materials availability", "data sharing statement", "data sharing", "data and code availability",
        "data and software availability", "disponibilidad de datos", "disponibilidade de dados",
        "declaração de disponibilidade de dados", "declaración de disponibilidad de datos",
    }
)  # fmt: skip


@rule("DAS-LOCATION")
def look(document: Document) -> Iterator[Fault]:
    """The statement of where the data are is a section of that type.

    What:
        It is `sec` with `sec-type="data-availability"` in `back` (or `body`, where a journal prints it there): no note, no
        `notes`, and no other type. (SEC-TITLE asks for its title.)
    Why:
        Funders and indexes look for the section by its type.
    Fix:
        Write the type; move the statement into a section.
    Bad:
        <back><fn-group><fn id="n1" fn-type="data-availability"><p>All data are at Dryad.</p></fn></fn-group></back>
    Bad:
        <back><sec id="s9"><title>Data availability</title><p>All data are at Dryad.</p></sec></back>
    Good:
        <back><sec id="s9" sec-type="data-availability"><title>Data availability</title><p>All data are at Dryad.</p></sec></back>
    Source:
        JATS4R, Data availability statements; SciELO PS, data-availability.
    """
    for sec in document.all("sec"):
        type = sec.get("sec-type", "").strip()
        plain = type.lower().replace("_", "-").replace(" ", "-")
        title = document.child(sec, "title")
        if type == "data-availability":
            continue
        if plain in _TYPES or (not type and title is not None and words(title).lower().rstrip(".: ") in _TITLES):
            write = SetAttribute(sec, "sec-type", "data-availability")
            said = f"is of the type “{type}”" if type else "has no type"
            yield Fault(
                sec,
                f"the statement of where the data are {said}",
                attribute="sec-type" if type else "",
                value=type,
                expected="data-availability",
                repair=Repair("Write sec-type “data-availability”", (write,), safe=bool(type)),
            )
    for tag, attribute in (("fn", "fn-type"), ("notes", "notes-type"), ("p", "content-type"), ("fn", "content-type")):
        for holder in document.all(tag):
            stated = holder.get(attribute)
            if stated and stated.strip().lower().replace("_", "-") in _TYPES and stated != "das":
                message = f"the statement of where the data are, “{words(holder)[:40]}”, stands in <{tag}>"
                yield Fault(
                    holder, message, 'Write it as <sec sec-type="data-availability"> in <back>.', attribute, stated
                )
