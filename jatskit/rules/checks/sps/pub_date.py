"""SPS-PUB-DATE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SPS-PUB-DATE")
def look(document: Document) -> Iterator[Fault]:
    """The article has a date of publication, and one of its issue, as SciELO PS has them.

    What:
        Each `pub-date` has `date-type` (“pub” or “collection”) and `publication-format`, and one is “pub”.
    Why:
        SciELO takes the day on which the article came out from the one, the year of the issue from the other.
    Fix:
        Write `date-type="pub" publication-format="electronic"`.
    Bad:
        <article-meta><pub-date pub-type="epub"><year>2022</year></pub-date></article-meta>
    Good:
        <article-meta><pub-date date-type="pub" publication-format="electronic"><day>3</day><month>6</month><year>2022</year></pub-date>
            </article-meta>
    Source:
        SciELO PS 1.9, pub-date.
    """
    meta = document.article_meta
    dates = document.children(meta, "pub-date") if meta is not None else []
    for date in dates:
        lacking = [name for name in ("date-type", "publication-format") if not date.get(name)]
        if lacking:
            yield Fault(date, f"this date has no {' and no '.join(lacking)}", f"Add {' and '.join(lacking)}.")
    if dates and not any(date.get("date-type") == "pub" for date in dates):
        yield Fault(dates[0], "no date says that it is the day of publication", 'Write date-type="pub".')
