"""SPS-LICENSE-LANG."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-LICENSE-LANG")
def look(document: Document) -> Iterator[Fault]:
    """The licence says in which language it is.

    What:
        `license` has `xml:lang`.
    Why:
        SciELO shows the licence in the reader's language.
    Fix:
        Add it.
    Bad:
        <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license>
    Good:
        <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en"><license-p>CC BY</license-p>
            </license>
    Source:
        SciELO PS, license.
    """
    for license in document.all("license"):
        if not license.get(LANG):
            yield Fault(license, "the licence does not say in which language it is", "Add xml:lang.")
