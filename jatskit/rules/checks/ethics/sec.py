"""ETHICS-SEC."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, article_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_SPELLINGS = frozenset(
    {"ethics", "ethics-statement", "ethical-statement", "ethics-statements", "ethic-statement", "ethical-approval"}
)


@rule("ETHICS-SEC")
def look(document: Document) -> Iterator[Fault]:
    """The statement of ethics is one section of that type, and what is in it is typed “ethics-…”.

    What:
        An article has at most one `sec` with `sec-type="ethics-statement"`. Sections, paragraphs and `named-content` in it that have a type
        have one that begins with “ethics-” (and is not “ethics-statement” again).
    Why:
        Approvals, consents and numbers of protocols are found by these types in all journals.
    Fix:
        Join the sections; write the types.
    Bad:
        <sec id="s1" sec-type="Ethics-Statement"><title>Ethics</title><p>The board approved it.</p></sec>
    Bad:
        <sec id="s1" sec-type="ethics-statement"><title>Ethics</title><sec id="s2" sec-type="consent"><title>Consent</title>
        <p>All consented.</p></sec></sec>
    Bad:
        <sec id="s1" sec-type="ethics-statement"><title>Ethics</title><p content-type="ethics-statement">All consented.</p></sec>
    Good:
        <sec id="s1" sec-type="ethics-statement"><title>Ethics</title><sec id="s2" sec-type="ethics-consent"><title>Consent</title>
        <p>All consented.</p></sec></sec>
    Source:
        JATS4R, Ethics statements.
    """
    seen: dict[object, int] = {}
    for sec in document.all("sec"):
        type = sec.get("sec-type", "")
        plain = type.strip().lower().replace("_", "-").replace(" ", "-")
        if type != "ethics-statement":
            if plain in _SPELLINGS:
                write = SetAttribute(sec, "sec-type", "ethics-statement")
                repair = Repair("Write sec-type “ethics-statement”", (write,), safe=plain == "ethics-statement")
                message = f"the type of the statement of ethics is “{type}”"
                yield Fault(sec, message, "", "sec-type", type, "ethics-statement", repair)
            continue
        article = article_of(sec)
        if article in seen:
            message = f"the article has another statement of ethics (line {seen[article]})"
            yield Fault(sec, message, "Join the two.")
        seen.setdefault(article, sec.sourceline or 0)
        for inner in sec.iterdescendants("sec", "p", "named-content"):
            name = "sec-type" if inner.tag == "sec" else "content-type"
            stated = inner.get(name)
            if stated == "ethics-statement" and inner.tag != "sec":
                message = "a part of the statement of ethics is called “ethics-statement”"
                yield Fault(inner, message, "Say what it is: ethics-consent, or another.", name, stated)
            elif stated and not stated.startswith("ethics-"):
                yield Fault(
                    inner,
                    f"the type “{stated}” in the statement of ethics does not begin with “ethics-”",
                    "Write a type that does.",
                    name,
                    stated,
                    f"ethics-{stated}",
                )
