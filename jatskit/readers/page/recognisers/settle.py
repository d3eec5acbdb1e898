"""From candidates to the article: what the sources of the page say of each field that is not yet certain."""

from __future__ import annotations

from jatskit.readers.page.draft import Draft


def title(draft: Draft) -> None:
    """Settle the title and the names, so that what follows knows where they stand."""
    if not draft.has("title"):
        draft.settle("title")
    if draft.has("title") and "byline" in draft.marks and not draft.has("contributors"):
        draft.settle("byline")


def rest(draft: Draft) -> None:
    """Settle every other field that no recogniser was sure of."""
    if not draft.has("title"):
        draft.settle("title")
    if not draft.has("contributors"):
        draft.settle("byline")
    if draft.value(("journal", "titles", 0, "text")) is None:
        draft.settle("journal-title")
    if draft.value(("volume",)) is None and draft.value(("issue",)) is None:
        draft.settle("volume")
        draft.settle("issue")
    if not draft.has("pages") and not draft.has("elocation_id"):
        draft.settle("pages")
    if not draft.has("ids"):
        draft.settle("doi")
    if not draft.has("publication_dates"):
        for variant in ("", "electronic"):
            if variant in draft.variants("published"):
                draft.settle("published", variant)
    if not draft.has("history"):
        for variant in draft.variants("history"):
            draft.settle("history", variant)
