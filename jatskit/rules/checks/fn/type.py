"""FN-TYPE."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import lru_cache

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset(
    "abbr com con coi-statement conflict corresp current-aff custom deceased edited-by equal financial-disclosure on-leave "
    "other participating-researchers present-address presented-at presented-by previously-at study-group-members "
    "supplementary-material supported-by data-availability ethics".split()
)
_MEANT = {
    "others": "other", "equally": "equal", "equal-contrib": "equal", "current-affiliation": "current-aff", "present-addr": "present-address",
    "presentaddress": "present-address", "contrib": "con", "contributions": "con", "contribution": "con", "death": "deceased",
    "correspondence": "corresp", "funding": "supported-by", "financial": "financial-disclosure", "coi": "coi-statement",
    "editedby": "edited-by", "abbreviations": "abbr", "abbreviation": "abbr",
}  # fmt: skip
#: Notes on authors, which stand among the author notes.
_OF_AUTHORS = frozenset("current-aff deceased equal on-leave present-address previously-at corresp".split())


@rule("FN-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The type of a note is one that is known, and notes on the authors stand in `author-notes`.

    What:
        `fn-type` is a word of the tag library. Notes of where an author is now, who died, who contributed equally and to
        whom to write stand in `author-notes`, not at the end of the article or below a table; abbreviations and supplements do not
        stand there.
    Why:
        PMC and SciELO show notes by their type beside the authors; one of another name or place stays at the end.
    Fix:
        Write the word of the list; move the note to `author-notes`.
    Bad:
        <author-notes><fn id="n1" fn-type="equally"><p>Both authors are first.</p></fn></author-notes>
    Bad:
        <fn-group><fn id="n1" fn-type="present-address"><p>Now at the University of Umeå.</p></fn></fn-group>
    Bad:
        <author-notes><fn id="n1" fn-type="abbr"><p>GSI, gonadosomatic index.</p></fn></author-notes>
    Good:
        <author-notes><fn id="n1" fn-type="equal"><p>Both authors are first.</p></fn></author-notes>
    Source:
        JATS tag library, fn-type; PMC Tagging Guidelines, fn; SciELO PS, fn.
    """
    for fn in document.all("fn"):
        type = fn.get("fn-type")
        if type is None:
            continue
        plain = type.strip().lower()
        if plain == "custom" and not fn.get("custom-type"):
            message = f"the note “{words(fn)[:50]}” is of a type of its own, and does not say which"
            yield Fault(fn, message, "Add custom-type.")
            continue
        if (
            plain not in _KNOWN
            and "conflict" not in plain
            and not plain.startswith(("coi", "data-", "ethics", "custom"))
        ):
            meant = _meant(plain[:40])
            if not document.takes("fn", "fn-type", meant):
                meant = ""
            write = Repair(f"Write fn-type “{meant}”", (SetAttribute(fn, "fn-type", meant),))
            yield Fault(
                fn,
                f"“{type}” is no known type of notes",
                "" if meant else "Write a type of the tag library, or “other”.",
                "fn-type",
                type,
                meant,
                write if meant else None,
            )
        elif (
            plain in ("abbr", "supplementary-material")
            and (holder := fn.getparent()) is not None
            and holder.tag == "author-notes"
        ):
            message = f"the note “{words(fn)[:50]}” is of the type “{type}”, and stands among those of the authors"
            yield Fault(fn, message, "Move it to the end of the article.", value=type)
        elif (
            plain in _OF_AUTHORS
            and next(fn.iterancestors("author-notes", "table-wrap", "front", "front-stub"), None) is None
        ):
            yield Fault(
                fn,
                f"the note “{words(fn)[:50]}” is of the type “{type}”, and stands outside <author-notes>",
                "Move it there.",
                value=type,
            )


@lru_cache(maxsize=100)
def _meant(type: str) -> str:
    """Return the known type that an unknown one stands for, or ""."""
    close = difflib.get_close_matches(type, _KNOWN, n=1, cutoff=0.8)
    return _MEANT.get(type, close[0] if close else "")
