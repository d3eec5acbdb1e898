"""DATE-PUB-DAY."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("DATE-PUB-DAY")
def look(document: Document) -> Iterator[Fault]:
    """An article of a collection says on which day it was published.

    What:
        Where a `pub-date` is that of a collection, the electronic one has `day` and `month`.
    Why:
        The year of the collection alone would be the date of the article in PMC and PubMed.
    Fix:
        Add the day and the month.
    Bad:
        <article-meta><pub-date date-type="pub" publication-format="electronic"><year>2022</year></pub-date>
            <pub-date date-type="collection" publication-format="electronic"><year>2022</year></pub-date></article-meta>
    Good:
        <article-meta><pub-date date-type="pub" publication-format="electronic"><day>3</day><month>6</month><year>2022</year></pub-date>
            <pub-date date-type="collection" publication-format="electronic"><year>2022</year></pub-date></article-meta>
    Source:
        PMC Tagging Guidelines, pub-date.
    """
    meta = document.article_meta
    dates = document.children(meta, "pub-date") if meta is not None else []
    if not any("collection" in (date.get("pub-type"), date.get("date-type")) for date in dates):
        return
    electronic = [
        date
        for date in dates
        if date.get("pub-type") == "epub"
        or (date.get("date-type"), date.get("publication-format")) == ("pub", "electronic")
    ]
    if electronic and not any(
        document.child(date, "day") is not None and document.child(date, "month") is not None for date in electronic
    ):
        message = "the article is part of a collection, and the day on which it was published is not stated"
        yield Fault(electronic[0], message, "Add <day> and <month>.")
