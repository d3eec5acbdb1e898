"""Pages of text that are not an article's: browser checks, errors, listings, search results."""

from __future__ import annotations

from jatskit.errors import NotAnArticle
from jatskit.layouts.frame import CHALLENGE, LISTING
from jatskit.readers.page.draft import Draft

_CHECK = "Check that it is the article's own page, not a list, an error page or a browser check."
#: A browser check has few lines; what a page is stands on its first ones.
_FEW, _FIRST, _SHORT = 40, 12, 160


def refuse(draft: Draft) -> None:
    """Raise NotAnArticle if the page says of itself that it is something else."""
    article = any(label.field in ("abstract", "keywords", "references") for label in draft.labels.values())
    for line in draft.lines[:_FIRST]:
        if article or len(line.text) > _SHORT:
            continue
        if len(draft.lines) <= _FEW and CHALLENGE.within(line.text):
            raise NotAnArticle(
                f"{draft.source.name} is a browser check or an error page (“{line.text}”), not the page of an article.",
                _CHECK,
            )
        if (match := LISTING.within(line.text)) and 2 * (match.end() - match.start()) >= len(line.text):
            raise NotAnArticle(f"{draft.source.name} lists articles (“{line.text}”), and is none itself.", _CHECK)
