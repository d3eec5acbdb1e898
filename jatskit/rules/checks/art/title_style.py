"""ART-TITLE-STYLE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, Unwrap

#: The fewest letters of a title that is said to be in capitals: abbreviations may be whole short titles.
FEWEST = 20


@rule("ART-TITLE-STYLE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The title is written as words are, not as it looks on the page.

    What:
        `article-title` is not in capitals altogether, and is not bold altogether.
    Why:
        Capitals cannot be undone: nobody can tell which letters of “DNA OF SALMO TRUTTA” are capitals. How titles look is
        each reader's own style.
    Fix:
        Write the title in sentence case or title case; take the tags of the typeface away.
    Bad:
        <title-group><article-title>THE TROUT OF THE BALKANS AND OF ANATOLIA</article-title></title-group>
    Bad:
        <title-group><article-title><bold>The trout of the Balkans</bold></article-title></title-group>
    Good:
        <title-group><article-title>The trout of the Balkans and of Anatolia: <italic>Salmo</italic> and DNA</article-title></title-group>
    Source:
        PMC Tagging Guidelines, article-title and general practice.
    """
    for meta in document.metas:
        for title in document.at(meta, "title-group/article-title"):
            text = words(title)
            # Most titles have a small letter, which takes less time to see than all letters.
            cased = [letter for letter in text if letter.lower() != letter.upper()] if text == text.upper() else []
            if len(cased) >= FEWEST and all(letter.isupper() for letter in cased):
                yield Fault(
                    title, f"the title “{text[:60]}” is in capitals", "Write it as words are written.", value=text
                )
            bold = next(iter(title), None)
            if (
                bold is not None
                and bold.tag == "bold"
                and len(title) == 1
                and not (title.text or bold.tail or "").strip()
            ):
                repair = Repair("Take the tags of <bold> away", (Unwrap(bold),), safe=True)
                yield Fault(bold, f"the title “{text[:60]}” is bold altogether", repair=repair)
