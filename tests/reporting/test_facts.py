"""What the summary tells of an article, with the mark of what the page does not state."""

from __future__ import annotations

from jatskit.model import Article, Pages
from jatskit.protocols import Certainty, Evidence, Origin
from jatskit.reporting.facts import found


def _evidence(part: str, origin: Origin) -> Evidence:
    return Evidence(("pages", part), origin, "a test", ((0, 1),), "line", Certainty.STATED)


def test_a_last_page_that_was_completed_is_marked() -> None:
    article = Article(pages=Pages(first="1234", last="1242"))
    rows = dict(found(article, [_evidence("first", Origin.PAGE), _evidence("last", Origin.INFERENCE)]))
    assert rows["published"] == "pages 1234–1242 [inferred]"


def test_printed_pages_are_not_marked() -> None:
    article = Article(pages=Pages(first="12", last="19"))
    rows = dict(found(article, [_evidence("first", Origin.PAGE), _evidence("last", Origin.PAGE)]))
    assert rows["published"] == "pages 12–19"


def test_pages_of_one_origin_are_marked_once() -> None:
    article = Article(pages=Pages(first="12", last="19"))
    rows = dict(found(article, [_evidence("first", Origin.PROFILE), _evidence("last", Origin.PROFILE)]))
    assert rows["published"] == "pages 12–19 [profile]"
