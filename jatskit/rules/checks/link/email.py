"""LINK-EMAIL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetText

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,190}\.[^\W\d_]{2,24}")
_AROUND = re.compile(r"(?i)^(?:mailto:|e-?mail(?: address)?:?\s)")


@rule("LINK-EMAIL")
def look(document: Document) -> Iterator[Fault]:
    """An `email` holds one address, and nothing else.

    What:
        The text of `email` is one address: no “mailto:” or “E-mail:” before it, no full stop behind it, no second one.
    Why:
        Platforms make a link of it as it stands, and a letter to it comes back.
    Fix:
        Write the address alone; put each of several into an `email` of its own.
    Bad:
        <corresp id="c1">Write to <email>E-mail: a.lind@example.org.</email></corresp>
    Bad:
        <corresp id="c1">Write to <email>a.lind@example</email></corresp>
    Good:
        <corresp id="c1">Write to <email>a.lind@example.org</email></corresp>
    Source:
        JATS tag library, email; PMC Tagging Guidelines, corresp.
    """
    for email in document.all("email"):
        text = words(email)
        if _EMAIL.fullmatch(text):
            continue
        bare = _AROUND.sub("", text).strip(" .,;:()<>[]")
        if bare != text and _EMAIL.fullmatch(bare) and not len(email):
            repair = Repair(f"Write {bare}", (SetText(email, bare),), safe=True)
            yield Fault(email, f"“{text[:80]}” is more than the address", value=text, expected=bare, repair=repair)
        else:
            message = f"“{text[:80]}” is no e-mail address" if text else "the e-mail address is empty"
            yield Fault(email, message, "Write one address, such as a.lind@example.org.", value=text)
