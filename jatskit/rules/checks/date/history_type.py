"""DATE-HISTORY-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset({"accepted", "fascicular", "online", "read", "received", "rev-recd", "rev-request"})


@rule("DATE-HISTORY-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The dates of the article's history are of kinds that PMC knows.

    What:
        `date-type` of `date` in `history` is “received”, “rev-request”, “rev-recd”, “accepted”, “read”, “fascicular” or “online”. What
        JATS besides lists (“revised”, “submitted”, “pub”) PMC leaves out.
    Why:
        PMC prints what it knows. A date of another kind is lost.
    Fix:
        Write “rev-recd” for a revised version that came in. Put dates of publication into `pub-date`.
    Bad:
        <history><date date-type="revised"><year>2022</year></date></history>
    Good:
        <history><date date-type="rev-recd"><year>2022</year></date></history>
    Source:
        PMC Tagging Guidelines, history.
    """
    for date in document.all("date"):
        holder = date.getparent()
        type = date.get("date-type", "").strip()
        if not type or type in _KNOWN or holder is None or holder.tag != "history":
            continue
        meant = "rev-recd" if type in ("revised", "revision", "revision-received") else ""
        repair = Repair("Write rev-recd", (SetAttribute(date, "date-type", meant),)) if meant else None
        listed = ", ".join(sorted(_KNOWN))
        advice = "" if meant else f"PMC knows {listed}."
        yield Fault(date, f"PMC leaves out dates that are “{type[:40]}”", advice, "date-type", type, meant, repair)
