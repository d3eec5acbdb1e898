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


LANGUAGES_DIFFER = Kind(
    "languages-differ",
    Severity.WARNING,
    "The title and the abstract are in different languages: one of them is likely a translation, and the page may hold "
    "the other's original.",
)


def recognise(draft: Draft) -> None:
    """Infer the language from the title and the abstract."""
    title = language_of(str(draft.value(("title",)) or ""))
    body = language_of(str(draft.value(("abstracts", 0, "paragraphs", 0)) or ""))
    if title and body and title != body:
        message = f"The title is in {title}, and the abstract in {body}."
        draft.find(LANGUAGES_DIFFER, message, path=("title",), advice="Check which of them are translations.")
    if language := body or title:
        draft.infer(("language",), language, "the letters and small words of the abstract or the title")
    else:
        draft.find(LANGUAGE_UNKNOWN, "The language of the article could not be told.", path=("language",))
