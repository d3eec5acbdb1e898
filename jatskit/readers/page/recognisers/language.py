"""The language that the article is written in, as its title and abstract show it."""

from __future__ import annotations

from jatskit.findings import Kind, Severity
from jatskit.language import language_of
from jatskit.readers.page.draft import Draft

LANGUAGE_UNKNOWN = Kind(
    "language-unknown",
    Severity.WARNING,
    "The words of the title and the abstract do not tell their language. The XML says “und” (undetermined), since "
    "the DTD would otherwise make it English.",
)


def recognise(draft: Draft) -> None:
    """Infer the language from the title and the abstract."""
    abstract = draft.value(("abstracts", 0, "paragraphs", 0))
    shown = " ".join(str(text) for text in (draft.value(("title",)), abstract) if text)
    if language := language_of(shown):
        draft.infer(("language",), language, "the letters and small words of the title and the abstract")
    else:
        draft.find(LANGUAGE_UNKNOWN, "The language of the article could not be told.", path=("language",))
