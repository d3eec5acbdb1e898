"""ABS-TRANS-PAIR."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ABS-TRANS-PAIR", Severity.INFO)
def look(document: Document) -> Iterator[Fault]:
    """Where the abstract is translated, the title is, too.

    What:
        For each language of a `trans-abstract` there is a `trans-title` in it, and keywords, if the article has any.
    Why:
        A database in that language shows the abstract under a title that its readers cannot read.
    Fix:
        Add `trans-title-group` and `kwd-group` in that language.
    Bad:
        <article-meta><title-group><article-title>The trout</article-title></title-group>
            <trans-abstract xml:lang="de"><p>Forellen sind Fische.</p></trans-abstract></article-meta>
    Good:
        <article-meta><title-group><article-title>The trout</article-title><trans-title-group xml:lang="de">
            <trans-title>Die Forelle</trans-title></trans-title-group></title-group>
            <trans-abstract xml:lang="de"><p>Forellen sind Fische.</p></trans-abstract></article-meta>
    Source:
        SciELO PS, trans-title, trans-abstract and kwd-group.
    """
    for meta in document.metas:
        titles = document.at(meta, "title-group/trans-title-group") + document.at(meta, "title-group/trans-title")
        titled = {title.get(LANG, "").lower() for title in titles}
        groups = document.children(meta, "kwd-group")
        worded = {group.get(LANG, "").lower() for group in groups}
        told = set()
        for abstract in document.children(meta, "trans-abstract"):
            lang = abstract.get(LANG, "")
            if not lang or lang in told:
                continue
            told.add(lang)
            lacking = [] if lang.lower() in titled else ["title"]
            if groups and worded != {""} and lang.lower() not in worded:
                lacking.append("keywords")
            if lacking:
                message = f"there is an abstract in “{lang}”, and no {' and no '.join(lacking)}"
                yield Fault(abstract, message, f"Add {' and '.join(lacking)} in that language.", "xml:lang", lang)
