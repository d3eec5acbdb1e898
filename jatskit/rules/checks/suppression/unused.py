"""SUPPRESSION-UNUSED."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.rules.suppression import UNUSED


@verdict(UNUSED)
def page() -> None:
    """Every instruction to ignore a rule names one that exists and finds something there.

    What:
        `<?jatskit ignore ART-DOI?>` names rules or groups, parted by commas. Before the root element it is about the
        whole document; elsewhere about the element that follows it, or, if none does, about the one that it stands in.
    Why:
        An instruction that is no longer needed would hide the next fault of that kind, which nobody has looked at.
    Fix:
        Take the instruction out, or the name that is of no use; correct one that is misspelt.
    Bad:
        <p><?jatskit ignore SCHEMA-ELEMENT?>A <bold>new</bold> trout</p>
    Bad:
        <p>A <?jatskit ignore SCHEMA-ELEMNT?><b>new</b> trout</p>
    Bad:
        <p>A <?jatskit ignore?><bold>new</bold> trout</p>
    Good:
        <p>A <?jatskit ignore SCHEMA-ELEMENT?><b>new</b> trout</p>
    Source:
        jatskit.
    """
