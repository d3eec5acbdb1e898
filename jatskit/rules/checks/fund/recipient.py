"""FUND-RECIPIENT."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("FUND-RECIPIENT")
def look(document: Document) -> Iterator[Fault]:
    """Each recipient of an award is one person or one institution.

    What:
        `principal-award-recipient` holds one `name`, `string-name`, `institution` or `institution-wrap`.
    Why:
        Two names in one element are one recipient for all programs.
    Fix:
        Give each recipient an element of its own.
    Bad:
        <award-group><funding-source>Trout Fund</funding-source><principal-award-recipient>
            <name><surname>Karasu</surname></name><name><surname>Diaz</surname></name></principal-award-recipient></award-group>
    Bad:
        <award-group><funding-source>Trout Fund</funding-source>
            <principal-award-recipient>Dr Karasu and Dr Diaz</principal-award-recipient></award-group>
    Good:
        <award-group><funding-source>Trout Fund</funding-source>
            <principal-award-recipient><name><surname>Karasu</surname></name></principal-award-recipient></award-group>
    Source:
        JATS4R, funding.
    """
    for recipient in document.all("principal-award-recipient"):
        found = [c for c in recipient if c.tag in ("name", "string-name", "institution", "institution-wrap")]
        text = spaced(recipient)
        if len(found) > 1:
            message = f"“{text[:60]}” is {len(found)} recipients"
            yield Fault(recipient, message, "Give each a <principal-award-recipient>.")
        elif not found:
            said = f"“{text[:60]}” is not marked as a person or an institution" if text else "the recipient is empty"
            yield Fault(recipient, said, "Put it into <name> or <institution>.")
