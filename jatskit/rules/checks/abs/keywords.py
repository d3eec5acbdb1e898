"""ABS-KEYWORDS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_KEYWORDS = re.compile(
    r"(?i)(?:key ?words?|palavras[- ]chave|palabras[- ]clave|mots[- ]cl[ée]s|schl[üu]sselw[öo]rter|ключевые слова|关键词|關鍵詞)\s?[:：.—–-]"
)


@rule("ABS-KEYWORDS", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The abstract is the abstract alone; keywords stand in their own element.

    What:
        No paragraph or section of an `abstract` is the list of keywords.
    Why:
        Databases print it as the abstract's last sentence, and find the article by none of the words.
    Fix:
        Move them into `kwd-group`, each with a `kwd`.
    Bad:
        <abstract><p>Trout are fish.</p><p>Keywords: trout, salmon</p></abstract>
    Good:
        <article-meta><abstract><p>Trout are fish.</p></abstract><kwd-group><kwd>trout</kwd><kwd>salmon</kwd></kwd-group></article-meta>
    Source:
        PMC Tagging Guidelines, abstract and kwd-group.
    """
    for abstract in document.all("abstract", "trans-abstract"):
        for part in abstract.iter("p", "title"):
            text = (part.text or "").strip()
            if len(text) < 30 or part.tag == "title":
                text = words(part)  # the word may be in bold
            bare = f"{text}:" if part.tag == "title" and not text.endswith((":", ".")) else text
            if _KEYWORDS.match(bare):
                shown = words(part)
                message = f"the abstract holds the keywords, “{shown[:60]}”"
                yield Fault(part, message, "Move them into <kwd-group>.", value=shown[:200])
