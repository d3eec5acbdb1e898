"""The title and the names once more, in the other script of a page in two languages."""

from __future__ import annotations

from itertools import pairwise

from jatskit.language import has_han, language_of
from jatskit.names import romanised
from jatskit.protocols import Certainty
from jatskit.readers.page.draft import Draft
from jatskit.readers.page.recognisers.byline import byline_items, quote_name


def recognise(draft: Draft) -> None:
    """Read a line of the head and the byline below it as a translation, if there are as many names in it."""
    names = draft.count("contributors")
    if "byline" not in draft.marks or not names:
        return
    title = str(draft.value(("title",)))
    free = list(draft.free(0, draft.marks.get("references")))
    for line, below in pairwise(free):
        items = byline_items(below.text, japanese=draft.japanese)
        if below.index != line.index + 1 or not items or len(items) != names or has_han(line.text) == has_han(title):
            continue
        if (
            has_han(below.text) != has_han(line.text)
            or line.index in draft.labels
            or not (lang := language_of(line.text))
        ):
            continue
        draft.take(line, "translated-title")
        draft.quote(
            ("translated_titles", 0, "title"),
            (line.start, line.end),
            reason="a line in another script, with as many names below it as the article has authors",
            certainty=Certainty.INFERRED,
        )
        draft.infer(("translated_titles", 0, "lang"), lang, "the letters and small words of the translated title")
        draft.take(below, "translated-byline")
        own = language_of(title)
        for number, item in enumerate(items):
            surname = str(draft.value(("contributors", number, "names", 0, "surname")) or "")
            known = romanised(surname) if has_han(surname) else frozenset()
            start, end = below.start + item.start, below.start + item.end
            quote_name(draft, (number, 1), start, end, Certainty.INFERRED, known)
            for position, tag in ((0, own), (1, lang)):
                if tag:
                    path = ("contributors", number, "names", position, "lang")
                    draft.infer(path, tag, "the language of the title above the names")
        return
