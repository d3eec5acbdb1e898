"""CONTRIB-NAME-CLEAN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_TITLE = re.compile(r"(?i)^(?:prof|dr|mr|mrs|ms|ing|dipl)\.?\s|,\s?(?:ph\.?\s?d|m\.?d|msc|bsc|mph|rn)\b\.?")
_ET_AL = re.compile(r"(?i)\bet\.? al\b")
_FOREIGN = re.compile(r"[0-9@*†‡§¶#_=<>|]|https?:")


@rule("CONTRIB-NAME-CLEAN", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A name holds the name alone: no mark, degree, title or “et al.”.

    What:
        `surname` and `given-names` of contributors hold no digits, footnote marks or addresses, no degrees or titles (which have
        elements of their own, `degrees` and `prefix`), and no “et al.”.
    Why:
        Crossref refuses names with digits, and every catalogue would make another person of “Karasu1”.
    Fix:
        Put marks into `xref`, degrees into `degrees`, titles into `prefix`.
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu1</surname><given-names>Aylin</given-names></name></contrib>
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu, PhD</surname><given-names>Aylin</given-names></name></contrib>
    Bad:
        <contrib contrib-type="author"><name><surname>Karasu et al.</surname></name></contrib>
    Good:
        <contrib contrib-type="author"><name><surname>Karasu</surname><given-names>Aylin</given-names></name>
            <degrees>PhD</degrees></contrib>
    Source:
        Crossref deposit schema, surname and given_name; PMC Tagging Guidelines, name.
    """
    names = [name for contrib in document.all("contrib") for name in document.children(contrib, "name")]
    names += [name for wrapper in document.all("name-alternatives") for name in document.children(wrapper, "name")]
    for part in (part for name in names for part in name if part.tag in ("surname", "given-names")):
        text = words(part)
        if text.isalpha():
            continue
        if match := _FOREIGN.search(text):
            advice = "Put marks into <xref>, addresses into elements of their own."
            yield Fault(part, f"“{text[:60]}” holds “{match[0]}”, which is no part of a name", advice, value=text)
        elif match := _ET_AL.search(text):
            yield Fault(part, f"“{text[:60]}” stands for more than one person", "Name them all.", value=text)
        elif match := _TITLE.search(text):
            advice = "Put degrees into <degrees>, titles into <prefix>."
            yield Fault(
                part, f"“{text[:60]}” holds “{match[0].strip(' ,')}”, which is no part of a name", advice, value=text
            )
