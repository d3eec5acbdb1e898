"""XML-ENTITY-UNDECL."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.ENTITY_UNDECLARED)
def page() -> None:
    """A named entity is one that XML has, or one that the document's own schema declares.

    What:
        XML itself has five named entities: `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`. All others are known only through
        a DOCTYPE, and only if the schema that it names declares them.
    Why:
        Whoever reads the document without its DTD cannot know what `&nbsp;` stands for, and must refuse it.
    Fix:
        Write the character itself, or its number: `&#160;`.
    Bad:
        <p>5&nbsp;km</p>
    Good:
        <p>5&#160;km</p>
    Source:
        XML 1.0, 4.1 (well-formedness constraint: entity declared); JATS4R, general XML.
    """
