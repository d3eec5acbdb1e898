"""PERM-LICENSE-FN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import HREF, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_LICENCE = re.compile(r"(?i)creative commons|creativecommons\.org/|open[- ]access article|licen[cs]ed? under")
_TERMS = re.compile(r"(?i)creative commons|creativecommons\.org/|distributed under the terms")


@rule("PERM-LICENSE-FN")
def look(document: Document) -> Iterator[Fault]:
    """The licence is in `license`, not in a footnote or in the copyright statement.

    What:
        No `copyright-statement` of the article names Creative Commons or the terms of distribution, and no note of the article
        (`author-notes`, `fn-group`) has the licence that `permissions` lack.
    Why:
        Nobody looks for a licence in a note: for programs the article has none, and readers may not reuse it.
    Fix:
        Move the sentence into `license/license-p`, and write the licence's address.
    Bad:
        <permissions><copyright-statement>© 2022 The Authors. This is an open access article distributed under the terms
            of the Creative Commons Attribution License.</copyright-statement></permissions>
    Bad:
        <article-meta><author-notes><fn><p>Licensed under Creative Commons BY 4.0</p></fn></author-notes></article-meta>
    Good:
        <permissions><copyright-statement>© 2022 The Authors</copyright-statement><license>
            <license-p>This is an open access article under Creative Commons BY 4.0</license-p></license></permissions>
    Source:
        PMC Tagging Guidelines, license; JATS4R, permissions.
    """
    for meta in document.metas:
        for statement in document.at(meta, "permissions/copyright-statement"):
            text = words(statement)
            if _TERMS.search(text):
                advice = "Move it into <license><license-p>."
                yield Fault(statement, f"the licence stands in the copyright statement, “{text[:60]}…”", advice)
    own = document.article_meta
    if own is None or document.at(own, "permissions/license"):
        return
    notes = [*document.at(own, "author-notes/fn"), *document.at(document.root, "back/fn-group/fn")]
    for note in notes:
        text = words(note)
        linked = any("creativecommons.org/" in link.get(HREF, "") for link in note.iter("ext-link", "uri"))
        if len(text) < LONGEST and (linked or _LICENCE.search(text)):
            advice = "Move it into <permissions><license><license-p>."
            yield Fault(note, f"the licence stands in a note, “{text[:60]}”", advice)


#: A note of more characters speaks of other things, too.
LONGEST = 1200
