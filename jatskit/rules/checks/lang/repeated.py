"""LANG-REPEATED."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document, article_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("LANG-REPEATED", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """A list of keywords or subjects says its language only if that is another one than the article's.

    What:
        `kwd-group` and `subj-group` have no `xml:lang` that is the article's own.
    Why:
        JATS4R recommends it for lists in other languages. It does no harm where it repeats what is known, and SciELO asks for it.
    Fix:
        It can be left out.
    Bad:
        <kwd-group kwd-group-type="author" xml:lang="en"><kwd>salmon</kwd></kwd-group>
    Good:
        <kwd-group kwd-group-type="author" xml:lang="de"><kwd>Lachse</kwd></kwd-group>
    Source:
        JATS4R, Subject and keywords.
    """
    for group in document.all("kwd-group", "subj-group"):
        lang = group.get(LANG)
        if lang:
            article = article_of(group)
            own = (article.get(LANG) if article is not None else None) or document.root.get(LANG)
            if own == lang:
                repair = Repair("Take xml:lang away", (SetAttribute(group, "xml:lang", None),))
                message = f"“{lang}” is the language of the article, too"
                yield Fault(group, message, "", "xml:lang", lang, repair=repair)
