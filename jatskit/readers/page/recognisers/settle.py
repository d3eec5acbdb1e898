"""From candidates to the article: what the sources of the page say of each field that is not yet certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from jatskit.findings import Path
from jatskit.readers.agreement import names_of, same_person
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.page.draft import Draft

_Part = TypeVar("_Part")


def title(draft: Draft) -> None:
    """Settle the title and the names, so that what follows knows where they stand."""
    _compare_people(draft)
    if not draft.has("title"):
        draft.settle("title")
    if draft.has("title") and "byline" in draft.marks and not draft.has("contributors"):
        draft.settle("byline")


def _compare_people(draft: Draft) -> None:
    """Compare the names below the title with those that the page's own citation or the extractor's header gives.

    These give all the names and nothing else. So a line among the names that they do not give is none, and names
    that were lost from the byline are missed.
    """
    offers = draft.offers("byline")
    bylines = [one for one in offers if one.kind is SourceKind.BYLINE]
    others = [one for one in offers if one.kind in (SourceKind.CITATION, SourceKind.HEADER)]
    for byline in bylines:
        for other in others:
            mine, theirs = names_of(byline.values), names_of(other.values)
            if len(mine) == len(theirs) or (other.kind is SourceKind.HEADER and len(theirs) < 2):
                continue
            known = [number for number, name in enumerate(mine) if any(same_person(name, one) for one in theirs)]
            if not known and len(theirs) > 1:
                byline.distrusted = f"the {other.kind} names other people"
            elif len(known) == len(theirs) < len(mine):
                _keep_only(byline, known)
            elif len(known) == len(mine) < len(theirs):
                byline.distrusted = f"the {other.kind} names more people"


def _keep_only(byline: Candidate, known: Sequence[int]) -> None:
    """Leave out of a byline all but the names of these numbers."""
    number = {old: new for new, old in enumerate(known)}
    byline.values = _renumbered(byline.values, number)
    byline.evidence = _renumbered(byline.evidence, number)


def _renumbered(parts: Mapping[Path, _Part], number: Mapping[int, int]) -> dict[Path, _Part]:
    """Return the parts of the names that have a new number, under it."""
    return {
        (path[0], number[path[1]], *path[2:]): part
        for path, part in parts.items()
        if isinstance(path[1], int) and path[1] in number
    }


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
        for variant in ("", "electronic", "issue-date"):
            if variant in draft.variants("published"):
                draft.settle("published", variant)
    if not draft.has("history"):
        for variant in draft.variants("history"):
            draft.settle("history", variant)
