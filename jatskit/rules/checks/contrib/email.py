"""CONTRIB-EMAIL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText

_ADDRESS = re.compile(r"[^\s@,:;<>()\[\]\"]{1,64}@[^\s@,;<>()\[\]\"]{1,200}\.[^\s@,;<>()\[\]\".]{2,40}")
_AROUND = re.compile(r"(?i)^\s{0,9}(?:mailto:|e-?mail:?)\s{0,9}|[\s.,;]{1,9}$")


@rule("CONTRIB-EMAIL", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """An `email` holds one e-mail address, and nothing else.

    What:
        `email` is an address: a name, an @ and a domain, without “mailto:”, without white space or a point at its end, and only one.
    Why:
        Readers click on it, and the letter does not arrive.
    Fix:
        Write the address alone; give a second one an element of its own.
    Bad:
        <corresp><email>mailto:karasu@example.org</email></corresp>
    Bad:
        <corresp><email>karasu.example.org</email></corresp>
    Bad:
        <corresp><email>karasu@example.org; diaz@example.org</email></corresp>
    Good:
        <corresp><email>karasu@example.org</email></corresp>
    Source:
        RFC 5322, 3.4.1; JATS tag library, email.
    """
    for email in document.all("email"):
        text = words(email)
        if not text or (_ADDRESS.fullmatch(text) and (len(email) or text == email.text)):
            continue  # that it is empty is said by EMPTY-ELEMENT
        bare = _AROUND.sub("", _AROUND.sub("", text))
        if _ADDRESS.fullmatch(bare) and not len(email):
            repair = Repair(f"Write {bare}", (SetText(email, bare),), safe=True)
            shown = text if text != bare else "white space"
            message = (
                f"the address is {bare}, and there is more, “{shown[:60]}”"
                if text != bare
                else "there is white space around it"
            )
            yield Fault(email, message, value=text, expected=bare, repair=repair)
        elif text.count("@") > 1:
            yield Fault(email, f"“{text[:80]}” is more than one address", "Give each an <email>.", value=text)
        elif not _ADDRESS.fullmatch(bare):
            yield Fault(email, f"“{text[:80]}” is no e-mail address", "Write the address.", value=text)
